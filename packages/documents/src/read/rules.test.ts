import { describe, expect, it } from 'vitest';
import { codesOf, draftOf, exampleAccord, exampleAgenda, someMunicipalities } from '../testing/documents.ts';
import { expectNothingLost } from '../testing/promises.ts';
import { cleanText } from './clean.ts';
import { distanceWithin, listedNames, MunicipalityIndex } from './municipality-names.ts';
import { isoDateIn, periodsIn } from './numbers.ts';
import { labelAt } from './template-labels.ts';

const municipalities = new MunicipalityIndex(someMunicipalities);

describe('our own examples', () => {
  it('the agenda: three interventions, reach per school, one conditional municipality, no findings but the true ones', () => {
    const draft = draftOf(exampleAgenda);
    expectNothingLost(exampleAgenda, draft);
    expect([draft.kind, draft.municipality, draft.period]).toEqual([
      'gka_agenda',
      'gm0965',
      { from: 2025, to: 2028 },
    ]);
    const [first] = draft.interventions;
    expect(first?.participations.map(({ municipality, status }) => [municipality, status])).toEqual([
      ['gm0965', 'intended'],
      ['gm0986', 'intended'],
      ['gm1954', 'conditional'],
    ]);
    expect(first?.plannedReach.map(({ location, pupils }) => [location.text, pupils])).toEqual([
      ['De Proefschool', 12],
      ['Testgaard', 8],
      ['Toetsveld', 8],
      ['Oefenhof', null],
    ]);
    expect(codesOf(draft).sort()).toEqual([
      'person.name_replaced',
      'reach.pupils_unknown',
      'signature.date_missing',
    ]);
  });

  it('the accord: mission, principles, a sentence over a page break, goals, bodies, key figures', () => {
    const draft = draftOf(exampleAccord);
    expectNothingLost(exampleAccord, draft);
    expect([draft.kind, draft.municipality, draft.period]).toEqual([
      'local_accord',
      'gm0986',
      { from: 2024, to: 2027 },
    ]);
    expect(draft.mission?.text).toBe('Wie in Voerendaal opgroeit, kan laten zien wat er in hem of haar zit.');
    expect(draft.principles).toHaveLength(3);
    expect(draft.principles[0]?.description).toHaveLength(1);
    expect(draft.goals.map(({ number, goals }) => [number, goals.length])).toEqual([
      ['1', 2],
      ['2', 0],
    ]);
    expect(draft.bodies.map(({ kind, meetingsPerYear }) => [kind, meetingsPerYear])).toEqual([
      ['lea', 3],
      ['sounding_board', null],
    ]);
    expect(draft.keyFigures).toHaveLength(3);
    expect(codesOf(draft).sort()).toEqual(['goal.list_without_heading', 'period.differs']);
  });
});

describe('findings appear with the fault and not without it', () => {
  it.each<[string, string, (text: string) => string]>([
    [
      'intervention.references_differ',
      exampleAgenda,
      (text) => text.replace('Meten wat interventies 1 en 2', 'Meten wat interventies 2 en 3'),
    ],
    [
      'intervention.references_itself',
      exampleAgenda,
      (text) => text.replaceAll('interventies 1 en 2', 'interventies 1 en 3'),
    ],
    [
      'intervention.references_unknown',
      exampleAgenda,
      (text) => text.replaceAll('interventies 1 en 2', 'interventies 1 en 7'),
    ],
    [
      'intervention.number_missing',
      exampleAgenda,
      (text) => text.replace('Interventie 2\n', 'Interventie\n'),
    ],
    [
      'intervention.number_repeated',
      exampleAgenda,
      (text) => text.replace('Interventie 2\n', 'Interventie 1\n'),
    ],
    ['intervention.field_empty', exampleAgenda, (text) => text.replace(/^Doelgroep\t.*$/m, 'Doelgroep\t')],
    ['intervention.field_missing', exampleAgenda, (text) => text.replace(/^Doelgroep\t.*\n/m, '')],
    [
      'intervention.field_repeated',
      exampleAgenda,
      (text) => text.replace(/^Doelgroep\t.*$/m, '$&\nDoelgroep\tNog een groep.'),
    ],
    [
      'funding.municipality_count_differs',
      exampleAgenda,
      (text) => text.replace('uit van 3 gemeenten', 'uit van twee gemeenten'),
    ],
    ['municipality.name_misspelt', exampleAgenda, (text) => text.replaceAll('Beekdaelen', 'Beekdaalen')],
    [
      'municipality.unknown',
      exampleAgenda,
      (text) => text.replace('Voerendaal en Beekdaelen', 'Verzonnendam en Beekdaelen'),
    ],
    [
      'municipality.ambiguous',
      exampleAgenda,
      (text) => text.replace('Voerendaal en Beekdaelen', 'Bergen en Beekdaelen'),
    ],
    ['text.left_open', exampleAgenda, (text) => text.replace('een kennissessie', '[.....]')],
    [
      'text.scanning_fault',
      exampleAgenda,
      (text) => text.replace('Leerlingen maken hun', 'Ieerlingen maken hun'),
    ],
    ['text.scanning_fault', exampleAgenda, (text) => text.replace('Interventie 2\n', 'Interventie 2 ?\n')],
    ['commitment.number_order', exampleAgenda, (text) => text.replace('3. Deelt', '5. Deelt')],
    ['signature.outside_period', exampleAgenda, (text) => text.replace('3 maart 2025', '3 maart 2035')],
    ['period.differs', exampleAgenda, (text) => text.replace('GKA-Agenda\n', 'GKA-Agenda 2025-2027\n')],
    ['agenda.period_unknown', exampleAgenda, (text) => text.replace('2025-2028', 'die komt')],
    ['agenda.municipality_unknown', exampleAccord, (text) => text.replaceAll('Voerendaal', 'Ons dorp')],
    ['goal.number_order', exampleAccord, (text) => text.replace('2 EEN RUSTIGE', '3 EEN RUSTIGE')],
    ['goal.number_order', exampleAccord, (text) => text.replace('1 TAAL VANAF DE EERSTE DAG', '')],
    ['goal.number_missing', exampleAccord, (text) => text.replace(/^\d(?:\.\d)? (?=\p{Lu})/gmu, '')],
  ])('%s', (code, original, change) => {
    const changed = change(original);
    expect(changed).not.toBe(original);
    const draft = draftOf(changed);
    expectNothingLost(changed, draft);
    expect(codesOf(draft)).toContain(code);
    expect(codesOf(draftOf(original))).toEqual(
      codesOf(draftOf(original)).filter((one) => one !== code || code === 'period.differs'),
    );
  });

  it('text that fits nowhere is unplaced', () => {
    const text = exampleAgenda.replace(
      'Interventie 2\n',
      'Interventie 2\n\nEen losse opmerking tussen kop en tabel.\n',
    );
    expect(draftOf(text).unplaced.map((one) => one.text)).toEqual([
      'Een losse opmerking tussen kop en tabel.',
    ]);
  });

  it("another party's promises are not the municipality's commitments", () => {
    const text = exampleAgenda.replace(
      '\nOndertekening',
      '\nGelijke Kansen Alliantie\n\n1. Komt langs.\n\nOndertekening',
    );
    const draft = draftOf(text);
    expect(draft.commitments).toHaveLength(3);
    expect(draft.unplaced.map((one) => one.text).join()).toContain('Komt langs.');
  });

  it('nothing is repaired: a scanning fault stays in the text', () => {
    const draft = draftOf(exampleAgenda.replace('Leerlingen maken hun', 'Ieerlingen maken hun'));
    expect(draft.interventions[0]?.fields.goal?.text).toMatch(/^Ieerlingen/);
  });
});

