// How municipalities stand with what they promised: derived in one question from what happened, for one municipality and
// for all. Nothing here can be ticked.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { invalid, notFound, slugOf } from '../kernel/index.ts';
import type { Fact, JudgedCommitment } from './contract.ts';
import { facts } from './facts.ts';
import { judge } from './standing.ts';
import type { Commitment, Standing } from './vocabulary.ts';
import { commitments } from './vocabulary.ts';

interface FactRow {
  kind: Fact['kind'];
  on: string;
  title: string;
  noun: Fact['address']['noun'];
  handle: string;
  version: number | null;
}

interface Row extends Record<string, unknown> {
  code: string;
  name: string;
  slug: string;
  joined_on: string | null;
  commitment: Commitment;
  signed_on: string | null;
  ended_on: string | null;
  source: string | null;
  counted: number;
  facts: FactRow[];
}

/** The year asked about, those that can be asked about, and what day it is in the Netherlands. */
async function calendar(tx: Tx, asked: number | null) {
  const { rows } = await tx.execute<{ today: string; first: number }>(
    sql`select (now() at time zone 'Europe/Amsterdam')::date::text as today, least(
          extract(year from now() at time zone 'Europe/Amsterdam'),
          (select extract(year from min(s.signed_on)) from signed_commitment s))::int as first`,
  );
  const [{ today, first } = { today: '', first: 0 }] = rows;
  const now = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.min(now - first, 30) + 1 }, (_, back) => now - back);
  const year = asked ?? now;
  if (!years.includes(year)) throw invalid('commitment.no_such_year', [{ field: 'year', code: 'unknown' }]);
  return { today, year, years, isOver: today > `${year}-12-31` };
}

const shownFacts = 50;

/** Every promise of each municipality, or of one; the facts themselves only for one. */
async function standingRows(tx: Tx, year: number, of: { code: string } | null): Promise<Row[]> {
  const listed = of
    ? sql`coalesce((select json_agg(json_build_object('kind', n.kind, 'on', n.on_day, 'title', n.title, 'noun', n.noun,
          'handle', n.handle, 'version', n.version) order by n.on_day desc, n.title, n.handle, n.version desc nulls first, n.kind)
        from (select * from fact f where f.municipality = j.code and f.commitment = j.commitment
          and f.on_day between j.since and j.until order by f.on_day desc, f.title, f.handle, f.version desc nulls first, f.kind limit ${shownFacts}) n), '[]')`
    : sql`'[]'::json`;
  const { rows } = await tx.execute<Row>(sql`
    with bounds as (select make_date(${year}, 1, 1) as first, make_date(${year}, 12, 31) as last),
    fact (municipality, commitment, kind, on_day, title, noun, handle, version) as materialized (${facts}),
    judged as (
      select m.code, m.name, m.slug, p.place, p.commitment, s.signed_on, s.ended_on, s.source, j.joined_on,
        greatest(b.first, s.signed_on, j.joined_on) as since, least(b.last, s.ended_on) as until
      from municipality m cross join bounds b
      cross join unnest(${sql.param([...commitments])}::text[]) with ordinality as p (commitment, place)
      cross join lateral (select (m.joined_at at time zone 'Europe/Amsterdam')::date as joined_on) j
      left join signed_commitment s on s.municipality = m.code and s.commitment = p.commitment
      where ${of ? sql`m.code = ${of.code}` : sql`m.valid_until is null`}),
    counted as (
      select j.code, j.commitment, count(*)::int as counted from judged j
      join fact f on f.municipality = j.code and f.commitment = j.commitment and f.on_day between j.since and j.until
      where j.signed_on is not null and j.joined_on is not null group by j.code, j.commitment)
    select j.code, j.name, j.slug, j.joined_on::text, j.commitment, j.signed_on::text, j.ended_on::text, j.source,
      coalesce(c.counted, 0) as counted, ${listed} as facts
    from judged j left join counted c on c.code = j.code and c.commitment = j.commitment
    order by j.slug, j.place`);
  return rows;
}

const judgedOf = (row: Row, year: number, today: string) => {
  const { commitment, counted } = row;
  const kept = {
    commitment,
    signedOn: row.signed_on,
    endedOn: row.ended_on,
    joinedOn: row.joined_on,
    counted,
  };
  return { commitment, counted, ...judge(kept, year, today) };
};

