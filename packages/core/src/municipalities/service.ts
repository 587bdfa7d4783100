// Reading the municipalities of the country and their regions.
import type { Tx } from '@kansenplein/db';
import { asc, eq, sql } from 'drizzle-orm';
import { notFound } from '../kernel/index.ts';
import { municipality, region, regionMunicipality } from './tables.ts';

const nameColumns = { code: municipality.code, name: municipality.name, slug: municipality.slug };
const entryColumns = {
  ...nameColumns,
  province: municipality.province,
  joined: sql<boolean>`${municipality.joinedAt} is not null`,
};

export async function listMunicipalities(tx: Tx) {
  const municipalities = await tx
    .select(entryColumns)
    .from(municipality)
    .where(sql`${municipality.validUntil} is null`)
    .orderBy(asc(municipality.slug));
  return { municipalities };
}

export async function getMunicipality(tx: Tx, slug: string) {
  const [row] = await tx
    .select({ ...entryColumns, joinedAt: municipality.joinedAt })
    .from(municipality)
    .where(eq(municipality.slug, slug));
  if (!row) throw notFound('municipality');
  const regions = await tx
    .select({ slug: region.slug, name: region.name })
    .from(region)
    .innerJoin(regionMunicipality, eq(regionMunicipality.region, region.slug))
    .where(eq(regionMunicipality.municipality, row.code));
  return {
    ...row,
    joinedAt: row.joinedAt?.toISOString() ?? null,
    // Identifiers of the Dutch government: TOOI, Waardelijst gemeenten.
    tooiUri: `https://identifier.overheid.nl/tooi/id/gemeente/${row.code}`,
    regions,
  };
}

export async function listRegions(tx: Tx) {
  const rows = await tx
    .select({ region: { slug: region.slug, name: region.name }, municipality: nameColumns })
    .from(region)
    .innerJoin(regionMunicipality, eq(regionMunicipality.region, region.slug))
    .innerJoin(municipality, eq(municipality.code, regionMunicipality.municipality))
    .orderBy(asc(region.name), asc(municipality.name));
  const regions = Map.groupBy(rows, (row) => row.region.slug);
  return {
    regions: [...regions.values()].flatMap((members) => {
      const first = members[0];
      return first ? [{ ...first.region, municipalities: members.map((row) => row.municipality) }] : [];
    }),
  };
}

/** Names by code, for rooms that show a municipality beside their own noun. */
export async function namesOf(tx: Tx, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, { code: string; name: string; slug: string }>();
  const rows = await tx
    .select(nameColumns)
    .from(municipality)
    // One parameter, however many codes: a list of facets names all 342 municipalities in every request.
    .where(sql`${municipality.code} = any(${sql.param([...new Set(codes)])}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}
