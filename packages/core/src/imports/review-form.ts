// What only a paper of the platform itself holds, as things to look over: actions without a goal, addenda, choices.
import type { AgendaDraft, InterventionDraft } from '@kansenplein/documents';
import { readDetails } from '../papers/index.ts';
import { isAddendum } from './addenda.ts';
import { one, place, type Place, section } from './review-place.ts';

export function formPlaces(draft: AgendaDraft): Place[] {
  const { otherActions = [], addenda = [] } = draft;
  // The title of an addendum's own paper is looked over as that of the paper.
  const titled = !isAddendum(draft);
  return [
    ...otherActions.map((each, at) =>
      one({ key: `other/action/${at}`, group: 'goals', field: 'actions', max: 1000 }, each),
    ),
    ...addenda.flatMap(({ title, text }, at) => {
      const given = { group: 'agenda', field: 'addenda', number: String(at + 1) };
      return [
        ...(titled ? [one({ ...given, key: `addendum/${at}/title`, max: 200, oneLine: true }, title)] : []),
        ...text.flatMap((each, index) =>
          section({ ...given, key: `addendum/${at}/text/${index}`, max: 20_000 }, each),
        ),
      ];
    }),
  ];
}

/**
 * What of an intervention only a person can place: rows that nobody here wrote, and how it is done in other municipalities,
 * which they write themselves.
 */
export function detailPlaces({ position, details = [], participations }: InterventionDraft): Place[] {
  const at = `intervention/${position}`;
  const given = { group: at, number: String(position), kind: 'unplaced' as const };
  const { left } = readDetails(details.map(({ label, text }) => ({ label, text: text.text })));
  const ignore = () => undefined;
  return [
    ...details.flatMap(({ label, text }, index) =>
      left.some((row) => row.label === label && row.text === text.text)
        ? [
            place(
              { ...given, key: `${at}/detail/${index}`, field: 'moreInformation', max: 20_000 },
              [text],
              `${label}: ${text.text}`,
              ignore,
            ),
          ]
        : [],
    ),
    ...participations.flatMap(({ stated, municipality }, index) =>
      stated?.localForm
        ? [
            place(
              { ...given, key: `${at}/local/${index}`, field: 'localForm', max: 4000, municipality },
              [stated.localForm],
              stated.localForm.text,
              ignore,
            ),
          ]
        : [],
    ),
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
