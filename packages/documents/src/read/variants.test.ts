import { describe, expect, it } from 'vitest';
import {
  draftOf,
  exampleAccord,
  exampleAgenda,
  inputsPresent,
  readText,
  realAccord,
  realAgenda,
} from '../testing/documents.ts';
import { expectNothingLost, factsOf } from '../testing/promises.ts';
import { accordVariants, labels, templateVariants, writingVariants } from '../testing/variants.ts';

const agendas = [
  { name: 'our example agenda', text: exampleAgenda, skip: false },
  { name: 'the real agenda (only where ../shared/input is)', text: realAgenda, skip: !inputsPresent },
];
const accords = [
  { name: 'our example accord', text: exampleAccord, skip: false },
  { name: 'the real accord (only where ../shared/input is)', text: realAccord, skip: !inputsPresent },
];

function expectSameFacts(original: string, variant: string): void {
  const outcome = readText(variant);
  if (!outcome.ok) throw new Error(outcome.message);
  expectNothingLost(outcome.text, outcome.draft);
  expect(factsOf(outcome.draft)).toEqual(factsOf(draftOf(original)));
}

describe.each(agendas)('$name gives the same facts with', ({ text, skip }) => {
  it.skipIf(skip).each(Object.entries({ ...templateVariants, ...writingVariants }))('%s', (_name, change) => {
    const variant = change(text);
    expectSameFacts(text, variant);
  });

  it.skipIf(skip).each(Object.keys(templateVariants))('%s, in CRLF and decomposed Unicode', (name) => {
    const change = templateVariants[name];
    if (change) expectSameFacts(text, change(text).normalize('NFD').replaceAll('\n', '\r\n'));
  });
});

describe.each(agendas)('$name with a field missing', ({ text, skip }) => {
  it.skipIf(skip).each(labels)('keeps the other eight and says that %s is missing', (label) => {
    const variant = text
      .split('\n')
      .filter((line) => !line.startsWith(`${label}\t`))
      .join('\n');
    const draft = draftOf(variant);
    expectNothingLost(variant, draft);
    for (const { fields } of draft.interventions) {
      expect(Object.values(fields).filter((field) => field !== null)).toHaveLength(8);
    }
    expect(draft.findings.filter(({ code }) => code === 'intervention.field_missing')).toHaveLength(
      draft.interventions.length,
    );
  });
});

describe.each(agendas)('$name with other numbers of interventions', ({ text, skip }) => {
  const table = /^Interventie 3[\s\S]*?(?=^Samenwerking$)/m;

  it.skipIf(skip)('reads four', () => {
    const variant = text.replace(
      table,
      (third) => `${third}${third.replace('Interventie 3', 'Interventie 4')}`,
    );
    const draft = draftOf(variant);
    expectNothingLost(variant, draft);
    expect(draft.interventions.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(draft.interventions[3]?.number).toBe(4);
  });

  it.skipIf(skip)('reads none, and still the rest of the agenda', () => {
    const variant = text.replace(/^Interventie 1[\s\S]*?(?=^Samenwerking$)/m, '');
    const draft = draftOf(variant);
    expectNothingLost(variant, draft);
    expect(draft.interventions).toHaveLength(0);
    expect(draft.kind).toBe('gka_agenda');
    expect(draft.pillars).toHaveLength(3);
    expect(draft.commitments).toHaveLength(draftOf(text).commitments.length);
  });

  it.skipIf(skip)('reads tables that lost their headings, and says so', () => {
    const variant = text.replace(/^Interventie(?: \d)?(?: \?)?$/gm, '');
    const draft = draftOf(variant);
    expectNothingLost(variant, draft);
    expect(draft.interventions.map(({ number }) => number)).toEqual([null, null, null]);
    expect(draft.findings.filter(({ code }) => code === 'intervention.number_missing')).toHaveLength(3);
  });
});

describe.each(accords)('$name gives the same facts with', ({ text, skip }) => {
  it.skipIf(skip).each(Object.entries({ ...accordVariants, ...writingVariants }))('%s', (_name, change) => {
    expectSameFacts(text, change(text));
  });
});
