'use strict';

// Runs in the folder of the CMS as `boot-cms.cjs <task> [arguments]`: boots it without opening its port, does one thing, and ends.
const path = require('path');

const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [process.cwd()] }));

/** A part of the compiled CMS. */
const compiled = (name) => require(path.resolve('dist/src', name));

const tasks = {
  // Booting is all: the CMS loads the library by itself.
  'load-demo-library': () => undefined,

  'make-demo-team': async (strapi) => {
    process.send({ event: 'demo-team', accounts: await compiled('access/demo-team').makeDemoTeam(strapi) });
  },

  // So it is here: the environment asks for it.
  'rebuild-index': () => undefined,

  'reset-password': async (strapi, email) => {
    const user = await strapi.db.query('admin::user').findOne({ where: { email } });
    if (!user) {
      process.send({ event: 'no-such-user' });
      return;
    }
    const password = compiled('access/passwords').newPassword();
    await strapi.service('admin::user').updateById(user.id, { password, isActive: true, blocked: false });
    await strapi.sessionManager('admin').invalidateRefreshToken(String(user.id));
    process.send({ event: 'password', password });
  },
};

async function main([name, ...args]) {
  const strapi = await createStrapi({ appDir: process.cwd(), distDir: path.resolve('dist'), serveAdminPanel: false }).load();
  await tasks[name](strapi, ...args);
  await strapi.destroy();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
