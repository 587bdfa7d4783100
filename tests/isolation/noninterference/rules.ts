// What each action does to the world, and when it is refused: the rights of domain.md for an administrator, who holds
// every role of its municipality.
import type { Side } from './cast.ts';
import { changeAttached } from './attaching.ts';
import { bringIn, changeImport } from './bringing-in.ts';
import {
  answerAsParticipant,
  askAgain,
  declineNaming,
  keepUpPart,
  removeNaming,
  retitle,
  stateNaming,
  tellAtOnce,
} from './consent.ts';
import {
  emptyWorld,
  insidersOf,
  nameOf,
  pageOf,
  shownPart,
  shownParts,
  touch,
  type Commitment,
  type Thing,
  type Version,
  type Visibility,
  type World,
} from './model.ts';
import { changeAdoption } from './adopting.ts';
import { changeMeeting, showOneself, type ShownTo } from './meeting-and-showing.ts';
import { opening } from './opening.ts';
import { changeOrganisation, knows, makeKnown } from './organising.ts';
import { talk, type TalkVerb } from './talking.ts';
import { goalOf } from './words.ts';

export type Verb =
  | { readonly verb: 'create'; readonly kind: Thing['kind']; readonly word: number }
  | {
      readonly verb: 'save';
      readonly about: string;
      readonly visibility: Visibility;
      readonly word: number;
      readonly pointsAt: readonly string[];
      /** Organisations that it names; left out: none. */
      readonly names?: readonly string[];
    }
  | {
      readonly verb: 'discard' | 'submit' | 'return' | 'publish' | 'withdraw' | 'remark';
      readonly about: string;
    }
  | {
      readonly verb: 'state';
      readonly about: string;
      readonly whom: Side;
      readonly commitment: Exclude<Commitment, 'withdrawn'>;
    }
  | { readonly verb: 'remove'; readonly about: string; readonly whom: Side }
  | { readonly verb: 'answer'; readonly about: string; readonly commitment: Commitment }
  | { readonly verb: 'decline'; readonly about: string }
  | { readonly verb: 'keep up'; readonly about: string }
  | { readonly verb: 'attach' | 'detach'; readonly about: string }
  | { readonly verb: 'bring in' }
  | { readonly verb: 'make drafts'; readonly about: string }
  | { readonly verb: 'decide'; readonly about: string }
  | { readonly verb: 'take over'; readonly about: string }
  | { readonly verb: 'follow'; readonly about: string; readonly earlier: string }
  | { readonly verb: 'adopt'; readonly about: string }
  | { readonly verb: 'take from source'; readonly about: string }
  | { readonly verb: 'explain'; readonly about: string }
  | { readonly verb: 'add organisation'; readonly word: number }
  | { readonly verb: 'correct organisation'; readonly about: string }
  | { readonly verb: 'show oneself'; readonly to: ShownTo }
  | { readonly verb: 'record meeting' }
  | { readonly verb: 'correct meeting'; readonly about: string }
  | TalkVerb
  | { readonly verb: 'invite' }
  | { readonly verb: 'revoke'; readonly about: string }
  | { readonly verb: 'accept'; readonly about: string }
  | { readonly verb: 'change role'; readonly role: 'reader' | 'editor' | 'publisher' }
  | { readonly verb: 'end membership' }
  | { readonly verb: 'take along' }
  | { readonly verb: 'ask for own data' }
  | { readonly verb: 'look' };

/** One action of one municipality; `step` is its place in the whole sequence and names what it makes. */
export type Step = Verb & { readonly step: number; readonly by: Side };

const order: readonly Visibility[] = ['municipality', 'alliance', 'public'];
const narrower = (one: Visibility, other: Visibility) =>
  order.indexOf(one) < order.indexOf(other) ? one : other;

/** The next version. */
export function publish(
  thing: Thing,
  {
    visibility,
    written,
    parts,
    step,
    note,
    adopted,
    attached,
  }: Pick<Version, 'visibility' | 'written' | 'parts' | 'step' | 'note' | 'adopted' | 'attached'>,
): void {
  // Narrowing the circle holds for what was published before; widening shows nobody an older version.
  const older = thing.versions.map((each) => ({
    ...each,
    visibility: narrower(each.visibility, visibility),
  }));
  const number = (thing.versions.at(-1)?.number ?? 0) + 1;
  const newest = { number, visibility, written, parts, withdrawn: false, step, note, adopted, attached };
  thing.versions = [...older, newest];
  thing.notice = null;
}

const taking = ({ parts }: Thing): Thing['parts'] =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part.commitment !== 'withdrawn'));

type Outcome = 'ok' | 'refused';

