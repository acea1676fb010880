import { styleText } from 'node:util';

import type { Administrator } from './servers.ts';
import type { Settings } from './settings.ts';

const strong = (text: string) => (process.stdout.isTTY ? styleText('bold', text) : text);
const quiet = (text: string) => (process.stdout.isTTY ? styleText('dim', text) : text);

/** Where everything is, for whoever started it. */
export function addresses({ site, cms }: Settings): string {
  return table([
    ['Site', strong(site.siteUrl)],
    ['Admin', strong(`${cms.CMS_URL}/admin`)],
    ['GraphQL', strong(`${cms.CMS_URL}/graphql`)],
  ]);
}

const RESET = 'npx --yes pnpm --filter @clinic/cms exec strapi admin:reset-user-password';

/** How the first administrator signs in. Told once: nothing but a hash of the password is kept. */
export function signIn({ email, password }: Administrator): string {
  return [
    '  The first administrator signs in with',
    '',
    table([
      ['E-mail', strong(email)],
      ['Password', strong(password)],
    ]),
    '',
    '  This password is shown only now. To set another one:',
    `    ${RESET}`,
  ].join('\n');
}

/** A period as people say it. */
export function duration(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** How to stop, and where to look if something is wrong. */
export function parting(logs: string): string {
  return quiet(`  Ctrl-C stops both. What they log is in ${logs}.`);
}

function table(rows: [name: string, value: string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`).join('\n');
}
