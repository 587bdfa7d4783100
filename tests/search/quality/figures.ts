// nDCG@10 of the answers to a set of questions, and which questions lose.
import { everything } from '../../../packages/search/src/conformance/adapter-under-test.ts';
import type { SearchPort } from '@kansenplein/search';
import type { Judged } from './corpus.ts';
import { gradeOf } from './grade.ts';
import type { Question } from './questions.ts';

export const depth = 10;

/** Who asks: a member of the alliance, of no municipality of the corpus. */
export const asker = ['public', 'alliance'];

/** Gain 2^grade - 1, discounted by the logarithm of the place. */
const gained = (grades: readonly number[]) =>
  grades.slice(0, depth).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

export interface Outcome {
  question: Question;
  /** 0 … 1. */
  ndcg: number;
  /** Grades of the answers, best place first. */
  found: number[];
  /** Grades of the best ten there are. */
  best: number[];
  /** Of the answers, for reading. */
  titles: string[];
  /** Grade 3 or 2, and not among the answers. */
  missed: string[];
}

export async function outcomeOf(
  port: SearchPort,
  corpus: readonly Judged[],
  question: Question,
  literal: boolean,
): Promise<Outcome> {
  const grades = new Map(corpus.map((each) => [each.document.id, gradeOf(question.need, each)]));
  const page = await port.search({
    ...everything,
    text: question.text,
    limit: depth,
    facets: false,
    literal,
  });
  const best = [...grades.values()].sort((one, other) => other - one).slice(0, depth);
  if (best[0] === 0) throw new Error(`nothing in the corpus answers '${question.text}'`);
  // What was not judged is worth nothing.
  const found = page.hits.map((hit) => grades.get(hit.id) ?? 0);
  const answered = new Set(page.hits.map((hit) => hit.id));
  return {
    question,
    ndcg: gained(found) / gained(best),
    found,
    best,
    titles: page.hits.map((hit) => hit.title.map((segment) => segment.text).join('')),
    missed: corpus
      .filter(({ document }) => (grades.get(document.id) ?? 0) >= 2 && !answered.has(document.id))
      .map(({ document }) => document.title),
  };
}

export const meanOf = (outcomes: readonly Outcome[]) =>
  outcomes.reduce((sum, outcome) => sum + outcome.ndcg, 0) / Math.max(1, outcomes.length);
