import { describe, expect, it } from 'vitest';
import type { AgendaContent } from './contract.ts';
import { progressOf } from './progress.ts';

const action = (status: AgendaContent['actions'][number]['status'], until: number | null) => ({
  key: 'abcdef',
  text: 'Doen',
  goals: [],
  status,
  from: null,
  until,
  who: '',
  interventions: [],
});

describe('the progress of an agenda', () => {
  it('counts what is done of all actions and what is late', () => {
    const actions = [
      action('done', 2020),
      action('planned', 2025),
      action('under_way', 2026),
      action('stopped', 2020),
    ];
    expect(progressOf(actions, 2026)).toEqual({ total: 4, done: 1, underWay: 1, stopped: 1, late: 1 });
  });

  it('calls an action late only after its last year, and never one without a year', () => {
    expect(progressOf([action('planned', 2026), action('planned', null)], 2026).late).toBe(0);
  });
});
