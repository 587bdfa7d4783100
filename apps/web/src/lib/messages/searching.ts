// Words of the search page.
import { formatNumber, plural } from '../format.ts';
import type { Alert, Found } from '../wire.ts';

type Kind = Found['hits'][number]['kind'];

/** What one hit is. */
export const kindNouns: Record<Kind, string> = {
  intervention: 'Interventie',
  agenda: 'Agenda',
  municipality: 'Gemeente',
  goal: 'Doel in een agenda',
  organisation: 'Organisatie of school',
};

/** Several of them, as a heading and in a sentence. */
export const kindPlurals: Record<Kind, string> = {
  intervention: 'Interventies',
  agenda: 'Agenda’s',
  municipality: 'Gemeenten',
  goal: 'Doelen in agenda’s',
  organisation: 'Organisaties en scholen',
};

/** '12 resultaten', and 'Meer dan 1.000 resultaten' where nobody counts on. */
export function totalWords(
  found: { readonly total: number; readonly totalIsMore?: boolean },
  [one, many]: readonly [string, string],
): string {
  return found.totalIsMore ? `Meer dan ${formatNumber(found.total)} ${many}` : plural(found.total, one, many);
}

/** How often what is new is mailed. */
export const alertLabels: Record<Alert, string> = {
  none: 'Geen mail',
  day: 'Elke dag, als er iets nieuws is',
  week: 'Elke week, als er iets nieuws is',
};
