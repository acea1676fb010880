import { RichText } from '../rich-text/rich-text.tsx';

import type { CalloutView } from '#app/models/article-body.ts';

const kinds: Record<CalloutView['tone'], string> = {
  note: 'Good to know',
  caution: 'Take care',
  example: 'An example',
};

/** A passage set apart from the running text. What kind it is stands above it in words. */
export function Callout({ callout: { tone, heading, content } }: { callout: CalloutView }) {
  return (
    <div className={`callout callout--${tone}`} role="note">
      <p className="callout__kind">{kinds[tone]}</p>
      {heading && <h3 className="callout__heading">{heading}</h3>}
      <div className="prose callout__text">
        <RichText content={content} />
      </div>
    </div>
  );
}
