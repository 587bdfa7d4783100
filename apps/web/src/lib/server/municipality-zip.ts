// Everything of one municipality as a ZIP, asked from the API piece by piece while it is being sent: one piece of a
// list, or one file, is held at a time. Why by a library: decisions/0004-archives-by-yazl.md.
import { PassThrough, pipeline, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { exportReadMe } from '../messages/export-parts.ts';

interface Started {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly startedAt: string;
  readonly parts: readonly {
    readonly part: string;
    readonly what: string;
    readonly holds: 'rows' | 'files';
  }[];
}

interface Piece {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly next: string[] | null;
}

export type AskPart = (input: { part: string; after: string[] | null }) => Promise<Piece>;

/** The bytes of a file, with the rights of who asks; null when it is gone meanwhile. */
export type AskFile = (id: string) => Promise<Uint8Array | null>;

interface Entry {
  /** Path inside the archive, with slashes. */
  readonly path: string;
  readonly content: Readable;
}

/** Where the file with this id lies in the archive: nothing in a name can lead elsewhere, whatever it is. */
export function pathOfFile(id: string, name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}(),._ –-]/gu, '_');
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, 100).join('');
  return `bestanden/${id}-${stem}${ending}`.replace(/[. ]+$/, '');
}

async function* rowsOf(part: string, ask: AskPart) {
  for (let after: string[] | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const piece: Piece = await ask({ part, after });
    yield* piece.rows;
    after = piece.next;
  }
}

/** A stream that lets go of what it was given: yazl keeps every stream until the archive is done. */
const streamOf = (content: string | Uint8Array): Readable => new PassThrough().end(content);

async function* entriesOf(started: Started, ask: AskPart, askFile: AskFile): AsyncGenerator<Entry> {
  yield { path: 'LEESMIJ.txt', content: streamOf(exportReadMe(started)) };
  const counts: Record<string, number> = {};
  const paths = new Map<string, string>();
  const asJson = async function* (part: string, holdsFiles: boolean) {
    yield '[';
    for await (const row of rowsOf(part, ask)) {
      const place = holdsFiles ? pathOfFile(String(row.id), String(row.name)) : null;
      if (place) paths.set(String(row.id), place);
      yield `${counts[part] ? ',' : ''}\n${JSON.stringify(place ? { ...row, bestand: place } : row)}`;
      counts[part] = (counts[part] ?? 0) + 1;
    }
    yield '\n]\n';
  };
  for (const { part, holds } of started.parts) {
    counts[part] = 0;
    yield { path: `${part}.json`, content: Readable.from(asJson(part, holds === 'files')) };
    // One at a time, after the list that says where each of them lies.
    for (const [id, path] of paths) {
      const bytes = await askFile(id);
      if (bytes === null) throw new Error(`the bytes of file ${id} could not be had`);
      yield { path, content: streamOf(bytes) };
    }
    paths.clear();
  }
  const { municipality, startedAt } = started;
  const inside = { municipality, startedAt, rows: counts };
  yield { path: 'inhoud.json', content: streamOf(`${JSON.stringify(inside, null, 2)}\n`) };
}

/** Adds each entry when the one before has been read to its end. */
async function fill(zip: ZipFile, entries: AsyncIterable<Entry>, mtime: Date, sent: AbortSignal) {
  for await (const { path, content } of entries) {
    zip.addReadStream(content, path, { mtime });
    try {
      await finished(content, { signal: sent });
    } finally {
      content.destroy();
    }
  }
  zip.end();
}

/** The archive as it is made. It breaks off with the error when a part cannot be read, so that nobody keeps half of it. */
export function zipOfMunicipality(started: Started, ask: AskPart, askFile: AskFile): Readable {
  const zip = new ZipFile();
  const broken = new AbortController();
  // Whoever stops downloading also ends the reading.
  const sent = pipeline(zip.outputStream, new PassThrough(), () => broken.abort());
  const stop = (error: Error) => sent.destroy(error);
  zip.on('error', stop);
  fill(zip, entriesOf(started, ask, askFile), new Date(started.startedAt), broken.signal).catch(stop);
  return sent;
}
