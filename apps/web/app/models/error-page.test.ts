import { describe, expect, it } from 'vitest';

import { toErrorPage } from './error-page.ts';

const thrown = (status: number) => ({ status, statusText: '', internal: false, data: null });

describe('error page model', () => {
  it.each([
    [thrown(404), 404, 'We could not find that page'],
    [thrown(410), 410, 'This page has been taken down'],
    [thrown(405), 405, 'That is not possible here'],
    [thrown(503), 503, 'This page cannot be shown right now'],
    [thrown(502), 502, 'Something went wrong on our side'],
    [new Error('boom'), 500, 'Something went wrong on our side'],
    [undefined, 500, 'Something went wrong on our side'],
  ])('%o', (error, status, heading) => {
    expect(toErrorPage(error)).toMatchObject({ status, heading });
  });

  it("uses the route's own words only for what was not found", () => {
    expect(toErrorPage(thrown(404), 'No such topic').heading).toBe('No such topic');
    expect(toErrorPage(thrown(410), 'No such topic').heading).toBe('This page has been taken down');
    expect(toErrorPage(thrown(503), 'No such topic').heading).toBe('This page cannot be shown right now');
  });
});
