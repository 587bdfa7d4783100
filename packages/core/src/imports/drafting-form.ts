// A paper that this platform wrote, back to the draft it came from: nothing has to be guessed, so nothing is. What the
// reader of documents finds apart (targets, who and until when, addenda, details) goes into the field of its own.
import type {
  AddendumDraft,
  AgendaDraft,
  InterventionDraft,
  ParticipationDraft,
  SectionDraft,
  SignatoryDraft,
  StatedPeriod,
} from '@kansenplein/documents';
import { plainInline } from '@kansenplein/documents';
import type { AgendaContent } from '../agendas/index.ts';
import type { InterventionContent } from '../interventions/index.ts';
import {
  contactIn,
  type Named,
  namedIn,
  partContactIn,
  readDetails,
  type Relations,
} from '../papers/index.ts';
import { readActions } from './drafting-form-goals.ts';
import { cut, joined, line, plain } from './form-texts.ts';
import { keyOf } from './keys.ts';

const sectionsText = (sections: readonly SectionDraft[], max: number) =>
  cut(
    sections
      .flatMap(({ heading, paragraphs }) => [
        heading ? `### ${plainInline(heading.text)}` : '',
        joined(paragraphs),
      ])
      .filter(Boolean)
      .join('\n\n'),
    max,
  );

const yearOf = (moment: string | null | undefined) => (moment ? Number(moment.slice(0, 4)) : null);
const yearsOf = (period: StatedPeriod | null | undefined) => ({
  periodFrom: yearOf(period?.from),
  periodTo: yearOf(period?.to),
});

const signatoryOf = ({ role, organisation, date }: SignatoryDraft) => ({
  role: line(role.text, 200),
  organisation: line(organisation?.text ?? '', 200),
  date: date?.iso ?? null,
});

const addendumOf = (draft: AddendumDraft, index: number): AgendaContent['addenda'][number] => ({
  key: keyOf('addendum', index),
  title: line(draft.title.text, 200),
  text: sectionsText(draft.text, 20_000),
  ...yearsOf(draft.period),
  signedOn: draft.signedOn ?? null,
  signatories: draft.signatories.map(signatoryOf),
});

/** `base` is what any document gives; this says it as the form does. */
export function formAgendaOf(draft: AgendaDraft, base: AgendaContent): AgendaContent {
  const { goals, actions } = readActions(draft);
  const period = draft.form?.period;
  const isOpen = period?.from === null || period?.to === null;
  return {
    ...base,
    // A period with both its ends was looked over, and may have been left out.
    ...(isOpen ? yearsOf(period) : {}),
    background: sectionsText([...draft.background, ...draft.otherAgreements], 20_000),
    principles: [...draft.principles, ...draft.pillars].map(({ text, description }) => ({
      title: line(text, 200),
      text: cut(joined(description), 4000),
    })),
    goals,
    actions,
    bodies: draft.bodies.map(({ text, description }) => ({
      name: line(text, 200),
      text: cut(joined(description), 4000),
    })),
    keyFigures: draft.keyFigures.map(({ text }) => line(text, 300)),
    commitments: draft.commitments.map(({ text }) => line(plain(text, 2000), 600)),
    signatories: draft.signatories.map(signatoryOf),
    addenda: (draft.addenda ?? []).map(addendumOf),
    visibility: draft.form?.readableBy ?? 'public',
  };
}

const detailsOf = (draft: InterventionDraft) =>
  readDetails((draft.details ?? []).map(({ label, text }) => ({ label, text: text.text })));

/** What it says to be an evaluation of, a part of, or in the place of. */
export const relationsOf = (draft: InterventionDraft): Relations => detailsOf(draft).relations;

/** Partners and schools that it names by the addresses of their pages. */
export const organisationsOf = (draft: InterventionDraft): readonly Named[] => detailsOf(draft).organisations;
export const partiesOf = ({ organisations }: AgendaDraft): readonly Named[] =>
  namedIn(organisations?.text ?? '');

export function formInterventionOf(draft: InterventionDraft, base: InterventionContent): InterventionContent {
  const { content } = detailsOf(draft);
  return {
    ...base,
    periodFrom: null,
    periodTo: null,
    ...contactIn(draft.fields.moreInformation?.text ?? ''),
    ...content,
  };
}

/** What the form says of a municipality's part beside what any document may say. */
export function partDetails({ stated }: ParticipationDraft) {
  if (!stated) return {};
  const contact = partContactIn(stated.contact);
  return {
    condition: stated.commitment === 'conditional' ? line(stated.condition, 300) : '',
    budgetShare: line(stated.share, 200),
    budgetEuros: stated.amount?.euros ?? null,
    budgetPer: stated.amount?.per ?? null,
    contactRole: line(contact.contactRole, 200),
    contactMailbox: contact.contactMailbox.slice(0, 200),
  };
}

/** As the form states it; nobody can be made to take part who said that it no longer does. */
export const statedPart = (stated: NonNullable<ParticipationDraft['stated']>) => ({
  commitment: stated.commitment === 'withdrawn' ? ('intended' as const) : stated.commitment,
  pupils: stated.pupils,
  schools: line(plain(stated.schools?.text ?? '', 300), 300),
});
