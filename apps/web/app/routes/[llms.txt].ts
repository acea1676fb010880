import { env } from '#app/config/env.server.ts';
import { absoluteUrl, articleMarkdownPath, developersPath, editorialPolicyPath, glossaryPath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import { listArticleAddresses } from '#app/content/articles.server.ts';
import { getClinic } from '#app/content/clinic.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';

/** What is here, for language models and those who build with them (llmstxt.org): every article as Markdown. */
export async function loader(): Promise<Response> {
  const [clinic, articles] = await orUnavailable(Promise.all([getClinic(), listArticleAddresses()]));
  const url = (path: string) => absoluteUrl(path, env.siteUrl);
  const own = articles.filter(({ seo }) => !seo.noindex && seo.canonicalUrl === null);
  const text = `# ${clinic?.name ?? site.fallbackName}

> Education about mental health care. Every statement of fact names its source; every article says how strong the evidence is and whether a clinical review stands behind it. It is general information and cannot replace care. Quote it with its attribution line and its review state.

## Articles

${own.map((article) => `- [${article.title}](${url(articleMarkdownPath(article))}): ${article.summary}`).join('\n')}

## About

- [Editorial policy](${url(editorialPolicyPath)}): how articles are written and checked
- [Glossary](${url(glossaryPath)}): the words they use
- [For developers](${url(developersPath)}): the same content by GraphQL
`;
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', ...cacheHeaders('feed') } });
}
