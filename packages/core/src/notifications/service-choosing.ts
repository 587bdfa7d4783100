// How somebody wants to hear of each kind: signed in for every kind, and with the link of a mail for what that mail was about.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { invalid, notFound, recordEvent } from '../kernel/index.ts';
import type { Choose } from './contract.ts';
import { notificationChoice } from './tables.ts';
import { defaultWay, type ToldKind, toldKinds, waysOf } from './vocabulary.ts';

const done = { done: true as const };

export async function listChoices(tx: Tx) {
  const rows = await tx.select().from(notificationChoice);
  const chosen = new Map(rows.map(({ kind, way }) => [kind, way]));
  return {
    choices: toldKinds.map((kind) => ({
      kind,
      way: chosen.get(kind) ?? defaultWay,
      possible: [...waysOf(kind)],
    })),
  };
}

/** Holds for what waits to be mailed too (a trigger). Throws `notification.not_mailed` for what is mailed anyhow. */
export async function choose(tx: Tx, actor: Actor, { kind, way }: Choose) {
  if (!waysOf(kind).includes(way))
    throw invalid('notification.not_mailed', [{ field: 'way', code: 'not_mailed' }]);
  await tx
    .insert(notificationChoice)
    .values({ accountId: actor.account ?? '', kind, way })
    .onConflictDoUpdate({
      target: [notificationChoice.accountId, notificationChoice.kind],
      set: { way: sql`excluded.way` },
    });
  const municipality = actor.acting?.kind === 'municipality' ? actor.acting.key : null;
  await recordEvent(tx, { action: 'notification.chosen', object: kind, municipality });
  return done;
}

interface Linked extends Record<string, unknown> {
  kinds: ToldKind[];
  search: string | null;
  stopped: boolean;
}

/** What the link that the transaction holds stops; too old, thrown away and never existing are the same. */
export async function viewStopLink(tx: Tx) {
  const { rows } = await tx.execute<Linked>(sql`select kinds, search, stopped from wall.stop_of_link()`);
  const [linked] = rows;
  if (!linked) throw notFound('stop');
  return linked;
}

/** Pressed twice it has been stopped all the same. */
export async function stopByLink(tx: Tx) {
  const { rows } = await tx.execute<{
    kinds: string[];
    search_id: string | null;
    municipality: string | null;
  }>(sql`select * from wall.stop_by_link()`);
  const [stopped] = rows;
  if (!stopped) throw notFound('stop');
  const { kinds, search_id: search, municipality } = stopped;
  if (search === null)
    await recordEvent(tx, { action: 'notification.stopped', object: kinds.join(','), municipality });
  else await recordEvent(tx, { action: 'search.stopped', object: search, municipality });
  return done;
}
