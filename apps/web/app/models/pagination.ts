/** Where a page stands in a list. */
export interface PageInfo {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** What a pagination control shows. */
export interface PaginationView {
  page: number;
  pageCount: number;
  previous: string | null;
  next: string | null;
  /** Pages in order; `gap` stands for the ones left out. */
  items: ({ page: number; href: string; current: boolean } | 'gap')[];
}

/**
 * Which pages to show links to: the first, the last, the present one and its neighbors.
 * A gap never hides a single page. Null where everything fits on one page.
 */
export function toPagination(
  { page, pageCount }: Pick<PageInfo, 'page' | 'pageCount'>,
  hrefOf: (page: number) => string,
): PaginationView | null {
  if (pageCount < 2) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((n) => n >= 1 && n <= pageCount);
  const items: PaginationView['items'] = [];
  let last = 0;
  for (const n of shown) {
    if (n - last === 2) items.push({ page: n - 1, href: hrefOf(n - 1), current: false });
    else if (n - last > 2) items.push('gap');
    items.push({ page: n, href: hrefOf(n), current: n === page });
    last = n;
  }
  return {
    page,
    pageCount,
    previous: page > 1 ? hrefOf(page - 1) : null,
    next: page < pageCount ? hrefOf(page + 1) : null,
    items,
  };
}

/** Whether a list has such a page; its first page always exists, even if empty. */
export function hasPage({ page, pageCount }: Pick<PageInfo, 'page' | 'pageCount'>): boolean {
  return page === 1 || page <= pageCount;
}

/** The title of one page of a list. */
export function pageTitle(title: string, page: number): string {
  return page === 1 ? title : `${title}, page ${page}`;
}
