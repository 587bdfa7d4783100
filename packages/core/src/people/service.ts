// The directory of members. Everything is asked through the wall: a field that may not be seen is no row, and a person
// without a field that may be seen is none either, in no list and in no number.
import type { Actor, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { notFound, slugOf } from '../kernel/index.ts';
import type { PersonCard, PersonPage, Place } from './contract.ts';

type Theme = PersonCard['themes'][number];

export interface PlaceRow {
  municipality: { code: string; name: string; slug: string } | null;
  organisation: { handle: string; name: string } | null;
  /** Whether it is that of an organisation, also of one whose name may not be seen. */
  of_organisation: boolean;
}

interface FieldRow extends PlaceRow {
  field: string;
  text: string;
  themes: Theme[];
}

interface PersonRow extends Record<string, unknown> {
  handle: string;
  name: string;
  account_id: string;
  fields: FieldRow[];
}

export function placeOf({ municipality, organisation, of_organisation }: PlaceRow): Place {
  if (municipality) return { kind: 'municipality', municipality };
  if (!of_organisation) return { kind: 'alliance' };
  return {
    kind: 'organisation',
    organisation: organisation && {
      slug: slugOf(organisation.name, organisation.handle),
      name: organisation.name,
    },
  };
}

/** Where a row `f` is, with the names that the reader may see. */
export const placeColumns = sql`
  (select json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) from municipality m where m.code = f.municipality) as municipality,
  (select json_build_object('handle', o.handle, 'name', o.name) from organisation o where o.id = f.organisation_id) as organisation,
  f.organisation_id is not null as of_organisation`;

/** Also one's own page is shown as others see it: what nobody may read is not in it. */
const shownFields = sql`
  (select coalesce(json_agg(each), '[]') from (
    select f.field, f.text, f.themes, ${placeColumns}
    from profile_field f where f.membership_id = p.membership_id and f.shown_to <> 'nobody') each) as fields`;

const has = (condition: SQL) => sql`exists (
  select from profile_field f where f.membership_id = p.membership_id and f.shown_to <> 'nobody' and ${condition})`;

function cardOf({ handle, name, fields }: PersonRow): PersonCard {
  const found = new Map(fields.map((row) => [row.field, row]));
  const place = found.get('place');
  return {
    handle,
    name,
    work: found.get('work')?.text ?? null,
    place: place ? placeOf(place) : null,
    themes: found.get('themes')?.themes ?? [],
  };
}

/** Words as they are looked for: without case and accents. */
const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** By name, as many as `limit`; `next` is the place to go on from. */
export async function listPeople(
  tx: Tx,
  input: {
    text: string;
    theme: Theme | null;
    municipality: string | null;
    after: { name: string; handle: string } | null;
    limit: number;
  },
) {
  const { theme, municipality, after, limit } = input;
  const all = sql.join(
    [
      has(sql`true`),
      ...wordsOf(input.text).map((word) => sql`position(${word} in lower(unaccent(p.name))) > 0`),
      ...(theme === null ? [] : [has(sql`f.field = 'themes' and ${theme} = any(f.themes)`)]),
      ...(municipality === null ? [] : [has(sql`f.field = 'place' and f.municipality = ${municipality}`)]),
    ],
    sql` and `,
  );
  const { rows: counted } = await tx.execute<{ total: number }>(
    sql`select count(*)::int as total from profile p where ${all}`,
  );
  const onward = after ? sql`and (lower(p.name), p.handle) > (lower(${after.name}), ${after.handle})` : sql``;
  const { rows } = await tx.execute<PersonRow>(
    sql`select p.handle, p.name, p.account_id, ${shownFields} from profile p
        where ${all} ${onward} order by lower(p.name), p.handle limit ${limit + 1}`,
  );
  const { rows: municipalities } = await tx.execute<{
    code: string;
    name: string;
    slug: string;
  }>(
    sql`select m.code, m.name, m.slug from municipality m where exists (
          select from profile_field f where f.field = 'place' and f.municipality = m.code and f.shown_to <> 'nobody')
        order by m.slug`,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    people: shown.map(cardOf),
    total: counted[0]?.total ?? 0,
    municipalities,
    next: rows.length > limit && last ? { name: last.name, handle: last.handle } : null,
  };
}

export async function getPerson(tx: Tx, actor: Actor, handle: string): Promise<PersonPage> {
  const { rows } = await tx.execute<PersonRow>(
    sql`select p.handle, p.name, p.account_id, ${shownFields} from profile p
        where p.handle = ${handle} and ${has(sql`true`)}`,
  );
  const [row] = rows;
  if (!row) throw notFound('person');
  const textOf = (field: string) => row.fields.find((each) => each.field === field)?.text ?? null;
  return {
    ...cardOf(row),
    askMe: textOf('ask_me'),
    about: textOf('about'),
    telephone: textOf('telephone'),
    own: row.account_id === actor.account,
  };
}
