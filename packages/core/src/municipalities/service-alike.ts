// Municipalities like this one: by figures where they are known, and otherwise by place and by what both work on.
import type { Tx } from '@kansenplein/db';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { notFound, type MunicipalFigures } from '../kernel/index.ts';
import { mostAlike } from './alike.ts';
import type { AlikeMunicipalities } from './contract-alike.ts';
import { noFigures } from './figures.ts';
import { knownRegions } from './names.ts';
import { municipality } from './tables.ts';

const atMost = 6;

interface Place {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly province: string;
}
type Entry = AlikeMunicipalities['alike'][number];

const columns = {
  code: municipality.code,
  name: municipality.name,
  slug: municipality.slug,
  province: municipality.province,
};

/** Those that joined, by name: the order of equals must not depend on when they did. */
const joined = (tx: Tx): Promise<Place[]> =>
  tx
    .select(columns)
    .from(municipality)
    .where(and(isNotNull(municipality.joinedAt), isNull(municipality.validUntil)))
    .orderBy(municipality.name);

const regionOfBoth = (one: Place, other: Place) =>
  knownRegions.find(({ municipalities: all }) => all.includes(one.code) && all.includes(other.code))?.name ??
  null;

/** Themes of what the actor may see of each. */
async function themesOf(tx: Tx, codes: readonly string[]) {
  const { rows } = await tx.execute<{ municipality: string; themes: string[] }>(
    sql`select municipality, themes from wall.search_themes_of(${sql.param(codes)}::text[])`,
  );
  return new Map(rows.map((row) => [row.municipality, row.themes]));
}

function byFigures(own: Place, others: readonly Place[], { of }: MunicipalFigures): Entry[] {
  const places = new Map(others.map((place) => [place.code, place]));
  return mostAlike(own.code, of, [...places.keys()], atMost).flatMap(({ code, shared }) => {
    const place = places.get(code);
    if (!place) return [];
    const figures = of.get(code) ?? null;
    return [
      { municipality: place, figures, shared: [...shared], region: regionOfBoth(own, place), themes: [] },
    ];
  });
}

/** The own region first, then the province, there only who works on a theme of ours; most themes in common first. */
async function nearby(tx: Tx, own: Place, others: readonly Place[]): Promise<Entry[]> {
  const neighbours = others
    .map((place) => ({ municipality: place, region: regionOfBoth(own, place) }))
    .filter(({ municipality: { province }, region }) => region !== null || province === own.province);
  if (neighbours.length === 0) return [];
  const themes = await themesOf(tx, [own.code, ...neighbours.map((each) => each.municipality.code)]);
  const ours = themes.get(own.code) ?? [];
  return neighbours
    .map((each) => {
      const theirs = themes.get(each.municipality.code) ?? [];
      return { ...each, figures: null, shared: [], themes: ours.filter((theme) => theirs.includes(theme)) };
    })
    .filter((each) => each.region !== null || each.themes.length > 0)
    .sort(
      (one, other) =>
        Number(other.region !== null) - Number(one.region !== null) ||
        other.themes.length - one.themes.length,
    )
    .slice(0, atMost);
}

/** At most six municipalities that joined and are like this one; throws `municipality.not_found`. */
export async function listAlike(
  tx: Tx,
  slug: string,
  supplied: MunicipalFigures = noFigures,
): Promise<AlikeMunicipalities> {
  const [own] = await tx.select(columns).from(municipality).where(eq(municipality.slug, slug));
  if (!own) throw notFound('municipality');
  const others = (await joined(tx)).filter(({ code }) => code !== own.code);
  const found = byFigures(own, others, supplied);
  return {
    basis: found.length > 0 ? 'figures' : 'nearby',
    own: supplied.of.get(own.code) ?? null,
    sources: supplied.sources,
    alike: found.length > 0 ? found : await nearby(tx, own, others),
  };
}
