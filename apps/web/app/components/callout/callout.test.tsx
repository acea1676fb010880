import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import * as fixtures from './callout.fixtures.ts';
import { Callout } from './callout.tsx';

const render = (callout: (typeof fixtures)[keyof typeof fixtures]) => renderToStaticMarkup(<Callout callout={callout} />);

describe('callout', () => {
  it.each([
    [fixtures.note, 'Good to know'],
    [fixtures.caution, 'Take care'],
    [fixtures.withoutHeading, 'An example'],
  ])('says in words what kind it is', (callout, kind) => {
    expect(render(callout)).toContain(`>${kind}</p>`);
  });

  it('has a heading below the section’s only where the editor gave one', () => {
    expect(render(fixtures.caution)).toContain('<h3 class="callout__heading">Safety points for both plans</h3>');
    expect(render(fixtures.withoutHeading)).not.toContain('<h3');
  });
});
