import type { Handler } from './handler.ts';
import { isRead } from './handler.ts';
import { splitTarget } from './target.ts';

import { healthPath, readyPath } from '#app/config/paths.ts';
import { cacheHeaders } from '#app/http/responses.ts';

/**
 * Answers supervisors and load balancers, whatever name they use for this server. Healthy: the process answers. Ready: it takes visitors.
 * Neither asks for the CMS: the site outlives it.
 */
export function health({ isReady }: { isReady: () => boolean }): Handler {
  return (request, response) => {
    const { path } = splitTarget(request.url ?? '/');
    if (!isRead(request) || (path !== healthPath && path !== readyPath)) return Promise.resolve(false);
    const good = path === healthPath || isReady();
    const words = good ? 'ok\n' : 'stopping\n';
    response
      .writeHead(good ? 200 : 503, {
        ...cacheHeaders('never'),
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': words.length,
      })
      .end(words);
    return Promise.resolve(true);
  };
}
