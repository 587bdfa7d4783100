// What is told of a page that was withdrawn: the same of every noun that is published.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { notFound } from './errors.ts';
import type { PublishableNoun } from './publishable.ts';

interface Withdrawn extends Record<string, unknown> {
  title: string;
  withdrawn_at: string;
  reason: string;
  municipality: { code: string; name: string; slug: string };
}

/** What stands at the address of a page that was withdrawn, for who could read it; throws `<noun>.not_found`. */
export async function getWithdrawn(tx: Tx, noun: PublishableNoun, handle: string) {
  const { rows } = await tx.execute<Withdrawn>(sql`
    select w.title, w.withdrawn_at, w.reason, json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality
    from ${sql.identifier(`${noun}_withdrawal`)} w join municipality m on m.code = w.municipality where w.handle = ${handle}`);
  const [row] = rows;
  if (!row) throw notFound(noun);
  const { title, reason, municipality, withdrawn_at: at } = row;
  return {
    state: 'withdrawn' as const,
    ...{ title, reason, municipality },
    withdrawnAt: new Date(at).toISOString(),
  };
}
