/**
 * The two real documents, where the folder beside the checkout is (it is in CI). Only counts, codes and numbers
 * are asserted: their sentences and the names in them do not belong in this repository.
 */
import { describe, expect, it } from 'vitest';
import { codesOf, draftOf, inputsPresent, realAccord, realAgenda } from '../testing/documents.ts';
import { expectNothingLost } from '../testing/promises.ts';
import type { AgendaDraft } from '../draft.ts';

const without = inputsPresent ? '' : ' (skipped: ../shared/input is not beside this checkout)';

/** Every cleaned text of the draft, as anybody might come to see it. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    key === 'text' || key === 'message' ? [String(inside)] : textsOf(inside),
  );
}

function expectNoPersons(draft: AgendaDraft): void {
  for (const text of textsOf(draft)) {
    expect(text).not.toMatch(/(?<!\p{L})(?:dhr|mw|mevr|mevrouw)(?!\p{L})/iu);
    expect(text).not.toMatch(/(?<![\p{L}.\d])(?:\p{Lu}\.\s?){1,4}(?:van\s)?\p{Lu}\p{Ll}{3}/u);
  }
}

describe.skipIf(!inputsPresent)(`the real GKA agenda${without}`, () => {
  const draft = inputsPresent ? draftOf(realAgenda) : null;
  const read = (): AgendaDraft => draft ?? draftOf(realAgenda);

  it('is the agenda of one municipality for four years', () => {
    expect([read().kind, read().municipality, read().period]).toEqual([
      'gka_agenda',
      'gm0899',
      { from: 2021, to: 2024 },
    ]);
    expect(read().pillars).toHaveLength(3);
    expect(read().principles).toHaveLength(0);
  });

  it('has three interventions of nine fields, of which the second has no number', () => {
    expect(read().interventions.map(({ number, position }) => [number, position])).toEqual([
      [1, 1],
      [null, 2],
      [3, 3],
    ]);
    for (const { fields } of read().interventions) {
      expect(Object.values(fields).filter((field) => field !== null && field.text.length > 10)).toHaveLength(
        9,
      );
    }
  });

  it('names four municipalities in each intervention, one of them conditional', () => {
    for (const { participations } of read().interventions) {
      expect(participations.map(({ municipality, status }) => [municipality, status])).toEqual([
        ['gm0899', 'intended'],
        ['gm0917', 'intended'],
        ['gm0928', 'intended'],
        ['gm0882', 'conditional'],
      ]);
    }
  });

  it('plans 55 pupils per intervention, and one location of which the number is unknown', () => {
    for (const { plannedReach } of read().interventions) {
      expect(plannedReach.map(({ municipality, pupils }) => [municipality, pupils])).toEqual([
        ['gm0899', 10],
        ['gm0917', 15],
        ['gm0917', 15],
        ['gm0928', 15],
        ['gm0882', null],
      ]);
    }
  });

  it('follows three indicators and has five contacts per intervention, each a role', () => {
    for (const { indicators, contacts } of read().interventions) {
      expect(indicators).toHaveLength(3);
      expect(contacts.map(({ municipality }) => municipality)).toEqual([
        null,
        'gm0917',
        'gm0899',
        'gm0928',
        'gm0882',
      ]);
      for (const { role } of contacts) expect(role.text).toMatch(/^contactpersoon /);
    }
  });

  it('has four commitments, and five signatories as roles of which three are dated', () => {
    expect(read().commitments.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    expect(read().signatories.map(({ date }) => date?.iso ?? null)).toEqual([
      '2021-10-15',
      '2021-10-15',
      '2021-10-15',
      null,
      null,
    ]);
    for (const { role } of read().signatories)
      expect(role.text).toMatch(/^(?:Wethouder|Minister|lid|voorzitter)/);
  });

  it('has the findings of the domain description', () => {
    const differ = read().findings.filter(({ code }) => code === 'intervention.references_differ');
    expect(differ).toHaveLength(1);
    expect(differ[0]?.message).toMatch(/2 en 3.*1 en 2/);
    const funding = read().findings.filter(({ code }) => code === 'funding.municipality_count_differs');
    expect(funding).toHaveLength(3);
    expect(funding[0]?.message).toMatch(/3 gemeenten.*noemen er 4/);
    expect(read().findings.filter(({ code }) => code === 'text.left_open')).toHaveLength(1);
  });

  it('says what else does not fit: a missing number, a misspelt municipality, scanning faults, unknown reach', () => {
    expect(codesOf(read())).toEqual(
      expect.arrayContaining([
        'intervention.number_missing',
        'municipality.name_misspelt',
        'text.scanning_fault',
        'reach.pupils_unknown',
      ]),
    );
    expect(codesOf(read())).not.toContain('person.name_in_text');
  });

  it('shows no name of a person and loses no character', () => {
    expectNoPersons(read());
    expectNothingLost(realAgenda, read());
  });
});

describe.skipIf(!inputsPresent)(`the real accord${without}`, () => {
  const draft = inputsPresent ? draftOf(realAccord) : null;
  const read = (): AgendaDraft => draft ?? draftOf(realAccord);

  it('is the accord of one municipality for four years, with a mission and four principles', () => {
    expect([read().kind, read().municipality, read().period]).toEqual([
      'local_accord',
      'gm1952',
      { from: 2023, to: 2026 },
    ]);
    expect(read().mission?.text).toMatch(/^\p{Lu}.{80,}[^”"]$/u);
    expect(read().principles).toHaveLength(4);
    for (const { description } of read().principles) expect(description.length).toBeGreaterThan(0);
    expect(read().interventions).toHaveLength(0);
  });

  it('has the tree of goals with results and actions', () => {
    const counts = (goal: AgendaDraft['goals'][number]): unknown[] => [
      goal.number,
      goal.intendedResults.length,
      goal.actions.length,
      ...goal.goals.map(counts),
    ];
    expect(read().goals.map(counts)).toEqual([
      ['1', 0, 0, ['1.1', 1, 6], ['1.2', 2, 5], ['1.3', 1, 4]],
      ['2', 2, 3],
      ['3', 4, 8],
      ['4', 1, 3],
    ]);
  });

  it('has five bodies, of which the LEA meets at least twice a year, and six key figures', () => {
    expect(read().bodies.map(({ kind }) => kind)).toEqual([
      'lea',
      'sounding_board',
      'vve_consultation',
      'working_group',
      'working_group',
    ]);
    expect(read().bodies.map(({ meetingsPerYear }) => meetingsPerYear)).toEqual([2, null, null, null, null]);
    expect(read().keyFigures).toHaveLength(6);
  });

  it('finds the agenda with two periods, and the list without a heading', () => {
    const periods = read().findings.filter(({ code }) => code === 'period.differs');
    expect(periods).toHaveLength(1);
    expect(periods[0]?.message).toMatch(/agenda VVE.*2023-2027 en 2023-2026/);
    expect(periods[0]?.spans).toHaveLength(2);
    expect(codesOf(read()).sort()).toEqual(['goal.list_without_heading', 'period.differs']);
  });

  it('shows no name of a person and loses no character', () => {
    expectNoPersons(read());
    expectNothingLost(realAccord, read());
  });
});
