// `npm run operator:invite -- --address A --role R [--municipality gm0899]`: the first administrator of an installation
// or of a municipality is invited by whoever runs the installation.
import { inviteByOperator } from '@kansenplein/core';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { asOperator, sayWhatIsWrong } from './operator.ts';

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
    throw new Error('municipality goes with a role in one');
  return options;
}

async function run(): Promise<void> {
  const { address, role, municipality } = readOptions();
  const config = readConfig();
  const { label } = await asOperator(config, 'operator-invite', (tx) =>
    inviteByOperator(tx, config, {
      address: address.toLowerCase(),
      role,
      municipality: municipality ?? null,
      organisation: null,
    }),
  );
  console.log(
    `De uitnodiging voor ${address} (${label}) staat klaar en wordt gemaild zodra Kansenplein draait.`,
  );
}

await sayWhatIsWrong(run, usage);
