import type { LoaderFunctionArgs } from '@remix-run/node';

import { listArticleSources } from '#app/content/articles.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { referenceFile, type ReferenceFormat } from '#app/models/reference-files.ts';

const files: Record<string, ReferenceFormat> = { 'references.bib': 'bib', 'references.ris': 'ris' };

/** An article's references for reference managers: `references.bib` and `references.ris`. */
export async function loader({ params: { slug = '', file = '' } }: LoaderFunctionArgs): Promise<Response> {
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
