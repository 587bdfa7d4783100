// What a document says, what an earlier version of it said, and what the draft says now, field by field. Pure.
import type { AgendaContent } from '../agendas/index.ts';
import type { InterventionContent } from '../interventions/index.ts';
import { withAddendum } from './addenda.ts';

/** A field of a draft as text, and the way to put what the document says in its place. */
export interface ComparedField<Content> {
  readonly field: string;
  /** Number or title beside the label, where there are several of a kind. */
  readonly number: string;
  text(content: Content): string;
  takeOver(current: Content, incoming: Content): Content;
}

const years = ({ periodFrom, periodTo }: { periodFrom: number | null; periodTo: number | null }) =>
  periodFrom === null && periodTo === null ? '' : `${periodFrom ?? '?'}–${periodTo ?? '?'}`;

const period = <
  Content extends { periodFrom: number | null; periodTo: number | null },
>(): ComparedField<Content> => ({
  field: 'period',
  number: '',
  text: years,
  takeOver: (current, { periodFrom, periodTo }) => ({ ...current, periodFrom, periodTo }),
});

const written = [
  'title',
  'goal',
  'targetGroup',
  'activities',
  'locations',
  'monitoring',
  'parties',
  'funding',
] as const;
const placed = ['summary', 'localForm', 'transferability', 'unwantedEffects', 'contactRole'] as const;

/** The fields of an intervention that a document can fill. */
export const interventionFields: readonly ComparedField<InterventionContent>[] = [
  ...[...written, ...placed].map((field): ComparedField<InterventionContent> => ({
    field,
    number: '',
    text: (content) => content[field],
    takeOver: (current, incoming) => ({ ...current, [field]: incoming[field] }),
  })),
  period(),
];

type Goal = AgendaContent['goals'][number];

const bullets = (texts: readonly string[]) => texts.map((text) => `- ${text}`).join('\n');

const listField = <Field extends 'principles' | 'bodies' | 'keyFigures' | 'commitments' | 'signatories'>(
  field: Field,
  textOf: (each: AgendaContent[Field][number]) => string,
): ComparedField<AgendaContent> => ({
  field,
  number: '',
  text: (content) => bullets(content[field].map((each) => textOf(each))),
  takeOver: (current, incoming) => ({ ...current, [field]: incoming[field] }),
});

const actionsOf = ({ actions }: AgendaContent, { key }: Goal) =>
  actions.filter(({ goals }) => goals.includes(key));
const joined = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

/** Numbers say which goal is which; where there are none, titles do. */
const nameOf = ({ number, title }: Goal) => number || title;
const goalIn = ({ goals }: AgendaContent, name: string) => goals.find((goal) => nameOf(goal) === name);

function goalField(name: string): ComparedField<AgendaContent> {
  const text = (content: AgendaContent) => {
    const goal = goalIn(content, name);
    return goal ? joined(goal.title, goal.text, bullets(goal.intendedResults.map((each) => each.text))) : '';
  };
  return {
    field: 'goals',
    number: name,
    text,
    takeOver: (current, incoming) => takeGoal(current, incoming, name),
  };
}

/** Words of the document, with the target of a result whose words stayed the same; the key of the draft stays. */
function takeGoal(current: AgendaContent, incoming: AgendaContent, name: string): AgendaContent {
  const from = goalIn(incoming, name);
  if (!from) return current;
  const into = goalIn(current, name);
  if (!into) {
    const parent = incoming.goals.find(({ key }) => key === from.parent);
    const above = parent ? (goalIn(current, nameOf(parent))?.key ?? null) : null;
    const taken = current.goals.some(({ key }) => key === from.key);
    return taken ? current : { ...current, goals: [...current.goals, { ...from, parent: above }] };
  }
  const targets = new Map(into.intendedResults.map(({ text, target }) => [text, target]));
  const intendedResults = from.intendedResults.map(({ text, target }) => ({
    text,
    target: targets.get(text) ?? (targets.has(text) ? null : target),
  }));
  const goal = { ...into, title: from.title, text: from.text, intendedResults };
  return { ...current, goals: current.goals.map((each) => (each.key === into.key ? goal : each)) };
}

