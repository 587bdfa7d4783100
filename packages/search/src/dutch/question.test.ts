// From a question as it is typed to what it is about.
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { frontsOf } from './compounds.ts';
import { distance } from './distance.ts';
import { rootOf } from './roots.ts';
import { conceptMisspelt } from './thesaurus.ts';
import { variantsOf, relatedForms } from './variants.ts';

const groups = (text: string) =>
  analyse(`${text} `, { literal: false }).groups.map(({ words, role, concept }) => [
    words.map((word) => word.plain).join(' '),
    role,
    concept?.notation ?? null,
  ]);

describe('a question', () => {
  it('keeps what it asks for and drops what only asks', () => {
    expect(groups('wie doet er iets aan pesten in onze gemeente')).toEqual([
      ['pesten', 'topic', 'pesten'],
      ['gemeente', 'weak', 'gemeente'],
    ]);
  });

  it('knows where and for whom from what', () => {
    expect(groups('rekenen voor leerlingen op het vmbo')).toEqual([
      ['rekenen', 'topic', 'rekenen'],
      ['leerlingen', 'weak', null],
      ['vmbo', 'setting', 'vmbo'],
    ]);
  });

  it('of small words alone is about those', () => {
    expect(groups('vmbo')).toEqual([['vmbo', 'topic', 'vmbo']]);
    expect(groups('extra kinderen')).toEqual([
      ['extra', 'topic', null],
      ['kinderen', 'topic', null],
    ]);
    expect(groups('wie doet wat').map(([word]) => word)).toEqual(['doet']);
  });

  it.each([
    'overgang van groep 8 naar de brugklas',
    'van de basisschool naar de middelbare school',
    'overstap vmbo po',
    'overstap basisschool middelbare school',
  ])("'%s' is the move from primary to secondary", (text) => {
    expect(groups(text).map(([, , notation]) => notation)).toEqual(['overstap-po-vo']);
  });

  it('names no move where two phases merely stand beside each other', () => {
    expect(groups('rekenen po vo').map(([, , notation]) => notation)).toEqual([
      'rekenen',
      'primair-onderwijs',
      'voortgezet-onderwijs',
    ]);
  });
});

describe('words by rule', () => {
  it.each([
    ['leraren', 'leraar'],
    ['scholen', 'school'],
    ['achterstanden', 'achterstand'],
    ['maatjes', 'maatje'],
    ['kinderen', 'kind'],
    ['mogelijkheden', 'mogelijkheid'],
    ['lessen', 'les'],
  ])('%s and %s have one root', (one, other) => {
    expect(rootOf(one)).toBe(rootOf(other));
  });

  it.each([
    ['lezen', 'les'],
    ['stage', 'stad'],
    ['thuis', 'thuiszitter'],
  ])('%s and %s do not', (one, other) => {
    expect(rootOf(one)).not.toBe(rootOf(other));
  });

  it.each([
    ['pesten', 'gepest'],
    ['voorlezen', null],
    ['stappen', 'gestapt'],
    ['begeleiden', null],
    ['leraren', null],
    ['werken', 'gewerkt'],
    ['maken', 'gemaakt'],
    ['reizen', 'gereisd'],
  ])('%s is told as %s', (verb, participle) => {
    expect(relatedForms(verb)).toEqual(participle === null ? [] : [participle]);
    expect(variantsOf(verb)).not.toContain(participle);
  });

  it('a compound with a light end is about its front', () => {
    const fronts = (word: string) => frontsOf(word).map((words) => words.join(' '));
    expect(fronts('armoedebeleid')).toContain('geldzorgen');
    expect(fronts('leesonderwijs')).toContain('lezen');
    expect(fronts('vluchtelingenkinderen')).toContain('nieuwkomers');
    expect(fronts('onderwijs')).toEqual([]);
    expect(fronts('verzuim')).toEqual([]);
  });

  it('two swapped letters are one mistake', () => {
    expect(distance('verzium', 'verzuim')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
    expect(distance('kat', 'kat')).toBe(0);
  });

  it('a long name with a mistake is known, a short word never', () => {
    expect(conceptMisspelt('brugfuntionaris')?.notation).toBe('brugfunctionaris');
    expect(conceptMisspelt('thuisziters')?.notation).toBe('thuiszitter');
    expect(conceptMisspelt('stagge')).toBeNull();
    expect(conceptMisspelt('vliegmachine')).toBeNull();
  });
});
