// `npm run test:holes [-- part of a name]`: plants every hole, one at a time, and says which proof noticed it.
// Exit code 1 when one was missed. Two at a time; a whole run takes some hours, a family some minutes.
import { createDatabaseFrom, dropDatabase, migrate, startEngine, type Engine } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSuperuser } from '../support/sql.ts';
import { catalogueHoles } from './catalogue-holes.ts';
import { copyTheHouse, type Copy } from './copy-of-the-house.ts';
import { whyHarmless } from './harmless.ts';
import type { Hole } from './hole.ts';
import { proofs, runProof, type Notice } from './proofs.ts';
import { lostLines, sourceHoles } from './source-holes.ts';

const house = join(import.meta.dirname, '../..');
const sound = 'template_sound';
const atATime = 2;

interface Verdict {
  readonly hole: Hole;
  readonly notice: Notice | null;
}

/** The first proof that notices; null when all of them hold although the hole is there. */
async function firstNotice(root: string, urls: Engine, template: string): Promise<Notice | null> {
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
      return await firstNotice(copy.root, engine, sound);
    } finally {
      await mend();
    }
  }
  const template = `template_hole_${number}`;
  const { superuserUrl } = await createDatabaseFrom(engine, sound, template);
  try {
    await asSuperuser(superuserUrl, hole.sql);
    return await firstNotice(house, engine, template);
  } finally {
    await dropDatabase(engine, template);
  }
}

async function holesOf(engine: Engine): Promise<Hole[]> {
  const { superuserUrl, ownerUrl } = await createDatabaseFrom(engine, null, sound);
  await migrate(ownerUrl);
  return [...(await catalogueHoles((text) => asSuperuser(superuserUrl, text) as never)), ...sourceHoles()];
}

const say = (line: string) => console.log(line);

function report(verdicts: readonly Verdict[], left: readonly Hole[]): boolean {
  const missed = verdicts.filter(({ notice }) => notice === null);
  const by = Map.groupBy(verdicts, ({ notice }) => notice?.proof ?? 'missed');
  say(
    `\n${verdicts.length} holes planted, ${verdicts.length - missed.length} caught, ${missed.length} missed`,
  );
  for (const [proof, caught] of by) say(`  ${proof}: ${caught.length}`);
  say(`  ${left.length} not planted, because they open nothing (harmless.ts)`);
  for (const { hole } of missed) say(`MISSED  ${hole.name}`);
  return missed.length === 0;
}

async function main(): Promise<boolean> {
  const lost = lostLines();
  if (lost.length > 0)
    throw new Error(`These lines are not where holes.ts expects them:\n${lost.join('\n')}`);
  const folder = await mkdtemp(join(tmpdir(), 'kansenplein-holes-engine-'));
  await chmod(folder, 0o755);
  const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
  const copies = await Promise.all(Array.from({ length: atATime }, copyTheHouse));
  try {
    const wanted = process.argv.slice(2);
    const all = (await holesOf(engine)).filter(
      ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
    );
    const left = all.filter(({ name }) => whyHarmless(name) !== null);
    const planted = all.filter((hole) => !left.includes(hole));
    const nothing = await firstNotice(house, engine, sound);
    if (nothing) throw new Error(`Without any hole '${nothing.test}' fails already: nothing can be learnt.`);
    const verdicts: Verdict[] = [];
    const queue = [...planted.entries()];
    await Promise.all(
      copies.map(async (copy) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [number, hole] = next;
          const notice = await tryHole(engine, copy, hole, number);
          verdicts.push({ hole, notice });
          say(
            `${notice ? 'caught' : 'MISSED'}  ${hole.name}${notice ? `  ← ${notice.proof}: ${notice.test}` : ''}`,
          );
        }
      }),
    );
    return report(verdicts, left);
  } finally {
    await Promise.all(copies.map((copy) => copy.remove()));
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await main()) ? 0 : 1;
