import { describe, expect, it } from 'vitest';
import type { Attachment } from './contract.ts';
import { comparedAttachments, pairedWith } from './pairing.ts';

const one = (title: string, file = title, size = 2048): Attachment => ({
  ...{ id: `${title} ${file}`, title, alternative: '' },
  file: { id: file, name: `${file}.docx`, type: 'docx', size },
});
const told = (before: Attachment[], after: Attachment[]) => {
  const { pairs, gone } = pairedWith(before, after);
  return [pairs.map(({ now, was }) => [now.title, was?.title ?? null]), gone.map(({ title }) => title)];
};

describe('what goes along with two texts', () => {
  it('is the same by its file, else by its title; the rest came or went', () => {
    const before = [one('Draaiboek', 'a'), one('Begroting', 'b'), one('Foto', 'c')];
    const after = [one('Evaluatie', 'd'), one('Begroting', 'e'), one('Draaiboek 2', 'a')];
    expect(told(before, after)).toEqual([
      [
        ['Evaluatie', null],
        ['Begroting', 'Begroting'],
        ['Draaiboek 2', 'Draaiboek'],
      ],
      ['Foto'],
    ]);
  });

  it('is each paired once, also where titles or files are the same', () => {
    expect(told([one('A', 'x'), one('A', 'y')], [one('A', 'y'), one('A', 'z')])).toEqual([
      [
        ['A', 'A'],
        ['A', 'A'],
      ],
      [],
    ]);
  });

  it('says that a file was replaced, also by one of the same name and size', () => {
    const other = { ...one('Draaiboek', 'a'), id: 'later', file: { ...one('Draaiboek', 'a').file, id: 'b' } };
    const [{ attachments: before }, { attachments: after }] = comparedAttachments(
      ...([[one('Draaiboek', 'a')], [other]] as const),
    );
    expect(before).toMatchObject([{ file: 'a.docx (2 kB)' }]);
    expect(after).toMatchObject([{ file: 'a.docx (2 kB) (ander bestand)' }]);
    expect((before[0] as { key: string }).key).toBe((after[0] as { key: string }).key);
  });
});
