// A question that somebody keeps, in the words of its filters.
import type { Query } from '../find-query.ts';
import { courseLabels, phaseLabels, themeLabels } from '../messages/labels.ts';
import { kindPlurals } from '../messages/searching.ts';
import type { Alert } from '../wire.ts';
import type { Client } from './api.ts';

type Question = Omit<Query, 'after'>;

/** Names of the municipalities and regions in these questions; asked only when there are any. */
export async function placeNames(api: Client, questions: readonly Question[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (questions.some(({ municipalities }) => municipalities.length > 0))
    for (const { code, name } of (await api.municipalities.list.query()).municipalities)
      names.set(code, name);
  if (questions.some(({ regions }) => regions.length > 0))
    for (const { slug, name } of (await api.municipalities.regions.query()).regions) names.set(slug, name);
  return names;
}

/** '‘overstap’', 'Taalontwikkeling', 'Brunssum'; a question without anything is everything. */
export function wordsOf(question: Question, names: ReadonlyMap<string, string>): string[] {
  const { text, kinds, themes, phases, courses, municipalities, regions } = question;
  const words = [
    ...(text ? [`‘${text}’`] : []),
    ...kinds.map((kind) => kindPlurals[kind]),
    ...themes.map((theme) => themeLabels[theme]),
    ...phases.map((phase) => phaseLabels[phase]),
    ...courses.map((course) => courseLabels[course]),
    ...[...regions, ...municipalities].map((place) => names.get(place) ?? place),
  ];
  return words.length > 0 ? words : ['Alles'];
}

const ALERTS = { geen: 'none', dag: 'day', week: 'week' } as const;

/** What was chosen in a form; who chose nothing gets no mail. */
export const alertFrom = (form: FormData): Alert =>
  (ALERTS as Record<string, Alert>)[String(form.get('mail') ?? '')] ?? 'none';

export const nameFrom = (form: FormData): string =>
  String(form.get('naam') ?? '')
    .trim()
    .slice(0, 200);
