import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { temporaryFolder } from '../support/cms-process.ts';
import { startFakeCms, type FakeCms } from '../support/fake-cms.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

let cms: FakeCms;
let site: SiteProcess;
let picture: Buffer;

const give = (file: string, content: Buffer | string) =>
  cms.answers.set(`/uploads/${file}`, (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(content));
const get = (target: string, headers = {}) => ask(site.url, { path: target, headers });

beforeAll(async () => {
  cms = await startFakeCms();
  site = await startSite({ cmsUrl: cms.url });
  picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a9' } })
    .png()
    .toBuffer();
});

afterAll(async () => {
  await Promise.all([site.stop(), cms.stop()]);
});

describe('pictures', () => {
  it('come as they were uploaded, to keep', async () => {
    give('leaf_1.png', picture);
    const { status, headers, body } = await get('/media/0mirk2b1/leaf_1.png');
    expect([status, body.equals(picture)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    const again = await get('/media/0mirk2b1/leaf_1.png', { 'if-none-match': headers.etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each(['avif', 'webp'])('come scaled as %s', async (format) => {
    give('leaf_2.png', picture);
    const { status, headers, body } = await get(`/media/0mirk2b1/480/leaf_2.png.${format}`);
    expect([status, headers['content-type']]).toEqual([200, `image/${format}`]);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const { width, height, format: found } = await sharp(body).metadata();
    expect([width, height, found]).toEqual([480, 360, format === 'avif' ? 'heif' : 'webp']);
  });

  it('are never made larger', async () => {
    give('leaf_3.png', picture);
    expect((await sharp((await get('/media/0mirk2b1/1600/leaf_3.png.webp')).body).metadata()).width).toBe(800);
  });

  it('stand upright, and do not tell where they were taken', async () => {
    const exif = { IFD0: { Artist: 'canary' } };
    give('leaf_4.jpg', await sharp(picture).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const { body } = await get('/media/0mirk2b1/320/leaf_4.jpg.webp');
    const { width, height, exif: left } = await sharp(body).metadata();
    expect([width, height, left]).toEqual([320, 427, undefined]);
  });

  it('are made once, however many ask at the same time', async () => {
    give('leaf_5.png', picture);
    const targets = [
      '/media/0mirk2b1/320/leaf_5.png.avif',
      '/media/0mirk2b1/320/leaf_5.png.avif',
      '/media/0mirk2b1/640/leaf_5.png.webp',
      '/media/0mirk2b1/leaf_5.png',
    ];
    const answers = await Promise.all([...targets, ...targets].map((target) => get(target)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(cms.asked.filter((asked) => asked === '/uploads/leaf_5.png')).toHaveLength(1);
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('leave no half-written file', () => {
    const files = readdirSync(path.join(site.dataDir, 'media'), { recursive: true }).map(String);
    expect(files.filter((file) => file.endsWith('.avif')).length).toBeGreaterThan(0);
    expect(files.filter((file) => file.endsWith('.part'))).toEqual([]);
  });

  it('that were replaced under the same name are new under their new address, and at once under their bare name', async () => {
    give('leaf_7.png', picture);
    const before = await get('/media/0mirk2b1/320/leaf_7.png.webp');
    const other = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#a47' } })
      .png()
      .toBuffer();
    give('leaf_7.png', other);
    const after = await get('/media/0mirk2b2/320/leaf_7.png.webp');
    expect(after.body.equals(before.body)).toBe(false);
    expect((await get('/media/0mirk2b2/leaf_7.png')).body.equals(other)).toBe(true);
    const bare = await get('/media/leaf_7.png');
    expect([bare.body.equals(other), bare.headers['cache-control']]).toEqual([true, 'public, max-age=0, must-revalidate']);
  });

  it('are encoded once per content, whatever versions somebody makes up', async () => {
    give('leaf_8.png', picture);
    const folder = path.join(site.dataDir, 'media', '480');
    await get('/media/0mirk2b1/480/leaf_8.png.webp');
    const made = readdirSync(folder).length;
    for (const version of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd', 'eeeeeeee', 'ffffffff']) {
      expect((await get(`/media/${version}/480/leaf_8.png.webp`)).status).toBe(200);
    }
    expect(readdirSync(folder)).toHaveLength(made);
    const notes = JSON.parse(readFileSync(path.join(site.dataDir, 'media/editions/leaf_8.png.json'), 'utf8')) as unknown[];
    expect(notes).toHaveLength(4);
  });

  it('HEAD says what there is, and nothing can be sent to them', async () => {
    give('leaf_6.png', picture);
    const head = await ask(site.url, { method: 'HEAD', path: '/media/leaf_6.png' });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(picture.length), 0]);
    const headers = { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' };
    const post = await ask(site.url, { method: 'POST', path: '/media/leaf_6.png', headers, body: 'a=b' });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('documents', () => {
  it('are saved, not shown', async () => {
    give('guide_1.pdf', '%PDF-1.7\n');
    const { status, headers } = await get('/media/guide_1.pdf');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment; filename="guide_1.pdf"',
    ]);
    expect((await get('/media/0mirk2b1/320/guide_1.pdf.webp')).status).toBe(404);
  });
});

describe('what is not there', () => {
  it.each([
    '/media/none.png',
    '/media/leaf_1.svg',
    '/media/leaf_1.html',
    '/media/leaf_1.png.part',
    '/media/.htaccess',
    '/media/0mirk2b1/321/leaf_1.png.webp',
    '/media/0mirk2b1/9999999999/leaf_1.png.webp',
    '/media/0mirk2b1/0x140/leaf_1.png.webp',
    '/media/0mirk2b1/320/leaf_1.png.gif',
    '/media/0mirk2b1/320/leaf_1.png',
    '/media/320/320/leaf_1.png.webp',
    '/media/-leaf.png',
    `/media/${'a'.repeat(300)}.png`,
    '/media/leaf%201.png',
    '/media/127.0.0.1:1337.png',
    '/media/leaf_1.png@evil.test.png',
    '/media/leaf_1.png%3fx=.png',
  ])('%s: 404, and not kept', async (target) => {
    const { status, headers } = await get(target);
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it.each([
    '/media/..%2fx.png',
    '/media/%2e%2e/x.png',
    '/media/../uploads/x.png',
    '/media//127.0.0.1/x.png',
    '/media/http:%2f%2fevil.test%2fx.png',
  ])('%s is no address', async (target) => {
    expect((await get(target)).status).toBe(400);
  });

  it('the CMS was never asked for anything but files by their names', () => {
    expect(cms.asked.filter((asked) => !/^\/uploads\/\w+\.(?:png|jpg|pdf)$/.test(asked))).toEqual([]);
  });
});

describe('files that are not what they say', () => {
  it.each([
    ['a drawing', 'fake_1.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', 'fake_2.jpg', '<!doctype html><script>alert(1)</script>'],
    ['a page in front of a document', 'fake_3.pdf', '<script>alert(1)</script>%PDF-1.7'],
    ['nothing', 'fake_4.webp', ''],
    ['a video', 'fake_5.avif', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1')],
    ['a picture cut short', 'fake_6.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ])('%s: no picture of it', async (_case, file, content) => {
    give(file, content);
    expect((await get(`/media/0mirk2b1/320/${file}.webp`)).status).toBe(404);
    if (file !== 'fake_6.png') expect((await get(`/media/${file}`)).status).toBe(404);
  });

  it('a picture under another type of name', async () => {
    give('fake_7.jpg', picture);
    expect((await get('/media/fake_7.jpg')).status).toBe(404);
  });

  it('more than 20 MB', async () => {
    cms.answers.set('/uploads/huge.png', (response) => {
      response.write(picture);
      for (let megabyte = 0; megabyte < 21; megabyte += 1) response.write(Buffer.alloc(1024 * 1024));
      response.end();
    });
    expect((await get('/media/huge.png')).status).toBe(404);
  });

  it('more pixels than memory', async () => {
    give('bomb.png', enlarged(picture, 20_000, 20_000));
    expect((await get('/media/0mirk2b1/320/bomb.png.webp')).status).toBe(404);
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('a CMS that leads elsewhere', () => {
  it('is not followed', async () => {
    const trap = await startFakeCms();
    cms.answers.set('/uploads/moved.png', (response) =>
      response.writeHead(302, { location: `${trap.url}/uploads/moved.png` }).end(),
    );
    const { status, headers } = await get('/media/moved.png');
    expect([status, headers['retry-after'], trap.asked]).toEqual([503, '30', []]);
    await trap.stop();
  });
});

describe('while the CMS is away', () => {
  it('what is on disk is still there, also after a restart', async () => {
    const folder = temporaryFolder('site-data');
    const shortLived = await startFakeCms();
    shortLived.answers.set('/uploads/leaf.png', (response) => response.end(picture));
    const first = await startSite({ cmsUrl: shortLived.url, dataDir: folder.path });
    expect((await ask(first.url, { path: '/media/0mirk2b1/320/leaf.png.webp' })).status).toBe(200);
    await shortLived.stop();
    await first.stop();

    const second = await startSite({ cmsUrl: shortLived.url, dataDir: folder.path });
    const known = ['/media/0mirk2b1/320/leaf.png.webp', '/media/leaf.png', '/media/0mirk2b1/480/leaf.png.avif'];
    for (const target of known) expect((await ask(second.url, { path: target })).status).toBe(200);
    const unknown = await ask(second.url, { path: '/media/other.png' });
    expect([unknown.status, unknown.headers['retry-after'], unknown.headers['cache-control']]).toEqual([503, '30', 'no-store']);
    expect(unknown.text).toContain('href="tel:988"');
    await second.stop();
    folder.remove();
  });
});

/** A PNG that claims another size than its data has. */
function enlarged(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}
