// What an answer carries that its contract does not list: a column that a service let slip.
import { router } from '@kansenplein/core';
import type { z } from 'zod';

const procedures = router._def.procedures as unknown as Record<string, { _def: { output?: z.ZodType } }>;

/** Paths that `sent` has and `listed` has not. */
function surplus(sent: unknown, listed: unknown, path: string): string[] {
  if (sent === null || typeof sent !== 'object') return [];
  if (listed === null || typeof listed !== 'object') return [path];
  return Object.entries(sent).flatMap(([key, value]) =>
    key in listed
      ? surplus(value, (listed as Record<string, unknown>)[key], `${path}.${key}`)
      : [`${path}.${key}`],
  );
}

/** Empty when everything in the answer of `procedure` is in its contract; a procedure without one lets everything slip. */
export function beyondContract(procedure: string, data: unknown): string[] {
  const contract = procedures[procedure]?._def.output;
  if (!contract) return [`${procedure} has no output contract`];
  const read = contract.safeParse(data);
  return read.success ? surplus(data, read.data, procedure) : [`${procedure}: ${read.error.message}`];
}
