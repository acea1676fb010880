import type { Core } from '@strapi/strapi';

import type { Ref } from './kinds';
import type { Transaction } from './turn';

const UID = 'api::redirect.redirect';
const TABLE = 'redirects';

interface RedirectRow {
  id: number;
  documentId: string;
  from: string;
  to: string | null;
  kind: 'moved' | 'gone';
}

/**
 * Keeps the redirects in step with what stands where: a page that moved leaves a redirect, one that was withdrawn says so, and an address
 * that is used again has none. A redirect never leads to another one.
 */
export class Redirects {
  constructor(private readonly strapi: Core.Strapi) {}

  /** A page moved. @returns the redirects that were written */
  async moved(from: string, to: string): Promise<Ref[]> {
    const shortened = await this.leadTo(from, to);
    return [...shortened, await this.set(from, { kind: 'moved', to })];
  }

  /** A page was withdrawn. */
  async gone(from: string): Promise<Ref[]> {
    return [await this.set(from, { kind: 'gone', to: null })];
  }

  /** A page stands at an address (again). */
  async taken(address: string): Promise<Ref[]> {
    const redirect = await this.at(address);
    if (!redirect) return [];
    await this.strapi.db.query(UID).delete({ where: { id: redirect.id } });
    return [toRef(redirect)];
  }

  /** What used to lead to `from` leads straight to `to`. */
  async leadTo(from: string, to: string): Promise<Ref[]> {
    const leading = (await this.strapi.db.query(UID).findMany({ where: { to: from } })) as RedirectRow[];
    for (const { id, from: start } of leading) {
      if (start === to) await this.strapi.db.query(UID).delete({ where: { id } });
      else await this.strapi.db.query(UID).update({ where: { id }, data: { to } });
    }
    return leading.map(toRef);
  }

  /** The redirect at an address. */
  async at(from: string): Promise<RedirectRow | null> {
    return (await this.strapi.db.query(UID).findOne({ where: { from } })) as RedirectRow | null;
  }

  private async set(from: string, data: Pick<RedirectRow, 'kind' | 'to'>): Promise<Ref> {
    const query = this.strapi.db.query(UID);
    const existing = await this.at(from);
    const saved = (
      existing
        ? await query.update({ where: { id: existing.id }, data })
        : await query.create({ data: { from, ...data, publishedAt: new Date() } })
    ) as RedirectRow;
    return toRef(saved);
  }
}

const toRef = ({ documentId }: { documentId: string }): Ref => ({ type: 'redirect', documentId });

/** Which of these addresses lead somewhere by a redirect. */
export async function redirecting(trx: Transaction, addresses: string[]): Promise<string[]> {
  const rows = await trx(TABLE).whereIn('from', addresses).andWhere({ kind: 'moved' }).select<{ from: string }[]>('from');
  return rows.map(({ from }) => from);
}
