// Alliances that are made once, by the sound house, and copied for each hole.
import { createDatabaseFrom } from '@kansenplein/db';
import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fillAlliance } from '../isolation/raw-sql-world.ts';
import { changing, makeAlliance, personNames, type PersonName } from '../support/alliance.ts';
import type { OwnEngine } from '../support/own-engine.ts';
import { asSuperuser } from '../support/sql.ts';
import { startFrom, type MadeAlliance } from '../support/prepared.ts';

export interface Worlds {
  /** Everybody is signed in but those who change by it; nothing was written. */
  readonly people: MadeAlliance;
  /** With each kind of row, and everybody signed in. */
  readonly filled: MadeAlliance;
}

async function make({ urls, template, folder }: OwnEngine, filled: boolean): Promise<MadeAlliance> {
  const name = filled ? 'world_filled' : 'world_people';
  const key = randomBytes(32);
  startFrom({ template });
  const database = await createDatabaseFrom(urls, template, name);
  const alliance = await makeAlliance({ on: { ...database, drop: async () => undefined }, keys: [key] });
  const secrets: Partial<Record<PersonName, string>> = {};
  // Whoever fills asks for everybody; otherwise a proof may still meet them as they were.
  const signedIn = personNames.filter((each) => filled || !changing.includes(each));
  for (const person of signedIn) secrets[person] = await alliance.secretOf(person);
  if (filled) await fillAlliance(alliance);
  // How often somebody may try begins anew for whoever goes on here.
  await asSuperuser(database.superuserUrl, 'delete from attempt');
  const filesFolder = join(folder, name);
  await cp(alliance.filesFolder, filesFolder, { recursive: true });
  await alliance.close();
  return { template: name, filesFolder, key: key.toString('base64'), secrets, filled };
}

/** They stand on that server and in its folder. */
export const makeWorlds = async (engine: OwnEngine): Promise<Worlds> => ({
  people: await make(engine, false),
  filled: await make(engine, true),
});
