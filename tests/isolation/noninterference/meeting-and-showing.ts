// Pages of people and consultations, as domain.md says them: a page is seen by whom its person chose, field by field; a
// consultation by the municipality and the coordinators, whoever recorded it.
import type { Side } from './cast.ts';
import type { World } from './model.ts';
import type { Step } from './rules.ts';

export const shownTo = ['nobody', 'own', 'alliance'] as const;
export type ShownTo = (typeof shownTo)[number];

/** What somebody shows of itself, known by the step that wrote it. */
export interface Shown {
  readonly step: number;
  readonly to: ShownTo;
}

/** A consultation that a municipality recorded; nobody of the alliance answers in a sequence. */
export interface Meeting {
  readonly of: Side;
  readonly step: number;
  corrected: number | null;
}

type Showing = Step & { readonly verb: 'show oneself' };
type MeetingStep = Step & {
  readonly verb: 'record meeting' | 'correct meeting';
};

export function showOneself({ shown }: World, { by, to, step }: Showing): void {
  shown[by] = { step, to };
}

/** Plays one step in the world, which it changes; false when it is refused. */
export function changeMeeting({ meetings }: World, name: string, step: MeetingStep): boolean {
  if (step.verb === 'record meeting') {
    meetings[name] = { of: step.by, step: step.step, corrected: null };
    return true;
  }
  const meeting = meetings[step.about];
  if (meeting?.of !== step.by) return false;
  meeting.corrected = step.step;
  return true;
}

/** Pages that one municipality may see, and its own consultations. */
export const peopleAndMeetingsOf = (side: Side, { shown, meetings }: World) => ({
  shown: Object.entries(shown).filter(([of, page]) => page && (of === side || page.to === 'alliance')),
  meetings: Object.entries(meetings).filter(([, { of }]) => of === side),
});

/** A day of its own for each step, so that no two consultations are on one day. */
export const dayOf = (step: number) =>
  new Date(Date.UTC(2005, 0, 1 + 1000 + step)).toISOString().slice(0, 10);

/** The whole of a consultation, as it was recorded in this step. */
export const meetingOf = (step: number) => ({
  heldOn: dayOf(step),
  text: {
    municipalityRoles: ['Wethouder onderwijs'],
    allianceRoles: ['Coördinator'],
    points: [`Overleg in stap ${step}`],
    record: '',
    agendas: [],
    interventions: [],
  },
  personalDataReason: null,
});

/** A page with one line for whom was chosen, and one for nobody. */
export const pageOf = (step: number, to: ShownTo) => ({
  work: { text: `Functie stap ${step}`, shownTo: to },
  place: { shownTo: to },
  themes: { themes: ['armoede' as const], shownTo: to },
  ask_me: { text: `Geheim van stap ${step}`, shownTo: 'nobody' as const },
  about: { text: '', shownTo: 'nobody' as const },
  telephone: { text: '', shownTo: 'nobody' as const },
});
