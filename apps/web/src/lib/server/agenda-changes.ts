// What the buttons of the agenda editor do beside saving: something is added, moved or taken away.
import { randomBytes } from 'node:crypto';
import { moved, moves, withGoal, withoutGoal, type Move } from '../agenda/goal-order.ts';
import { homeOf } from '../agenda/parts.ts';
import type { Action, AgendaContent } from '../wire.ts';
import { readText } from './intervention-form.ts';

/** A key for what is new: eight characters of the alphabet the contract allows. */
export const newKey = (): string => [...randomBytes(8)].map((byte) => (byte % 36).toString(36)).join('');

export interface Changed {
  content: AgendaContent;
  /** Part of the editor that is open afterwards; null: the same as before. */
  open: string | null;
  /** Id of what has the attention afterwards. */
  at: string;
}

const swapped = <T>(all: readonly T[], one: number, other: number): T[] => {
  const next = [...all];
  const [first, second] = [all[one], all[other]];
  if (first === undefined || second === undefined) return next;
  next[one] = second;
  next[other] = first;
  return next;
};

function withAction(content: AgendaContent, goal: string): Changed {
  const action: Action = {
    key: newKey(),
    text: '',
    goals: content.goals.some((one) => one.key === goal) ? [goal] : [],
    status: 'planned',
    from: content.periodFrom,
    until: content.periodTo,
    who: '',
    interventions: [],
  };
  return {
    content: { ...content, actions: [...content.actions, action] },
    open: `actie-${action.key}`,
    at: 'deel',
  };
}

/** Among the actions that stand under the same goal. */
function actionMoved(content: AgendaContent, key: string, move: string): AgendaContent {
  const at = content.actions.findIndex((action) => action.key === key);
  const action = content.actions[at];
  if (!action) return content;
  const home = homeOf(action);
  const beside = content.actions.flatMap((other, index) => (homeOf(other) === home ? [index] : []));
  const other = beside[beside.indexOf(at) + (move === 'up' ? -1 : 1)];
  return other === undefined ? content : { ...content, actions: swapped(content.actions, at, other) };
}

function withAddendum(content: AgendaContent): Changed {
  const key = newKey();
  const addendum = {
    ...{ key, title: '', text: '', periodFrom: null, periodTo: null, signedOn: null },
    signatories: [],
  };
  const addenda = [...content.addenda, addendum];
  return { content: { ...content, addenda }, open: `aanvulling-${key}`, at: 'deel' };
}

type Rows = 'principles' | 'bodies' | 'signatories';
const rows: readonly string[] = ['principles', 'bodies', 'signatories'] satisfies Rows[];

function rowUp(content: AgendaContent, list: string, index: number): AgendaContent {
  if (!rows.includes(list)) return content;
  const name = list as Rows;
  return { ...content, [name]: swapped<unknown>(content[name], index, index - 1) };
}

/** Does what a button says, such as `goal-up:abc123`; what it does not know changes nothing. */
export function changed(content: AgendaContent, what: string): Changed {
  const [verb = '', first = '', second = ''] = what.split(':');
  const same = { content, open: null, at: 'deel' };
  const isMove = (move: string): move is Move => (moves as readonly string[]).includes(move);
  const [noun = '', move = ''] = verb.split('-');
  if (noun === 'goal' && isMove(move)) {
    const goals = moved(content.goals, first, move);
    return { content: { ...content, goals }, open: null, at: `${move}-${first}` };
  }
  if (noun === 'action' && isMove(move)) return { ...same, content: actionMoved(content, first, move) };
  switch (verb) {
    case 'goal-add': {
      const key = newKey();
      const goals = withGoal(content.goals, key, first || null);
      return { content: { ...content, goals }, open: `doel-${key}`, at: 'deel' };
    }
    case 'goal-remove':
      return { content: withoutGoal(content, first), open: 'geen', at: 'doelen' };
    case 'action-add':
      return withAction(content, first);
    case 'action-remove': {
      const actions = content.actions.filter(({ key }) => key !== first);
      return { content: { ...content, actions }, open: 'geen', at: 'doelen' };
    }
    case 'addendum-add':
      return withAddendum(content);
    case 'addendum-remove': {
      const addenda = content.addenda.filter(({ key }) => key !== first);
      return { content: { ...content, addenda }, open: 'geen', at: 'addenda' };
    }
    case 'row-up':
      return { ...same, content: rowUp(content, first, Number(second)) };
    default:
      return same;
  }
}

export const asItIs = (content: AgendaContent): Changed => ({ content, open: null, at: '' });

/**
 * Where one goes on, as what follows the address of the editor: the page that chooses parties, the part that was asked
 * for, the one something was done in, or where one was.
 */
export function onward(
  form: FormData,
  { open, at }: Omit<Changed, 'content'>,
  did: string | undefined,
): string {
  const asked = readText(form, 'naar');
  if (asked === 'partijen') return '/partijen';
  const part = asked || open || readText(form, 'deel') || 'over';
  const said = did && !asked && open === null ? `&gedaan=${did}` : '';
  return `?deel=${encodeURIComponent(part)}${said}${asked || at ? `#${asked ? 'deel' : at}` : ''}`;
}
