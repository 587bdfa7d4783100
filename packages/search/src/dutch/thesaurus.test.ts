import { describe, expect, it } from 'vitest';
import { concepts, themes } from './concepts.ts';
import {
  broaderConcepts,
  conceptAt,
  conceptByNotation,
  conceptOf,
  conceptsIn,
  labelsOf,
  narrowerConcepts,
  relatedConcepts,
} from './thesaurus.ts';
import { wordsOf } from './words.ts';

const plainWords = (text: string) => wordsOf(text).map((word) => word.plain);
const plain = (text: string) => plainWords(text).join(' ');
const repeated = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

describe('the thesaurus', () => {
  it('has at least 120 concepts, each with a code of its own', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(120);
    expect(repeated(concepts.map(({ notation }) => notation))).toEqual([]);
    expect(concepts.filter(({ notation }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(notation))).toEqual([]);
  });

  it('gives every label one meaning', () => {
    expect(repeated(concepts.flatMap((concept) => labelsOf(concept).map(plain)))).toEqual([]);
  });

  it('explains every concept in one or two plain sentences', () => {
    const unclear = concepts.filter(
      ({ definition }) =>
        !/^[A-Z].*\.$/.test(definition) ||
        definition.length > 160 ||
        definition.split(/[.!?] /).length > 2 ||
        definition.split(/\s+/).some((word) => word.length > 26),
    );
    expect(unclear.map(({ notation }) => notation)).toEqual([]);
  });

  it('knows every concept that is named as broader or related, and names no theme that is not there', () => {
    const named = concepts.flatMap(({ broader = [], related = [] }) => [...broader, ...related]);
    expect(named.filter((notation) => conceptByNotation(notation) === null)).toEqual([]);
    expect(themes.filter((theme) => conceptByNotation(theme)?.theme !== theme)).toEqual([]);
  });

  it('never goes round: no concept is broader than itself', () => {
    const above = (notation: string, path: readonly string[] = []): boolean =>
      path.includes(notation) ||
      (conceptByNotation(notation)?.broader ?? []).some((next) => above(next, [...path, notation]));
    expect(concepts.filter(({ notation }) => above(notation)).map(({ notation }) => notation)).toEqual([]);
  });

  it('says a relation once, and never beside a broader one', () => {
    const twice = concepts.filter(({ notation, broader = [], related = [] }) =>
      related.some(
        (other) =>
          broader.includes(other) ||
          other === notation ||
          (conceptByNotation(other)?.related ?? []).includes(notation) ||
          (conceptByNotation(other)?.broader ?? []).includes(notation),
      ),
    );
    expect(twice.map(({ notation }) => notation)).toEqual([]);
  });

  it('finds every concept by each of its labels, as a whole and at the start of a question', () => {
    const lost = concepts.flatMap((concept) =>
      labelsOf(concept).filter(
        (label) => conceptOf(label) !== concept || conceptAt(plainWords(label), 0)?.concept !== concept,
      ),
    );
    expect(lost).toEqual([]);
  });

  it('goes up, down and aside', () => {
    const absence = conceptOf('verzuim');
    expect(absence?.prefLabel).toBe('schoolverzuim');
    if (!absence) return;
    expect(broaderConcepts(absence).map(({ notation }) => notation)).toEqual(['aanwezigheid']);
    expect(narrowerConcepts(absence).map(({ notation }) => notation)).toContain('ziekteverzuim');
    expect(relatedConcepts(absence).map(({ notation }) => notation)).toContain('thuiszitter');
  });

  it.each([
    ['school maatschappelijk werk', 'schoolmaatschappelijk-werk'],
    ['Ouder betrokkenheid', 'ouderbetrokkenheid'],
    ['taalachterstanden', 'taalachterstand'],
    ['tekort aan leraren', 'lerarentekort'],
    ['voor- en vroegschoolse educatie', 'vve'],
    ['PO', 'primair-onderwijs'],
  ])("'%s' names %s", (text, notation) => {
    expect(conceptOf(text)?.notation).toBe(notation);
  });

  it.each(['politie', 'vos', 'les', 'mentoren in de klas van juf', ''])(
    "'%s' names no concept as a whole",
    (text) => {
      expect(conceptOf(text)).toBeNull();
    },
  );

  it('finds the concepts named in a sentence, the longest label first', () => {
    expect(
      conceptsIn('wie doet iets aan schoolverzuim en de overstap van groep 8 naar de brugklas').map(
        ({ notation }) => notation,
      ),
    ).toEqual(['schoolverzuim', 'soepele-overgangen', 'brugklas']);
  });
});
