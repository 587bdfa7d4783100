// What crosses the wire about interventions: the card, the published page, the working copy.
import { z } from 'zod';
import { handle, id, line, moment, prose, year } from '../kernel/fields.ts';
import { Visibility } from '../kernel/publication.ts';
import { VersionEntry } from '../kernel/versions.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { organisationIds, OrganisationName } from '../organisations/index.ts';
import { ProgrammeLinks } from './contract-links.ts';
import { budgetPer, euros, Totals } from './contract-totals.ts';
import { commitments, costBands, courses, phases, programmes, relationKinds, themes } from './vocabulary.ts';

/** Everything that is written about one intervention. Incomplete is allowed: empty text, empty list, null. */
export const InterventionContent = z.strictObject({
  title: line(200),
  summary: line(400),
  parties: prose(4000),
  goal: prose(8000),
  targetGroup: prose(4000),
  locations: prose(4000),
  activities: prose(12000),
  monitoring: prose(8000),
  funding: prose(4000),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  contactRole: line(400),
  contactMailbox: z.union([z.literal(''), z.email().max(200)]),
  activeIngredients: z.array(line(300)).max(20),
  localForm: prose(4000),
  transferability: prose(4000),
  unwantedEffects: prose(4000),
  themes: z.array(z.enum(themes)).max(themes.length),
  phases: z.array(z.enum(phases)).max(phases.length),
  programmes: z.array(z.enum(programmes)).max(programmes.length),
  ageFrom: z.int().min(0).max(27).nullable(),
  ageTo: z.int().min(0).max(27).nullable(),
  periodFrom: year.nullable(),
  periodTo: year.nullable(),
  course: z.enum(courses),
  costBand: z.enum(costBands).nullable(),
  visibility: Visibility,
  evaluates: z.array(id).max(20),
  // Texts from before these fields existed do not have them.
  partOf: z.array(id).max(20).default([]),
  replaces: z.array(id).max(20).default([]),
  organisations: organisationIds,
  programmeLinks: ProgrammeLinks,
  /** What all of it costs, of which the municipalities pay their shares. */
  budget: euros.default(null),
  budgetPer: budgetPer.default(null),
});

export const pupils = z.int().min(0).max(1_000_000).nullable();

export const Participation = z.object({
  municipality: MunicipalityName,
  lead: z.boolean(),
  commitment: z.enum(commitments),
  /** False as long as only the lead has stated it, or the text changed since. */
  agreed: z.boolean(),
  pupils,
  schools: z.string(),
  // Versions from before these fields existed do not have them.
  /** It agreed to an earlier text; this one it has not confirmed. */
  earlier: z.boolean().default(false),
  condition: z.string().default(''),
  /** The amount in words, or what belongs with it. */
  budgetShare: z.string().default(''),
  budgetEuros: euros.default(null),
  budgetPer: budgetPer.default(null),
  contactRole: z.string().default(''),
  contactMailbox: z.string().default(''),
  /** How it is done there, in its own words; empty until it agreed. Of the lead it stands in the text. */
  localForm: z.string().default(''),
});

export const InterventionCard = z.object({
  id,
  handle,
  /** Last part of the page's address: words of the title, then the handle; only the handle counts. */
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  municipality: MunicipalityName,
  themes: z.array(z.enum(themes)),
  phases: z.array(z.enum(phases)),
  course: z.enum(courses),
  costBand: z.enum(costBands).nullable(),
  partners: z.int(),
  conditional: z.int(),
  /** Named by the lead, not confirmed by themselves (conditional or not). */
  unconfirmed: z.int(),
  /** Confirmed by themselves and without a condition. */
  confirmed: z.int(),
  visibility: Visibility,
  version: z.int(),
  publishedAt: moment,
});

const InterventionLink = z.object({
  slug: z.string(),
  title: z.string(),
  municipality: MunicipalityName,
});

/** Links of one kind: to what this page names, and from the pages that name this one. */
const Relation = z.object({ to: z.array(InterventionLink), from: z.array(InterventionLink) });

export const GetIntervention = z.strictObject({ handle });
export const OfOrganisation = z.object({ interventions: z.array(InterventionCard), total: z.int() });

const InterventionPage = z.object({
  state: z.literal('published'),
  card: InterventionCard,
  content: InterventionContent.omit({ evaluates: true, partOf: true, replaces: true, organisations: true }),
  /** Those that the reader may see, as they are called now. */
  organisations: z.array(OrganisationName),
  participations: z.array(Participation),
  totals: Totals,
  versions: z.array(z.object({ number: z.int(), publishedAt: moment, note: z.string() })),
  /** Only pages that the reader may see too. */
  relations: z.record(z.enum(relationKinds), Relation),
  /** Present when the reader may edit the working copy. */
  workingCopy: id.nullable(),
});

/** `newest`: the number of the page as it is now, when there is one. */
export const InterventionVersion = z.object({
  page: InterventionPage,
  entry: VersionEntry,
  newest: z.int().nullable(),
});

export const PublishedIntervention = z.discriminatedUnion('state', [
  InterventionPage,
  z.object({
    state: z.literal('withdrawn'),
    title: z.string(),
    municipality: MunicipalityName,
    withdrawnAt: moment,
    reason: z.string(),
  }),
]);

export type InterventionContent = z.infer<typeof InterventionContent>;
export type InterventionCard = z.infer<typeof InterventionCard>;
export type Participation = z.infer<typeof Participation>;
export type InterventionPage = z.infer<typeof InterventionPage>;
export type PublishedIntervention = z.infer<typeof PublishedIntervention>;