function actionsField(name: string): ComparedField<AgendaContent> {
  const text = (content: AgendaContent) => {
    const goal = goalIn(content, name);
    return goal ? bullets(actionsOf(content, goal).map((each) => each.text)) : '';
  };
  return {
    field: 'actions',
    number: name,
    text,
    takeOver: (current, incoming) => takeActions(current, incoming, name),
  };
}

/** New actions are added and planned ones that are gone leave; what is under way, done or stopped stays as it is. */
function takeActions(current: AgendaContent, incoming: AgendaContent, name: string): AgendaContent {
  const from = goalIn(incoming, name);
  const into = goalIn(current, name);
  if (!from || !into) return current;
  const wanted = new Set(actionsOf(incoming, from).map(({ text }) => text));
  const here = actionsOf(current, into);
  const kept = current.actions.filter(
    (each) => !here.includes(each) || wanted.has(each.text) || each.status !== 'planned',
  );
  const known = new Set(here.map(({ text }) => text));
  const keys = new Set(current.actions.map(({ key }) => key));
  const added = actionsOf(incoming, from)
    .filter(({ text }) => !known.has(text))
    .map((each, at) => ({ ...each, goals: [into.key], key: freeKey(each.key, keys, at) }));
  return { ...current, actions: [...kept, ...added] };
}

function freeKey(wanted: string, taken: Set<string>, at: number): string {
  let key = wanted;
  for (let count = at; taken.has(key); count += 1) key = `${wanted.slice(0, 8)}${(count + 36).toString(36)}`;
  taken.add(key);
  return key;
}

const plain = (field: 'title' | 'mission' | 'background'): ComparedField<AgendaContent> => ({
  field,
  number: '',
  text: (content) => content[field],
  takeOver: (current, incoming) => ({ ...current, [field]: incoming[field] }),
});

/** The fields of an agenda that a document can fill; goals and actions by the goals of any of these contents. */
export function agendaFields(...contents: readonly AgendaContent[]): ComparedField<AgendaContent>[] {
  const names = [...new Set(contents.flatMap(({ goals }) => goals.map(nameOf)))];
  return [
    plain('title'),
    period(),
    plain('mission'),
    plain('background'),
    listField('principles', ({ title, text }) => joined(title, text)),
    ...names.flatMap((name) => [goalField(name), actionsField(name)]),
    listField('bodies', ({ name, text }) => joined(name, text)),
    listField('keyFigures', (text) => text),
    listField('commitments', (text) => text),
    listField('signatories', ({ role, organisation, date }) =>
      [role, organisation, date].filter(Boolean).join(', '),
    ),
  ];
}

const saysOf = ({ addenda }: AgendaContent, key: string): string => {
  const found = addenda.find((each) => each.key === key);
  if (!found) return '';
  const signed = found.signatories.map(({ role, organisation, date }) =>
    [role, organisation, date].filter(Boolean).join(', '),
  );
  return joined(found.title, years(found), found.signedOn ?? '', found.text, bullets(signed));
};

/** One addendum of an agenda, as a whole: what the paper of an addendum can fill. */
export const addendumFields = (key: string): ComparedField<AgendaContent>[] => [
  {
    field: 'addenda',
    number: '',
    text: (content) => saysOf(content, key),
    takeOver: (current, { addenda }) => {
      const [incoming] = addenda;
      return incoming ? withAddendum(current, incoming) : current;
    },
  },
];

/** `same`: nothing to do. `newer`: only the document changed. `both`: the draft too. `ours`: only the draft. */
export type Difference = 'same' | 'newer' | 'both' | 'ours';

export function differenceOf(earlier: string | null, incoming: string, current: string): Difference {
  const [before, now, here] = [earlier, incoming, current].map(
    (text) => text?.replace(/\s+/g, ' ').trim() ?? null,
  );
  if (now === here) return 'same';
  if (before === null) return 'both';
  if (now === before) return 'ours';
  return here === before ? 'newer' : 'both';
}
