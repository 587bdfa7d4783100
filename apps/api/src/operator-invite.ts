// `npm run operator:invite -- --address A --role R [--municipality gm0899]`: the first administrator of an installation
// or of a municipality is invited by whoever runs the installation.
import { inviteByOperator, Refusal } from '@kansenplein/core';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { asOperator, CommandError, runCommand } from './owner-database.ts';

const usage =
  'Gebruik: npm run operator:invite -- --address naam@gemeente.nl --role administrator --municipality gm0899';

const Options = z.object({
  address: z.email(),
  role: z.enum(['reader', 'editor', 'publisher', 'administrator', 'coordinator', 'operator']),
  municipality: z
    .string()
    .regex(/^gm[0-9]{4}$/)
    .optional(),
});

function readOptions() {
  const { values } = parseArgs({
    options: { address: { type: 'string' }, role: { type: 'string' }, municipality: { type: 'string' } },
  });
  const options = Options.parse(values);
  const inMunicipality = !['coordinator', 'operator'].includes(options.role);
  if (inMunicipality !== (options.municipality !== undefined))
    throw new CommandError(`Een gemeente hoort bij een rol in een gemeente, en bij geen andere.\n${usage}`);
  return options;
}

async function run(): Promise<void> {
  const { address, role, municipality } = readOptions();
  const config = readConfig();
  const invited = {
    address: address.toLowerCase(),
    role,
    municipality: municipality ?? null,
    organisation: null,
  };
  const { label } = await asOperator(config, (tx) => inviteByOperator(tx, config, invited)).catch(
    (error: unknown) => {
      if (error instanceof Refusal) throw new CommandError(`Er is geen gemeente met code ${municipality}.`);
      throw error;
    },
  );
  console.log(
    `De uitnodiging voor ${address} (${label}) staat klaar en wordt gemaild zodra Kansenplein draait.`,
  );
}

await runCommand(usage, run);
