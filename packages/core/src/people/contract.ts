// What crosses the wire about member pages and the directory of members.
import { z } from 'zod';
import { handle, line, municipalityCode, prose } from '../kernel/fields.ts';
import { themes } from '../interventions/index.ts';
import { asMarkdown } from '../kernel/markdown.ts';
import { MunicipalityName } from '../municipalities/index.ts';
import { profileAudiences } from './vocabulary.ts';

const Theme = z.enum(themes);
const ShownTo = z.enum(profileAudiences);

/** As people write a number: `+31 45 123 45 67`, `045-1234567`; a service number may be as short as 14045. */
const telephone = z.string().regex(/^(|\+?[0-9(][0-9() -]{2,20}[0-9])$/, 'telephone');

const text = <T extends z.ZodType<string>>(value: T) => z.strictObject({ text: value, shownTo: ShownTo });

export const ProfileFields = z.strictObject({
  work: text(line(120)),
  /** Follows from whom one acts for; only who may read it is chosen. */
  place: z.strictObject({ shownTo: ShownTo }),
  themes: z.strictObject({
    themes: z.array(Theme).max(themes.length),
    shownTo: ShownTo,
  }),
  ask_me: text(prose(500)),
  about: text(prose(1000)),
  telephone: text(telephone),
});

export const SaveProfile = ProfileFields.extend({
  ask_me: text(asMarkdown(prose(500))),
  about: text(asMarkdown(prose(1000))),
});

/** Where somebody works; an organisation that the reader may not see has no name here. */
const Place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('municipality'), municipality: MunicipalityName }),
  z.object({
    kind: z.literal('organisation'),
    organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('alliance') }),
]);

export const OwnProfile = z.object({
  name: z.string(),
  place: Place,
  fields: ProfileFields,
  /** End of the address of the page; null while there is nothing to show to anybody. */
  handle: handle.nullable(),
});

/** Null is a field that is not filled in or that the reader may not see: the two are the same. */
const shown = {
  handle,
  name: z.string(),
  work: z.string().nullable(),
  place: Place.nullable(),
  themes: z.array(Theme),
};

export const PersonCard = z.object(shown);
export const PersonPage = z.object({
  ...shown,
  askMe: z.string().nullable(),
  about: z.string().nullable(),
  telephone: z.string().nullable(),
  /** The own page, as others who may read the most of it see it. */
  own: z.boolean(),
});

const After = z.strictObject({ name: line(200), handle });

export const ListPeople = z.strictObject({
  text: line(100).default(''),
  theme: Theme.nullable().default(null),
  municipality: municipalityCode.nullable().default(null),
  after: After.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
});

/** By name. `municipalities`: those that can be chosen, of who can be seen there. */
export const PeopleList = z.object({
  people: z.array(PersonCard),
  total: z.int(),
  municipalities: z.array(MunicipalityName),
  next: After.nullable(),
});

export const GetPerson = z.strictObject({ handle });

export type ProfileFields = z.infer<typeof ProfileFields>;
export type OwnProfile = z.infer<typeof OwnProfile>;
export type PersonCard = z.infer<typeof PersonCard>;
export type PersonPage = z.infer<typeof PersonPage>;
export type Place = z.infer<typeof Place>;
