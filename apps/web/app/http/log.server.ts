/** What belongs to a log line; an `Error` among the values is written as its message, without its stack or its own data. */
export type LogFields = Record<string, unknown>;

/** One JSON object a line. Never pass bodies, query strings or anything a visitor typed. */
export const log = {
  info: (message: string, fields: LogFields = {}) => {
    process.stdout.write(line('info', message, fields));
  },
  error: (message: string, fields: LogFields = {}) => {
    process.stderr.write(line('error', message, fields));
  },
};

function line(level: string, message: string, fields: LogFields): string {
  return `${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }, plain)}\n`;
}

const MAX_TEXT = 300;

function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) return inWords(value).slice(0, MAX_TEXT);
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : value;
}

/** "fetch failed" says nothing without its cause. */
function inWords({ name, message, cause }: Error): string {
  return cause instanceof Error ? `${name}: ${message} (${cause.message})` : `${name}: ${message}`;
}
