// Reading, comparing and restoring versions. A version that may not be seen, one that does not exist and one of something
// that does not exist are the same answer: `version.not_found`.
import type { Actor, Role, Tx } from '@kansenplein/db';
import { sql, type SQL } from 'drizzle-orm';
import { compareByField, differingFields } from './comparing.ts';
import { conflict, forbidden, notFound } from './errors.ts';
import { recordEvent } from './events.ts';
import { slugOf } from './handle.ts';
import type { Publishable, PublishableContent, WhichText } from './publishable.ts';
import { recordStep } from './reviewing.ts';
import type { Earlier, VersionEntry } from './versions.ts';

interface Entry extends Record<string, unknown> {
  document: string;
  number: number;
  title: string;
  handle: string;
  note: string;
  published_at: string;
  published_role: Role | null;
  current: boolean;
  withdrawn_at: string | null;
  municipality: { code: string; name: string; slug: string };
}

interface Text<Content> {
  content: Content;
  /** Who takes part; null for a noun that nobody else takes part in. */
  participations: readonly { municipality: { code: string; name: string } }[] | null;
  /** What stands beside it; null of a text that was kept, which never had anything beside it. */
  which: WhichText | null;
}

const idOf = ({ noun }: { noun: string }) => sql`v.${sql.identifier(`${noun}_id`)}`;

/** Versions the actor may see, newest first: without their texts, which may be long. */
async function entriesWhere<More extends object>(tx: Tx, noun: string, which: SQL, more = sql``) {
  const { rows } = await tx.execute<Entry & More>(sql`
    select ${idOf({ noun })} as document, v.number, v.title, v.handle, v.note, v.published_at, v.published_role, v.current, v.withdrawn_at,
      json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality ${more}
    from ${sql.identifier(`${noun}_version`)} v join municipality m on m.code = v.municipality
    where ${which} order by v.number desc limit 500`);
  return rows as (Entry & More)[];
}

/** The newest of them with its text, or null. */
async function findText<C extends PublishableContent>(tx: Tx, of: Publishable<C>, which: SQL) {
  const more = sql`, v.content, to_jsonb(v) -> 'participations' as participations`;
  const [row] = await entriesWhere<Omit<Text<C>, 'which'>>(tx, of.noun, which, more);
  return row ? { ...row, which: { id: row.document, version: row.number } } : null;
}

const findNewest = <C extends PublishableContent>(tx: Tx, of: Publishable<C>, id: string) =>
  findText(tx, of, sql`${idOf(of)} = ${id} and v.current`);

async function getText<C extends PublishableContent>(tx: Tx, of: Publishable<C>, which: SQL) {
  const row = await findText(tx, of, which);
  if (!row) throw notFound('version');
  return row;
}

const entryOf = (row: Entry): VersionEntry => ({
  number: row.number,
  publishedAt: new Date(row.published_at).toISOString(),
  role: row.published_role,
  note: row.note,
  current: row.current,
  withdrawn: row.withdrawn_at !== null,
});

const documentOf = ({ title, handle, municipality }: Pick<Entry, 'title' | 'handle' | 'municipality'>) => ({
  title,
  slug: slugOf(title, handle),
  municipality,
});

/** Every version the actor may see, newest first. */
export async function listVersions<C extends PublishableContent>(tx: Tx, of: Publishable<C>, handle: string) {
  const rows = await entriesWhere(tx, of.noun, sql`v.handle = ${handle}`);
  if (!rows[0]) throw notFound('version');
  const { rows: copies } = await tx.execute<{ id: string }>(
    sql`select id from ${sql.identifier(of.noun)} where handle = ${handle}`,
  );
  return { document: documentOf(rows[0]), versions: rows.map(entryOf), workingCopy: copies[0]?.id ?? null };
}

/** One version as it is told above its text. */
export async function getVersionEntry(tx: Tx, noun: string, input: { handle: string; number: number }) {
  const rows = await entriesWhere(tx, noun, sql`v.handle = ${input.handle}`);
  const row = rows.find(({ number }) => number === input.number);
  if (!row) throw notFound('version');
  // The newest that the actor may see, when that is another one.
  const newest = rows.find(({ current, withdrawn_at: gone }) => current && gone === null) ?? null;
  return { entry: entryOf(row), newest: newest?.number ?? null };
}

/** As people read it, and who takes part by municipality: what is compared. */
async function compare<C extends PublishableContent>(
  tx: Tx,
  of: Publishable<C>,
  before: Text<C>,
  after: Text<C>,
) {
  const readable = await of.readable(tx, [of.complete(before.content), of.complete(after.content)]);
  const beside = before.which && after.which ? await of.beside?.(tx, before.which, after.which) : undefined;
  const [one = {}, other = {}] = [before, after].map(({ content, participations }, at) => ({
    ...readable[at],
    ...beside?.[at],
    ...(participations && of.follows?.(of.complete(content), participations)),
    participations: (participations ?? []).map(({ municipality: { code, name }, ...part }) => ({
      key: code,
      municipality: name,
      ...part,
    })),
  }));
  return compareByField(one, other, of.comparing);
}

