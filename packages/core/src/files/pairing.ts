// What goes along with two texts of the same thing: which is which, and what came, went or was replaced. Pure.
import type { Attachment } from './contract.ts';

export interface Paired {
  readonly now: Attachment;
  /** The same file, or else one of the same title that it took the place of; null: it came. */
  readonly was: Attachment | null;
}

/** Everything of `after` in its order, and what of `before` is there no more. */
export function pairedWith(
  before: readonly Attachment[],
  after: readonly Attachment[],
): { pairs: Paired[]; gone: Attachment[] } {
  const free = new Set(before);
  const found = new Map<Attachment, Attachment>();
  const isAlike: ((one: Attachment, other: Attachment) => boolean)[] = [
    (one, other) => one.file.id === other.file.id && one.title === other.title,
    (one, other) => one.file.id === other.file.id,
    (one, other) => one.title.trim() === other.title.trim(),
  ];
  for (const alike of isAlike)
    for (const now of after) {
      if (found.has(now)) continue;
      const was = [...free].find((each) => alike(each, now));
      if (!was) continue;
      found.set(now, was);
      free.delete(was);
    }
  return { pairs: after.map((now) => ({ now, was: found.get(now) ?? null })), gone: [...free] };
}

/** An attachment as two of them are compared, by the key of what it was before. */
const compared = ({ id, title, alternative, file }: Attachment, key = id, isOther = false) => ({
  key,
  title,
  file: `${file.name} (${Math.max(1, Math.round(file.size / 1024))} kB)${isOther ? ' (ander bestand)' : ''}`,
  alternative,
});

/** Both lists as fields that are compared like any other: one of the same name that is another file says so. */
export function comparedAttachments(
  before: readonly Attachment[],
  after: readonly Attachment[],
): [{ attachments: object[] }, { attachments: object[] }] {
  const { pairs } = pairedWith(before, after);
  const now = pairs.map(({ now: each, was }) => {
    if (was === null) return compared(each);
    const isOther =
      was.file.id !== each.file.id && was.file.name === each.file.name && was.file.size === each.file.size;
    return compared(each, was.id, isOther);
  });
  return [{ attachments: before.map((each) => compared(each)) }, { attachments: now }];
}
