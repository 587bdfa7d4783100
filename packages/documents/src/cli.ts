/** `agenda:read -- FILE [--text | --json]`: reads one document (Word, PDF, text) and prints what was found. */
import { readAgendaFile } from './apart/read-agenda-file.ts';
import { summaryOf } from './cli-summary.ts';
import type { MunicipalityName } from './draft.ts';

/** What the command needs of the machine; the caller owns files and streams. */
export interface AgendaReadIo {
  readFile(path: string): Promise<Uint8Array>;
  /** Writes exactly these characters, nothing added. */
  stdout(text: string): void;
  stderr(text: string): void;
}

const usage = [
  'Gebruik: npm run --silent agenda:read -- BESTAND [--text | --json]',
  'BESTAND is Word (.docx), PDF of platte tekst; wat het is, blijkt uit de inhoud en niet uit de naam.',
  '--text toont de tekst waarin alle plaatsen tellen, --json het hele concept.',
  'Afsluitcode 0: gelezen. 2: niet gelezen, met één zin die zegt waarom.',
];

/** Exit code 0 when the document was read; 2, with one sentence on standard error, when not. */
export async function runAgendaRead(
  argv: readonly string[],
  io: AgendaReadIo,
  municipalities: readonly MunicipalityName[],
): Promise<number> {
  const refuse = (sentence: string): number => {
    io.stderr(`${sentence}\n`);
    return 2;
  };
  const options = argv.filter((argument) => argument.startsWith('--'));
  const [file, ...more] = argv.filter((argument) => !argument.startsWith('--'));
  if (options.includes('--help')) {
    io.stdout(`${usage.join('\n')}\n`);
    return 0;
  }
  if (
    file === undefined ||
    more.length > 0 ||
    options.length > 1 ||
    options.some((option) => !['--text', '--json'].includes(option))
  ) {
    return refuse(usage[0] ?? '');
  }
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(file);
  } catch {
    return refuse(
      `Het bestand '${file}' kan niet worden gelezen: het bestaat niet, is een map of is niet toegankelijk.`,
    );
  }
  const outcome = await readAgendaFile(bytes, { municipalities });
  if (!outcome.ok) return refuse(outcome.message);
  if (options[0] === '--text') io.stdout(outcome.text);
  else if (options[0] === '--json') io.stdout(`${JSON.stringify(outcome.draft, null, 2)}\n`);
  else io.stdout(summaryOf(outcome, municipalities));
  return 0;
}
