// A complete export of the own municipality, read through the wall as its administrator: a row that this person may
// not see cannot get in, whatever the list of holdings says.
import { plainQuery, type Actor, type Tx } from '@kansenplein/db';
import { invalid, notFound, recordEvent } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import { holdings, type Holding } from './holdings.ts';

const ownOf = (actor: Actor): string => actor.acting?.key ?? '';

/** Whose export it would be, and which parts it has. */
export async function showLeaving(tx: Tx, actor: Actor) {
  const own = ownOf(actor);
  const municipality = (await namesOf(tx, [own])).get(own);
  if (!municipality) throw notFound('municipality');
  return { municipality, parts: holdings.map(({ table, what }) => ({ part: table, what })) };
}

/** Writes the event; from here on the parts are read. */
export async function startLeaving(tx: Tx, actor: Actor) {
  const own = ownOf(actor);
  await recordEvent(tx, { action: 'municipality.exported', object: own, municipality: own });
  return { ...(await showLeaving(tx, actor)), startedAt: new Date().toISOString() };
}

/** What a value of a key looks like; anything else never came from us and would be an error of the database. */
const looks = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[A-Za-z0-9_./-]{1,800}$/,
  integer: /^[0-9]{1,9}$/,
  bigint: /^[0-9]{1,18}$/,
} as const;

interface Piece {
  readonly row: Record<string, unknown>;
  readonly key: string[];
}

/** The next rows of one part, in the order of their keys, so that none is missed or told twice while others write. */
export async function readPart(tx: Tx, actor: Actor, input: { part: string; after: string[] | null }) {
  const holding = holdings.find(({ table }) => table === input.part);
  if (!holding) throw notFound('part');
  const fits = ({ key }: Holding, after: string[]) =>
    after.length === key.length && key.every(([, type], n) => looks[type].test(after[n] ?? ''));
  if (input.after !== null && !fits(holding, input.after)) throw invalid('part.no_such_place');
  const { table, key, own, without, atOnce } = holding;
  const columns = key.map(([column]) => `t.${column}`).join(', ');
  const after =
    input.after === null
      ? ''
      : `and (${columns}) > (${key.map(([, type], n) => `$${n + 3}::${type}`).join(', ')})`;
  const pieces = await plainQuery(tx)<Piece>(
    `select to_jsonb(t) - $2::text[] as row, array[${key.map(([column]) => `t.${column}::text`).join(', ')}] as key
     from ${table} t where ${own} ${after} order by ${columns} limit ${atOnce}`,
    [ownOf(actor), [...without], ...(input.after ?? [])],
  );
  const last = pieces.at(-1);
  return { rows: pieces.map(({ row }) => row), next: pieces.length === atOnce && last ? last.key : null };
}
