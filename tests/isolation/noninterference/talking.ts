// Communities, as domain.md says them: what is said in an open one the whole alliance reads, on request its members do,
// and one by invitation exists for its members alone. Nobody is invited in a sequence: who founds one stays alone in it.
import type { Side } from './cast.ts';
import type { World } from './model.ts';
import type { Step } from './rules.ts';

export const joinings = ['open', 'request', 'invitation'] as const;
export type Joining = (typeof joinings)[number];

export interface Community {
  readonly step: number;
  readonly joining: Joining;
  /** Whose administrator founded it, and then who joined, in their order. */
  readonly members: Side[];
  /** Who asked to come in and waits; its moderator reads that, and who asked. */
  readonly asked: Side[];
}

export interface Conversation {
  readonly of: string;
  readonly step: number;
  readonly replies: number[];
}

export type TalkVerb =
  | { readonly verb: 'found community'; readonly joining: Joining }
  | { readonly verb: 'begin conversation'; readonly about: string }
  | { readonly verb: 'reply'; readonly about: string }
  | { readonly verb: 'join'; readonly about: string };
type Talk = Step & TalkVerb;

const verbsOfTalk = new Set<string>(['found community', 'begin conversation', 'reply', 'join']);
export const isTalk = (step: Step): step is Talk => verbsOfTalk.has(step.verb);

function join(community: Community, side: Side): boolean {
  const { joining, members, asked } = community;
  if (joining === 'invitation' || members.includes(side) || asked.includes(side)) return false;
  (joining === 'open' ? members : asked).push(side);
  return true;
}

/** Plays one step in the world, which it changes; false when it is refused. */
export function talk({ communities, conversations }: World, name: string, step: Talk): boolean {
  const { by } = step;
  if (step.verb === 'found community') {
    communities[name] = { step: step.step, joining: step.joining, members: [by], asked: [] };
    return true;
  }
  const conversation = conversations[step.about];
  const community = communities[step.verb === 'reply' ? (conversation?.of ?? '') : step.about];
  if (!community) return false;
  if (step.verb === 'join') return join(community, by);
  if (!community.members.includes(by)) return false;
  if (step.verb === 'reply') conversation?.replies.push(step.step);
  else conversations[name] = { of: step.about, step: step.step, replies: [] };
  return true;
}

/** What one municipality may see of communities and of what is said there; all three are of the alliance. */
export function talkOf(side: Side, { communities, conversations }: World) {
  const isIn = ({ members }: Community) => members.includes(side);
  const reads = (each: Community | undefined) =>
    each !== undefined && (each.joining === 'open' || isIn(each));
  return {
    communities: Object.entries(communities)
      .filter(([, each]) => each.joining !== 'invitation' || isIn(each))
      .map(([name, each]) => ({
        name,
        step: each.step,
        // How many they are is told to whoever sees that it exists.
        members: reads(each) ? each.members : each.members.length,
        asked: each.members[0] === side ? each.asked : each.asked.includes(side),
      })),
    conversations: Object.entries(conversations).filter(([, { of }]) => reads(communities[of])),
  };
}

/** The request that a browser would send. */
export function requestOfTalk(step: Talk, id: string): { procedure: string; input: unknown } {
  const body = `Gezegd in stap ${step.step}.`;
  switch (step.verb) {
    case 'found community':
      return {
        procedure: 'communities.found',
        input: {
          // Each its own name: a list that is sorted by name then has one order only.
          name: `Kring c${step.step}`,
          purpose: 'Samen leren.',
          guidelines: '',
          themes: ['armoede'],
          joining: step.joining,
        },
      };
    case 'begin conversation':
      return {
        procedure: 'communities.startThread',
        input: { id, kind: 'question', title: `Vraag v${step.step}`, body },
      };
    case 'reply':
      return { procedure: 'communities.reply', input: { id, body } };
    case 'join':
      return { procedure: 'communities.join', input: { id } };
  }
}

/** Chooses what somebody does: mostly in its own communities, once in a while where it may not. */
export function talkOfChoice(
  { communities, conversations }: World,
  by: Side,
  { which, detail }: { readonly which: number; readonly detail: number },
): TalkVerb {
  const pick = (from: readonly string[]): string | undefined => from[which % Math.max(from.length, 1)];
  const isOdd = detail % 10 === 7;
  const names = (fits: (each: Community) => boolean) =>
    Object.entries(communities).flatMap(([name, each]) => (isOdd || fits(each) ? [name] : []));
  const inside = pick(names(({ members }) => members.includes(by)));
  const outside = pick(names(({ members }) => !members.includes(by)));
  if (outside !== undefined && detail % 4 === 1) return { verb: 'join', about: outside };
  if (inside === undefined || detail % 4 === 0)
    return { verb: 'found community', joining: joinings[detail % 3] ?? 'open' };
  const said = pick(
    Object.entries(conversations).flatMap(([name, { of }]) => (of === inside || isOdd ? [name] : [])),
  );
  return said === undefined || detail % 4 === 2
    ? { verb: 'begin conversation', about: inside }
    : { verb: 'reply', about: said };
}
