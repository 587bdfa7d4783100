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

  it('adds what was written in the empty row and removes what was emptied', () => {
    const changed = agendaFrom(
      form({
        'more-shown': '1',
        'principle-0-title': '',
        'principle-0-text': '',
        'principle-1-title': 'Dichtbij',
        'principle-1-text': 'In elke wijk',
        'body-0-title': 'LEA',
        'body-0-text': '',
        keyFigures: '- Schooladviezen\n\nAfstroom',
        commitments: '',
        'signatory-0-role': 'Wethouder',
        'signatory-0-organisation': 'Gemeente',
        'signatory-0-date': '2023-05-01',
      }),
      stored,
    );
    expect(changed).toEqual({
      ...stored,
      principles: [{ title: 'Dichtbij', text: 'In elke wijk' }],
      bodies: [{ name: 'LEA', text: '' }],
      keyFigures: ['Schooladviezen', 'Afstroom'],
      commitments: [],
      signatories: [{ role: 'Wethouder', organisation: 'Gemeente', date: '2023-05-01' }],
    });
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
