import type { ReviewView } from '#app/models/review.ts';

/** What a reader must know about a page's clinical review before relying on it. */
export function ReviewNotice({ notice: { heading, text } }: { notice: NonNullable<ReviewView['notice']> }) {
  return (
    <div className="review-notice" role="note">
      <p>
        <strong>{heading}.</strong> {text}
      </p>
    </div>
  );
}
