import { describe, expect, it } from 'vitest';
import type { AgendaContent } from '../wire.ts';
import { agendaFrom, withNewAction, withNewGoal } from './agenda-form.ts';

const stored: AgendaContent = {
  kind: 'local_accord',
  title: 'Akkoord',
  periodFrom: 2023,
  periodTo: 2026,
  mission: 'Samen',
  background: '',
  principles: [{ title: 'Samen', text: 'Altijd' }],
  goals: [
    {
      key: 'goal01',
      number: '1',
      parent: null,
      title: 'Aanbod',
      text: '',
      intendedResults: [{ text: 'Elf scholen', target: { value: 11, unit: 'scholen', year: 2025 } }],
    },
  ],
  actions: [
    {
      key: 'action1',
      text: 'Plan maken',
      goals: ['goal01'],
      status: 'planned',
      from: 2023,
      until: 2024,
      who: '',
      interventions: [],
    },
    {
      key: 'action2',
      text: 'Starten',
      goals: ['goal01'],
      status: 'planned',
      from: 2023,
      until: null,
      who: '',
      interventions: [],
    },
  ],
  bodies: [],
  keyFigures: [],
  commitments: [],
  signatories: [],
  visibility: 'public',
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  const kept = {
    title: stored.title,
    periodFrom: '2023',
    periodTo: '2026',
    mission: stored.mission,
    background: '',
    visibility: 'public',
  };
  for (const [name, value] of Object.entries({ ...kept, ...fields })) data.set(name, value);
  return data;
}

describe('the agenda editor', () => {
  it('loses nothing that its form does not show', () => {
    expect(agendaFrom(form({}), stored)).toEqual(stored);
  });

  it('changes the state of one action and leaves the others', () => {
    const next = agendaFrom(
      form({
        'action-action1-text': 'Plan maken',
        'action-action1-status': 'done',
        'action-action1-until': '2024',
      }),
      stored,
    );
    expect(next.actions.map((action) => action.status)).toEqual(['done', 'planned']);
  });

  it('keeps the target of a result whose words did not change', () => {
    const next = agendaFrom(
      form({ 'goal-goal01-title': 'Aanbod', 'goal-goal01-results': '- Elf scholen\n- Nieuw' }),
      stored,
    );
    expect(next.goals[0]?.intendedResults).toEqual([
      { text: 'Elf scholen', target: { value: 11, unit: 'scholen', year: 2025 } },
      { text: 'Nieuw', target: null },
    ]);
  });

  it('does not take a state it does not know', () => {
    const next = agendaFrom(
      form({ 'action-action1-text': 'Plan maken', 'action-action1-status': 'constructor' }),
      stored,
    );
    expect(next.actions[0]?.status).toBe('planned');
  });

  it('adds goals and actions with keys of their own', () => {
    const next = withNewAction(withNewGoal(stored), 'goal01');
    expect(next.goals).toHaveLength(2);
    expect(next.actions.at(-1)?.goals).toEqual(['goal01']);
    expect(next.actions.at(-1)?.key).toMatch(/^[a-z0-9]{6,12}$/);
  });
});
