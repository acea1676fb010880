import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';

import { readSiteMap } from '../support/site-map.ts';

const { siteUrl } = inject('clinic');

interface Found {
  status: number;
  type: string;
  root: HTMLElement | null;
}

const visited = new Map<string, Found>();

async function open(path: string): Promise<Found> {
  const known = visited.get(path);
  if (known) return known;
  const response = await fetch(`${siteUrl}${path}`, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const found = {
    status: response.status,
    type,
    root: type.startsWith('text/html') ? parse(await response.text()) : (await response.arrayBuffer(), null),
  };
  visited.set(path, found);
  return found;
}

interface Link {
  from: string;
  path: string;
  anchor: string;
}

function linksOf(from: string, root: HTMLElement): Link[] {
  const addresses = root.querySelectorAll('[href], [src], [srcset]').flatMap((element) => [
    element.getAttribute('href'),
    element.getAttribute('src'),
    // The smallest of the sizes stands for all: making every one of every picture takes minutes.
    (element.getAttribute('srcset') ?? '').split(',')[0]?.trim().split(' ')[0],
  ]);
  return addresses.flatMap((address) => {
    if (!address) return [];
    const url = new URL(address, `${siteUrl}${from}`);
    return url.origin === siteUrl
      ? [{ from, path: url.pathname + url.search, anchor: decodeURIComponent(url.hash.slice(1)) }]
      : [];
  });
}

describe('every link of the site', () => {
  const links: Link[] = [];

  it('leads somewhere', async () => {
    const queue = ['/'];
    const seen = new Set(queue);
    const broken: string[] = [];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { status, root } = await open(path);
      if (status !== 200) broken.push(`${status} ${path}`);
      if (!root) continue;
      for (const link of linksOf(path, root)) {
        links.push(link);
        if (seen.has(link.path)) continue;
        seen.add(link.path);
        queue.push(link.path);
      }
    }
    expect(broken).toEqual([]);
    expect(visited.size).toBeGreaterThan(150);
  }, 240_000);

  it('finds its anchor', () => {
    const anchors = links.filter(({ anchor }) => anchor !== '');
    expect(anchors.length).toBeGreaterThan(200);
    const dead = anchors.filter(({ path, anchor }) => !visited.get(path)?.root?.getElementById(anchor));
    expect(dead).toEqual([]);
  });

  it('has every id once on its page', () => {
    for (const [path, { root }] of visited) {
      const ids = root?.querySelectorAll('[id]').map((element) => element.id) ?? [];
      expect(ids.length, path).toBe(new Set(ids).size);
    }
  });

  it('is in the site map, if it is a page', async () => {
    const { pages: listed, dated } = await readSiteMap(async (path) => ({
      text: await (await fetch(`${siteUrl}${path}`)).text(),
    }));
    const isListed = (root: HTMLElement | null) => root?.querySelector('meta[name="robots"][content="noindex"]') === null;
    const pages = [...visited].filter(([path, { root }]) => isListed(root) && !path.includes('?')).map(([path]) => path);
    expect([...listed].sort()).toEqual([...pages].sort());
    const undated = listed.filter((path) => !dated.includes(path));
    expect(undated.sort()).toEqual(['/accessibility', '/developers', '/search']);
  });
});

describe('citations', () => {
  it('lead to their reference and back, on every article', async () => {
    const articles = [...visited.keys()].filter((path) => /^\/articles\/[\w-]+$/.test(path));
    expect(articles).toHaveLength(13);
    for (const path of articles) {
      const { root } = await open(path);
      const citations = root?.querySelectorAll('.citation') ?? [];
      expect(citations.length, path).toBeGreaterThanOrEqual(3);
      for (const citation of citations) {
        const link = citation.querySelector('a[role="doc-noteref"]');
        const reference = root?.getElementById((link?.getAttribute('href') ?? '').slice(1));
        expect(reference, `${path} ${citation.outerHTML}`).toBeTruthy();
        expect(reference?.innerHTML).toContain(`href="#${citation.id}"`);
        // What its number opens leads there, too.
        const preview = root?.getElementById(citation.querySelector('button')?.getAttribute('popovertarget') ?? '');
        expect(preview?.innerHTML).toContain(`href="#${reference?.id}"`);
      }
      // No link to a source is left in running text: each became a citation.
      const stray = root?.querySelectorAll('.prose > :is(p, ul, ol, blockquote) a[href^="https://doi.org/"]') ?? [];
      expect(
        stray.map((link) => link.outerHTML),
        path,
      ).toEqual([]);
    }
  });
});
