/**
 * How the servers ask the system for memory: Linux (glibc) would otherwise give each of a dozen threads a store of its own and take nothing
 * back from it, some 70 MB a server. What the environment says wins.
 */
export const memoryHabits: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2' };
