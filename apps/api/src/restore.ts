// `npm run restore -- SOURCE [--key-file FILE] [--tombstones FILE]`: into an empty folder or an empty database only.
import {
  keepTombstones,
  openBackup,
  readTombstones,
  resolveDataDir,
  restoreBackup,
  tombstonesIn,
  type Restored,
} from '@kansenplein/db';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config.ts';
import { bringUpToDate, defaultFilesFolder, fileStoreOf } from './file-store.ts';
import {
  CommandError,
  runCommand,
  secretIn,
  tombstonesFileOf,
  typedPath,
  withOwner,
} from './owner-database.ts';

const usage = 'Gebruik: npm run restore -- MAP [--key-file BESTAND] [--tombstones BESTAND]';

function say({ compared, erasedAgain }: Restored, knownErased: number): void {
  const width = Math.max(...compared.map(({ name }) => name.length));
  console.log(`${'tabel'.padEnd(width)}  ${'rijen'.padStart(9)}  gelijk aan de back-up`);
  for (const { name, rows, rowHash } of compared)
    console.log(`${name.padEnd(width)}  ${String(rows).padStart(9)}  ja  ${rowHash.slice(0, 16)}…`);
  console.log(
    knownErased === 0
      ? 'Let op: er is geen lijst van verwijderde personen gevonden. Is sinds deze back-up iemand verwijderd? ' +
          'Zet hem dan opnieuw terug met --tombstones BESTAND.'
      : `Lijst van verwijderde personen: ${knownErased}. Daarvan stonden in deze back-up en zijn opnieuw verwijderd: ${erasedAgain}.`,
  );
  console.log('Alles staat terug. Iedereen logt opnieuw in; het wachtwoord is dat van toen.');
}

/** A folder that this command made goes away again when restoring fails, so that it can simply be tried again. */
async function withNewFolder<T>(config: Config, work: () => Promise<T>): Promise<T> {
  const folder = resolveDataDir(config.dataDir.clone, config.dataDir.env);
  const isNew = config.database === null && !existsSync(join(folder, 'postgres'));
  try {
    return await work();
  } catch (error) {
    if (isNew && config.files === null)
      await rm(defaultFilesFolder(config), { recursive: true, force: true });
    if (isNew)
      for (const made of ['postgres', 'engine-secrets.json', 'run', 'postgres.log', 'binaries'])
        await rm(join(folder, made), { recursive: true, force: true });
    throw error;
  }
}

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'key-file': { type: 'string' }, tombstones: { type: 'string' } },
  });
  const [typed] = positionals;
  if (typed === undefined || positionals.length > 1) throw new CommandError(usage);
  const source = typedPath(typed);
  const given = values.tombstones === undefined ? null : typedPath(values.tombstones);
  if (given !== null && !existsSync(given)) throw new CommandError(`${given} bestaat niet.`);
  const secret = await secretIn(values['key-file']);
  const config = readConfig();
  const lists = [given, join(dirname(source), 'tombstones.jsonl'), tombstonesFileOf(config)];
  const tombstones = (
    await Promise.all(lists.map((list) => (list === null ? [] : readTombstones(list))))
  ).flat();
  // Before a database is made for it.
  const backup = await openBackup(source, secret);
  await withNewFolder(config, () =>
    withOwner(config, async (ownerUrl) => {
      const store = fileStoreOf(config);
      const restored = await restoreBackup(ownerUrl, backup, { tombstones, store });
      // An older backup holds bytes in the database itself.
      await bringUpToDate(ownerUrl, store);
      const known = await tombstonesIn(ownerUrl);
      await keepTombstones(tombstonesFileOf(config), known);
      say(restored, known.length);
    }),
  );
});
