/**
 * How the servers ask the system for memory: Linux (glibc) would otherwise give each of a dozen threads a store of its own and take nothing
 * back from it, some 70 MB a server. What the environment says wins.
 */
export const memoryHabits: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '2' };

/**
 * How Node keeps the site's memory: on a large machine it would let garbage of hundreds of megabytes stand. What the site holds at a time is
 * some 60 MB, and its pages, which have a limit of their own, do not count here.
 */
export const siteFlags: readonly string[] = ['--max-old-space-size=400', '--max-semi-space-size=16'];

/** Node lets new objects take more room the more are made, and keeps it; whoever floods the CMS with questions should not make it larger. */
export const cmsFlags: readonly string[] = ['--max-semi-space-size=8'];
