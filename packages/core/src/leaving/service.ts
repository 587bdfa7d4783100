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
  return { municipality, parts: holdings.map(({ table, what, holds }) => ({ part: table, what, holds })) };
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
  moment: /^2\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/,
} as const;

interface Piece {
  readonly row: Record<string, unknown>;
  readonly key: string[];
}

type Place = string[] | null;

function fits({ key, moment }: Holding, after: string[]): boolean {
  if (moment === null)
    return after.length === key.length && key.every(([, type], n) => looks[type].test(after[n] ?? ''));
  const [at = '', shown = ''] = after;
  // Not the 31st of June.
  const isDay = looks.moment.test(at) && new Date(at).toJSON().slice(0, 10) === at.slice(0, 10);
  return after.length === 2 && isDay && looks.integer.test(shown);
}

/** By key: what comes after the last one. */
function questionByKey({ table, key, own, atOnce }: Holding, after: Place) {
  const columns = key.map(([column]) => `t.${column}`).join(', ');
  const onward = after
    ? `and (${columns}) > (${key.map(([, type], n) => `$${n + 3}::${type}`).join(', ')})`
    : '';
  const text = `select to_jsonb(t) - $2::text[] as row, array[${key.map(([column]) => `t.${column}::text`).join(', ')}] as key
     from ${table} t where ${own} ${onward} order by ${columns} limit ${atOnce}`;
  return { text, params: after ?? [] };
}

/** By moment: what is of that moment or later, without those of it that were read already. */
function questionByMoment({ table, moment, own, atOnce }: Holding, after: Place) {
  const [at = '-infinity', shown = '0'] = after ?? [];
  const text = `select to_jsonb(t) - $2::text[] as row,
       array[to_char(t.${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')] as key
     from ${table} t where ${own} and t.${moment} >= $3::timestamptz order by t.${moment}, t.id offset $4::integer limit ${atOnce}`;
  return { text, params: [at, shown] };
}

function nextPlace({ moment, atOnce }: Holding, pieces: readonly Piece[], after: Place): Place {
  const last = pieces.at(-1);
  if (!last || pieces.length < atOnce) return null;
  if (moment === null) return last.key;
  const [at = ''] = last.key;
  const ofMoment = pieces.filter(({ key }) => key[0] === at).length;
  return [at, String(ofMoment + (after?.[0] === at ? Number(after[1]) : 0))];
}

/** The next rows of one part, in their order, so that none is missed or told twice while others write. */
export async function readPart(tx: Tx, actor: Actor, input: { part: string; after: Place }) {
  const holding = holdings.find(({ table }) => table === input.part);
  if (!holding) throw notFound('part');
  const { after } = input;
  if (after !== null && !fits(holding, after)) throw invalid('part.no_such_place');
  const { text, params } =
    holding.moment === null ? questionByKey(holding, after) : questionByMoment(holding, after);
  const pieces = await plainQuery(tx)<Piece>(text, [ownOf(actor), [...holding.without], ...params]);
  return { rows: pieces.map(({ row }) => row), next: nextPlace(holding, pieces, after) };
}
