// What was signed, when, and where that stands: kept by coordinators from the papers themselves. It says since when a
// municipality is asked something, and nothing about whether it did it.
import type { Tx } from '@kansenplein/db';
import { and, eq, sql } from 'drizzle-orm';
import { findPersonalData, guardPersonalData, notFound, recordEvent } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import type { KeepSigned } from './contract.ts';
import { signedCommitment } from './tables.ts';
import type { Commitment } from './vocabulary.ts';

const done = { done: true as const };
const objectOf = (municipality: string, commitment: string) => `${municipality}/${commitment}`;

/** Keeps or changes it. Throws `municipality.not_found`, `publication.bsn` and `publication.personal_data`. */
export async function keepSigned(tx: Tx, input: KeepSigned) {
  const { municipality, commitment, signedOn, endedOn, personalDataReason } = input;
  if (!(await namesOf(tx, [municipality])).has(municipality)) throw notFound('municipality');
  guardPersonalData(findPersonalData('source', input.source), personalDataReason);
  // Two at once would each add the row.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('signed_commitment'), hashtext(${municipality}))`,
  );
  const kept = { signedOn, endedOn, source: input.source.trim() };
  const { rowCount } = await tx
    .update(signedCommitment)
    .set(kept)
    .where(and(eq(signedCommitment.municipality, municipality), eq(signedCommitment.commitment, commitment)));
  if (rowCount === 0) await tx.insert(signedCommitment).values({ municipality, commitment, ...kept });
  const object = objectOf(municipality, commitment);
  await recordEvent(tx, {
    action: 'commitment.kept',
    object,
    municipality,
    reason: personalDataReason,
  });
  return done;
}

export async function removeSigned(
  tx: Tx,
  { municipality, commitment }: { municipality: string; commitment: Commitment },
) {
  const { rowCount } = await tx
    .delete(signedCommitment)
    .where(and(eq(signedCommitment.municipality, municipality), eq(signedCommitment.commitment, commitment)));
  if (rowCount === 0) throw notFound('commitment');
  await recordEvent(tx, {
    action: 'commitment.removed',
    object: objectOf(municipality, commitment),
    municipality,
  });
  return done;
}
