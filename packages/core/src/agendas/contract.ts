// What crosses the wire about agendas: goals, intended results and actions as one document.
import { z } from 'zod';
import { handle, id, line, moment, prose, year } from '../kernel/fields.ts';
import { Visibility } from '../kernel/publication.ts';
import { VersionEntry } from '../kernel/versions.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { organisationIds, OrganisationName } from '../organisations/index.ts';
import { Action, Addendum, Goal, key, Signatories } from './contract-parts.ts';
import { MeasuredShare, StatusHistory } from './contract-progress.ts';

export const agendaKinds = ['gka_agenda', 'local_accord', 'national_theme'] as const;

export const AgendaContent = z.strictObject({
  kind: z.enum(agendaKinds),
  title: line(200),
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  mission: prose(2000),
  background: prose(20000),
  principles: z.array(z.strictObject({ title: line(200), text: prose(4000) })).max(20),
  goals: z.array(Goal).max(100),
  actions: z.array(Action).max(300),
  bodies: z.array(z.strictObject({ name: line(200), text: prose(4000) })).max(30),
  keyFigures: z.array(line(300)).max(50),
  commitments: z.array(line(600)).max(20),
  signatories: Signatories,
  /** Agendas from before there were addenda have none. */
  addenda: z.array(Addendum).max(20).default([]),
  organisations: organisationIds,
  visibility: Visibility,
});

/** `late`: not done or stopped while its last year has passed. */
const Progress = z.object({
  total: z.int(),
  done: z.int(),
  underWay: z.int(),
  stopped: z.int(),
  late: z.int(),
});

export const AgendaCard = z.object({
  id,
  handle,
  /** Last part of the page's address: words of the title, then the handle; only the handle counts. */
  slug: z.string(),
  kind: z.enum(agendaKinds),
  title: z.string(),
  municipality: MunicipalityName,
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  progress: Progress,
  goals: z.int(),
  version: z.int(),
  publishedAt: moment,
});

export const GetAgenda = z.strictObject({ handle });

const AgendaPage = z.object({
  state: z.literal('published'),
  card: AgendaCard,
  content: AgendaContent.omit({ organisations: true }),
  /** Those that the reader may see, as they are called now. */
  organisations: z.array(OrganisationName),
  /** Keys of the actions that are late. */
  late: z.array(key),
  statusHistory: z.array(StatusHistory),
  measured: MeasuredShare,
  interventions: z.array(z.object({ id, slug: z.string(), title: z.string() })),
  versions: z.array(z.object({ number: z.int(), publishedAt: moment, note: z.string() })),
  workingCopy: id.nullable(),
});

/** `newest`: the number of the page as it is now, when there is one. */
export const AgendaVersion = z.object({
  page: AgendaPage,
  entry: VersionEntry,
  newest: z.int().nullable(),
});

export const PublishedAgenda = z.discriminatedUnion('state', [
  AgendaPage,
  z.object({
    state: z.literal('withdrawn'),
    title: z.string(),
    municipality: MunicipalityName,
    withdrawnAt: moment,
    reason: z.string(),
  }),
]);

export const ListAgendas = z.strictObject({ municipality: z.string().regex(/^gm[0-9]{4}$/) });
export const AgendaCards = z.object({ agendas: z.array(AgendaCard) });
export const AgendasOfOrganisation = AgendaCards.extend({ total: z.int() });

export type AgendaContent = z.infer<typeof AgendaContent>;
export type AgendaCard = z.infer<typeof AgendaCard>;
export type AgendaPage = z.infer<typeof AgendaPage>;
export type PublishedAgenda = z.infer<typeof PublishedAgenda>;
