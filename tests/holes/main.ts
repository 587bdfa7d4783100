// `npm run test:holes [-- part of a name]`: plants every hole, one at a time, and says which proof noticed it.
// Exit code 1 when one was missed or is still to be planted. A whole run takes an hour or two on two cores, a family some
// minutes.
//   --journal FILE   each verdict is added to this file; what it says is caught is not planted again
//   --proof NAME     only this proof ('matrix in SQL', 'matrix', 'property', 'malformed input'); may be given more often
import { createDatabaseFrom } from '@kansenplein/db';
import { appendFile, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startOwnEngine, type OwnEngine } from '../support/own-engine.ts';
import { asSuperuser } from '../support/sql.ts';
import { functionsBeside } from './beside-the-text.ts';
import { catalogueHoles } from './catalogue-holes.ts';
import { copyTheHouse } from './copy-of-the-house.ts';
import { functionHoles } from './function-holes.ts';
import { whyHarmless } from './harmless.ts';
import type { Hole } from './hole.ts';
import { lostLines, sourceHoles } from './source-holes.ts';
import { plantAndTry, type Bench, type Verdict } from './planting.ts';
import { makeWorlds } from './worlds.ts';

const atATime = 2;
const say = (line: string) => console.log(line);

const { values: options, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: { journal: { type: 'string' }, proof: { type: 'string', multiple: true } },
});
const isWanted = (proof: string) => options.proof?.includes(proof) ?? true;

/** Verdicts of an earlier run that was not ended. */
async function readJournal(): Promise<Verdict[]> {
  if (!options.journal) return [];
  const text = await readFile(options.journal, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Verdict)
    .filter(({ notice }) => notice !== null);
}

const tell = ({ name, notice, failure }: Verdict) =>
  notice
    ? `caught  ${name}  ← ${notice.proof}: ${notice.test}`
    : `MISSED  ${name}${failure ? `: ${failure}` : ''}`;

async function write(verdict: Verdict): Promise<void> {
  say(tell(verdict));
  if (options.journal) await appendFile(options.journal, `${JSON.stringify(verdict)}\n`);
}

async function holesOf({ urls, template }: OwnEngine): Promise<Hole[]> {
  const { superuserUrl, drop } = await createDatabaseFrom(urls, template, 'catalogue');
  const ofCatalogue = await catalogueHoles((text) => asSuperuser(superuserUrl, text) as never);
  await drop();
  return [...ofCatalogue, ...functionHoles, ...functionsBeside, ...sourceHoles()];
}

function report(
  verdicts: readonly Verdict[],
  left: readonly Hole[],
  waiting: number,
  seconds: number,
): boolean {
  const missed = verdicts.filter(({ notice }) => notice === null);
  const by = Map.groupBy(verdicts, ({ notice }) => notice?.proof ?? 'missed');
  say(
    `\n${verdicts.length} holes planted in ${Math.round(seconds / 60)} minutes, ${verdicts.length - missed.length} caught, ${missed.length || 'none'} missed`,
  );
  for (const [proof, caught] of by) {
    // Noticed because nothing could be made any more: to be looked at, because it may be a crash and no weakness.
    const before = caught.filter(({ notice }) => notice?.test.startsWith('(preparing)')).length;
    say(`  ${proof}: ${caught.length}${before > 0 ? `, of which ${before} while preparing` : ''}`);
  }
  say(`  ${left.length} not planted, because they open nothing (harmless.ts)`);
  if (waiting > 0) say(`  ${waiting} still to be planted: this run was interrupted`);
  for (const verdict of missed) say(tell(verdict));
  return missed.length === 0;
}

async function main(): Promise<boolean> {
  const lost = lostLines();
  if (lost.length > 0)
    throw new Error(`These lines are not where source-holes.ts expects them:\n${lost.join('\n')}`);
  const started = performance.now();
  const engine = await startOwnEngine();
  const copies = await Promise.all(Array.from({ length: atATime }, copyTheHouse));
  try {
    const all = (await holesOf(engine)).filter(
      ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
    );
    if (all.length === 0) throw new Error(`No hole is called '${parts.join("' or '")}'.`);
    const bench: Bench = { engine, copies, worlds: await makeWorlds(engine), isWanted };
    const left = all.filter(({ name }) => whyHarmless(name) !== null);
    const verdicts = (await readJournal()).filter(({ name }) => all.some((hole) => hole.name === name));
    const open = all.filter(
      (hole) => !left.includes(hole) && !verdicts.some(({ name }) => name === hole.name),
    );
    // Interrupted: what was begun is ended and put away, and nothing new is planted.
    const interrupted = new AbortController();
    process.once('SIGINT', () => interrupted.abort());
    await plantAndTry(bench, open, interrupted.signal, async (verdict) => {
      verdicts.push(verdict);
      await write(verdict);
    });
    const seconds = (performance.now() - started) / 1000;
    const told = new Set(verdicts.map(({ name }) => name));
    const waiting = open.filter(({ name }) => !told.has(name)).length;
    return report(verdicts, left, waiting, seconds) && waiting === 0;
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
    await engine.stop();
  }
}

process.exitCode = (await main()) ? 0 : 1;
