import { describe, expect, it } from 'vitest';
import { grouped, type Told } from './grouping.ts';

const told = (id: string, title: string, read = false): Told => ({
  id,
  kind: 'new_version',
  happenedAt: '2026-11-22T10:00:00.000Z',
  read,
  title,
  place: 'Brunssum',
  href: `/interventies/${title}`,
});

describe('what one is told', () => {
  it('stands together by what it is about, where the newest of it stood, in the order it had', () => {
    const list = [told('5', 'een'), told('4', 'twee', true), told('3', 'een', true), told('2', 'drie')];
    expect(grouped(list).map(({ title, items }) => [title, items.map(({ id, read }) => [id, read])])).toEqual(
      [
        [
          'een',
          [
            ['5', false],
            ['3', true],
          ],
        ],
        ['twee', [['4', true]]],
        ['drie', [['2', false]]],
      ],
    );
  });

  it('of one conversation stands together, and leads to the oldest that was not read', () => {
    const thread = '/communities/x/gesprekken/y';
    const list = ['?vanaf=100#bericht-100', '#bericht-9', '#bericht-3'].map((at, index) => ({
      ...told(String(index), 'y', at === '#bericht-3'),
      href: thread + at,
    }));
    expect(grouped(list).map(({ href, items }) => [href, items.length])).toEqual([
      [`${thread}#bericht-9`, 3],
    ]);
    expect(grouped(list.map((each) => ({ ...each, read: true }))).map(({ href }) => href)).toEqual([
      `${thread}?vanaf=100#bericht-100`,
    ]);
  });

  it('says once whose it is, or of each when several did something', () => {
    const [one] = grouped([told('2', 'een'), told('1', 'een')]);
    expect([one?.place, one?.items.map(({ place }) => place)]).toEqual(['Brunssum', [null, null]]);
    const [two] = grouped([told('2', 'een'), { ...told('1', 'een'), place: 'Heerlen' }]);
    expect([two?.place, two?.items.map(({ place }) => place)]).toEqual([null, ['Brunssum', 'Heerlen']]);
  });

  it('loses nothing, and is nothing when there is nothing', () => {
    expect(grouped([])).toEqual([]);
  });
});
