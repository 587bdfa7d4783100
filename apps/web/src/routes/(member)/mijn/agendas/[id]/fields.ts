// Names of the parts of an agenda, as the refusals of the API point at them.
import type { AgendaContent } from '#lib/wire.ts';

const labels: Record<string, string> = {
  remark: 'Wat moet er nog anders?',
  title: 'Titel',
  periodFrom: 'Begint in',
  periodTo: 'Loopt tot en met',
  mission: 'Missie',
  background: 'Achtergrond',
  goals: 'Doelen',
  actions: 'Acties',
  principles: 'Uitgangspunten',
  bodies: 'Wie overlegt',
  keyFigures: 'Kengetallen',
  commitments: 'Afspraken',
  signatories: 'Ondertekenaars',
  addenda: 'Aanvullingen',
};

/** What a remark is about: a part of the agenda, or one goal, action or addendum of it. */
export function remarkLabel(
  field: string,
  content: Pick<AgendaContent, 'goals' | 'actions' | 'addenda'>,
): string {
  const [part = '', key] = field.split('/');
  const goal = content.goals.find((one) => one.key === key);
  const action = content.actions.find((one) => one.key === key);
  if (part === 'goals' && goal) return `Doel ${goal.number || goal.title}`.trim();
  const addendum = content.addenda.find((one) => one.key === key);
  if (part === 'addenda' && addendum) return `Aanvulling ‘${addendum.title}’`;
  return part === 'actions' && action ? `Actie ‘${action.text}’` : agendaFieldLabel(part);
}

/** Of what a part of the editor has open: the fields that have their remarks beside them. */
export function remarksIn(open: string): string[] {
  if (open === 'over') return ['title', 'mission', 'background'];
  const [kind = '', key = ''] = open.split('-');
  const list = { doel: 'goals', actie: 'actions', aanvulling: 'addenda' }[kind];
  return list ? [`${list}/${key}`] : [];
}

export const agendaFieldLabel = (field: string): string =>
  /-result-\d+-value$/.test(field) ? 'Streefgetal' : (labels[field] ?? field);

/** What an agenda still needs before it can be published. */
export const missingLabel = (field: string): string =>
  field === 'addenda' ? 'Aanvullingen: geef elke aanvulling een titel' : agendaFieldLabel(field);
