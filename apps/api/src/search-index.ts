// `npm run search:reindex`, `search:check` and `search:status`: what can be found, looked after by whoever runs the
// installation. `reindex` makes it anew; `check` and `status` are about a search engine beside PostgreSQL. All three may be
// run while Kansenplein runs. `check` ends with 1 when the two differ, so that a timer can raise the alarm.
import {
  checkIndex,
  createFollower,
  indexState,
  rebuildFindable,
  rebuildIndex,
  SearchEngineError,
  type Differences,
  type Follower,
  type FollowerState,
} from '@kansenplein/core';
import { openDatabase, reachEngine, resolveDataDir, type Database } from '@kansenplein/db';
import { readConfig, type Config } from './config.ts';
import { CommandError, runCommand } from './owner-database.ts';

const usage = 'Gebruik: npm run search:reindex | search:check | search:status';
const sentences: Readonly<Record<SearchEngineError['code'], (said: string) => string>> = {
  away: () => 'De zoekmachine is niet te bereiken. Draait zij, en klopt MEILI_URL?',
  refused: (said) =>
    `De zoekmachine weigert dit (${said}). Mag MEILI_INDEX_KEY alles wat in de README staat?`,
  unprotected: () =>
    'De zoekmachine vraagt niemand om een sleutel. Start haar met een hoofdsleutel; anders beschermt zij niets.',
  too_powerful: (said) =>
    `Een sleutel mag meer dan nodig is (${said}). Maak twee sleutels zoals in de README staat; de hoofdsleutel hoort hier niet.`,
  too_old: (said) => `De zoekmachine is te oud: Meilisearch 1.50 of nieuwer is nodig (${said}).`,
};
const count = new Intl.NumberFormat('nl-NL');
const mostNamed = 20;

/** The database as the platform itself uses it: no command needs to be its owner. */
async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const engine = config.database
    ? null
    : await reachEngine(resolveDataDir(config.dataDir.clone, config.dataDir.env));
  const urls = config.database ?? engine;
  if (urls === null) throw new CommandError('Er is geen database.');
  try {
    const database = await openDatabase({ appUrl: urls.appUrl, workerUrl: urls.workerUrl, poolSize: 1 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await engine?.leave();
  }
}

/** What a comparison found, as sentences. */
export function linesOfDifferences({ missing, different, superfluous, compared }: Differences): string[] {
  const named = (keys: readonly string[]) =>
    keys.length === 0
      ? ''
      : `: ${keys.slice(0, mostNamed).join(', ')}${keys.length > mostNamed ? ', …' : ''}`;
  const isSame = missing.length + different.length + superfluous.length === 0;
  return [
    `${count.format(compared)} gepubliceerde stukken vergeleken met de index.`,
    `Ontbreekt in de index: ${count.format(missing.length)}${named(missing)}`,
    `Staat er anders in: ${count.format(different.length)}${named(different)}`,
    `Staat er te veel in: ${count.format(superfluous.length)}${named(superfluous)}`,
    isSame
      ? 'Index en database zijn gelijk.'
      : 'Index en database verschillen. Wat net gepubliceerd is, kan nog onderweg zijn; wat blijft, herstelt de controle van vannacht of npm run search:reindex.',
  ];
}

/** How far an index is, as sentences. */
export function linesOfState(index: string, state: FollowerState | null): string[] {
  if (state === null)
    return [`De index ${index} volgt deze database nog niet. Start Kansenplein, of: npm run search:reindex`];
  const { ready, waiting, withdrawals, refused, oldestSeconds, documents } = state;
  return [
    `Index ${index}: ${ready ? 'geeft antwoord' : 'wordt gevuld; PostgreSQL geeft antwoord'}.`,
    `Gepubliceerde stukken: ${count.format(documents)}; nog te sturen: ${count.format(waiting)}, waarvan ${count.format(withdrawals)} ingetrokken of verplaatst.`,
    ...(waiting > 0 ? [`Het oudste wacht ${count.format(oldestSeconds)} seconden.`] : []),
    ...(refused > 0
      ? [
          `De zoekmachine weigert ${count.format(refused)}; het platform probeert het steeds opnieuw en toont ze niet.`,
        ]
      : []),
  ];
}

const secondsSince = (began: number) => ((Date.now() - began) / 1000).toFixed(1);

/** Everything that is published is made findable anew; first in PostgreSQL, which another engine is a copy of. */
async function reindex(database: Database, follower: Follower | null): Promise<void> {
  const began = Date.now();
  const gone = await rebuildFindable(database);
  console.log(`Alles wat gepubliceerd is, is opnieuw vindbaar gemaakt in ${secondsSince(began)} s.`);
  if (gone > 0)
    console.log(`${count.format(gone)} stukken die niet meer gepubliceerd zijn, zijn eruit gehaald.`);
  if (follower === null) return;
  const sending = Date.now();
  let told = 0;
  const outcome = await rebuildIndex(database, follower, (sent) => {
    if (sent - told >= 5000) console.log(`${count.format((told = sent))} stukken gestuurd …`);
  });
  if (outcome !== 'done')
    throw new CommandError('Een ander proces bouwt de index al opnieuw op. Wacht tot dat klaar is.');
  console.log(`De index ${follower.index} is opnieuw opgebouwd in ${secondsSince(sending)} s.`);
  await status(database, follower);
}

async function status(database: Database, follower: Follower): Promise<void> {
  for (const line of linesOfState(follower.index, await indexState(database, follower))) console.log(line);
}

async function check(database: Database, follower: Follower): Promise<void> {
  const found = await checkIndex(database, follower);
  for (const line of linesOfDifferences(found)) console.log(line);
  if (found.missing.length + found.different.length + found.superfluous.length > 0) process.exitCode = 1;
}

async function run(): Promise<void> {
  const [what = '', ...rest] = process.argv.slice(2);
  if (rest.length > 0 || !['reindex', 'check', 'status'].includes(what)) throw new CommandError(usage);
  const config = readConfig();
  const follower = config.meilisearch && createFollower(config.meilisearch);
  if (follower === null && what !== 'reindex')
    throw new CommandError(
      'MEILI_URL is niet ingesteld: PostgreSQL zoekt, en er is geen andere index om bij te houden.',
    );
  await withDatabase(config, async (database) => {
    if (follower === null || what === 'reindex') await reindex(database, follower);
    else await (what === 'status' ? status : check)(database, follower);
  }).catch((error: unknown) => {
    if (error instanceof SearchEngineError) throw new CommandError(sentences[error.code](error.message));
    throw error;
  });
}

if (import.meta.main) await runCommand(usage, run);
