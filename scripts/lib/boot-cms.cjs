'use strict';

// Runs in the folder of the CMS: boots it without opening its port, which loads what a first start loads, and ends.
const path = require('path');

const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [process.cwd()] }));

createStrapi({ appDir: process.cwd(), distDir: path.resolve('dist'), serveAdminPanel: false })
  .load()
  .then((strapi) => strapi.destroy())
  .then(
    () => process.exit(0),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
