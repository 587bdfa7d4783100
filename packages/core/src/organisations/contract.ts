// What crosses the wire about organisations and schools.
import { z } from 'zod';
import { handle, id, line, municipalityCode, name, revision } from '../kernel/fields.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { organisationKinds } from './vocabulary.ts';

const kind = z.enum(organisationKinds);

/**
 * Official code of a school (BRIN, DUO): two digits and two letters, with the two digits of a site when it has more of
 * them. Small letters and spaces around it are forgiven; empty when it is not known.
 */
export const brin = line(20)
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => /^([0-9]{2}[A-Z]{2}([0-9]{2})?)?$/.test(text), 'brin');

const website = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]);

/** Those that a text names, as they were chosen; what each stands for now is looked up when it is read. */
export const organisationIds = z.array(id).max(60).default([]);

/** One of a list: enough to tell it from another of the same name. */
export const OrganisationName = z.object({
  id,
  /** Last part of its address; only the random end counts. */
  slug: z.string(),
  name: z.string(),
  kind,
  locatedIn: MunicipalityName.nullable(),
  brin: z.string(),
});

export const OrganisationGroup = z.enum(['schools', 'others']);

/** From where a list goes on: the last one that was read. */
const Place = z.strictObject({ name: line(200), id });

export const ListOrganisations = z.strictObject({
  /** Words of name, place or code; all of them must occur. */
  text: line(100).default(''),
  group: OrganisationGroup.nullable().default(null),
  municipality: municipalityCode.nullable().default(null),
  after: Place.nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});

export const OrganisationList = z.object({
  organisations: z.array(OrganisationName),
  /** Of those the reader may see. */
  total: z.int(),
  next: Place.nullable(),
});

export const GetOrganisation = z.strictObject({ handle });

export const OrganisationPage = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('here'),
    organisation: OrganisationName,
    website: z.string(),
    revision: z.int(),
    /** Names it was known by before it turned out to be the same. */
    aliases: z.array(z.string()),
    /** Only the own municipality sees it: no page that others read names it yet. */
    own: z.boolean(),
    can: z.object({ correct: z.boolean(), merge: z.boolean() }),
  }),
  /** A double: its page is that of the one that stays. */
  z.object({ state: z.literal('merged'), slug: z.string(), kind }),
]);

const described = {
  name: name(200),
  kind,
  locatedIn: municipalityCode.nullable(),
  brin,
  website,
};

/** `anyway`: it is another one than those that look like it. */
export const AddOrganisation = z.strictObject({ ...described, anyway: z.boolean().default(false) });
export const AddedOrganisation = z.object({ id, slug: z.string() });
export const CorrectOrganisation = z.strictObject({ id, revision, ...described });

export const FindAlike = z.strictObject({ name: line(200), locatedIn: municipalityCode.nullable(), brin });
export const AlikeOrganisations = z.object({ organisations: z.array(OrganisationName) });

/** Two or more that are probably the same, and why. */
export const Doubles = z.object({
  groups: z.array(
    z.object({
      why: z.enum(['name', 'brin']),
      organisations: z.array(
        OrganisationName.extend({
          website: z.string(),
          /** Somebody works for it, so it can only be the one that stays. */
          hasPeople: z.boolean(),
        }),
      ),
    }),
  ),
});

const reason = name(500);
export const MergeOrganisations = z.strictObject({ id, into: id, reason });
export const UndoMerge = z.strictObject({ id, reason });

export const Merges = z.object({
  merges: z.array(
    z.object({
      id,
      what: z.enum(['merged', 'undone']),
      organisation: OrganisationName,
      into: OrganisationName,
      reason: z.string(),
      at: z.iso.datetime(),
      /** It still stands as it was merged here. */
      undoable: z.boolean(),
    }),
  ),
});

export type OrganisationName = z.infer<typeof OrganisationName>;
export type OrganisationPage = z.infer<typeof OrganisationPage>;
