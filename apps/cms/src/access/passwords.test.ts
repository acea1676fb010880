import { describe, expect, it } from 'vitest';

import { passwordProblem } from './passwords';

describe('an administrator’s password', () => {
  it.each(['twelve chars', 'x'.repeat(72), '🌿'.repeat(18)])('may be %j', (password) => {
    expect(passwordProblem(password)).toBeNull();
  });

  it('needs twelve characters', () => {
    expect(passwordProblem('elevenchars')).toBe('A password needs at least 12 characters.');
  });

  it('has at most the 72 bytes that are looked at', () => {
    expect(passwordProblem('x'.repeat(73))).toBe('A password may have at most 72 bytes.');
    expect(passwordProblem('🌿'.repeat(19))).toBe('A password may have at most 72 bytes.');
  });
});
