// One person, on request, by whoever runs the installation: the owner borrows the role `wall`, as migrations do. No
// role that serves requests or jobs can do this.
import pg from 'pg';

async function asWall<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin; set local role wall');
    const value = await work(client);
    await client.query('commit');
    return value;
  } finally {
    await client.end();
  }
}

const accountOf = async (client: pg.Client, address: string): Promise<string | null> => {
  const { rows } = await client.query<{ id: string }>('select id from account where address = $1', [
    address.toLowerCase(),
  ]);
  return rows[0]?.id ?? null;
};

/** Everything that is kept about the person behind a mail address, by table; null when nobody has it. */
export const exportPersonAsOwner = (
  ownerUrl: string,
  address: string,
): Promise<Readonly<Record<string, readonly Record<string, unknown>[]>> | null> =>
  asWall(ownerUrl, async (client) => {
    const id = await accountOf(client, address);
    if (id === null) return null;
    await client.query('select wall.record_event($1, $2, null, $3)', [
      'person.exported',
      id,
      'op verzoek, door de beheerder',
    ]);
    const { rows } = await client.query<{ found: Record<string, Record<string, unknown>[]> }>(
      'select wall.export_person($1) as found',
      [id],
    );
    return rows[0]?.found ?? null;
  });

export type Erasure = 'erased' | 'unknown' | 'last_administrator';

/** Erases the person behind a mail address, as the person itself could. */
export async function erasePersonAsOwner(ownerUrl: string, address: string): Promise<Erasure> {
  try {
    return await asWall(ownerUrl, async (client) => {
      const id = await accountOf(client, address);
      if (id === null) return 'unknown';
      await client.query('select wall.erase_person($1, false)', [id]);
      return 'erased';
    });
  } catch (error) {
    if (error instanceof Error && error.message === 'person.last_administrator') return 'last_administrator';
    throw error;
  }
}
