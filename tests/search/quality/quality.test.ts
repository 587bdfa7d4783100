// The judged set itself: large enough, whole, the same in every run, and in nobody else's words.
import { describe, expect, it } from 'vitest';
import { generated } from './corpus.ts';
import { asker } from './figures.ts';
import { gradeOf } from './grade.ts';
import { judgedCorpus } from './judged-corpus.ts';
import { questionsApart } from './questions-apart.ts';
import { tunedQuestions } from './questions-tuned.ts';

const all = [...tunedQuestions, ...questionsApart];

describe('the judged set', () => {
  it('has at least 120 questions, 40 of them set apart, none twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(questionsApart.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ text }) => text.toLowerCase())).size).toBe(all.length);
  });

  it('has every kind of question in both parts', () => {
    const kindsOf = (questions: typeof all) => [...new Set(questions.map(({ kind }) => kind))].sort();
    expect(kindsOf([...questionsApart])).toEqual(kindsOf([...tunedQuestions]));
  });

  it('has some hundreds of generated documents beside the demo, each with its own address', async () => {
    const corpus = await judgedCorpus();
    expect(generated.length).toBeGreaterThan(300);
    expect(corpus.length).toBeGreaterThan(generated.length + 45);
    expect(new Set(corpus.map(({ document }) => document.id)).size).toBe(corpus.length);
  });

  it('has an answer of grade 3 that the asker may see to every question', async () => {
    const corpus = (await judgedCorpus()).filter(({ document }) =>
      document.scopes.some((scope) => asker.includes(scope)),
    );
    const without = all.filter(({ need }) => !corpus.some((each) => gradeOf(need, each) === 3));
    expect(without.map(({ text }) => text)).toEqual([]);
  });
});
