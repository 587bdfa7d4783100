// Pictures that people bring: made anew in a process of its own, so that whatever was hidden in one stays behind and
// whatever breaks breaks there.
import { runApart, type Limits, type Program } from '@kansenplein/documents';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

export type NewImage =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly why: 'too_many_dots' | 'damaged' | 'too_heavy' };

/** What the process says before the bytes (image-process.ts). */
type Told =
  | { readonly ok: true; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly why: 'too_many_dots' | 'damaged' };

const lineEnd = 0x0a;

/** The same picture without anything beside its dots, at most 2560 along its longest side. Takes seconds at most. */
export async function imageMadeAnew(bytes: Uint8Array, limits?: Partial<Limits>): Promise<NewImage> {
  const ended = await runApart(program(), [bytes], limits);
  if (ended.end !== 'answered')
    return { ok: false, why: ended.end === 'too_heavy' ? 'too_heavy' : 'damaged' };
  const end = ended.answer.indexOf(lineEnd);
  const told = JSON.parse(ended.answer.subarray(0, end).toString('utf8')) as Told;
  return told.ok ? { ...told, bytes: new Uint8Array(ended.answer.subarray(end + 1)) } : told;
}

/** It may read its code and the libraries: where they lie, and every folder on the way in which they are looked for. */
function program(): Program {
  const script = join(import.meta.dirname, 'image-process.ts');
  const libraries = (createRequire(import.meta.url).resolve.paths('sharp') ?? []).filter((path) =>
    existsSync(path),
  );
  return {
    script,
    readable: [script, join(dirname(script), '../../package.json'), ...libraries.map((path) => path + sep)],
    // The library that reads pictures is no JavaScript.
    flags: ['--allow-addons', '--disable-warning=PERM0001'],
  };
}
