import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { emergency, routine, urgent } from './care-card.fixtures.ts';
import { CareCard } from './care-card.tsx';

describe('care card', () => {
  it.each([
    [routine, 'Non-urgent advice: '],
    [urgent, 'Urgent advice: '],
    [emergency, 'Immediate action required: '],
  ])('begins its heading with the urgency in words', (card, words) => {
    expect(renderToStaticMarkup(<CareCard card={card} />)).toContain(
      `<span class="visually-hidden">${words}</span>${card.heading}</h3>`,
    );
  });

  it('has a mark of its own shape for each urgency', () => {
    const shapes = [routine, urgent, emergency].map(
      (card) => /<path d="([^"]+)"/.exec(renderToStaticMarkup(<CareCard card={card} />))?.[1],
    );
    expect(new Set(shapes).size).toBe(3);
  });
});