describe('small rules', () => {
  it.each([
    ['<ul style="x"> • a • b <p>c:</p> <ul> • d', '- a\n- b\n\nc:\n\n- d'],
    ['- a\n- b\n  vervolg\n\nslot', '- a\n- b vervolg\n\nslot'],
    ['een <b>vet</b> woord&nbsp;&amp; meer', 'een vet woord & meer'],
    ['3 < 4 en 5 > 2', '3 < 4 en 5 > 2'],
    ['<li>x</li><li>y</li>', '- x\n- y'],
  ])('cleans %j', (source, expected) => {
    expect(cleanText(source)).toBe(expected);
  });

  it.each([
    ['Doel interventie\tx', 'goal', 'tab'],
    ['DOELGROEP: x', 'targetGroup', 'colon'],
    ['Doel', 'goal', 'line'],
    ['Locatie (wijk, school) Brunssum', 'locations', 'space'],
    ['Meer informatie\n- Website\n- Contactpersoon (project en/of gemeente)\tx', 'moreInformation', 'tab'],
    ['1. Financiering: x', 'funding', 'colon'],
    ['| Monitoring & evaluatie | x |', 'monitoring', 'pipe'],
  ])('knows the label in %j', (line, field, style) => {
    expect(labelAt(line, 0)).toMatchObject({ field, style });
  });

  it.each([
    'Doel van dit project is',
    'Financiering uit subsidie',
    'De doelgroep: x',
    '- Contact met ouders',
    'Doelgroepkinderen: x',
  ])('sees no label in %j', (line) => {
    expect(labelAt(line, 0)).toBeNull();
  });

  it('reads periods and dates as they are written', () => {
    const text = '2021-2024, 2023 – 2026, 2024/25, 2023 t/m 2026, 2024-2021, 12-2020-2021';
    expect(periodsIn(text, 0, text.length).map(({ from, to }) => [from, to])).toEqual([
      [2021, 2024],
      [2023, 2026],
      [2024, 2025],
      [2023, 2026],
    ]);
    expect(
      ['15/10/2021', '1 mei 2024', '31-2-2024', 'mei 2024'].map((words) => isoDateIn(words)?.iso ?? null),
    ).toEqual(['2021-10-15', '2024-05-01', null, null]);
  });

  it('reads lists of municipalities with their remarks', () => {
    const text = "Berg en Dal, Bergen, 's-Hertogenbosch (onder voorbehoud) en Beekdalen en Best zijn";
    const names = listedNames(text, 0, text.length, municipalities);
    expect(names.map(({ name, known, remark }) => [name, known?.code ?? null, remark])).toEqual([
      ['Berg en Dal', 'gm1945', ''],
      ['Bergen', null, ''],
      ["'s-Hertogenbosch", 'gm0796', 'onder voorbehoud'],
      ['Beekdalen', null, ''],
      ['Best', 'gm0753', ''],
    ]);
    expect(municipalities.nearest('Beekdalen')).toBe('Beekdaelen');
    expect([distanceWithin('abc', 'abd', 1), distanceWithin('abc', 'xyz', 2)]).toEqual([true, false]);
  });
});
