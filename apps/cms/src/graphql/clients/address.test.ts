import { describe, expect, it } from 'vitest';

import { addressOf, clientOf, isLoopback } from './address';

describe('where a request comes from', () => {
  it('is the socket, whatever the headers claim, unless a header is trusted', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.8' };
    expect(addressOf('198.51.100.1', headers, undefined)).toBe('198.51.100.1');
    expect(addressOf('::ffff:198.51.100.1', headers, undefined)).toBe('198.51.100.1');
    expect(addressOf('198.51.100.1', headers, 'x-real-ip')).toBe('203.0.113.8');
  });

  it('is the last address of a list, which the proxy has added; nonsense counts for nothing', () => {
    expect(addressOf('127.0.0.1', { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }, 'x-forwarded-for')).toBe('203.0.113.9');
    expect(addressOf('127.0.0.1', { 'x-forwarded-for': 'evil' }, 'x-forwarded-for')).toBe('127.0.0.1');
    expect(addressOf('127.0.0.1', {}, 'x-forwarded-for')).toBe('127.0.0.1');
  });

  it('counts an IPv6 network as one client', () => {
    expect(clientOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
    expect(clientOf('2001:0db8:0001:0002::ffff')).toBe('2001:db8:1:2');
    expect(clientOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(clientOf('::1')).toBe('0:0:0:0');
    expect(clientOf('203.0.113.9')).toBe('203.0.113.9');
  });

  it('knows its own machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopback)).toBe(true);
    expect(['10.0.0.1', '2001:db8::1', '', 'localhost'].some(isLoopback)).toBe(false);
  });
});
