// `npm run search:quality`: fills a throwaway database with the judged corpus, asks every question through the port with
// each adapter that is there, with the Dutch module and without it, and prints nDCG@10 of both parts and what lost.
//   --all            every question, not only the losing ones (of the tuned part)
//   --below 0.9      what counts as losing
//   --apart          the losing questions of the part set apart too; not while tuning
import { startEngine } from '@kansenplein/db';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adapters } from './adapters.ts';
import { asker, meanOf, outcomeOf, type Outcome } from './figures.ts';
import { judgedCorpus } from './judged-corpus.ts';
import { questionsApart } from './questions-apart.ts';
import { tunedQuestions } from './questions-tuned.ts';
import type { Question } from './questions.ts';

const { values: options } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
    below: { type: 'string', default: '0.9' },
  },
});

const two = (figure: number) => figure.toFixed(2);

function tell(outcomes: readonly Outcome[]): void {
  const losing = options.all ? outcomes : outcomes.filter(({ ndcg }) => ndcg < Number(options.below));
  for (const { question, ndcg, found, best, titles, missed } of [...losing].sort((a, b) => a.ndcg - b.ndcg)) {
    console.log(
      `  ${two(ndcg)}  ${question.text}  (${question.kind})  found ${found.join('')} of ${best.join('')}`,
    );
    titles.forEach((title, place) => console.log(`          ${found[place] ?? 0} ${title}`));
    if (missed.length > 0) console.log(`        missed: ${missed.slice(0, 8).join(' | ')}`);
  }
}

const kindsOf = (outcomes: readonly Outcome[]) =>
  [...Map.groupBy(outcomes, ({ question }) => question.kind)]
    .map(([kind, those]) => `${kind} ${two(meanOf(those))} (${those.length})`)
    .join(', ');

const folder = await mkdtemp(join(tmpdir(), 'kansenplein-quality-'));
// As root the engine runs as an ordinary user, who must be able to enter.
await chmod(folder, 0o755);
const engine = await startEngine({ dataDir: join(folder, 'data'), log: () => undefined, throwaway: true });
try {
  const corpus = await judgedCorpus();
  console.log(
    `${corpus.length} documents, ${tunedQuestions.length} questions to tune on, ${questionsApart.length} apart`,
  );
  for (const { name, absent, make } of adapters) {
    if (absent !== null) {
      console.log(`${name}: not measured, ${absent}`);
      continue;
    }
    const adapter = await make(engine);
    try {
      await adapter.fill(corpus.map(({ document }) => document));
      const port = adapter.as(asker);
      const visible = corpus.filter(({ document }) => document.scopes.some((scope) => asker.includes(scope)));
      const ask = async (questions: readonly Question[], literal: boolean) => {
        const outcomes: Outcome[] = [];
        for (const question of questions) outcomes.push(await outcomeOf(port, visible, question, literal));
        return outcomes;
      };
      const [tuned, apart] = [await ask(tunedQuestions, false), await ask(questionsApart, false)];
      const [tunedBare, apartBare] = [await ask(tunedQuestions, true), await ask(questionsApart, true)];
      console.log(`\n${name}, nDCG@10, mean    with the module   words as typed`);
      console.log(
        `  tuned on                   ${two(meanOf(tuned))}              ${two(meanOf(tunedBare))}`,
      );
      console.log(
        `  set apart                  ${two(meanOf(apart))}              ${two(meanOf(apartBare))}`,
      );
      console.log(`  tuned on, by kind: ${kindsOf(tuned)}`);
      console.log(`  set apart, by kind: ${kindsOf(apart)}`);
      console.log(`\n  losing questions that were tuned on:`);
      tell(tuned);
      if (options.apart) {
        console.log(`\n  losing questions set apart:`);
        tell(apart);
      }
    } finally {
      await adapter.close();
    }
  }
} finally {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}
