// `npm run audit:verify -- [--against heads.json] [--write heads.json]`: computes every chain of the audit trail once more.
// Ends with 1 when something was changed behind the back of the platform. May be run while Kansenplein runs.
// The embedded database proves only what somebody without its password did; keep the heads elsewhere for the rest.
import { verifyTrail, type Fault, type Heads, type Report } from '@kansenplein/core';
import { asOwner } from '@kansenplein/db';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { CommandError, runCommand, typedPath, withOwner } from './owner-database.ts';

const usage = 'Gebruik: npm run audit:verify -- [--against BESTAND] [--write BESTAND]';

const Written = z.object({
  chains: z.record(z.string(), z.object({ position: z.int().min(0), hash: z.string() })),
});

const sentences: Readonly<Record<Fault['kind'], string>> = {
  changed: 'deze gebeurtenis of haar schakel is veranderd nadat zij was vastgelegd',
  removed: 'hier is een gebeurtenis verwijderd',
  removed_at_end: 'het einde van de keten is verwijderd',
  removed_at_start: 'het begin van de keten is verwijderd zonder dat het bewaartermijnenwerk dat deed',
  inserted: 'hier staat een gebeurtenis die niet door het platform is vastgelegd',
  reordered: 'deze gebeurtenissen staan in een andere volgorde dan waarin zij zijn vastgelegd',
  moved: 'deze gebeurtenis hoort in een andere keten',
  rewritten: 'de keten is vanaf hier of eerder herschreven: de kop van de vorige controle klopt niet meer',
  head_changed: 'de kop van de keten is veranderd of verwijderd',
  chain_missing: 'deze keten bestond bij de vorige controle en is er niet meer',
};

/** One fault as a sentence with its place. */
export function sentenceOf({ chain, position, until, kind }: Fault): string {
  const name = chain === '' ? 'Een wachtende gebeurtenis' : `Keten ${chain}`;
  const place = position === null ? '' : `, plaats ${position}`;
  const range = until === undefined || until === position ? '' : ` tot en met ${until}`;
  return `${name}${place}${range}: ${sentences[kind]}.`;
}

/** What the command says about each chain, and then about what is wrong. */
export function linesOf({ chains, faults }: Report): string[] {
  const count = new Intl.NumberFormat('nl-NL');
  return [
    ...chains.map(({ chain, events, head, anchor, waiting, tooOldToCompare }) =>
      [
        `Keten ${chain}: ${count.format(events)} gebeurtenissen, kop ${head.position} ${head.hash || '–'}`,
        ...(anchor > 0 ? [`begint na plaats ${anchor} (ouder is volgens de bewaartermijn weg)`] : []),
        ...(waiting > 0 ? [`${count.format(waiting)} wachten op hun plaats in de keten`] : []),
        ...(tooOldToCompare ? ['de kop van de vorige controle is te oud om te vergelijken'] : []),
      ].join('; '),
    ),
    faults.length === 0
      ? 'Niets wijst op knoeien: elke keten klopt.'
      : `Er is geknoeid met het logboek (${count.format(faults.length)}):`,
    ...faults.map((fault) => `  ${sentenceOf(fault)}`),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Heads as an earlier run wrote them. Throws when the file is not such a file. */
export async function readHeads(path: string): Promise<Heads> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`${path} is niet te lezen.`);
  });
  const read = Written.safeParse(parsed(text));
  if (!read.success) throw new CommandError(`${path} is geen bestand met koppen van een eerdere controle.`);
  return read.data.chains;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { against: { type: 'string' }, write: { type: 'string' } } });
  const earlier = values.against === undefined ? {} : await readHeads(typedPath(values.against));
  const report = await withOwner(readConfig(), (ownerUrl) =>
    asOwner(ownerUrl, (tx) => verifyTrail(tx, earlier), 'read'),
  );
  for (const line of linesOf(report)) console.log(line);
  if (report.faults.length > 0) process.exitCode = 1;
  else if (values.write !== undefined)
    await writeFile(typedPath(values.write), `${JSON.stringify({ chains: report.heads }, null, 2)}\n`);
}

if (import.meta.main) await runCommand(usage, run);
