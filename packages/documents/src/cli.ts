/** `agenda:read -- FILE [--text | --json]`: reads one document and prints what was found. */
import { summaryOf } from './cli-summary.ts';
import { extractText, readAgenda } from './read/read-agenda.ts';
import type { MunicipalityName } from './draft.ts';

/** What the command needs of the machine; the caller owns files and streams. */
export interface AgendaReadIo {
  readFile(path: string): Promise<Uint8Array>;
  /** Writes exactly these characters, nothing added. */
  stdout(text: string): void;
  stderr(text: string): void;
}

const usage = 'Gebruik: npm run --silent agenda:read -- BESTAND [--text | --json]';

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
    io.stdout(`${usage}\n`);
    return 0;
  }
  if (
    file === undefined ||
    more.length > 0 ||
    options.length > 1 ||
    options.some((option) => !['--text', '--json'].includes(option))
  ) {
    return refuse(usage);
  }
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(file);
  } catch {
    return refuse(
      `Het bestand '${file}' kan niet worden gelezen: het bestaat niet, is een map of is niet toegankelijk.`,
    );
  }
  const type = typeOf(file, bytes);
  const extracted = extractText(bytes, type);
  if (!extracted.ok) return refuse(extracted.message);
  const outcome = readAgenda(bytes, 'text/plain', { municipalities });
  if (!outcome.ok) return refuse(outcome.message);
  if (options[0] === '--text') io.stdout(outcome.text);
  else if (options[0] === '--json') io.stdout(`${JSON.stringify(outcome.draft, null, 2)}\n`);
  else io.stdout(summaryOf(outcome.draft, municipalities));
  return 0;
}

/** By content, not by name: '%PDF' and 'PK' (Word) are no text whatever the file is called. */
function typeOf(file: string, bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 5));
  if (start.startsWith('%PDF') || (/\.pdf$/i.test(file) && bytes.length > 0)) return 'application/pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'application/zip';
  return 'text/plain';
}
