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
};

/** What a remark is about: a part of the agenda, or one goal or action of it. */
export function remarkLabel(field: string, content: Pick<AgendaContent, 'goals' | 'actions'>): string {
  const [part = '', key] = field.split('/');
  const goal = content.goals.find((one) => one.key === key);
  const action = content.actions.find((one) => one.key === key);
  if (part === 'goals' && goal) return `Doel ${goal.number || goal.title}`.trim();
  return part === 'actions' && action ? `Actie ‘${action.text}’` : agendaFieldLabel(part);
}

export const agendaFieldLabel = (field: string): string => labels[field] ?? field;
