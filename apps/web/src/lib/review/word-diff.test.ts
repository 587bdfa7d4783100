import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';

const said = (from: string, to: string) =>
  diffWords(from, to).map(({ kind, text }) => `${{ same: '', gone: '-', new: '+' }[kind]}${text.trim()}`);

describe('two texts word by word', () => {
  it('marks what went and what came, and leaves the rest', () => {
    expect(said('Elf scholen doen mee.', 'Twaalf scholen doen nu mee.')).toEqual([
      '-Elf',
      '+Twaalf',
      'scholen doen',
      '+nu',
      'mee.',
    ]);
    expect(said('', 'Nieuw')).toEqual(['+Nieuw']);
    expect(said('Weg', '')).toEqual(['-Weg']);
    expect(said('Gelijk', 'Gelijk')).toEqual(['Gelijk']);
  });

  it('loses no letter of either text, whatever they are', () => {
    const random = (seed: number) =>
      Array.from({ length: 60 }, (_, at) => 'abcd'[(seed * (at + 7) * 31) % 4]).join(' ');
    for (let seed = 1; seed < 40; seed += 1) {
      const [from, to] = [random(seed), random(seed + 5)];
      const runs = diffWords(from, to);
      const side = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, '');
      expect(side('gone')).toBe(to.replaceAll(' ', ''));
      expect(side('new')).toBe(from.replaceAll(' ', ''));
    }
  });

  it('stays quick on long texts', () => {
    const started = performance.now();
    diffWords('een twee drie '.repeat(5000), 'drie twee een '.repeat(5000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
