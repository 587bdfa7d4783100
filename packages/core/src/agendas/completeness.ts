// What an agenda needs before others read it, and what the guard sees in its texts.
import { findPersonalDataInMarkdown, plainText, type PersonalDataWarning } from '../kernel/index.ts';
import type { AgendaContent } from './contract.ts';

/** Names of the fields that are still empty. */
export function missingAgendaFields(content: AgendaContent): string[] {
  const missing: string[] = [];
  if (content.title.trim() === '') missing.push('title');
  if (content.periodFrom === null) missing.push('periodFrom');
  if (content.periodTo === null) missing.push('periodTo');
  const saysNothing = [content.mission, content.background].every((text) => plainText(text).trim() === '');
  if (saysNothing && content.goals.length === 0 && content.actions.length === 0) missing.push('goals');
  if (content.addenda.some(({ title }) => title.trim() === '')) missing.push('addenda');
  return missing;
}

const signatureOf = ({ role, organisation }: AgendaContent['signatories'][number]) =>
  `${role}, ${organisation}`;

export function personalDataInAgenda(content: AgendaContent): PersonalDataWarning[] {
  const texts: [string, string][] = [
    ['title', content.title],
    ['mission', content.mission],
    ['background', content.background],
    ...content.principles.map(({ title, text }): [string, string] => ['principles', `${title}\n${text}`]),
    ...content.goals.map((goal): [string, string] => [
      'goals',
      [goal.title, goal.text, ...goal.intendedResults.map(({ text }) => text)].join('\n'),
    ]),
    ...content.actions.map(({ text, who }): [string, string] => ['actions', `${text}\n${who}`]),
    ...content.bodies.map(({ name, text }): [string, string] => ['bodies', `${name}\n${text}`]),
    ...content.keyFigures.map((text): [string, string] => ['keyFigures', text]),
    ...content.commitments.map((text): [string, string] => ['commitments', text]),
    ...content.signatories.map((one): [string, string] => ['signatories', signatureOf(one)]),
    ...content.addenda.map(({ title, text, signatories }): [string, string] => [
      'addenda',
      [title, text, ...signatories.map(signatureOf)].join('\n'),
    ]),
  ];
  return texts.flatMap(([field, text]) => findPersonalDataInMarkdown(field, text));
}

/** A text of long ago with the fields that came since, empty. */
export const completeAgenda = (content: AgendaContent): AgendaContent => ({
  ...emptyAgenda(content.title, content.kind),
  ...content,
});

export const emptyAgenda = (title: string, kind: AgendaContent['kind']): AgendaContent => ({
  kind,
  title,
  periodFrom: null,
  periodTo: null,
  mission: '',
  background: '',
  principles: [],
  goals: [],
  actions: [],
  bodies: [],
  keyFigures: [],
  commitments: [],
  signatories: [],
  addenda: [],
  organisations: [],
  visibility: 'public',
});
