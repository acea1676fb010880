import type { MediaType } from './address.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** What a file is by its first bytes, whatever it is called; undefined for anything that is not served. */
export function sniff(bytes: Buffer): MediaType | undefined {
  if (bytes.subarray(0, 3).equals(JPEG)) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(PNG)) return 'image/png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (text(bytes, 4, 8) === 'ftyp' && brands(bytes).includes('avif')) return 'image/avif';
  if (text(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  return undefined;
}

/** The file types an ISO media file says it is, in its first box. */
function brands(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  return Array.from({ length: Math.max(0, Math.floor((end - 8) / 4)) }, (_, index) => text(bytes, 8 + index * 4, 12 + index * 4));
}

function text(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}
