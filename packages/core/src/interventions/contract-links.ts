// What an intervention points at outside its own text: organisations of the platform, and programmes elsewhere.
import { z } from 'zod';
import { id, line } from '../kernel/fields.ts';

/** Web address of a page elsewhere: encrypted, and without a name and password in it, which would show another host. */
const httpsAddress = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(300)
  .refine((text) => /^https:\/\/[^/?#@\\]+([/?#]|$)/i.test(text), 'address');

/** The organisations and schools that are named, as they were chosen; what each stands for now is looked up. */
export const organisationIds = z.array(id).max(60).default([]);

/** Where a programme is described elsewhere, such as in a national database of recognised interventions. */
export const ProgrammeLinks = z
  .array(z.strictObject({ name: line(200), address: httpsAddress }))
  .max(10)
  .default([]);
