// The process in which one document is read: it gets bytes on stdin, writes one answer on stdout, and ends. It can
// read nothing but its own code, start nothing and write nothing; whoever started it kills it when it takes too long.
import { readSync, writeSync } from 'node:fs';
import { extractFile } from '../extract/extract-file.ts';
import { analyse, readAgenda } from '../read/read-agenda.ts';
import { textOfFile } from '../extract/text-of-file.ts';
import { unpackQuestion } from './message.ts';
import type { AgendaAnswer, AgendaQuestion } from './message.ts';

/** When the house itself is gone nobody kills this process: it ends by itself. */
const longestLife = 60_000;
setTimeout(() => process.exit(9), longestLife).unref();

function readAll(): Uint8Array {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(65_536);
  for (;;) {
    const size = readChunk(chunk);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(Buffer.from(chunk.subarray(0, size)));
  }
}

/** A pipe that has nothing yet says so. */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

async function readAs({ type, municipalities }: AgendaQuestion, bytes: Uint8Array): Promise<AgendaAnswer> {
  if (type === 'text/plain') {
    const outcome = readAgenda(bytes, type, { municipalities });
    return outcome.ok ? { ...outcome, pages: null } : outcome;
  }
  const extracted = await extractFile(bytes, type);
  if (!extracted.ok) return extracted;
  const outcome = analyse(extracted.text, { municipalities }, extracted.form);
  if (!outcome.ok) return outcome;
  for (const page of extracted.pictures) {
    const message = `Bladzijde ${page} is een plaatje; de tekst daarop is niet gelezen.`;
    const start = extracted.pages?.[page - 1] ?? 0;
    const end = Math.min(start + 1, extracted.text.length);
    outcome.draft.findings.unshift({
      code: 'text.page_is_picture',
      message,
      spans: [{ start: end - 1, end }],
    });
  }
  return { ...outcome, pages: extracted.pages };
}

const { question, bytes } = unpackQuestion(readAll());
const answer =
  'textOf' in question ? await textOfFile(bytes, question.textOf) : await readAs(question, bytes);
let left = new TextEncoder().encode(JSON.stringify(answer));
while (left.length > 0) {
  try {
    left = left.subarray(writeSync(1, left));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
}
process.exit(0);
