import { describe, expect, it } from 'vitest';
import type { AgendaContent, Goal } from '../wire.ts';
import { deepest, inOrder, levels, moved, moves, movesOf, withGoal, withoutGoal } from './goal-order.ts';

const goal = (key: string, parent: string | null = null, number = 'x'): Goal => ({
  key,
  number: number === 'x' ? '9' : number,
  parent,
  title: key,
  text: '',
  intendedResults: [],
});
/** '1 a, 1.1 b' */
const shape = (goals: readonly Goal[]) =>
  goals.map(({ number, key }) => `${number} ${key}`.trim()).join(', ');

const goals = [goal('a'), goal('b', 'a'), goal('c', 'a'), goal('d'), goal('e', 'd')];

describe('the goals of an agenda', () => {
  it.each([
    ['d', 'up', '1 d, 1.1 e, 2 a, 2.1 b, 2.2 c'],
    ['a', 'down', '1 d, 1.1 e, 2 a, 2.1 b, 2.2 c'],
    ['c', 'up', '1 a, 1.1 c, 1.2 b, 2 d, 2.1 e'],
    ['d', 'in', '1 a, 1.1 b, 1.2 c, 1.3 d, 1.3.1 e'],
    ['b', 'out', '1 a, 1.1 c, 2 b, 3 d, 3.1 e'],
    ['c', 'in', '1 a, 1.1 b, 1.1.1 c, 2 d, 2.1 e'],
  ] as const)('%s %s: %s', (key, move, expected) => {
    expect(shape(moved(goals, key, move))).toBe(expected);
  });

  it('stay as they are when a move cannot be made', () => {
    expect(movesOf(goals, 'a')).toEqual({ up: false, down: true, in: false, out: false });
    expect(shape(moved(goals, 'a', 'up'))).toBe(shape(goals));
    expect(shape(moved(goals, 'zzz', 'up'))).toBe(shape(goals));
    expect(movesOf(goals, 'zzz').down).toBe(false);
  });

  it('go no deeper than four levels, with all that hangs below them', () => {
    const chain = [goal('a'), goal('b', 'a'), goal('c', 'b'), goal('d', 'c'), goal('x'), goal('y', 'x')];
    expect(movesOf(chain, 'x').in).toBe(true);
    const once = moved(chain, 'x', 'in');
    const twice = moved(once, 'x', 'in');
    expect(levels(twice).get('y')).toBe(deepest);
    expect(movesOf(twice, 'x').in).toBe(false);
    expect(movesOf(chain, 'd').in).toBe(false);
    expect(levels(withGoal(chain, 'new', 'd')).get('new')).toBe(1);
  });

  it('lose none, whatever is moved where', () => {
    let now: Goal[] = goals;
    for (let step = 0; step < 200; step += 1) {
      const key = 'abcde'[step % 5] ?? 'a';
      now = moved(now, key, moves[(step * 7) % 4] ?? 'up');
      expect(
        now
          .map((each) => each.key)
          .sort()
          .join(''),
      ).toBe('abcde');
      expect(Math.max(...levels(now).values())).toBeLessThanOrEqual(deepest);
    }
  });

  it('without numbers stay without', () => {
    const plain = goals.map((each) => ({ ...each, number: '' }));
    expect(shape(moved(plain, 'd', 'up'))).toBe('d, e, a, b, c');
  });

  it('begin with number 1', () => {
    expect(shape(withGoal([], 'new', null))).toBe('1 new');
    expect(shape(withGoal(goals, 'new', 'd'))).toBe('1 a, 1.1 b, 1.2 c, 2 d, 2.1 e, 2.2 new');
  });

  it('that go round in a circle, or hang on nothing, are not lost', () => {
    const broken = [goal('a', 'b'), goal('b', 'a'), goal('c', 'gone'), goal('d', 'd')];
    expect(inOrder(broken).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
    expect(inOrder(broken).every(({ parent }) => parent === null)).toBe(true);
  });

  it('leave their parts and their actions behind when they go', () => {
    const content = {
      goals,
      actions: [
        { key: 'one', goals: ['a', 'd'] },
        { key: 'two', goals: ['a'] },
      ],
    } as unknown as AgendaContent;
    const left = withoutGoal(content, 'a');
    expect(shape(left.goals)).toBe('1 b, 2 c, 3 d, 3.1 e');
    expect(left.actions.map((action) => action.goals)).toEqual([['d'], []]);
    expect(withoutGoal(content, 'zzz')).toBe(content);
  });
});
