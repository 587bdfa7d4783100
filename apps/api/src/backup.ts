// `npm run backup -- TARGET [--key-file FILE]`: everything, as it is at this moment, also while people work.
import { keepTombstones, takeBackup, tombstonesIn } from '@kansenplein/db';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { fileStoreOf } from './file-store.ts';
import { CommandError, runCommand, secretIn, typedPath, withOwner } from './owner-database.ts';

const usage = 'Gebruik: npm run backup -- MAP [--key-file BESTAND]   (MAP mag nog niet bestaan)';

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'key-file': { type: 'string' } },
  });
  const [typed] = positionals;
  if (typed === undefined || positionals.length > 1) throw new CommandError(usage);
  const target = typedPath(typed);
  const secret = await secretIn(values['key-file']);
  const began = Date.now();
  const config = readConfig();
  await withOwner(config, async (ownerUrl) => {
    const manifest = await takeBackup(ownerUrl, target, { secret, store: fileStoreOf(config) });
    // Beside the backups, where the restoring of an older one finds it.
    await keepTombstones(join(dirname(target), 'tombstones.jsonl'), await tombstonesIn(ownerUrl));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const files = manifest.files ?? [];
    const inFiles = files.reduce((sum, { size }) => sum + size, 0);
    const bytes = manifest.tables.reduce(
      (sum, table) => sum + table.bytes,
      (await stat(join(target, 'manifest.json'))).size + inFiles,
    );
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(
      `De back-up staat in ${target}: ${manifest.tables.length} tabellen, ${rows} rijen, ` +
        `${files.length} bestanden, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s.`,
    );
    if (secret === null)
      console.log(
        'Hij zit niet op slot. Bewaar hem waar alleen de beheerder bij kan, of gebruik --key-file.',
      );
  });
});
