import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startClinic } from './support/clinic.ts';
import { adminOf } from './support/strapi.ts';
rmSync('/tmp/prof', { recursive: true, force: true });
(await import('node:fs')).mkdirSync('/tmp/prof');
process.env['NODE_OPTIONS'] = '--require /tmp/prof2.cjs';
const clinic = await startClinic();
const admin = adminOf(clinic.cmsUrl, clinic.administrator);
const articles = '/content-manager/collection-types/api::article.article';
const slug = 'introduction-to-act-therapy';
const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${slug}`);
const { documentId } = (body as any).results[0];
const paths = [`/articles/${slug}`, '/', '/articles?sort=title', '/feed.xml', '/sitemap.xml', '/search?q=TITLE'];
await sleep(9000);
const N = Number(process.env['N'] ?? 40);
const took: Record<string, number[]> = {};
async function round(i: number) {
  const title = `A numbered title ${i + 1000} of many`;
  const t = performance.now();
  await admin('POST', `${articles}/${documentId}/actions/publish`, { title });
  const t0 = performance.now();
  (took['publish'] ??= []).push(t0 - t);
  await Promise.all(paths.map(async (p) => {
    for (;;) {
      const text = await (await fetch(clinic.siteUrl + p.replace('TITLE', encodeURIComponent(title)))).text();
      if (p === '/sitemap.xml' || text.includes(`${title}<`)) break;
      await sleep(5);
    }
    (took[p] ??= []).push(performance.now() - t0);
  }));
  await sleep(Number(process.env['PAUSE'] ?? 100));
}
for (let i = 0; i < 15; i++) await round(i);
for (const k in took) took[k] = [];
if (process.env['PROF']) { writeFileSync('/tmp/prof/on', ''); await sleep(300); }
for (let i = 15; i < 15 + N; i++) await round(i);
rmSync('/tmp/prof/on', { force: true }); await sleep(1500);
for (const [k, v] of Object.entries(took)) { v.sort((a, b) => a - b); console.log(k, v.slice(0,0), 'p50', v[v.length >> 1]!.toFixed(0), 'p95', v[Math.floor(v.length * 0.95)]!.toFixed(0)); }
await clinic.stop();
