import { startSite } from './support/site.ts';
const site = await startSite();
for (const p of ['/favicon.svg', '/healthz', '/speculation-rules.json', '/accessibility']) { const r = await fetch(site.url + p); console.log(p, r.status, [...r.headers].map(([k, v]) => `${k}: ${v}`).join('\n  ')); }
await site.stop();
