import { execa, ExecaError } from 'execa';

import { Problem } from '../problem.ts';

/** The settings of PostgreSQL's own programs for a database: by environment, since arguments can be seen by everyone on the machine. */
function environmentFor(connectionString: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(connectionString);
  const settings: [string, string | null][] = [
    ['PGHOST', searchParams.get('host') ?? decodeURIComponent(hostname)],
    ['PGPORT', port],
    ['PGUSER', decodeURIComponent(username)],
    ['PGPASSWORD', decodeURIComponent(password)],
    ['PGDATABASE', decodeURIComponent(pathname.slice(1))],
    ['PGSSLMODE', searchParams.get('sslmode')],
  ];
  return Object.fromEntries(settings.filter((setting): setting is [string, string] => (setting[1] ?? '') !== ''));
}

/** Runs one of PostgreSQL's own programs on a database. */
export async function runPostgresTool(
  program: 'pg_dump' | 'pg_restore',
  args: string[],
  connectionString: string,
): Promise<void> {
  const env = environmentFor(connectionString);
  // pg_restore wants to be told that it is a database that it restores to, and which.
  const target = program === 'pg_restore' ? [`--dbname=${env['PGDATABASE'] ?? ''}`] : [];
  try {
    await execa(program, [...target, ...args], { env, stdin: 'ignore' });
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    if (error.code === 'ENOENT') {
      throw new Problem(
        `${program} is missing, which copies PostgreSQL databases: install PostgreSQL's client programs (on Debian or Ubuntu: apt-get install postgresql-client).`,
      );
    }
    throw new Problem(`${program} failed on the database at DATABASE_URL.`, String(error.stderr));
  }
}
