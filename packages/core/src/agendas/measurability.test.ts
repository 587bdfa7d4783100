import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GoalDraft, readAgenda } from '@kansenplein/documents';
import { describe, expect, it } from 'vitest';
import { municipalityNames } from '../municipalities/names.ts';
import { measurability, targetIn } from './measurability.ts';

const asked = ['who', 'howMuch', 'byWhen', 'measuredWith'] as const;
/** What is missing, by the first letters of the four questions in Dutch: wie, hoeveel, wanneer, gemeten. */
const letters = { who: 'w', howMuch: 'h', byWhen: 'd', measuredWith: 'g' } as const;
const missingIn = (text: string) => {
  const said = measurability(text, null);
  return asked
    .filter((each) => !said[each].found)
    .map((each) => letters[each])
    .join('');
};

describe('an intended result is measurable when it says who, how much, by when and measured with what', () => {
  it.each([
    'In 2027 hebben alle 14 basisscholen een rijke schooldag',
    'Vijfentwintig leerkrachten zijn geschoold vóór 1 september 2026',
    'De afstroom in klas 3 daalt van 18 naar 12 procent in schooljaar 2027-2028 (cijfers van DUO)',
    'Eind 2026 gaat 85% van de doelgroeppeuters naar de voorschool, volgens de registratie van de jeugdgezondheidszorg',
    'Elk jaar komen er drie peutergroepen bij',
    'Aan het einde van de looptijd hebben zes buurthuizen een huiswerkplek',
    'Uiterlijk in 2028 haalt negen van de tien leerlingen 1F',
    'In 2026 is er op elke school minimaal drie keer per jaar een ouderavond',
    '2030 leerlingen krijgen bijles in 2029',
  ])('%s', (text) => {
    expect(missingIn(text)).toBe('');
    expect(measurability(text, null).measurable).toBe(true);
  });
});

describe('what is missing is named', () => {
  it.each([
    // The two of the issue.
    ['Grotere ouderbetrokkenheid', 'whdg'],
    ['≥ 7 kindcentra', 'd'],
    // Nothing is said but that it gets better.
    ['Betere samenwerking tussen zorg en onderwijs', 'whdg'],
    ['De taalvaardigheid stijgt op termijn', 'whdg'],
    ['Er komt een aanpak voor de overstap', 'whdg'],
    ['Meer kinderen lezen thuis', 'hdg'],
    ['Ouders voelen zich welkom', 'hdg'],
    // A number without a date.
    ['Zes buurthuizen hebben een huiswerkplek', 'd'],
    ['Elke school heeft een brugfunctionaris', 'd'],
    ['Twaalf tutoren zijn opgeleid', 'd'],
    ['Binnen elke VO-school zijn er afspraken over verzuim', 'd'],
    // A share or a feeling is not counted by going there.
    ['In 2027 is 80% van de ouders tevreden', 'g'],
    ['200 ouders voelen zich welkom op school in 2027', 'g'],
    ['Alle kinderen zijn in 2028 veilig op school', 'g'],
    // A date, a share and a source, and nobody.
    ['In 2027 is het verzuim gehalveerd volgens de verzuimregistratie', 'w'],
    // A norm per child is how much, and no date.
    ['Elke thuiszitter heeft binnen drie maanden een plan', 'dg'],
    // A baseline is no deadline.
    ['Ten opzichte van 2022 blijven 10% minder leerlingen zitten', 'd'],
    // Ages, classes, levels and names of years say who or with what, never how much.
    ['Kinderen van 0 tot 4 jaar krijgen een boek', 'hdg'],
    ['Leerlingen in groep 7 en 8 krijgen huiswerkhulp', 'hdg'],
    ['Leerlingen halen 2F', 'hd'],
    ['Aandacht voor de eerste duizend dagen', 'whdg'],
    ['Doel 3 en fase 2 zijn klaar', 'whdg'],
    // 'Na school' is a moment; a school square is no school.
    ['Voor aanbod na school is er vervoer', 'whdg'],
    ['Het schoolplein is groen', 'whdg'],
    ['', 'whdg'],
  ])('%s', (text, missing) => {
    expect(missingIn(text)).toBe(missing);
  });
});

