import { describe, expect, it } from 'vitest';
import type { AgendaContent } from '../wire.ts';
import { changed } from './agenda-changes.ts';
import { agendaFrom, dutchNumber, unreadable } from './agenda-form.ts';

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
  addenda: [],
  organisations: [],
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

  it('knows three kinds of agenda and no other', () => {
    expect(agendaFrom(form({ kind: 'gka_agenda' }), stored).kind).toBe('gka_agenda');
    expect(agendaFrom(form({ kind: 'toString' }), stored).kind).toBe(stored.kind);
  });

  it('adds what was written in the empty row and removes what was emptied', () => {
    const changed = agendaFrom(
      form({
        'principle-shown': '1',
        'body-shown': '1',
        'signatory-shown': '1',
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

  it('reads results with their targets, and forgets the row that was emptied', () => {
    const row = (index: number, text: string, value = '', unit = '', year = '') => ({
      [`goal-goal01-result-${index}-text`]: text,
      [`goal-goal01-result-${index}-value`]: value,
      [`goal-goal01-result-${index}-unit`]: unit,
      [`goal-goal01-result-${index}-year`]: year,
    });
    const next = agendaFrom(
      form({
        'goal-goal01-title': 'Aanbod',
        'goal-goal01-results-shown': '1',
        ...row(0, 'Elf scholen', '1.250,5', 'scholen', '2025'),
        ...row(1, ''),
        ...row(2, 'Nieuw'),
        ...row(3, '', '', 'uren'),
        ...row(4, ''),
      }),
      stored,
    );
    expect(next.goals[0]?.intendedResults).toEqual([
      { text: 'Elf scholen', target: { value: 1250.5, unit: 'scholen', year: 2025 } },
      { text: 'Nieuw', target: null },
      { text: '', target: { value: null, unit: 'uren', year: null } },
    ]);
  });

  it('keeps the results of a goal whose results the form does not show', () => {
    const next = agendaFrom(form({ 'goal-goal01-title': 'Anders' }), stored);
    expect(next.goals[0]).toEqual({ ...stored.goals[0], title: 'Anders', text: '' });
  });

  it('says which number is none, and takes Dutch ones', () => {
    expect(unreadable(form({ 'goal-a-result-0-value': 'zeven', 'goal-a-result-1-value': '7' }))).toEqual([
      { field: 'goal-a-result-0-value', code: 'number' },
    ]);
    const read = ['', '7', '7,5', '1.250', '-3', '1.25', '7.5.1', '1e3'].map(dutchNumber);
    expect(read).toEqual([null, 7, 7.5, 1250, -3, undefined, undefined, undefined]);
  });

  it('does not take a state it does not know', () => {
    const next = agendaFrom(
      form({ 'action-action1-text': 'Plan maken', 'action-action1-status': 'constructor' }),
      stored,
    );
    expect(next.actions[0]?.status).toBe('planned');
  });

  it('adds goals, actions and addenda with keys of their own, and opens what is new', () => {
    const goal = changed(stored, 'goal-add:');
    expect(goal.content.goals.map(({ number }) => number)).toEqual(['1', '2']);
    expect(goal.open).toBe(`doel-${goal.content.goals[1]?.key}`);
    const { content, open } = changed(goal.content, 'action-add:goal01');
    expect(content.actions.at(-1)?.goals).toEqual(['goal01']);
    expect(content.actions.at(-1)?.key).toMatch(/^[a-z0-9]{6,12}$/);
    expect(open).toBe(`actie-${content.actions.at(-1)?.key}`);
    const addendum = changed(stored, 'addendum-add');
    expect(addendum.content.addenda).toHaveLength(1);
    expect(changed(addendum.content, `addendum-remove:${addendum.content.addenda[0]?.key}`).content).toEqual(
      stored,
    );
  });

  it('reads an addendum with its own period and signatures', () => {
    const { content } = changed(stored, 'addendum-add');
    const at = `addendum-${content.addenda[0]?.key}`;
    const next = agendaFrom(
      form({
        [`${at}-title`]: 'Meer scholen',
        [`${at}-text`]: 'Ook de twee nieuwe.',
        [`${at}-from`]: '2025',
        [`${at}-until`]: '',
        [`${at}-signed`]: '2025-03-01',
        [`${at}-signatory-0-role`]: 'Wethouder',
        [`${at}-signatory-0-organisation`]: 'Gemeente',
        [`${at}-signatory-0-date`]: '',
      }),
      content,
    );
    expect(next.addenda[0]).toMatchObject({
      title: 'Meer scholen',
      periodFrom: 2025,
      periodTo: null,
      signedOn: '2025-03-01',
      signatories: [{ role: 'Wethouder', organisation: 'Gemeente', date: null }],
    });
  });

  it('moves an action among those of the same goal', () => {
    const swapped = changed(stored, 'action-up:action2').content.actions.map(({ key }) => key);
    expect(swapped).toEqual(['action2', 'action1']);
    expect(changed(stored, 'action-up:action1').content).toEqual(stored);
    expect(changed(stored, 'action-remove:action1').content.actions).toHaveLength(1);
  });

  it.each([
    '',
    'goal-up:zzzzzz',
    'goal-fly:goal01',
    'row-up:goals:1',
    'row-up:principles:NaN',
    'constructor',
  ])('does nothing on %j, which no button says', (what) => {
    expect(changed(stored, what).content).toEqual(stored);
  });

  it('puts a row one place higher', () => {
    const two = { ...stored, principles: [...stored.principles, { title: 'Tweede', text: '' }] };
    const titles = changed(two, 'row-up:principles:1').content.principles.map(({ title }) => title);
    expect(titles).toEqual(['Tweede', 'Samen']);
    expect(changed(two, 'row-up:principles:0').content).toEqual(two);
  });
});