function changeThing(world: World, step: Step & { about: string }): Outcome {
  const thing = world.things[step.about];
  if (!thing) return 'refused';
  const mine = thing.owner === step.by;
  switch (step.verb) {
    case 'save':
      if (!mine || !(step.names ?? []).every((name) => knows(step.by, world.organisations[name])))
        return 'refused';
      thing.written = {
        step: step.step,
        visibility: step.visibility,
        complete: true,
        goal: goalOf(step.word),
        pointsAt: step.pointsAt,
        names: step.names ?? [],
      };
      retitle(thing);
      thing.state = thing.state === 'in_review' ? 'in_review' : 'draft';
      touch(thing, step);
      return 'ok';
    case 'discard':
      if (!mine || thing.versions.length > 0) return 'refused';
      delete world.things[step.about];
      return 'ok';
    case 'submit':
      if (!mine || thing.state !== 'draft') return 'refused';
      thing.state = 'in_review';
      tellAtOnce(thing, step.step);
      touch(thing, step);
      return 'ok';
    case 'return':
      if (!mine || thing.state !== 'in_review') return 'refused';
      thing.state = 'draft';
      thing.remarks.push(step.step);
      touch(thing, step);
      return 'ok';
    case 'remark':
      if (!mine) return 'refused';
      thing.remarks.push(step.step);
      return 'ok';
    case 'publish':
      if (!mine || thing.state === 'published' || !thing.written.complete) return 'refused';
      askAgain(thing, step.step);
      tellAtOnce(thing, step.step);
      makeKnown(world, thing);
      publish(thing, {
        visibility: thing.written.visibility,
        written: thing.written,
        parts: shownParts(taking(thing)),
        step: step.step,
        note: '',
        adopted: thing.adopted,
        attached: thing.attached,
      });
      thing.state = 'published';
      touch(thing, step);
      return 'ok';
    case 'withdraw': {
      const page = pageOf(thing);
      if (!mine || page === null) return 'refused';
      thing.notice = { step: step.step, visibility: page.visibility, insiders: insidersOf(thing) };
      thing.versions = thing.versions.map((each) => ({ ...each, withdrawn: true }));
      thing.state = 'withdrawn';
      touch(thing, step);
      return 'ok';
    }
    case 'state':
    case 'remove':
    case 'answer':
    case 'decline':
    case 'keep up':
      return thing.kind === 'agenda' ? 'refused' : takePart(thing, step);
    default:
      return 'refused';
  }
}

/** What follows when the lead or a named municipality changes who takes part. */
function takePart(
  thing: Thing,
  step: Step & { readonly verb: 'state' | 'remove' | 'answer' | 'decline' | 'keep up' },
): Outcome {
  const mine = thing.owner === step.by;
  if (step.verb === 'answer' || step.verb === 'decline' || step.verb === 'keep up') {
    const before = pageOf(thing);
    if (mine) return 'refused';
    if (!answers(thing, step)) return 'refused';
    if (before?.parts[step.by]) keepPageTrue(thing, before, step);
    return 'ok';
  }
  if (!mine || (step.whom === thing.owner && step.verb === 'remove')) return 'refused';
  if (step.verb === 'state')
    return stateNaming(thing, step.whom, step.commitment, step.step) ? 'ok' : 'refused';
  removeNaming(thing, step.whom);
  return 'ok';
}

/** What a named municipality does about itself; false when it may not. */
function answers(thing: Thing, step: Step & { readonly verb: 'answer' | 'decline' | 'keep up' }): boolean {
  if (step.verb === 'answer') return answerAsParticipant(thing, step.by, step.commitment, step.step);
  if (step.verb === 'keep up') return keepUpPart(thing, step.by, step.step);
  return declineNaming(thing, step.by, step.step);
}

/** An answer after publication is a version of its own; who declined is named no more, also not as somebody who did. */
function keepPageTrue(thing: Thing, page: Version, { by, step, verb }: Step): void {
  const { [by]: _former, ...others } = page.parts;
  const part = thing.parts[by];
  publish(thing, {
    visibility: page.visibility,
    written: page.written,
    parts: part ? { ...page.parts, [by]: shownPart(part) } : others,
    step,
    note: verb === 'keep up' ? verb : part ? part.commitment : 'declined',
    // What its lead wrote since is not published by that.
    adopted: page.adopted,
    attached: page.attached,
  });
}

/** The world at the beginning of every sequence. */
export function openingWorld(): World {
  const world = emptyWorld();
  for (const step of opening) play(world, step);
  return world;
}

/** Plays one step in the world, which it changes. */
export function play(world: World, step: Step): Outcome {
  const name = nameOf(step);
  const { by } = step;
  switch (step.verb) {
    case 'create':
      world.things[name] = {
        kind: step.kind,
        owner: by,
        state: 'draft',
        written: { step: step.step, visibility: 'public', complete: false, goal: 0, pointsAt: [], names: [] },
        remarks: [],
        changes: 1,
        changedAt: step.step,
        versions: [],
        notice: null,
        parts: {},
        questions: [],
        adopted: null,
        attached: [],
      };
      return 'ok';
    case 'adopt':
    case 'take from source':
    case 'explain':
      return changeAdoption(world, step) ? 'ok' : 'refused';
    case 'add organisation':
    case 'correct organisation':
      return changeOrganisation(world, name, step) ? 'ok' : 'refused';
    case 'show oneself':
      showOneself(world, step);
      return 'ok';
    case 'record meeting':
    case 'correct meeting':
      return changeMeeting(world, name, step) ? 'ok' : 'refused';
    case 'found community':
    case 'begin conversation':
    case 'reply':
    case 'join':
      return talk(world, name, step) ? 'ok' : 'refused';
    case 'attach':
    case 'detach':
      return changeAttached(world, step) ? 'ok' : 'refused';
    case 'bring in':
      world.imports[name] = bringIn(by, step.step);
      return 'ok';
    case 'make drafts':
    case 'decide':
    case 'take over':
    case 'follow':
      return changeImport(world, step) ? 'ok' : 'refused';
    case 'invite':
      world.invitations[name] = { of: by, step: step.step, state: 'open' };
      return 'ok';
    case 'revoke':
    case 'accept': {
      const invitation = world.invitations[step.about];
      if (!invitation || invitation.of !== by || invitation.state === 'accepted') return 'refused';
      if (step.verb === 'accept' && invitation.state === 'revoked') return 'refused';
      invitation.state = step.verb === 'revoke' ? 'revoked' : 'accepted';
      return 'ok';
    }
    case 'change role':
    case 'end membership':
      if (world.spares[by] === null) return 'refused';
      world.spares[by] = step.verb === 'change role' ? step.role : null;
      return 'ok';
    case 'take along':
    case 'ask for own data':
    case 'look':
      return 'ok';
    default:
      return changeThing(world, step);
  }
}
