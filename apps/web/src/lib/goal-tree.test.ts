import { describe, expect, it } from 'vitest';
import { goalTree, looseActions } from './goal-tree.ts';
import type { Action, Goal } from './wire.ts';

const goal = (key: string, parent: string | null = null): Goal => ({
  key,
  number: '',
  parent,
  title: key,
  text: '',
  intendedResults: [],
});
const action = (key: string, goals: string[], status: Action['status'] = 'planned'): Action => ({
  key,
  text: key,
  goals,
  status,
  from: null,
  until: null,
  who: '',
  interventions: [],
});

describe('the progress of a goal', () => {
  it('includes its parts and counts an action under two parts once', () => {
    const goals = [goal('goal01'), goal('part11', 'goal01'), goal('part12', 'goal01')];
    const actions = [action('shared', ['part11', 'part12'], 'done'), action('single', ['goal01'])];
    const [top] = goalTree({ goals, actions }, new Set(['single']));
    expect(top?.progress).toEqual({ total: 2, done: 1, underWay: 0, stopped: 0, late: 1 });
    expect(top?.parts.map((part) => part.progress.total)).toEqual([1, 1]);
  });

  it('is counted under every goal that an action serves', () => {
    const goals = [goal('goal01'), goal('goal02')];
    const tree = goalTree({ goals, actions: [action('future', ['goal01', 'goal02'])] }, new Set());
    expect(tree.map((branch) => branch.progress.total)).toEqual([1, 1]);
  });

  it('ends, also when two goals name each other as parent', () => {
    const goals = [goal('goal01', 'goal02'), goal('goal02', 'goal01')];
    expect(goalTree({ goals, actions: [] }, new Set())).toEqual([]);
  });
});

describe('actions without a goal', () => {
  it('are not lost', () => {
    const loose = looseActions({
      goals: [goal('goal01')],
      actions: [action('lonely', []), action('bound1', ['goal01'])],
    });
    expect(loose.map((one) => one.key)).toEqual(['lonely']);
  });
});
