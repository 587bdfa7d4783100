// Adding and correcting. What a municipality adds is its own until a page that others read names it.
import type { Actor, Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  conflict,
  findPersonalData,
  forbidden,
  guardPersonalData,
  invalid,
  newHandle,
  notFound,
  recordEvent,
  slugOf,
} from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import * as may from './permissions.ts';
import { nameOf, rowsWhere } from './service.ts';
import { organisation } from './tables.ts';
import { isSchool, type OrganisationKind } from './vocabulary.ts';

interface Described {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly locatedIn: string | null;
  readonly brin: string;
  readonly website: string;
}

/** The same words in name and place, or the same code: of those the actor may see, at most ten. */
export async function findAlike(
  tx: Tx,
  input: Pick<Described, 'name' | 'locatedIn' | 'brin'>,
  except: string | null = null,
) {
  const rows = await rowsWhere(
    tx,
    sql`o.merged_into is null and o.id is distinct from ${except}::uuid and (
      o.name_key = wall.name_key(${input.name}, (select p.name from municipality p where p.code = ${input.locatedIn}))
      or (o.brin = ${input.brin} and o.brin <> ''))`,
    sql`order by lower(o.name), o.id limit 10`,
  );
  return { organisations: rows.map(nameOf) };
}

/** A name may be read by everybody one day, so it is looked at as a text that is published. */
async function check(tx: Tx, { name, kind, locatedIn, brin, website }: Described) {
  if (brin !== '' && !isSchool(kind))
    throw invalid('organisation.code_of_school', [{ field: 'brin', code: 'school_only' }]);
  if (locatedIn !== null && !(await namesOf(tx, [locatedIn])).has(locatedIn)) throw notFound('municipality');
  guardPersonalData([...findPersonalData('name', name), ...findPersonalData('website', website, true)], null);
}

/** Refuses one that looks like another with `organisation.looks_known`, unless the person says that it is not. */
export async function addOrganisation(tx: Tx, actor: Actor, input: Described & { anyway: boolean }) {
  await check(tx, input);
  if (!input.anyway && (await findAlike(tx, input)).organisations.length > 0)
    throw conflict('organisation.looks_known');
  const municipality = actor.acting?.kind === 'municipality' ? actor.acting.key : null;
  const { name, kind, locatedIn, brin, website } = input;
  const added = { id: randomUUID(), handle: newHandle(), name: name.trim() };
  await tx.insert(organisation).values({ ...added, municipality, kind, locatedIn, brin, website });
  await recordEvent(tx, { action: 'organisation.added', object: added.id, municipality });
  return { id: added.id, slug: slugOf(added.name, added.handle) };
}

export async function correctOrganisation(
  tx: Tx,
  actor: Actor,
  input: Described & { id: string; revision: number },
) {
  const [row] = await tx.select().from(organisation).where(eq(organisation.id, input.id));
  if (!row) throw notFound('organisation');
  if (!may.canCorrect(actor, row)) throw forbidden('organisation.read_only');
  await check(tx, input);
  const { name, kind, locatedIn, brin, website } = input;
  const { rowCount } = await tx
    .update(organisation)
    .set({ name: name.trim(), kind, locatedIn, brin, website, revision: input.revision + 1 })
    .where(and(eq(organisation.id, input.id), eq(organisation.revision, input.revision)));
  if (rowCount === 0) throw conflict('organisation.stale');
  const municipality = row.reach === 'municipality' ? row.municipality : null;
  await recordEvent(tx, { action: 'organisation.corrected', object: input.id, municipality });
  return { id: input.id, slug: slugOf(name.trim(), row.handle) };
}