describe('the words that were found are the words of the text', () => {
  it('are handed back as they stand, with the vague ones where nothing better was found', () => {
    const said = measurability('Op minimaal 7 kindcentra is op termijn een coach', null);
    expect(said.howMuch).toEqual({ found: true, words: ['minimaal 7 kindcentra'], vague: [] });
    expect(said.byWhen).toEqual({ found: false, words: [], vague: ['op termijn'] });
    expect(said.measuredWith.words).toEqual(['tellen: minimaal 7 kindcentra']);
    expect(measurability('Hogere opbrengsten', null).howMuch.vague).toEqual(['Hogere']);
  });

  it('a date without a year is not enough', () => {
    expect(measurability('Vóór 1 september', null).byWhen).toEqual({
      found: false,
      words: [],
      vague: ['1 september'],
    });
  });

  it('what was filled in beside the text counts as said', () => {
    const said = measurability('Meer deelname', { value: 1250.5, unit: 'leerlingen', year: 2027 });
    expect(said.measurable).toBe(true);
    expect(said.howMuch.words).toEqual(['1.250,5 leerlingen']);
    const open = measurability('Meer deelname', { value: null, unit: 'leerlingen', year: null });
    expect(asked.filter((each) => open[each].found)).toEqual(['who']);
  });
});

describe('a graadmeter or key figure is suggested where the words fit', () => {
  it.each([
    ['Scholen heroverwegen het advies na de toets', 'heroverwegingen'],
    ['Meer adviezen worden naar boven bijgesteld', 'bijstellingen'],
    ['Meer leerlingen stapelen van vmbo naar havo', 'stapelaars-vo'],
    ['Studenten stapelen in het mbo', 'stapelaars-mbo'],
    ['Meer opstroom na klas 1', 'opstromers'],
    ['Minder afstroom', 'afstromers'],
    ['Minder leerlingen blijven zitten', 'zittenblijvers'],
    ['Jongeren komen verder dan hun ouders', 'opleidingsmobiliteit'],
    ['Een dekkend aanbod van peuteropvang', 'aanbod-en-spreiding'],
    ['De inspectie is tevreden over alle scholen', 'inspectie-oordelen'],
    ['De doorstroomtoets wordt beter gemaakt', 'doorstroomtoets'],
    ['Minder onderadvisering', 'onderadvisering'],
    ['Meer opstroom en minder afstroom in het vo', 'op-en-afstroom'],
    ['Hogere resultaten bij rekenen', 'referentieniveaus'],
  ])('%s', (text, gauge) => {
    const { gauges } = measurability(text, null);
    expect(gauges.length).toBeLessThanOrEqual(2);
    expect(gauges.map(({ key }) => key)).toContain(gauge);
  });

  it('none where no words fit', () => {
    expect(measurability('Grotere ouderbetrokkenheid', null).gauges).toEqual([]);
    expect(measurability('We bereiken dertig vaders', null).gauges).toEqual([]);
  });
});

describe('a target is read from a text that names one', () => {
  it.each([
    ['Op minimaal 7 kindcentra werkt een coach', { value: 7, unit: 'kindcentra', year: null }],
    ['Elf scholen doen mee in 2024/2025', { value: 11, unit: 'scholen', year: 2025 }],
    ['1.250 kinderen sporten in 2026', { value: 1250, unit: 'kinderen', year: 2026 }],
    ['In 2026 is er twee keer per jaar overleg', { value: 2, unit: 'keer per jaar', year: 2026 }],
  ])('%s', (text, target) => {
    expect(targetIn(text)).toEqual(target);
  });

  it.each([
    '12 van de 40 scholen doen mee',
    '3 scholen en 4 dorpen',
    '85% van de peuters',
    'In 2026',
    'Beter lezen',
  ])('and left open where it could be another: %s', (text) => {
    expect(targetIn(text)).toBeNull();
  });
});

it('takes no more than a moment for any text', () => {
  for (const part of ['7 ', 'alle ', '-', 'school-', '2025', 'twee', 'advies ', '7 a a ', 'blijven ']) {
    const start = performance.now();
    measurability(part.repeat(1000), null);
    expect(performance.now() - start, part).toBeLessThan(200);
  }
});

const folder = fileURLToPath(new URL('../../../../../shared/input/', import.meta.url));

describe.skipIf(!existsSync(folder))('the intended results of the real documents', () => {
  const resultsIn = (name: string): string[] => {
    const read = readAgenda(readFileSync(folder + name), 'text/plain', { municipalities: municipalityNames });
    const below = (goals: readonly GoalDraft[]): string[] =>
      goals.flatMap((goal) => [...goal.intendedResults.map(({ text }) => text), ...below(goal.goals)]);
    return read.ok ? below(read.draft.goals) : [];
  };

  it('get the verdict a person gives them: one of eleven is measurable, two lack a date only', () => {
    const verdicts = resultsIn('midden-groningen-onderwijskansenakkoord-2023-2026.txt').map(missingIn);
    // Judged by hand, in the order of the document.
    const byHand = ['hdg', 'whdg', 'whdg', 'hdg', '', 'whdg', 'hdg', 'd', 'whdg', 'd', 'whdg'];
    expect(verdicts).toEqual(byHand);
  });

  it('are not there in the other one: it has goals, and says nothing to come of them', () => {
    expect(resultsIn('brunssum-gka-agenda-2021-2024.txt')).toEqual([]);
  });
});
