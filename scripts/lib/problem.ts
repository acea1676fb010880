/** Something that whoever runs a script can put right. The message says what to do, and is shown without a stack. */
export class Problem extends Error {
  constructor(
    message: string,
    /** What helps to understand it, such as the end of a log. */
    readonly details = '',
  ) {
    super(message);
  }
}

/** Ends the process with what went wrong: a problem's own words, or, for what nobody foresaw, as much as helps to report it. */
export function fail(error: unknown): never {
  if (error instanceof Problem) process.stderr.write(`\n${[error.message, error.details].filter(Boolean).join('\n\n')}\n\n`);
  else process.stderr.write(`\nSomething unexpected went wrong: ${unforeseen(error)}\n\n`);
  process.exit(1);
}

function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (process.argv.includes('--verbose')) return error.stack ?? error.message;
  return `${error.message}\nRun the same command with --verbose to see where.`;
}

/** Runs a script to its end. A refusal or failure is told in words, with exit code 1. */
export async function script(body: () => Promise<void> | void): Promise<void> {
  try {
    await body();
  } catch (error) {
    fail(error);
  }
}
