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
  ) {
    super(`Content request ${operation} was ${kind}`, { cause });
  }
}
