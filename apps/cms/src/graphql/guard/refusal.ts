import type { GraphQLError } from 'graphql';

/** What a refusal says beside its sentence. */
interface Details {
  /** The number that must not be passed. */
  limit?: number;
  /** What the request came to. */
  asked?: number;
  /** Seconds after which the same request may succeed. */
  retryAfter?: number;
}

interface Body {
  errors: { message: string; extensions: Details & { code: string } }[];
}

/** A refusal as it can be handed to another thread. */
export interface WrittenRefusal {
  status: number;
  body: Body;
}

/** A request that is not answered, and why: an HTTP status, a code for programs and a sentence for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
  }

  /** The answer's body, in the shape of a GraphQL answer. */
  toBody(): Body {
    return { errors: [{ message: this.message, extensions: { code: this.code, ...this.details } }] };
  }

  toWritten(): WrittenRefusal {
    return { status: this.status, body: this.toBody() };
  }
}

/** A refusal that comes from another thread. */
export class ReadRefusal extends Refusal {
  constructor({ status, body }: WrittenRefusal) {
    const { message = '', extensions: { code, ...details } = { code: '' } } = body.errors[0] ?? {};
    super(status, code, message, details);
    this.body = body;
  }

  private readonly body: Body;

  override toBody(): Body {
    return this.body;
  }
}

/** A request of more than a limit allows. */
export function tooMuch(code: string, what: string, limit: number, asked: number): Refusal {
  const count = Math.min(asked, Number.MAX_SAFE_INTEGER);
  return new Refusal(400, code, `${what}: at most ${limit} allowed, ${count} asked for.`, { limit, asked: count });
}

/** A document that asks for what the schema does not have. */
export class InvalidDocument extends Refusal {
  constructor(private readonly errors: readonly GraphQLError[]) {
    super(400, 'GRAPHQL_VALIDATION_FAILED', errors[0]?.message ?? 'The document does not fit the schema.');
  }

  override toBody() {
    return { errors: this.errors.map(({ message }) => ({ message, extensions: { code: this.code } })) };
  }
}
