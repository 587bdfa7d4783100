// `npm run bench`: prints the figures the platform is held to. It never fails on a figure: rates belong to one run on
// one machine, so only ratios within a run say anything. It does fail when the two sides answer different bytes.
//   --size 100000   more interventions      --rounds 3 --seconds 2   how long each comparison takes
//   --folder DIR    keeps the filled database there and uses it again
//   --only finding  the search port at 10,000 and 100,000 (or --size 1000,5000); minutes, so only when asked
//   --only lists    one part: documents, paper, export, versions, start, signing, publishing, lists, related, digests, writing
//   --only conversations  500 streams, 5 events/s and 150 pages/s for 180 s (or --seconds); minutes, so only when asked
//   --only backup   fills 50,000 (or --size) and measures backup and restore; some minutes, so only when asked
import { migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBackup } from './backup.ts';
import { makeBareTables } from './bare-tables.ts';
import { measureConversations } from './conversations.ts';
import { measureDigestsAlone } from './digests.ts';
import { measureDocuments } from './documents.ts';
import { measureExport } from './export.ts';
import { asClient, fill, signedInMember } from './fill.ts';
import { measureFinding } from './finding.ts';
import { measureLists } from './lists.ts';
import { measurePaper } from './paper.ts';
import { measurePublishing } from './publishing.ts';
import { measureRelated } from './related.ts';
import { measureSigningIn } from './signing-in.ts';
import { measureStart } from './start.ts';
import { markdownOf, type Line } from './table.ts';
import { measureVersions } from './versions.ts';
import { measureWriting } from './writing.ts';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string' },
    folder: { type: 'string' },
    only: { type: 'string' },
  },
});
const sizes = (options.size ?? '').split(',').flatMap((each) => (each === '' ? [] : [Number(each)]));
const size = sizes[0] ?? (options.only === 'backup' ? 50_000 : 10_000);
const wanted = (
  part:
    | 'documents'
    | 'paper'
    | 'export'
    | 'versions'
    | 'start'
    | 'signing'
    | 'publishing'
    | 'lists'
    | 'related'
    | 'digests'
    | 'writing',
) => options.only === undefined || options.only === part;
const say = (line: string) => console.error(`· ${line}`);

/** A municipality whose member looks at the lists. */
const own = 'gm0899';

async function makeReady(urls: EngineUrls): Promise<string> {
  await migrate(urls.ownerUrl);
  const present = await asClient(urls.superuserUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int from intervention');
    return rows[0]?.count ?? 0;
  });
  if (present !== 0 && present !== size)
    throw new Error(
      `this folder holds ${present} interventions, not ${size}: give another one with --folder`,
    );
  if (present === 0) {
    const { seconds, byVisibility, audiences } = await fill(urls, size, say);
    say(`filled in ${seconds.toFixed(0)} s: ${JSON.stringify(byVisibility)}, ${audiences} audiences`);
  }
  const secret = await signedInMember(urls, own);
  await makeBareTables(urls, 'bare_visitor', ['public']);
  await makeBareTables(urls, 'bare_member', [
    'public',
    'alliance',
    `municipality:${own}`,
    `municipality:${own}:editor`,
  ]);
  return secret;
}

async function measureOnFilledDatabase(folder: string): Promise<Line[]> {
  const engine = await startEngine({ dataDir: join(folder, 'filled'), log: say });
  undoing.push(() => engine.stop());
  try {
    const secret = await makeReady(engine);
    const load = { rounds: Number(options.rounds), seconds: Number(options.seconds ?? 2) };
    return [
      ...(wanted('writing') ? await measureWriting(engine, own, load.rounds) : []),
      ...(wanted('lists') ? await measureLists(engine, { secret, load, say }) : []),
      ...(wanted('related') ? await measureRelated(engine, { secret, say }) : []),
    ];
  } finally {
    await engine.stop();
  }
}

const undoing: (() => Promise<unknown>)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    for (const undo of undoing.reverse()) await undo();
    process.exit(130);
  });
}

const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'kansenplein-bench-')));
const leave = async () => {
  if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
};
undoing.push(leave);
await mkdir(folder, { recursive: true });
// As root the engine runs as an ordinary user, who must be able to enter.
await chmod(folder, 0o755);
try {
  const lines: Line[] = [];
  if (wanted('documents')) lines.push(...(await measureDocuments()));
  if (wanted('paper')) lines.push(...(await measurePaper()));
  if (wanted('export')) lines.push(...(await measureExport()));
  if (wanted('versions')) lines.push(...measureVersions());
  if (wanted('start')) lines.push(...(await measureStart(folder, say)));
  if (wanted('signing')) lines.push(...(await measureSigningIn(folder, say)));
  if (wanted('digests')) lines.push(...(await measureDigestsAlone(2_000, say)));
  if (wanted('publishing')) lines.push(...(await measurePublishing(folder, Number(options.rounds), say)));
  if (options.only === 'conversations')
    lines.push(...(await measureConversations(Number(options.seconds ?? 180), say)));
  if (options.only === 'finding') {
    const load = { rounds: Number(options.rounds), seconds: Number(options.seconds ?? 2), say };
    const both = sizes.length > 0 ? sizes : [10_000, 100_000];
    lines.push(...(await measureFinding(folder, { sizes: both, ...load })));
  }
  if (wanted('lists') || wanted('related') || wanted('writing'))
    lines.push(...(await measureOnFilledDatabase(folder)));
  if (options.only === 'backup') lines.push(...(await measureBackup(folder, size, say)));
  // Seconds say little on a machine that does other things too: above one for each processor it was waiting.
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, load ${load.join(' ')}`,
  );
  console.log(`${size} interventions, ${options.rounds} rounds of ${options.seconds ?? 2} s each\n`);
  console.log(markdownOf(lines));
} finally {
  await leave();
}
