// What crosses the wire about commitments: how a municipality stands with each, in a calendar year, and why.
import { z } from 'zod';
import { line, municipalityCode, name, slug, year } from '../kernel/fields.ts';
import { PersonalDataReason } from '../kernel/publication.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { commitments, factKinds, standings } from './vocabulary.ts';

const day = z.iso.date();
const Commitment = z.enum(commitments);
const Standing = z.enum(standings);

const Signed = z.object({
  signedOn: day,
  endedOn: day.nullable(),
  source: z.string(),
});

/** One thing that happened and counts. `address`: where it can be read. */
const Fact = z.object({
  kind: z.enum(factKinds),
  on: day,
  title: z.string(),
  address: z.object({
    noun: z.enum(['intervention', 'agenda', 'consultation', 'knowledge_session']),
    /** Of the page, or the id of a consultation. */
    slug: z.string(),
    version: z.int().nullable(),
  }),
});

const judged = {
  commitment: Commitment,
  standing: Standing,
  /** How many times are asked this year, and how many things count. */
  asked: z.int(),
  counted: z.int(),
  /** The part of the year that is looked at; null when none is. */
  since: day.nullable(),
  until: day.nullable(),
};

export const JudgedCommitment = z.object({
  ...judged,
  signed: Signed.nullable(),
  /** Newest first, at most fifty. */
  facts: z.array(Fact),
});

export const GetStanding = z.strictObject({
  year: year.nullable().default(null),
});
export const GetStandingOf = GetStanding.extend({ slug });

export const MunicipalityStanding = z.object({
  municipality: MunicipalityName,
  year,
  /** Years that can be asked about, newest first. */
  years: z.array(year),
  isOver: z.boolean(),
  /** When it came to the platform; null when it has not. */
  joinedOn: day.nullable(),
  commitments: z.array(JudgedCommitment),
});

/** What agendas of the municipality say about promises and signatures, to be laid beside what is kept. */
const Said = z.object({
  slug: z.string(),
  title: z.string(),
  commitments: z.array(z.string()),
  signatories: z.array(
    z.object({
      role: z.string(),
      organisation: z.string(),
      date: day.nullable(),
    }),
  ),
});
export const StandingForCoordinator = MunicipalityStanding.extend({
  said: z.array(Said),
});

export const GetOverview = z.strictObject({
  year: year.nullable().default(null),
  text: line(100).default(''),
  commitment: Commitment.nullable().default(null),
  standing: Standing.nullable().default(null),
  /** Only municipalities that signed something. */
  signedOnly: z.boolean().default(false),
});

const Cell = z.object(judged);
export const Overview = z.object({
  year,
  years: z.array(year),
  isOver: z.boolean(),
  rows: z.array(
    z.object({
      municipality: MunicipalityName,
      joinedOn: day.nullable(),
      commitments: z.array(Cell),
    }),
  ),
  /** Of all municipalities, whatever is filtered: how many stand how with each. */
  totals: z.array(
    z.object({
      commitment: Commitment,
      standing: Standing,
      municipalities: z.int(),
    }),
  ),
});

export const KeepSigned = z
  .strictObject({
    municipality: municipalityCode,
    commitment: Commitment,
    signedOn: day,
    endedOn: day.nullable(),
    source: name(300),
    personalDataReason: PersonalDataReason,
  })
  .refine(({ signedOn, endedOn }) => endedOn === null || endedOn >= signedOn, {
    error: 'order',
    path: ['endedOn'],
  });
export const RemoveSigned = z.strictObject({
  municipality: municipalityCode,
  commitment: Commitment,
});

export type Fact = z.infer<typeof Fact>;
export type JudgedCommitment = z.infer<typeof JudgedCommitment>;
export type KeepSigned = z.infer<typeof KeepSigned>;
