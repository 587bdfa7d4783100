// Where a text can go that does not stay where it was read.
import type { AgendaDraft } from '@kansenplein/documents';
import { goalPlaces } from './review-items.ts';

/** All of them, in the order of the draft. */
export function targetsOf(
  draft: AgendaDraft,
): { key: string; group: string; field: string; number: string }[] {
  const goals = goalPlaces(structuredClone(draft.goals), '').filter(({ item }) =>
    item.key.endsWith('/title'),
  );
  const placed = [
    'summary',
    'goal',
    'targetGroup',
    'activities',
    'locations',
    'monitoring',
    'parties',
    'funding',
  ];
  const more = ['localForm', 'transferability', 'unwantedEffects', 'contactRole'];
  return [
    ...['mission', 'background'].map((field) => ({
      key: `agenda/${field}`,
      group: 'agenda',
      field,
      number: '',
    })),
    ...goals.flatMap(({ item }) =>
      (['text', 'result', 'action'] as const).map((last) => ({
        key: item.key.replace(/title$/, last),
        group: 'goals',
        field: { text: 'goalText', result: 'results', action: 'actions' }[last],
        number: item.number || item.text.slice(0, 60),
      })),
    ),
    ...draft.interventions.flatMap(({ position }) =>
      [...placed, ...more].map((field) => ({
        key: `intervention/${position}/${field}`,
        group: `intervention/${position}`,
        field,
        number: String(position),
      })),
    ),
    { key: 'more/keyfigure', group: 'more', field: 'keyFigures', number: '' },
    { key: 'more/commitment', group: 'more', field: 'commitments', number: '' },
  ];
}
