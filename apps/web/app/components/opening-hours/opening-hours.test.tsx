import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { OpeningHours } from './opening-hours.tsx';

const day = (iso: string, text: string) => ({ iso, text });

it('opening hours name closures of one day and of several', () => {
  const html = renderToStaticMarkup(
    <OpeningHours
      hours={[{ days: 'Monday to Thursday', hours: '9 am to 6 pm' }]}
      hoursNote="This is not an emergency service."
      closures={[
        { from: day('2026-05-25', 'May 25, 2026'), to: null, reason: 'Memorial Day' },
        { from: day('2026-12-24', 'December 24, 2026'), to: day('2026-12-26', 'December 26, 2026'), reason: 'Winter break' },
      ]}
    />,
  );
  expect(html).toContain('<dt>Monday to Thursday</dt><dd>9 am to 6 pm</dd>');
  expect(html).toContain('Closed <time dateTime="2026-05-25">May 25, 2026</time>: Memorial Day');
  expect(html).toContain('December 24, 2026</time> to <time dateTime="2026-12-26">December 26, 2026</time>: Winter break');
  expect(html).toContain('This is not an emergency service.');
});
