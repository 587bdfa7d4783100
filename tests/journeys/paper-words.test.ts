// A theme is called the same on paper as on the pages: paper is read back by these words.
import { expect, it } from 'vitest';
import * as pages from '../../apps/web/src/lib/messages/labels.ts';
import { budgetInWords, sumsInWords } from '../../apps/web/src/lib/joint.ts';
import { fileTypeLabels } from '../../apps/web/src/lib/messages/files.ts';
import { totalsOf } from '../../packages/core/src/interventions/reach.ts';
import { moneySentences } from '../../packages/core/src/papers/joint.ts';
import * as paper from '../../packages/core/src/papers/words.ts';

it.each([
  ['themes', pages.themeLabels, paper.themeWords],
  ['phases', pages.phaseLabels, paper.phaseWords],
  ['programmes', pages.programmeLabels, paper.programmeWords],
  ['courses', pages.courseLabels, paper.courseWords],
  ['costs', pages.costLabels, paper.costWords],
])('%s are called the same on paper as on the pages, each unlike the others', (_what, onPage, onPaper) => {
  expect(onPaper).toEqual(onPage);
  const words = Object.values(onPaper);
  expect(new Set(words).size).toBe(words.length);
});

it('kinds of files are called the same', () => {
  expect(paper.fileWords).toEqual(fileTypeLabels);
});

const part = (change: Partial<Parameters<typeof totalsOf>[0][number]>) => ({
  ...{ commitment: 'confirmed' as const, agreed: true, pupils: null },
  ...{ budgetEuros: null, budgetPer: null },
  ...change,
});
const sums = {
  'shares for a year': [
    part({ budgetEuros: 1, budgetPer: 'year' }),
    part({ budgetEuros: 12_500, budgetPer: 'year' }),
  ],
  'shares of both kinds, and silence': [
    part({ budgetEuros: 1000, budgetPer: 'year' }),
    part({ budgetEuros: 2_000_000, budgetPer: 'whole' }),
    part({}),
  ],
  'conditional and unconfirmed ones': [
    part({ budgetEuros: 500, budgetPer: 'whole' }),
    part({ commitment: 'conditional', budgetEuros: 600, budgetPer: 'whole' }),
    part({ agreed: false, budgetEuros: 700, budgetPer: 'whole' }),
    part({ agreed: false }),
  ],
  'one that says nothing': [part({}), part({ agreed: false, budgetEuros: 0, budgetPer: 'year' })],
};
const costs = [
  { budget: null, budgetPer: null },
  { budget: 12_501, budgetPer: 'year' as const },
  { budget: 2000, budgetPer: 'whole' as const },
  { budget: 900, budgetPer: null },
];

it.each(Object.entries(sums))('%s come to the same on paper as on the page', (_what, parts) => {
  for (const content of costs) {
    const totals = totalsOf(parts, content);
    const budget = budgetInWords(totals);
    const onPage = sumsInWords(totals).map(({ group, municipalities, money, unknown }) =>
      [
        `Geld. ${pages.sumLabels[group]} (${municipalities}): ${money}.`,
        ...unknown.filter((words) => words.includes('bedrag')),
      ].join(' '),
    );
    const said = [
      ...onPage,
      ...(budget ? [[budget.costs, budget.difference].filter(Boolean).join(' ')] : []),
    ];
    expect(moneySentences(totals)).toEqual(said.map((words) => words.replaceAll('\u00a0', ' ')));
  }
});

it('where nobody names an amount, paper speaks of none', () => {
  expect(moneySentences(totalsOf([part({}), part({})], {}))).toEqual([]);
});