/** Two versions, field by field; refused unless the actor may see both. */
export async function compareVersions<C extends PublishableContent>(
  tx: Tx,
  of: Publishable<C>,
  input: { handle: string; from: number; to: number },
) {
  const numbered = (number: number) =>
    getText(tx, of, sql`v.handle = ${input.handle} and v.number = ${number}`);
  const [from, to] = [await numbered(input.from), await numbered(input.to)];
  return {
    document: documentOf(to),
    from: entryOf(from),
    to: entryOf(to),
    differences: await compare(tx, of, from, to),
  };
}

interface KeptRow<Content> extends Record<string, unknown> {
  id: string;
  at: string;
  content: Content;
}

/** The text that was replaced at a step of this working copy; only its own municipality sees it. */
async function getKept<C extends PublishableContent>(tx: Tx, of: Publishable<C>, id: string, step: string) {
  const { rows } = await tx.execute<KeptRow<C>>(sql`
    select id, at, replaced as content from ${sql.identifier(`${of.noun}_step`)}
    where document_id = ${id} and id = ${step} and replaced is not null`);
  if (!rows[0]) throw notFound('version');
  return rows[0];
}

async function getEarlier<C extends PublishableContent>(
  tx: Tx,
  of: Publishable<C>,
  id: string,
  which: Earlier,
) {
  if ('kept' in which) return { version: null, kept: await getKept(tx, of, id, which.kept) };
  const version = await getText(tx, of, sql`${idOf(of)} = ${id} and v.number = ${which.version}`);
  return { version, kept: null };
}

/** Whether a working copy says something that does not stand in the newest version. */
const isUnpublished = <C extends PublishableContent>(
  of: Publishable<C>,
  newest: Text<C> | null,
  content: C,
) =>
  newest === null ||
  differingFields(of.complete(newest.content), of.complete(content), of.comparing).length > 0;

/** The working copy beside an earlier text; without one beside the newest version, if there is any. */
export async function compareWorkingCopy<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; with: Earlier | null },
) {
  const row = await of.get(tx, input.id);
  const newest = await findNewest(tx, of, row.id);
  const { version, kept } = input.with
    ? await getEarlier(tx, of, row.id, input.with)
    : { version: newest, kept: null };
  const earlier = version ?? kept;
  const now = { content: row.content, participations: null, which: { id: row.id, version: null } };
  const { rows } = await tx.execute<Pick<Entry, 'municipality'>>(sql`
    select json_build_object('code', m.code, 'name', m.name, 'slug', m.slug) as municipality
    from municipality m where m.code = ${row.municipality}`);
  if (!rows[0]) throw notFound('municipality');
  return {
    document: documentOf({ ...row, municipality: rows[0].municipality }),
    revision: row.revision,
    version: version && entryOf(version),
    kept: kept && { id: kept.id, at: new Date(kept.at).toISOString() },
    differences: earlier
      ? await compare(
          tx,
          of,
          { content: earlier.content, participations: null, which: version?.which ?? null },
          now,
        )
      : [],
    unpublished: isUnpublished(of, newest, row.content),
    can: { restore: earlier !== null && of.canEdit(actor, row) },
  };
}

/**
 * Puts an earlier text in the place of the working copy. What stood there and was never published stays, with the step;
 * it is replaced only when the person says so. Who may read it stays as it is now: an old text must not open a door that
 * was closed since.
 */
export async function restoreVersion<C extends PublishableContent>(
  tx: Tx,
  actor: Actor,
  of: Publishable<C>,
  input: { id: string; revision: number; from: Earlier; replace: boolean },
) {
  const row = await of.get(tx, input.id);
  if (!of.canEdit(actor, row)) throw forbidden(`${of.noun}.read_only`);
  const { version, kept } = await getEarlier(tx, of, row.id, input.from);
  if (row.revision !== input.revision) throw conflict(`${of.noun}.stale`);
  const earlier = version ?? kept;
  const loses = isUnpublished(of, await findNewest(tx, of, row.id), row.content);
  if (loses && !input.replace) throw conflict('version.draft_has_changes');
  const content = { ...of.complete(earlier.content), visibility: row.content.visibility };
  const saved = await of.save(tx, actor, { id: row.id, revision: row.revision, content });
  await recordStep(tx, of.noun, {
    document: row.id,
    what: 'restored',
    version: version?.number ?? null,
    replaced: loses ? row.content : null,
  });
  await recordEvent(tx, { action: `${of.noun}.restored`, object: row.id, municipality: row.municipality });
  return saved;
}
