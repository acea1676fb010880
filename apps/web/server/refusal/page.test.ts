import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { Refusal } from '../guards/guard.ts';

import { refusalPage, styleHash } from './page.tsx';
import { words } from './words.ts';

const statuses = Object.keys(words).map((status) => Number(status) as Refusal['status']);

describe.each(statuses)('the page for %i', (status) => {
  const page = refusalPage(status, { requestId: 'abc123', siteUrl: 'https://clinic.test' });

  it('says what happened, whom to call, and how to go on', () => {
    expect(page).toContain(`<h1>${words[status].heading}</h1>`);
    for (const href of ['tel:988', 'sms:988', 'tel:911', 'https://findahelpline.com', 'https://clinic.test/']) {
      expect(page).toContain(`href="${href}"`);
    }
    expect(page).toContain('abc123');
  });

  it('carries the one style sheet that its policy allows', () => {
    const styles = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    expect(`sha256-${createHash('sha256').update(styles).digest('base64')}`).toBe(styleHash);
    expect(page).not.toMatch(/<script|style="|src=/);
  });
});
