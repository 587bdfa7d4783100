// What crosses the wire when somebody has a working copy open and is told who else has.
import { roles } from '@kansenplein/db';
import { z } from 'zod';
import { id, municipalityCode } from './fields.ts';

/**
 * How long one is told of. `page`: the page was loaded, and may not be able to say more (two minutes). `looking`: said
 * again every few seconds (half a minute). `left`: not any longer.
 */
export const stays = ['page', 'looking', 'left'] as const;

/** A field (`goal`) or a part of the editor (`doel-ab12cd`): a name, never words of a text. */
const place = z.string().regex(/^([A-Za-z][A-Za-z0-9-]{0,60})?$/);

export const BePresent = z.strictObject({ id, place: place.default(''), stay: z.enum(stays) });

export const Present = z.object({
  /** Without oneself, colleagues first. */
  others: z
    .array(
      z.object({
        /** Of a colleague; null of anybody else, and for who only reads. */
        name: z.string().nullable(),
        role: z.enum(roles).nullable(),
        municipality: z.object({ code: municipalityCode, name: z.string() }).nullable(),
        place: z.string(),
      }),
    )
    .max(50),
});
