import { badInput } from './bad-input';

interface TextFilter {
  eq?: string | null;
  in?: string[] | null;
}

interface InstantFilter {
  gt?: string | null;
  gte?: string | null;
  lt?: string | null;
  lte?: string | null;
}

export interface ArticleFilters {
  documentId?: TextFilter | null;
  slug?: TextFilter | null;
  category?: TextFilter | null;
  evidence?: TextFilter | null;
  author?: TextFilter | null;
  reviewer?: TextFilter | null;
  source?: TextFilter | null;
  firstPublishedAt?: InstantFilter | null;
  updatedAt?: InstantFilter | null;
}

type Where = Record<string, unknown>;

const MOST_VALUES = 100;

function textCondition(filter: TextFilter): Where {
  if (filter.in && filter.in.length > MOST_VALUES) throw badInput(`A filter takes at most ${MOST_VALUES} values.`);
  return { ...(filter.eq != null && { $eq: filter.eq }), ...(filter.in != null && { $in: filter.in }) };
}

function instantCondition(filter: InstantFilter): Where {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([operator, value]) => (value == null ? [] : [[`$${operator}`, value]])),
  );
}

/** The contract's filters as Document Service filters. Only the fields listed here can be asked about. */
export function toFilters(filters: ArticleFilters | null | undefined): Where {
  if (!filters) return {};
  const own: Where[] = [];
  for (const field of ['documentId', 'slug', 'evidence'] as const) {
    const filter = filters[field];
    if (filter) own.push({ [field]: textCondition(filter) });
  }
  for (const field of ['firstPublishedAt', 'updatedAt'] as const) {
    const filter = filters[field];
    if (filter) own.push({ [field]: instantCondition(filter) });
  }
  const relations = [
    [filters.category, 'category', 'slug'],
    [filters.author, 'author', 'slug'],
    [filters.reviewer, 'reviewer', 'slug'],
    [filters.source, 'sources', 'citationKey'],
  ] as const;
  for (const [filter, relation, key] of relations) if (filter) own.push({ [relation]: { [key]: textCondition(filter) } });
  return own.length > 0 ? { $and: own } : {};
}

const SORTABLE = ['firstPublishedAt', 'updatedAt', 'title', 'slug'];

/**
 * The contract's sort as a Document Service sort; ties are broken by documentId, so that pages never repeat or lose an entry.
 * @throws {GraphQLError} naming what may be sorted by
 */
export function toSort(sort: readonly string[] | null | undefined): Record<string, 'asc' | 'desc'>[] {
  const keys = (sort ?? ['firstPublishedAt:desc']).map((key) => {
    const [field = '', order = 'asc'] = key.split(':');
    if (!SORTABLE.includes(field) || (order !== 'asc' && order !== 'desc')) {
      throw badInput(`Cannot sort by this key. Use ${SORTABLE.join(', ')}, each with :asc or :desc.`);
    }
    return { [field]: order } satisfies Record<string, 'asc' | 'desc'>;
  });
  if (keys.length > SORTABLE.length) throw badInput(`Sort by at most ${SORTABLE.length} keys.`);
  return [...keys, { documentId: 'asc' }];
}
