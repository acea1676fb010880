import { createHash } from 'node:crypto';

import { renderToStaticMarkup } from 'react-dom/server';

import type { Refusal } from '../guards/guard.ts';

import { words } from './words.ts';

import { site } from '#app/config/site.ts';
import { toCrisisContacts } from '#app/models/crisis.ts';

// The page stands on its own: whatever else is broken, it has its look. React escapes text, so it holds no quote, < or &.
const styles = [
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif;background:#f9f6ef;color:#1f2a24}',
  'body{max-width:38rem;margin:0 auto;padding:12vh 1.5rem 3rem}',
  'h1{font:500 2.125rem/1.15 Georgia,serif;margin:0 0 1rem}h2{font:500 1.25rem/1.3 Georgia,serif;margin:0 0 .5rem}',
  'a{color:#2c5440}a:focus-visible{outline:3px solid #2f6fd0;outline-offset:3px}',
  'section{margin:3rem 0;padding-top:1.5rem;border-top:1px solid #cfc8b8}',
  'ul{margin:0;padding:0;list-style:none}li{margin:0 0 1rem}p{margin:0 0 1rem}li a{display:inline-block;margin-right:1.25rem;padding:.5rem 0;font-weight:600}small{opacity:.8}',
  '@media(prefers-color-scheme:dark){:root{background:#161b18;color:#e9e5d9}a{color:#9ccfae}section{border-color:#3b443f}}',
].join('');

/** For the content security policy of the page: the only style sheet it may use. */
export const styleHash = `sha256-${createHash('sha256').update(styles).digest('base64')}`;

/** A complete page for an answer that Remix has no part in. It needs nothing else: no file, no CMS. */
export function refusalPage(status: Refusal['status'], { requestId, siteUrl }: { requestId: string; siteUrl: string }): string {
  const { heading, text } = words[status];
  const page = (
    <html lang={site.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${heading} – ${site.fallbackName}`}</title>
        <style>{styles}</style>
      </head>
      <body>
        <main>
          <h1>{heading}</h1>
          <p>{text}</p>
          <p>
            <a href={`${siteUrl}/`}>Go to the home page</a>
          </p>
        </main>
        <section aria-labelledby="crisis">
          <h2 id="crisis">If you are in crisis</h2>
          <ul>
            {toCrisisContacts(null).map(({ label, detail, links }) => (
              <li key={label}>
                <strong>{label}</strong>. {detail}
                <div>
                  {links.map(({ href, text: name }) => (
                    <a key={href} href={href} rel="noreferrer">
                      {name}
                    </a>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
        <footer>
          <small>If you tell us about it, this number helps: {requestId}</small>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
