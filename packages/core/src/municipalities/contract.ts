// What crosses the wire about municipalities and regions.
import { z } from 'zod';
import { moment, municipalityCode, slug } from '../kernel/fields.ts';

export const MunicipalityName = z.object({ code: municipalityCode, name: z.string(), slug });

export const MunicipalityEntry = MunicipalityName.extend({ province: z.string(), joined: z.boolean() });

export const MunicipalityList = z.object({ municipalities: z.array(MunicipalityEntry) });

export const GetMunicipality = z.strictObject({ slug });

export const MunicipalityDetail = MunicipalityEntry.extend({
  tooiUri: z.url(),
  joinedAt: moment.nullable(),
  regions: z.array(z.object({ slug, name: z.string() })),
});

export const RegionList = z.object({
  regions: z.array(z.object({ slug, name: z.string(), municipalities: z.array(MunicipalityName) })),
});

export type MunicipalityName = z.infer<typeof MunicipalityName>;
export type MunicipalityDetail = z.infer<typeof MunicipalityDetail>;
