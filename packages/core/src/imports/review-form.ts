// What only a paper of the platform itself holds, as things to look over: actions without a goal, addenda, choices.
import type { AgendaDraft, InterventionDraft } from '@kansenplein/documents';
import { readDetails } from '../papers/index.ts';
import { one, type Place, section } from './review-place.ts';

export function formPlaces({ otherActions = [], addenda = [] }: AgendaDraft): Place[] {
  return [
    ...otherActions.map((each, at) =>
      one({ key: `other/action/${at}`, group: 'goals', field: 'actions', max: 1000 }, each),
    ),
    ...addenda.flatMap(({ title, text }, at) => {
      const given = { group: 'agenda', field: 'addenda', number: String(at + 1) };
      return [
        one({ ...given, key: `addendum/${at}/title`, max: 200, oneLine: true }, title),
        ...text.flatMap((each, index) =>
          section({ ...given, key: `addendum/${at}/text/${index}`, max: 20_000 }, each),
        ),
      ];
    }),
  ];
}

/** Choices as the paper says them; any other document chooses nothing, and is taken to be about what runs. */
export function chosenIn({
  details = [],
}: InterventionDraft): Record<'course' | 'themes' | 'phases', string[]> {
  const { content } = readDetails(details.map(({ label, text }) => ({ label, text: text.text })));
  return {
    course: [content.course ?? 'running'],
    themes: content.themes ?? [],
    phases: content.phases ?? [],
  };
}
