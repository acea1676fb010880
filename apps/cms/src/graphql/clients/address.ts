import { BlockList, isIP, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address without the IPv6 dress that a dual-stack socket gives to IPv4. */
function plain(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}

/**
 * Where a request comes from. Behind a proxy that is what the proxy says in the one header that the settings name; anything else that a
 * client may write into its headers counts for nothing. Of a list of addresses the last is the one that the proxy itself has added.
 */
export function addressOf(
  socketAddress: string | undefined,
  headers: NodeJS.Dict<string | string[]>,
  trustedHeader: string | undefined,
): string {
  const given = trustedHeader === undefined ? undefined : headers[trustedHeader];
  const last = (Array.isArray(given) ? given.join(',') : given)?.split(',').at(-1)?.trim();
  return plain(last !== undefined && isIP(last) !== 0 ? last : (socketAddress ?? ''));
}

export function isLoopback(address: string): boolean {
  return isIP(address) !== 0 && loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which one household or host has to itself. */
export function clientOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
