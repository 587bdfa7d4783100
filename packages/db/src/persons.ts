// One person, on request, by whoever runs the installation.
import { sql } from 'drizzle-orm';
import { asOwner, type OwnerTx } from './owner.ts';

const accountOf = async (tx: OwnerTx, address: string): Promise<string | null> => {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from account where address = ${address.toLowerCase()}`,
  );
  return rows[0]?.id ?? null;
};

/** Everything that is kept about the person behind a mail address, by table; null when nobody has it. */
export const exportPersonAsOwner = (
  ownerUrl: string,
  address: string,
): Promise<Readonly<Record<string, readonly Record<string, unknown>[]>> | null> =>
  asOwner(ownerUrl, async (tx) => {
    const id = await accountOf(tx, address);
    if (id === null) return null;
    await tx.execute(
      sql`select wall.record_event('person.exported', ${id}, null, 'op verzoek, door de beheerder')`,
    );
    const { rows } = await tx.execute<{ found: Record<string, Record<string, unknown>[]> }>(
      sql`select wall.export_person(${id}) as found`,
    );
    return rows[0]?.found ?? null;
  });

export type Erasure = 'erased' | 'unknown' | 'last_administrator';

const isLastAdministrator = (error: unknown) =>
  error instanceof Error &&
  error.cause instanceof Error &&
  error.cause.message === 'person.last_administrator';

/** Erases the person behind a mail address, as the person itself could. */
export async function erasePersonAsOwner(ownerUrl: string, address: string): Promise<Erasure> {
  try {
    return await asOwner(ownerUrl, async (tx) => {
      const id = await accountOf(tx, address);
      if (id === null) return 'unknown';
      await tx.execute(sql`select wall.erase_person(${id}, false)`);
      return 'erased';
    });
  } catch (error) {
    if (isLastAdministrator(error)) return 'last_administrator';
    throw error;
  }
}
