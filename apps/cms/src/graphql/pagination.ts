import { badInput } from './bad-input';

const DEFAULT_SIZE = 25;
const MAX_SIZE = 100;

export interface PaginationArg {
  page?: number | null;
  pageSize?: number | null;
  start?: number | null;
  limit?: number | null;
}

/** A part of a list. */
export interface Slice {
  start: number;
  limit: number;
}

/**
 * Which part of a list an argument asks for.
 * @throws {GraphQLError} if both ways are mixed or a number is out of bounds; a list is never cut without saying so
 */
export function toSlice(pagination: PaginationArg | null | undefined): Slice {
  const { page, pageSize, start, limit } = pagination ?? {};
  const isPaged = page != null || pageSize != null;
  if (isPaged && (start != null || limit != null)) {
    throw badInput('Give page and pageSize, or start and limit, not both.');
  }
  const size = within('pageSize', pageSize, 'limit', limit);
  if (!isPaged) return { start: atLeast('start', start ?? 0, 0), limit: size };
  return { start: (atLeast('page', page ?? 1, 1) - 1) * size, limit: size };
}

function within(
  pageSizeName: string,
  pageSize: number | null | undefined,
  limitName: string,
  limit: number | null | undefined,
): number {
  const [name, value] = pageSize == null ? [limitName, limit ?? DEFAULT_SIZE] : [pageSizeName, pageSize];
  if (value < 1 || value > MAX_SIZE) throw badInput(`${name} must be from 1 to ${MAX_SIZE}; ${value} was asked for.`);
  return value;
}

function atLeast(name: string, value: number, least: number): number {
  if (value < least || value > 1_000_000) throw badInput(`${name} must be from ${least} to 1000000; ${value} was asked for.`);
  return value;
}

/** Where a slice stands in a list of `total` entries. */
export function pageInfo(
  { start, limit }: Slice,
  total: number,
): { page: number; pageSize: number; pageCount: number; total: number } {
  return { page: Math.floor(start / limit) + 1, pageSize: limit, pageCount: Math.ceil(total / limit), total };
}
