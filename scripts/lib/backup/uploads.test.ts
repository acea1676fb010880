import { describe, expect, it } from 'vitest';

import { namesOf } from './uploads.ts';

describe('the files of the media library', () => {
  it('are the originals and their smaller copies, from either database', () => {
    const formats = { thumbnail: { url: '/uploads/thumbnail_leaf.webp' } };
    expect(
      namesOf([
        { url: '/uploads/leaf.webp', formats: JSON.stringify(formats) },
        { url: '/uploads/fern.webp', formats },
        { url: '/uploads/paper.pdf', formats: null },
      ]),
    ).toEqual(['leaf.webp', 'thumbnail_leaf.webp', 'fern.webp', 'thumbnail_leaf.webp', 'paper.pdf']);
  });

  it('are not those that are kept elsewhere', () => {
    expect(
      namesOf([
        { url: 'https://media.clinic.test/leaf.webp', formats: null },
        { url: null, formats: null },
      ]),
    ).toEqual([]);
  });
});
