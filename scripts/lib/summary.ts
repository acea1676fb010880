import { styleText } from 'node:util';

import type { DemoAccount } from './seed.ts';
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

/** How the first administrator signs in. Told once: nothing but a hash of the password is kept. */
export function signIn(administrator: Administrator): string {
  return [
    '  The first administrator signs in with',
    credentials(administrator),
    [
      '  This password is shown only now. If it is lost, this makes a new one:',
      `    npx --yes pnpm reset-password ${administrator.email}`,
    ].join('\n'),
  ].join('\n\n');
}

/** The new password of an administrator. */
export function newPassword(administrator: Administrator): string {
  return [
    '  Signing in works from now on with',
    credentials(administrator),
    '  This password is shown only now. Whoever was signed in to this account is signed out.',
  ].join('\n\n');
}

/** The accounts of the demo team that were just made. */
export function demoTeam(accounts: DemoAccount[]): string {
  return [
    '  The demo team signs in with',
    ...accounts.map(({ role, ...account }) => `  ${strong(role)}\n${credentials(account)}`),
    '  These passwords are shown only now.',
  ].join('\n\n');
}

function credentials({ email, password }: Administrator): string {
  return table([
    ['E-mail', strong(email)],
    ['Password', strong(password)],
  ]);
}

/** A period as people say it. */
export function duration(ms: number): string {
  const seconds = ms / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** How to stop, how to start the site anew if that can be done, and where to look if something is wrong. */
export function parting(logs: string, restart: string | null): string {
  const anew = restart === null ? '' : ` "${restart}" starts the site anew without a gap.`;
  return quiet(`  Ctrl-C stops both.${anew} What they log is in ${logs}.`);
}

function table(rows: [name: string, value: string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `    ${name.padEnd(width)}  ${value}`).join('\n');
}
