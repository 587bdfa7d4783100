// How members name one another.
import { describe, expect, it } from 'vitest';
import { namedIn, nicknamesOf } from './nicknames.ts';

describe('a nickname', () => {
  it('is the name in small letters, without accents and signs', () => {
    const members = [{ account: 'a', name: 'Zoë van ’t Hof' }];
    expect([...nicknamesOf(members)]).toEqual([['zoe-van-t-hof', 'a']]);
  });

  it('is of one member: who joined later under the same name has a number behind it', () => {
    const members = ['a', 'b', 'c'].map((account) => ({ account, name: 'Jo Bos' }));
    expect([...nicknamesOf(members).keys()]).toEqual(['jo-bos', 'jo-bos-2', 'jo-bos-3']);
  });

  it('is there for a name that has no letters of ours', () => {
    expect([...nicknamesOf([{ account: 'a', name: '李' }]).keys()]).toEqual(['lid']);
  });
});

describe('naming somebody', () => {
  it('is an @ with a nickname behind it, once for each, whatever the case', () => {
    expect(namedIn('Wat vindt @jo-bos? En @An? Nog eens: @Jo-Bos, (@an).')).toEqual(['jo-bos', 'an']);
  });

  it('is not the middle of a mail address', () => {
    expect(namedIn('Mail naar info@school.example of jeugd.team@an.example')).toEqual([]);
  });
});
