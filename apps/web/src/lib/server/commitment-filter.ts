// The filter of the table of commitments, from the address and back: everything in the URL, what makes no sense left out.
import { commitmentNames, standingLabels } from '../messages/commitments.ts';
import type { JudgedCommitment } from '../wire.ts';
import { yearFrom } from './year.ts';

const known = <T extends string>(labels: Record<T, string>, text: string): T | null =>
  Object.hasOwn(labels, text) ? (text as T) : null;

export interface CommitmentFilter {
  readonly year: number | null;
  readonly text: string;
  readonly commitment: JudgedCommitment['commitment'] | null;
  readonly standing: JudgedCommitment['standing'] | null;
  /** Unless all are asked for, or one by name, or those that did not sign. */
  readonly signedOnly: boolean;
}

/** Names in the address are Dutch, because people see them. */
export function commitmentFilterFrom(url: URL): CommitmentFilter {
  const read = (name: string): string => (url.searchParams.get(name) ?? '').trim();
  const text = read('q').slice(0, 100);
  const standing = known(standingLabels, read('stand'));
  return {
    year: yearFrom(url),
    text,
    commitment: known(commitmentNames, read('afspraak')),
    standing,
    signedOnly:
      read('ook') !== 'alle' && text === '' && standing !== 'not_signed' && standing !== 'not_joined',
  };
}

/** What of it is chosen, but the year. */
export const chosenIn = ({
  text,
  commitment,
  standing,
  signedOnly,
}: CommitmentFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      q: text,
      afspraak: commitment ?? '',
      stand: standing ?? '',
      ook: signedOnly || text !== '' ? '' : 'alle',
    }).filter(([, value]) => value !== ''),
  );
