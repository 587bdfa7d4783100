import { describe, expect, it } from 'vitest';
import { figureLine, figureSources, unknownFigures, whyNearby, whyRelated } from './related.ts';

describe('why a page is named', () => {
  it('says what both have, in one sentence', () => {
    expect(whyRelated({ themes: ['loopbaan'], phases: ['vo'], words: ['overstap', 'mentoren'] })).toBe(
      'Zelfde thema en fase; allebei over: overstap, mentoren',
    );
    expect(whyRelated({ themes: ['loopbaan', 'armoede'], phases: [], words: [] })).toBe('Zelfde thema’s');
    expect(whyRelated({ themes: [], phases: ['vo', 'mbo'], words: ['stage'] })).toBe(
      'Zelfde fasen; allebei over: stage',
    );
    expect(whyRelated({ themes: [], phases: [], words: ['stage', 'lasser'] })).toBe(
      'Allebei over: stage, lasser',
    );
  });
});

describe('why a municipality is named', () => {
  const municipality = { code: 'gm0917', name: 'Heerlen', slug: 'heerlen' };
  it('says what is known and what is not', () => {
    expect(figureLine({ inhabitants: 86_915, urbanity: 2, disadvantage: null })).toBe(
      '86.915 inwoners · sterk stedelijk · achterstandsscore onbekend',
    );
    expect(unknownFigures({ inhabitants: 86_915, urbanity: 2, disadvantage: null })).toEqual([
      'de achterstandsscore',
    ]);
    expect(unknownFigures(null)).toHaveLength(3);
  });

  it('says region or province, and the themes of both in small letters', () => {
    const near = { municipality, figures: null, shared: [], region: 'Parkstad Limburg' };
    expect(whyNearby({ ...near, themes: ['taalontwikkeling', 'armoede'] }, 'Limburg')).toBe(
      'Zelfde samenwerkingsregio (Parkstad Limburg); werkt ook aan: taalontwikkeling, armoede',
    );
    expect(whyNearby({ ...near, themes: [] }, 'Limburg')).toBe(
      'Zelfde samenwerkingsregio (Parkstad Limburg)',
    );
    expect(whyNearby({ ...near, region: null, themes: ['armoede'] }, 'Limburg')).toBe(
      'Ook in Limburg; werkt ook aan: armoede',
    );
  });

  it('names year and origin of each figure, and nothing of a figure that is not there', () => {
    const from = 'Centraal Bureau voor de Statistiek';
    expect(
      figureSources({ basis: 'figures', own: null, alike: [], sources: { urbanity: { year: 2024, from } } }),
    ).toEqual([{ label: 'De stedelijkheid', year: 2024, from }]);
  });
});
