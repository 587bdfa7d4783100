// `npm run test:holes [-- part of a name]`: plants every hole, one at a time, and says which proof noticed it.
// Exit code 1 when one was missed. Two at a time; a whole run takes an hour or two, a family some minutes.
//   --journal FILE   each verdict is added to this file; what it says is caught is not planted again
//   --proof NAME     only this proof ('matrix in SQL', 'matrix', 'property', 'malformed input'); may be given more often
import { createDatabaseFrom, dropDatabase, migrate, startEngine, type Engine } from '@kansenplein/db';
import { appendFile, chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asSuperuser } from '../support/sql.ts';
import { functionsBeside } from './beside-the-text.ts';
import { functionsOfPeople } from './people-and-commitments.ts';
import { catalogueHoles } from './catalogue-holes.ts';
import { copyTheHouse, type Copy } from './copy-of-the-house.ts';
import { functionHoles } from './function-holes.ts';
import { whyHarmless } from './harmless.ts';
import type { Hole } from './hole.ts';
import { everyProof, proofsFor, runProof, type Notice, type Proof } from './proofs.ts';
import { lostLines, sourceHoles } from './source-holes.ts';

const sound = 'template_sound';
const atATime = 2;
const say = (line: string) => console.log(line);

const { values: options, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: { journal: { type: 'string' }, proof: { type: 'string', multiple: true } },
});
const wanted = (hole: Hole) => proofsFor(hole).filter(({ name }) => options.proof?.includes(name) ?? true);

interface Verdict {
  readonly name: string;
  readonly notice: Notice | null;
  /** Why it could not be planted or a proof did not run: then nothing was learnt. */
  readonly failure?: string;
}

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

/** The first proof that notices; null when all of them hold although the hole is there. */
async function firstNotice(
  root: string,
  urls: Engine,
  template: string,
  proofs: readonly Proof[],
): Promise<Notice | null> {
  const { ownerUrl, appUrl, workerUrl, superuserUrl } = urls;
  for (const proof of proofs) {
    const notice = await runProof(root, proof, {
      urls: { ownerUrl, appUrl, workerUrl, superuserUrl },
      template,
    });
    if (notice) return notice;
  }
  return null;
}

async function tryHole(engine: Engine, copy: Copy, hole: Hole, number: number): Promise<Notice | null> {
  if (hole.where === 'source') {
    const mend = await copy.plant(hole);
    try {
      return await firstNotice(copy.root, engine, sound, wanted(hole));
    } finally {
      await mend();
    }
  }
  const template = `template_hole_${number}`;
  const { superuserUrl } = await createDatabaseFrom(engine, sound, template);
  try {
    await asSuperuser(superuserUrl, hole.sql);
    return await firstNotice(copy.root, engine, template, wanted(hole));
  } finally {
    await dropDatabase(engine, template);
  }
}

async function holesOf(engine: Engine): Promise<Hole[]> {
  const { superuserUrl, ownerUrl } = await createDatabaseFrom(engine, null, sound);
  await migrate(ownerUrl);
  const ofCatalogue = await catalogueHoles((text) => asSuperuser(superuserUrl, text) as never);
  return [...ofCatalogue, ...functionHoles, ...functionsBeside, ...functionsOfPeople, ...sourceHoles()];
}

function report(verdicts: readonly Verdict[], left: readonly Hole[], seconds: number): boolean {
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
  for (const verdict of missed) say(tell(verdict));
  return missed.length === 0;
}

/** Every proof on the sound house, shared out over the copies. Rejects when one fails: then nothing can be learnt. */
async function holdsWithoutHole(engine: Engine, copies: readonly Copy[]): Promise<void> {
  const queue = everyProof.filter(({ name }) => options.proof?.includes(name) ?? true);
  await Promise.all(
    copies.map(async ({ root }) => {
      for (let proof = queue.shift(); proof; proof = queue.shift()) {
        const notice = await firstNotice(root, engine, sound, [proof]);
        if (notice)
          throw new Error(`Without any hole '${notice.test}' fails already: nothing can be learnt.`);
      }
    }),
  );
}

async function main(): Promise<boolean> {
  const lost = lostLines();
  if (lost.length > 0)
    throw new Error(`These lines are not where source-holes.ts expects them:\n${lost.join('\n')}`);
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-holes-engine-'));
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  const copies = await Promise.all(Array.from({ length: atATime }, copyTheHouse));
  try {
    const all = (await holesOf(engine)).filter(
      ({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)),
    );
    if (all.length === 0) throw new Error(`No hole is called '${parts.join("' or '")}'.`);
    const left = all.filter(({ name }) => whyHarmless(name) !== null);
    const verdicts = (await readJournal()).filter(({ name }) => all.some((hole) => hole.name === name));
    const queue = [
      ...all
        .filter((hole) => !left.includes(hole) && !verdicts.some(({ name }) => name === hole.name))
        .entries(),
    ];
    // Interrupted: what was begun is ended and put away, and nothing new is planted.
    let interrupted = false;
    process.once('SIGINT', () => {
      interrupted = true;
      queue.length = 0;
    });
    await holdsWithoutHole(engine, copies);
    await Promise.all(
      copies.map(async (copy) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [number, hole] = next;
          const { name } = hole;
          const verdict = await tryHole(engine, copy, hole, number).then(
            (notice): Verdict => ({ name, notice }),
            (error: unknown): Verdict => ({ name, notice: null, failure: String(error) }),
          );
          verdicts.push(verdict);
          await write(verdict);
        }
      }),
    );
    return report(verdicts, left, (performance.now() - started) / 1000) && !interrupted;
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await main()) ? 0 : 1;
