// A question of the judged set: what somebody types, what kind of typing that is, and what is needed.
import type { Need } from './grade.ts';

export type QuestionKind =
  | 'word'
  | 'abbreviation'
  | 'typo'
  | 'form'
  | 'compound'
  | 'other words'
  | 'two ideas'
  | 'sentence'
  | 'phrase'
  | 'exclusion'
  | 'place or year'
  | 'looks alike';

export interface Question {
  text: string;
  kind: QuestionKind;
  need: Need;
}

export const asked = (kind: QuestionKind, needs: Readonly<Record<string, Need>>): Question[] =>
  Object.entries(needs).map(([text, need]) => ({ text, kind, need }));
