// `npm run operator:reset-factor -- --address A`: lets somebody set up a second factor anew whom no administrator can
// help, because the only one lost it. The link goes to the person's own address; until it is used nothing changes.
import { resetFactorByOperator } from '@kansenplein/core';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { asOperator, CommandError, runCommand } from './owner-database.ts';

const usage = 'Gebruik: npm run operator:reset-factor -- --address naam@gemeente.nl';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { address: { type: 'string' } } });
  const address = z.email().parse(values.address).toLowerCase();
  const config = readConfig();
  const sent = await asOperator(config, (tx) => resetFactorByOperator(tx, config, address));
  if (!sent) throw new CommandError(`Er is geen account met het adres ${address}.`);
  console.log(`De mail aan ${address} staat klaar en wordt verstuurd zodra Kansenplein draait.`);
}

await runCommand(usage, run);
