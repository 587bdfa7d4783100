// Everything of one municipality as files, asked from the API piece by piece while the ZIP is being sent.
import type { ZipEntry } from './zip.ts';

interface Started {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly startedAt: string;
  readonly parts: readonly { readonly part: string; readonly what: string }[];
}

interface Piece {
  readonly rows: readonly unknown[];
  readonly next: string[] | null;
}

export type AskPart = (input: { part: string; after: string[] | null }) => Promise<Piece>;

const readMe = ({ municipality, startedAt, parts }: Started): string =>
  `Alles van gemeente ${municipality.name} (${municipality.code}) op Kansenplein, vanaf ${startedAt}.

Elk bestand is een lijst in JSON (UTF-8): één object per rij, met de namen van de kolommen in de database.
Rijen wijzen naar elkaar met id's; tijden staan in UTC. In inhoud.json staat hoeveel rijen elk bestand heeft.
Wachtwoorden en geheime links zitten er niet in, en niets van andere gemeenten behalve wat zij
met u deelden door mee te doen aan een interventie van u, of u aan een van hen.

${parts.map(({ part, what }) => `${part}.json  ${what}`).join('\n')}
`;

/** Files in the order of the parts, a reader's guide first and the counts last. */
export async function* filesOf(started: Started, ask: AskPart): AsyncGenerator<ZipEntry> {
  yield { name: 'LEESMIJ.txt', text: [readMe(started)] };
  const counts: Record<string, number> = {};
  for (const { part } of started.parts) {
    counts[part] = 0;
    const rowsOfPart = async function* () {
      yield '[';
      for (let after: string[] | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
        const piece: Piece = await ask({ part, after });
        for (const row of piece.rows)
          yield `${(counts[part] ?? 0) === 0 ? '' : ','}\n${counted(counts, part, row)}`;
        after = piece.next;
      }
      yield '\n]\n';
    };
    yield { name: `${part}.json`, text: rowsOfPart() };
  }
  const { municipality, startedAt } = started;
  yield {
    name: 'inhoud.json',
    text: [`${JSON.stringify({ municipality, startedAt, rows: counts }, null, 2)}\n`],
  };
}

function counted(counts: Record<string, number>, part: string, row: unknown): string {
  counts[part] = (counts[part] ?? 0) + 1;
  return JSON.stringify(row);
}
