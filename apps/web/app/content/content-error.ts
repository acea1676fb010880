/**
 * The one error that leaves the content door.
 * `unreachable`: no usable answer came (down, too slow, too large, not GraphQL). `rejected`: the CMS answered and refused,
 * or its answer is not what the contract promises.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(
    readonly operation: string,
    readonly kind: 'unreachable' | 'rejected',
    cause: unknown,
    /** Whether the CMS is to blame whatever it was asked; a question that it refuses says nothing about the next one. */
    readonly isFault: boolean = kind === 'unreachable',
  ) {
    super(`Content request ${operation} was ${kind}`, { cause });
  }
}
