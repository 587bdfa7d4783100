// The things a person looks over, in the order of reading: one item per field of each thing that was found, one per
// finding, one per piece of text without a place. Pure; the same draft gives the same items.
import type { AgendaDraft, GoalDraft, InterventionDraft } from '@kansenplein/documents';
import type { ReviewItem } from './contract-review.ts';
import { partOf } from './drafting.ts';
import { chosenIn, detailPlaces, formPlaces } from './review-form.ts';
import { loosePlaces } from './review-loose.ts';
import { many, one, place, type Place, section } from './review-place.ts';

function agendaPlaces(draft: AgendaDraft): Place[] {
  const group = 'agenda';
  const { title, mission, period, evidence } = draft;
  const stated = [...draft.principles, ...draft.pillars].flatMap((each, index) => {
    const key = `agenda/principle/${index}`;
    const number = String(index + 1);
    return [
      one({ key, group, field: 'principles', number, max: 200, oneLine: true }, each),
      ...many({ key: `${key}/text`, group, field: 'principles', number, max: 4000 }, each.description),
    ];
  });
  const sections = [...draft.background, ...draft.otherAgreements].flatMap((each, index) =>
    section(
      {
        key: `agenda/background/${index}`,
        group,
        field: 'background',
        number: String(index + 1),
        max: 20_000,
      },
      each,
    ),
  );
  return [
    ...(title ? [one({ key: 'agenda/title', group, field: 'title', max: 200, oneLine: true }, title)] : []),
    place(
      {
        key: 'agenda/period',
        group,
        field: 'period',
        max: 0,
        kind: 'period',
        value: period ?? { from: null, to: null },
      },
      evidence.period ? [evidence.period] : [],
      period ? `${period.from}–${period.to}` : '',
      () => (draft.period = null),
    ),
    ...(mission ? [one({ key: 'agenda/mission', group, field: 'mission', max: 2000 }, mission)] : []),
    ...stated,
    ...sections,
  ];
}

export function goalPlaces(goals: readonly GoalDraft[], above: string): Place[] {
  return goals.flatMap((goal, index) => {
    const path = above === '' ? String(index) : `${above}.${index}`;
    const number = goal.number ?? '';
    const given = { group: 'goals', field: 'goals', number };
    return [
      one({ ...given, key: `goal/${path}/title`, max: 300, oneLine: true }, goal.title),
      ...many({ ...given, key: `goal/${path}/text`, field: 'goalText', max: 6000 }, goal.description),
      ...goal.intendedResults.map((each, at) =>
        one({ ...given, key: `goal/${path}/result/${at}`, field: 'results', max: 1000, oneLine: true }, each),
      ),
      ...goal.actions.map((each, at) =>
        one({ ...given, key: `goal/${path}/action/${at}`, field: 'actions', max: 1000, oneLine: true }, each),
      ),
      ...goalPlaces(goal.goals, path),
    ];
  });
}

const fieldLengths = {
  title: 200,
  parties: 4000,
  goal: 8000,
  targetGroup: 4000,
  locations: 4000,
  activities: 12_000,
  monitoring: 8000,
  funding: 4000,
} as const;

function interventionPlaces(draft: InterventionDraft): Place[] {
  const at = `intervention/${draft.position}`;
  const given = { group: at, number: String(draft.position) };
  const fields = Object.entries(fieldLengths).flatMap(([field, max]) => {
    const found = draft.fields[field as keyof typeof fieldLengths];
    return found
      ? [one({ ...given, key: `${at}/${field}`, field, max, oneLine: field === 'title' }, found)]
      : [];
  });
  const parts = draft.participations.map((each, index) => {
    const known = each.municipality !== null;
    const value = known ? partOf(draft, each) : null;
    const kind = known ? ('part' as const) : ('unplaced' as const);
    const reach = draft.plannedReach.filter(
      ({ municipality }) => known && municipality === each.municipality,
    );
    return place(
      {
        ...given,
        key: `${at}/part/${index}`,
        field: 'participations',
        max: 300,
        kind,
        value,
        municipality: each.municipality,
      },
      [each.name, ...reach.map(({ location }) => location)],
      each.name.text,
      () => (each.municipality = null),
    );
  });
  const contacts = draft.contacts.map(({ role }, index) =>
    one(
      {
        ...given,
        key: `${at}/contact/${index}`,
        field: 'contactRole',
        max: 200,
        oneLine: true,
        person: true,
      },
      role,
    ),
  );
  const more = draft.fields.moreInformation;
  const chosen = chosenIn(draft);
  const choice = (field: 'course' | 'themes' | 'phases') =>
    place(
      { ...given, key: `${at}/${field}`, field, max: 0, kind: 'choice', value: { chosen: chosen[field] } },
      [],
      '',
      () => undefined,
    );
  return [
    ...fields,
    ...parts,
    ...contacts,
    // The draft has no field for it; what is worth keeping is placed by a person. A paper of the platform says it apart.
    ...(more && !draft.details
      ? [
          one(
            {
              ...given,
              key: `${at}/moreInformation`,
              field: 'moreInformation',
              max: 8000,
              kind: 'unplaced',
              person: true,
            },
            more,
          ),
        ]
      : []),
    ...detailPlaces(draft),
    choice('course'),
    choice('themes'),
    choice('phases'),
  ];
}

function morePlaces(draft: AgendaDraft): Place[] {
  const group = 'more';
  const line = { group, oneLine: true };
  return [
    ...draft.bodies.flatMap((each, at) => [
      one({ ...line, key: `body/${at}`, field: 'bodies', number: String(at + 1), max: 200 }, each),
      ...many(
        { group, key: `body/${at}/text`, field: 'bodies', number: String(at + 1), max: 4000 },
        each.description,
      ),
    ]),
    ...draft.keyFigures.map((each, at) =>
      one({ ...line, key: `keyfigure/${at}`, field: 'keyFigures', max: 300 }, each),
    ),
    ...draft.commitments.map((each, at) =>
      one(
        { ...line, key: `commitment/${at}`, field: 'commitments', number: each.number ?? '', max: 600 },
        each,
      ),
    ),
    ...draft.signatories.map(({ role }, at) =>
      one(
        {
          ...line,
          key: `signatory/${at}`,
          field: 'signatories',
          number: String(at + 1),
          max: 200,
          person: true,
        },
        role,
      ),
    ),
  ];
}

/** Every place of a draft; setting one changes this draft, so hand over a copy. */
export function placesOf(draft: AgendaDraft, extracted: string): Place[] {
  return [
    ...agendaPlaces(draft),
    ...goalPlaces(draft.goals, ''),
    ...draft.interventions.flatMap(interventionPlaces),
    ...morePlaces(draft),
    ...formPlaces(draft),
    ...loosePlaces(draft, extracted),
  ];
}

export const itemsOf = (draft: AgendaDraft, extracted: string): ReviewItem[] =>
  placesOf(structuredClone(draft), extracted).map(({ item }) => item);
