import { documentAt } from '../contract/addresses';
import { CHANGES } from '../database/public-tables';
import type { Problem } from '../editorial/rules/problem';
import { redirectProblems, type WrittenRedirect } from '../editorial/rules/redirect';

import { findDead } from './dead-paths';
import type { Ref } from './kinds';
import type { Redirects } from './redirects';
import type { Transaction } from './turn';

const MOST_STEPS = 20;

/**
 * Checks a redirect that an editor wrote, and shortens it: one that leads to another redirect leads on to where that one ends, and those
 * that lead to its own address follow.
 */
export class WrittenRedirects {
  constructor(
    private readonly trx: Transaction,
    private readonly redirects: Redirects,
  ) {}

  async problems(redirect: WrittenRedirect): Promise<Problem[]> {
    const { from, to } = redirect;
    const end = to ? await this.endOf(to, from) : null;
    return redirectProblems(redirect, {
      isTaken: await this.isPublic(from),
      isLoop: Boolean(to) && end === null,
      leadsSomewhere: end !== null && (await findDead(this.trx, [end])).size === 0,
    });
  }

  /** @returns the redirects that were written besides */
  async shorten({ from, to, kind }: WrittenRedirect): Promise<Ref[]> {
    const end = kind === 'moved' && to ? await this.endOf(to, from) : null;
    if (end === null) return [];
    return end === to ? this.redirects.leadTo(from, end) : this.redirects.moved(from, end);
  }

  /** Where redirects lead a visitor from `path` in the end; null if they lead to `from`, in a circle. */
  private async endOf(path: string, from: string): Promise<string | null> {
    let end = path;
    for (let step = 0; step < MOST_STEPS && end !== from; step++) {
      const next = await this.redirects.at(end);
      if (next?.kind !== 'moved' || next.to === null) return end;
      end = next.to;
    }
    return null;
  }

  private async isPublic(path: string): Promise<boolean> {
    const document = documentAt(path);
    if (!document) return false;
    const row = (await this.trx(CHANGES)
      .where({ type: document.kind, slug: document.slug, is_live: true })
      .first('position')) as unknown;
    return row !== undefined;
  }
}
