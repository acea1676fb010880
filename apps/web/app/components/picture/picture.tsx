import type { PictureView } from '#app/models/image.ts';

interface PictureProps {
  picture: PictureView;
  /** How wide it stands on the page, as in `<img sizes>`. */
  sizes: string;
  /** It is seen at once when the page opens: load it first. */
  first?: boolean | undefined;
  className?: string | undefined;
}

/** A picture in the best format and width the browser can use. Its size is known before it arrives, so nothing moves. */
export function Picture({ picture: { sources, src, width, height, alt }, sizes, first = false, className }: PictureProps) {
  return (
    <picture className={className}>
      {sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={src}
        width={width}
        height={height}
        alt={alt}
        loading={first ? 'eager' : 'lazy'}
        decoding={first ? 'sync' : 'async'}
        // React 18 knows the attribute only in lower case.
        {...(first && { fetchpriority: 'high' })}
      />
    </picture>
  );
}
