import type { LoaderFunctionArgs } from '@remix-run/node';

import { articlePath } from '#app/config/paths.ts';
import { findArticleMarkdown, listArticleSources } from '#app/content/articles.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { orMoved } from '#app/http/moved.server.ts';
import { cacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { referenceFile, type ReferenceFormat } from '#app/models/reference-files.ts';
import { reviewWords } from '#app/models/review-words.ts';

const files: Record<string, ReferenceFormat> = { 'references.bib': 'bib', 'references.ris': 'ris' };

/** The whole article as Markdown; whether a review stands behind it stands beside the text wherever the text goes. */
async function markdownFile(slug: string): Promise<Response> {
  const article = await orMoved(await orUnavailable(findArticleMarkdown(slug)), articlePath({ slug }));
  const { title, shortAnswer, markdown, attribution, reviewState } = article;
  const text = `# ${title}\n\n${shortAnswer}\n\n${markdown.trim()}\n\n---\n\n${attribution}\n\nClinical review: ${reviewWords[reviewState]}\n`;
  return new Response(text, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'X-Robots-Tag': 'noindex', ...cacheHeaders('page') },
  });
}

/** An article's files: as Markdown in `article.md`, its references for reference managers: `references.bib` and `references.ris`. */
export async function loader({ params: { slug = '', file = '' } }: LoaderFunctionArgs): Promise<Response> {
  if (file === 'article.md') return markdownFile(slug);
  const format = Object.hasOwn(files, file) ? files[file] : undefined;
  invariantResponse(format, 'No file of an article has that name');
  const sources = await orUnavailable(listArticleSources(slug));
  invariantResponse(sources, 'No article has that address');
  const { contentType, text } = referenceFile(sources, format);
  return new Response(text, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${slug.replace(/[^\w-]/g, '')}.${format}"`,
      'X-Robots-Tag': 'noindex',
      ...cacheHeaders('page'),
    },
  });
}
