// The rights on consultations as sentences; the trigger on their steps says the same once more.
import type { ConsultationState, Side } from './vocabulary.ts';

interface Known {
  readonly state: ConsultationState;
  readonly bySide: Side;
}

/** Confirming and denying: the side whose words it is not, while it waits. `side` is null for who only reads. */
export const canAnswer = ({ state, bySide }: Known, side: Side | null): boolean =>
  state === 'recorded' && side !== null && side !== bySide;

/** Either side, as long as it was not withdrawn; then the other side is asked again. */
export const canCorrect = ({ state }: Known, side: Side | null): boolean =>
  state !== 'withdrawn' && side !== null;

/** The side whose words it is, before the other made them true. */
export const canWithdraw = ({ state, bySide }: Known, side: Side | null): boolean =>
  (state === 'recorded' || state === 'denied') && side === bySide;
