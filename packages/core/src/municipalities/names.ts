// Names of municipalities and regions without a database: they change with a release, as the migration that is made
// from the same files does. For the command that reads a document, and for lists that name all of them.
import data from './municipalities.data.json' with { type: 'json' };
import regions from './regions.data.json' with { type: 'json' };

export const municipalityNames: readonly { code: string; name: string }[] = data;

const byCode: ReadonlyMap<string, string> = new Map(data.map(({ code, name }) => [code, name]));

/** The name of a municipality of today; null for a code of the past, which only the database knows. */
export const findMunicipalityName = (code: string): string | null => byCode.get(code) ?? null;

/** Regions with the codes of their municipalities, by name. */
export const knownRegions: readonly { slug: string; name: string; municipalities: readonly string[] }[] = [
  ...regions,
].sort((one, other) => one.name.localeCompare(other.name, 'nl'));
