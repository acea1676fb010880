import { describe, expect, it } from 'vitest';

import { previewKey, readGrant, signGrant, type Grant } from './grant';

const key = previewKey('one secret');
const now = 1_800_000_000;
const grant: Grant = {
  type: 'article',
  documentId: 'abc',
  version: 'draft',
  holder: { kind: 'editor', user: 1, since: now },
  expires: now + 900,
};
const token = signGrant(key, grant);
const [payload = '', signature = ''] = token.split('.');

describe('a preview token', () => {
  it('says what it grants, and fits into a path', () => {
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(readGrant(key, token, now)).toEqual(grant);
    expect(readGrant(key, signGrant(key, { ...grant, holder: { kind: 'reviewer', link: 3 } }), now)?.holder).toEqual({
      kind: 'reviewer',
      link: 3,
    });
  });

  it('is over when it is over', () => {
    expect(readGrant(key, token, now + 899)).toEqual(grant);
    expect(readGrant(key, token, now + 900)).toBeNull();
  });

  it('cannot be made for another document, by another key, or with another length of life', () => {
    const other = Buffer.from(JSON.stringify({ ...grant, documentId: 'other' })).toString('base64url');
    const longer = Buffer.from(JSON.stringify({ ...grant, expires: now + 9_000_000 })).toString('base64url');
    const forged = [
      `${other}.${signature}`,
      `${longer}.${signature}`,
      signGrant(previewKey('another secret'), grant),
      `${payload}.`,
      `${payload}.${signature}.x`,
      `${payload}.${signature.slice(0, -2)}`,
      payload,
      '',
      '.',
    ];
    expect(forged.map((one) => readGrant(key, one, now))).toEqual(forged.map(() => null));
  });
});