/** A consultation has an id for an address; a page its title before the handle. */
const factOf = ({ kind, on, title, noun, handle, version }: FactRow): Fact => ({
  kind,
  on,
  title,
  address: {
    noun,
    slug: noun === 'consultation' ? handle : slugOf(title, handle),
    version,
  },
});

async function standingOf(tx: Tx, code: string, asked: number | null) {
  const { today, ...when } = await calendar(tx, asked);
  const rows = await standingRows(tx, when.year, { code });
  const [first] = rows;
  if (!first) throw notFound('municipality');
  return {
    ...when,
    municipality: { code, name: first.name, slug: first.slug },
    joinedOn: first.joined_on,
    commitments: rows.map((row): JudgedCommitment => {
      const { signed_on: signedOn, ended_on: endedOn, source } = row;
      const judged = judgedOf(row, when.year, today);
      return {
        ...judged,
        signed: signedOn === null ? null : { signedOn, endedOn, source: source ?? '' },
        // Nothing is looked at, so nothing is evidence.
        facts: judged.since === null ? [] : row.facts.map(factOf),
      };
    }),
  };
}

/** Of the municipality one acts for. */
export const ownStanding = (tx: Tx, actor: Actor, year: number | null) =>
  standingOf(tx, actor.acting?.key ?? '', year);

interface SaidRow extends Record<string, unknown> {
  handle: string;
  title: string;
  commitments: string[];
  signatories: { role: string; organisation: string; date: string | null }[];
}

/** For a coordinator: the same, with what the agendas say of promises and signatures. */
export async function standingForCoordinator(tx: Tx, slug: string, year: number | null) {
  const { rows } = await tx.execute<{ code: string }>(
    sql`select m.code from municipality m where m.slug = ${slug} and m.valid_until is null`,
  );
  const [found] = rows;
  if (!found) throw notFound('municipality');
  const { rows: said } = await tx.execute<SaidRow>(
    sql`select v.handle, v.title, v.content -> 'commitments' as commitments, v.content -> 'signatories' as signatories
        from agenda_version v where v.municipality = ${found.code} and v.current and v.withdrawn_at is null
          and (v.content -> 'commitments' <> '[]' or v.content -> 'signatories' <> '[]')
        order by v.title, v.handle limit 20`,
  );
  return {
    ...(await standingOf(tx, found.code, year)),
    said: said.map(({ handle, title, commitments: promises, signatories }) => ({
      slug: slugOf(title, handle),
      title,
      commitments: promises,
      signatories,
    })),
  };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** All municipalities with every promise, filtered; the totals are of all of them. */
export async function overview(
  tx: Tx,
  input: {
    year: number | null;
    text: string;
    commitment: Commitment | null;
    standing: Standing | null;
    signedOnly: boolean;
  },
) {
  const { today, ...when } = await calendar(tx, input.year);
  const rows = await standingRows(tx, when.year, null);
  const byMunicipality = [...Map.groupBy(rows, ({ code }) => code).values()].map((of) => ({
    rows: of,
    commitments: of.map((row) => judgedOf(row, when.year, today)),
  }));
  const totals = new Map<string, { commitment: Commitment; standing: Standing; municipalities: number }>();
  for (const { commitment, standing } of byMunicipality.flatMap((of) => of.commitments)) {
    const key = `${commitment} ${standing}`;
    const before = totals.get(key)?.municipalities ?? 0;
    totals.set(key, { commitment, standing, municipalities: before + 1 });
  }
  const wanted = plain(input.text);
  const chosen = byMunicipality.filter(
    ({ rows: [first], commitments: judged }) =>
      first !== undefined &&
      plain(first.name).includes(wanted) &&
      (!input.signedOnly || judged.some(({ standing }) => standing !== 'not_signed')) &&
      judged.some(
        (each) =>
          (input.commitment === null || each.commitment === input.commitment) &&
          (input.standing === null || each.standing === input.standing),
      ),
  );
  return {
    ...when,
    rows: chosen.flatMap(({ rows: [first], commitments: judged }) =>
      first
        ? [
            {
              municipality: {
                code: first.code,
                name: first.name,
                slug: first.slug,
              },
              joinedOn: first.joined_on,
              commitments: judged,
            },
          ]
        : [],
    ),
    totals: [...totals.values()],
  };
}
