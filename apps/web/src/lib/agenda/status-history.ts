// Since when an action stands as it does, in words. What is known are published versions: the first one an action is in
// tells how it stood then, not since when.
import { formatDate } from '../format.ts';
import { actionLabels } from '../messages/labels.ts';
import type { StatusHistory } from '../wire.ts';

type Change = StatusHistory['changes'][number];

/** 'bezig sinds 3 maart 2026'; for a first version 'op 3 maart 2026 al bezig'; '' for what is planned from the start. */
export function sinceWhen({ changes }: StatusHistory): string {
  const newest = changes.at(-1);
  if (!newest) return '';
  const label = actionLabels[newest.status];
  if (changes.length > 1) return `${label} sinds ${formatDate(newest.at)}`;
  return newest.status === 'planned' ? '' : `op ${formatDate(newest.at)} al ${label}`;
}

/** Each change in words, newest first; empty when nothing ever changed. */
export function changesInWords({ changes }: StatusHistory): string[] {
  if (changes.length < 2) return [];
  return changes
    .map(
      ({ status, version, at }, index) =>
        `${formatDate(at)} (versie ${version}): ${
          index === 0 ? '' : `van ${actionLabels[(changes[index - 1] as Change).status]} naar `
        }${actionLabels[status]}`,
    )
    .reverse();
}

/** How many actions changed to each status in one version; a first version changes nothing. */
export function changedIn(version: number, all: readonly StatusHistory[]): Map<Change['status'], number> {
  const counts = new Map<Change['status'], number>();
  for (const { changes } of all) {
    const newest = changes.at(-1);
    if (changes.length > 1 && newest?.version === version)
      counts.set(newest.status, (counts.get(newest.status) ?? 0) + 1);
  }
  return counts;
}
