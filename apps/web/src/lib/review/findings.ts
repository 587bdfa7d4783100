// What an import left to be settled about a draft, one thing at a time, with every place it stands beside.
import { itemLabel } from '../messages/review.ts';
import type { Marks } from '../wire.ts';

type Mark = Marks['marks'][number];

export interface Finding extends Pick<
  Mark,
  'item' | 'text' | 'source' | 'asked' | 'choice' | 'reason' | 'revision'
> {
  readonly importId: string;
  /** What kind of finding it is, in words. */
  readonly label: string;
  /** Fields of the draft it is about; empty when it is about the whole. */
  readonly places: readonly string[];
  /** Id on the page. */
  readonly id: string;
}

/** Of the fields that settle it: two documents may have found the same. */
export const findingName = (importId: string, item: string): string =>
  `bevinding-${importId.slice(0, 8)}-${item}`;

const idOf = (item: string): string => `bevinding-${item.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** In the order of the document; what was read and not looked at yet is no finding. */
export function findingsIn({ marks }: Marks): Finding[] {
  const found = new Map<string, Finding>();
  for (const mark of marks) {
    if (mark.kind !== 'finding') continue;
    // Two documents may have found the same.
    const which = `${mark.import} ${mark.item}`;
    const known = found.get(which);
    const places = [...new Set([...(known?.places ?? []), ...(mark.place === '' ? [] : [mark.place])])];
    const { item, text, source, asked, choice, reason, revision } = mark;
    const label = itemLabel({ field: mark.code, number: '', group: 'findings' });
    found.set(which, {
      ...{ item, text, source, asked, choice, reason, revision },
      importId: mark.import,
      label,
      places,
      id: idOf(`${mark.import.slice(0, 8)} ${item}`),
    });
  }
  return [...found.values()];
}

/** Where on this page it is settled: the first of its places that the page shows; null when it shows none. */
export const shownAt = ({ places }: Finding, hasPlace: (field: string) => boolean): string | null =>
  places.find(hasPlace) ?? null;
