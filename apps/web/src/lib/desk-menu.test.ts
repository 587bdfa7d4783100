import { describe, expect, it } from 'vitest';
import { deskMenu } from './desk-menu.ts';

type Acting = Parameters<typeof deskMenu>[0];
const as = (kind: string, role: string) =>
  ({ id: 'x', kind, key: 'gm0899', role, label: 'Brunssum' }) as unknown as Acting;
const reader = as('municipality', 'reader');
const labels = (acting: Acting, path = '/mijn') => deskMenu(acting, path).map(({ label }) => label);
const marked = (acting: Acting, path: string) =>
  deskMenu(acting, path).flatMap(({ label, current, parts }) => [
    ...(current ? [`${label} ${current}`] : []),
    ...parts.filter((part) => part.current).map((part) => `${part.label} ${part.current}`),
  ]);

describe('the menu of who is signed in', () => {
  it('has places for everybody, and those of a role for who has it', () => {
    expect(labels(reader)).toEqual(['Mijn plein', 'Afspraken', 'Wie is wie', 'Meldingen', 'Mijn account']);
    expect(labels(as('municipality', 'administrator'))).toContain('Beheer');
    expect(labels(as('organisation', 'partner'))).not.toContain('Afspraken');
    expect(labels(as('installation', 'operator'))).not.toContain('Wie is wie');
    expect(labels(null)).toEqual(['Mijn plein', 'Meldingen', 'Mijn account']);
    const [of] = deskMenu(as('alliance', 'coordinator'), '/mijn').filter(
      ({ label }) => label === 'Afspraken',
    );
    expect(of?.href).toBe('/coordinatie/afspraken');
  });

  it('says where one is, once in each row, also under a part', () => {
    expect(marked(reader, '/mijn')).toEqual(['Mijn plein page', 'Overzicht page']);
    expect(marked(reader, '/mijn/meldingen/volgen')).toEqual(['Meldingen true', 'Wat u volgt page']);
    expect(marked(reader, '/mijn/zoekvragen/nieuw')).toEqual(['Meldingen true', 'Zoekvragen true']);
    expect(marked(reader, '/mijn/overleggen/x')).toEqual(['Afspraken true']);
    expect(marked(reader, '/mensen/jansen-abc')).toEqual(['Wie is wie true', 'Wie is wie true']);
    expect(marked(reader, '/mijn/kennissessies/x')).toEqual(['Mijn plein true', 'Kennissessies true']);
    expect(marked(reader, '/mijn/gegevens')).toEqual(['Mijn account true', 'Mijn gegevens page']);
  });

  it('leaves its parts out where one writes', () => {
    expect(marked(reader, '/mijn/interventies/x')).toEqual(['Mijn plein true']);
    expect(deskMenu(reader, '/mijn/interventies/x').flatMap(({ parts }) => parts)).toEqual([]);
  });
});
