/**
 * Why a file of the media library cannot be had.
 * `missing`: there is none, or it is nothing we serve. `unavailable`: it cannot be had now, but perhaps soon.
 */
export class MediaError extends Error {
  override readonly name = 'MediaError';

  constructor(
    readonly kind: 'missing' | 'unavailable',
    readonly file: string,
    cause: unknown,
  ) {
    super(`${file} is ${kind}`, { cause });
  }
}
