// What a file must go through before it is kept to go along with a page: it is what it says, it is whole, nothing hides in
// it, and what it tells about persons is known. Outside any transaction, because it may take ten seconds.
import { formatOf, readTextApart } from '@kansenplein/documents';
import { findPersonalData, invalid, type PersonalDataWarning } from '../kernel/index.ts';
import { attachableTypeOf, isImage } from './content-type.ts';
import { type FileType, type TellingKind, tellingKinds } from './contract.ts';
import { imageMadeAnew } from './images.ts';

export interface Examined {
  readonly type: FileType;
  /** What is kept: of a picture the one that was made anew, of a document the bytes as they came. */
  readonly bytes: Uint8Array;
  /** What it tells about persons; never a BSN, because that is refused. */
  readonly tells: readonly TellingKind[];
}

/** Of the codes of the reader those that say something else here. */
const codes: Readonly<Record<string, string>> = {
  'document.encrypted': 'file.encrypted',
  'document.hostile': 'file.hostile',
  'document.type_unsupported': 'file.not_attachable',
  'document.too_many_pages': 'file.too_heavy',
  'document.too_heavy': 'file.too_heavy',
};

const codesOfImages = {
  too_many_dots: 'file.too_many_dots',
  too_heavy: 'file.too_heavy',
  damaged: 'file.damaged',
} as const;

/** More is a book: looking through it would keep others waiting, and skipping a part of it would promise too much. */
const longestText = 3_000_000;
/** Characters looked at in one go, so that others are answered in between; with what stands across the edge. */
const piece = 50_000;
const edge = 300;

/**
 * Refuses with `file.not_attachable`, `file.encrypted`, `file.damaged`, `file.hostile`, `file.too_heavy`,
 * `file.too_many_dots` or `file.bsn`; then nothing of it is kept.
 */
export async function examine(bytes: Uint8Array): Promise<Examined> {
  const type = attachableTypeOf(bytes);
  if (type !== null && isImage(type)) return examineImage(bytes, type);
  if (type === null && !['zip', 'old_office'].includes(formatOf(bytes))) throw invalid('file.not_attachable');
  // A zip that is no document and an old or locked one say best themselves what they are.
  const read = await readTextApart(bytes);
  if (!read.ok) throw invalid(codes[read.code] ?? 'file.damaged');
  if (type === null) throw invalid('file.not_attachable');
  if (read.text.length > longestText) throw invalid('file.too_heavy');
  const found = await personalDataOf(read.text);
  if (found.has('bsn')) throw invalid('file.bsn');
  const isTold = (kind: TellingKind) => (kind === 'unread' ? read.unread : found.has(kind));
  return { type, bytes, tells: tellingKinds.filter(isTold) };
}

async function examineImage(bytes: Uint8Array, type: FileType): Promise<Examined> {
  const made = await imageMadeAnew(bytes);
  if (!made.ok) throw invalid(codesOfImages[made.why]);
  return { type, bytes: made.bytes, tells: [] };
}

async function personalDataOf(text: string): Promise<Set<PersonalDataWarning['kind']>> {
  const found = new Set<PersonalDataWarning['kind']>();
  for (let at = 0; at < text.length; at += piece) {
    const part = text.slice(Math.max(0, at - edge), at + piece + edge);
    for (const { kind } of findPersonalData('file', part)) found.add(kind);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}
