import { describe, expect, it } from 'vitest';
import { hrefOf, pairsOf, queryFrom, without } from './find-query.ts';

const from = (search: string) => queryFrom(new URLSearchParams(search));

describe('the address of a list', () => {
  it('holds the whole state of the list and gives it back', () => {
    const address =
      'q=overstap&thema=soepele-overgangen&thema=armoede&fase=po-vo&gemeente=gm0899&regio=parkstad&volgorde=nieuw';
    expect(hrefOf('/interventies', pairsOf(from(address)))).toBe(`/interventies?${address}`);
  });

  it('drops values that are in no list of ours', () => {
    const query = from('thema=bestaat-niet&fase=po&gemeente=drop%20table&na=');
    expect(query).toMatchObject({ themes: [], phases: ['po'], municipalities: [], after: null });
  });

  it('does not take the name of an inherited property for a theme', () => {
    expect(from('thema=constructor').themes).toEqual([]);
  });

  it('can leave out one choice and keep the others', () => {
    const pairs = pairsOf(from('thema=armoede&thema=nieuwkomers'));
    expect(hrefOf('/interventies', without(pairs, { name: 'thema', value: 'armoede' }))).toBe(
      '/interventies?thema=nieuwkomers',
    );
  });
});
