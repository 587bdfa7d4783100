// Where an intervention points outside the platform: programmes that are described elsewhere.
import { z } from 'zod';
import { line } from '../kernel/fields.ts';

/** Web address of a page elsewhere: encrypted, and without a name and password in it, which would show another host. */
const httpsAddress = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(300)
  .refine((text) => /^https:\/\/[^/?#@\\]+([/?#]|$)/i.test(text), 'address');

/** Where a programme is described elsewhere, such as in a national database of recognised interventions. */
export const ProgrammeLinks = z
  .array(z.strictObject({ name: line(200), address: httpsAddress }))
  .max(10)
  .default([]);
