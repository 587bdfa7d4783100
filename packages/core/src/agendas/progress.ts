// How far an agenda is: counted from its actions, never ticked by hand.
import type { AgendaContent } from './contract.ts';

type Action = AgendaContent['actions'][number];

/** Neither done nor stopped while the last year it was meant for has passed. */
export const isLate = (action: Pick<Action, 'status' | 'until'>, thisYear: number) =>
  (action.status === 'planned' || action.status === 'under_way') &&
  action.until !== null &&
  action.until < thisYear;

export function progressOf(actions: readonly Action[], thisYear: number) {
  const count = (status: Action['status']) => actions.filter((action) => action.status === status).length;
  return {
    total: actions.length,
    done: count('done'),
    underWay: count('under_way'),
    stopped: count('stopped'),
    late: actions.filter((action) => isLate(action, thisYear)).length,
  };
}
