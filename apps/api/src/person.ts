// `npm run person:export -- ADDRESS [FILE]` and `npm run person:erase -- ADDRESS --yes`: on request of the person, by
// whoever runs the installation.
import { labelledPerson } from '@kansenplein/core';
import { erasePersonAsOwner, exportPersonAsOwner, keepTombstones, tombstonesIn } from '@kansenplein/db';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { CommandError, runCommand, tombstonesFileOf, typedPath, withOwner } from './owner-database.ts';

const usage =
  'Gebruik: npm run --silent person:export -- ADRES [BESTAND]   of   npm run person:erase -- ADRES --yes';

async function exportPerson(address: string, file: string | undefined): Promise<void> {
  const found = await withOwner(readConfig(), (ownerUrl) => exportPersonAsOwner(ownerUrl, address));
  if (found === null) throw new CommandError(`Niemand heeft hier het adres ${address}.`);
  const text = `${JSON.stringify({ madeAt: new Date().toISOString(), parts: labelledPerson(found), data: found }, null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else await writeFile(typedPath(file), text, { mode: 0o600, flag: 'wx' });
}

async function erasePerson(address: string, isSure: boolean): Promise<void> {
  if (!isSure)
    throw new CommandError(
      `Dit verwijdert naam, adres en logins van ${address}, en is niet terug te draaien. Zeker? Herhaal met --yes.`,
    );
  const config = readConfig();
  await withOwner(config, async (ownerUrl) => {
    const outcome = await erasePersonAsOwner(ownerUrl, address);
    if (outcome === 'unknown') throw new CommandError(`Niemand heeft hier het adres ${address}.`);
    if (outcome === 'last_administrator')
      throw new CommandError(
        `${address} is de laatste beheerder van een gemeente. Nodig eerst een andere beheerder uit; er is niets verwijderd.`,
      );
    await keepTombstones(tombstonesFileOf(config), await tombstonesIn(ownerUrl));
    console.log(
      `${address} is verwijderd. Wat gepubliceerd is blijft; een oude back-up brengt deze persoon niet terug.`,
    );
  });
}

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [verb, address, file] = positionals;
  if (address === undefined) throw new CommandError(usage);
  if (verb === 'export') await exportPerson(address, file);
  else await erasePerson(address, values.yes);
});
