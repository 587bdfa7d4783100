/** Variants seldom come alone: any combination of them gives the facts of the original, as text, Word and PDF. */
import { describe, expect, it } from 'vitest';
import { extractFile } from '../extract/extract-file.ts';
import {
  draftOf,
  exampleAccord,
  exampleAgenda,
  inputsPresent,
  readText,
  realAccord,
  realAgenda,
  someMunicipalities,
} from '../testing/documents.ts';
import { pdfOf } from '../testing/paper-pdf.ts';
import { wordFileOf } from '../testing/paper-word.ts';
import { expectNothingLost, factsOf } from '../testing/promises.ts';
import { contentOf } from '../testing/same-draft.ts';
import { accordVariants, templateVariants, writingVariants } from '../testing/variants.ts';
import { analyse } from './read-agenda.ts';
import type { AgendaDraft } from '../draft.ts';

type Change = (text: string) => string;

/** What may happen to a table at once: one order, one form of label, one form of list, some headings. */
const tableChanges: string[][] = [
  ['fields in another order'],
  [
    'labels on a line of their own',
    'labels on a line of their own with blank lines',
    'labels with a colon',
    'labels in capitals',
    'labels in capitals with a colon',
    'labels shortened',
    'labels shortened with a colon',
    'labels shortened on a line of their own',
    'tabs become one space',
    'tabs become four spaces',
    'table with bars',
    'bold labels',
    'lists are real lists with dashes',
    'lists are real lists with bullets',
  ],
  ['headings in capitals'],
];

const writingChanges: string[][] = [
  ['curly quotes', 'straight quotes'],
  ['non-breaking spaces'],
  ['spaces behind every line'],
  ['double blank lines'],
  ['decomposed Unicode'],
  ['a byte order mark'],
  ['lines end in CRLF', 'lines end in CR'],
];

/** Numbers that look random and are the same every time: a failure can be repeated. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of each group none or one, in the order of the groups. */
function combination(
  groups: string[][],
  known: Record<string, Change>,
  next: () => number,
): [string, Change] {
  const names = groups.flatMap((group) => {
    const name = group[Math.floor(next() * (group.length + 1))];
    return name === undefined ? [] : [name];
  });
  const changes = names.map((name) => known[name]).filter((change) => change !== undefined);
  expect(changes).toHaveLength(names.length);
  return [
    names.join(' + ') || 'nothing',
    (text) => changes.reduce((changed, change) => change(changed), text),
  ];
}

function expectSameFacts(original: string, variant: string, name: string): void {
  const outcome = readText(variant);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`);
  expectNothingLost(outcome.text, outcome.draft);
  expect(factsOf(outcome.draft), name).toEqual(factsOf(draftOf(original)));
  expect(fieldsOf(outcome.draft), name).toEqual(fieldsOf(draftOf(original)));
}

/** The nine fields of every intervention, and what was read in them, word for word. */
const fieldsOf = (draft: AgendaDraft): unknown =>
  (contentOf(draft) as AgendaDraft).interventions.map((one) => ({ ...one, heading: null }));

const agendas = [
  { name: 'our example agenda', text: exampleAgenda, skip: false },
  { name: 'the real agenda (only where ../shared/input is)', text: realAgenda, skip: !inputsPresent },
];
const accords = [
  { name: 'our example accord', text: exampleAccord, skip: false },
  { name: 'the real accord (only where ../shared/input is)', text: realAccord, skip: !inputsPresent },
];

describe.each(agendas)('$name', ({ text, skip }) => {
  it.skipIf(skip)(
    'gives the same facts in 100 combinations of tables and writing',
    () => {
      const next = numbersFrom(2026);
      const known = { ...templateVariants, ...writingVariants };
      for (let round = 0; round < 100; round += 1) {
        const [name, change] = combination([...tableChanges, ...writingChanges], known, next);
        expectSameFacts(text, change(text), name);
      }
    },
    120_000,
  );

  const onPaper = [
    'fields in another order',
    'labels in capitals',
    'labels shortened',
    'headings in capitals',
  ];

  it.skipIf(skip).each(onPaper)('gives the same facts as Word and as PDF with %s', async (name) => {
    const change = templateVariants[name] ?? ((same: string) => same);
    const variant = change(text);
    const files = [
      await extractFile(wordFileOf(variant, { splitRuns: true }), wordType),
      await extractFile(await pdfOf(variant, { page: [480, 600], borders: true }), 'application/pdf'),
      await extractFile(await pdfOf(variant, { furniture: true }), 'application/pdf'),
    ];
    for (const file of files) {
      if (!file.ok) throw new Error(file.message);
      const outcome = analyse(file.text, { municipalities: someMunicipalities });
      if (!outcome.ok) throw new Error(outcome.message);
      expect(factsOf(outcome.draft)).toEqual(factsOf(draftOf(text)));
    }
  });
});

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe.each(accords)('$name', ({ text, skip }) => {
  it.skipIf(skip)(
    'gives the same facts in 100 combinations of goals and writing',
    () => {
      const next = numbersFrom(1952);
      const goalChanges = [
        ['bullets for dashes', 'stars for dashes'],
        ['numbers with a dot', 'numbers in words'],
        ['parts in capitals', 'parts with a colon'],
        ['sections in small letters'],
      ];
      const known = { ...accordVariants, ...writingVariants };
      for (let round = 0; round < 100; round += 1) {
        const [name, change] = combination([...goalChanges, ...writingChanges], known, next);
        expectSameFacts(text, change(text), name);
      }
    },
    120_000,
  );
});
