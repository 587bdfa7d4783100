// What domain.md says ('What is shared', 'What may be seen by whom'), as a small machine: which rows there are after
// each action, and what one municipality may see of them. It knows nothing of tables, policies or SQL; what may be
// left out of a sequence is decided by this machine alone.
import { filesOf } from './attaching.ts';
import type { Side } from './cast.ts';
import { peopleAndMeetingsOf, type Meeting, type Shown } from './meeting-and-showing.ts';
import { knows, type Organisation } from './organising.ts';
import { talkOf, type Community, type Conversation } from './talking.ts';

export type Visibility = 'municipality' | 'alliance' | 'public';
export type Commitment = 'intended' | 'conditional' | 'confirmed' | 'withdrawn';

/** What was written, known by the step that wrote it. */
export interface Written {
  readonly step: number;
  readonly visibility: Visibility;
  readonly complete: boolean;
  /** Which goal it states: the same number is the same text. */
  readonly goal: number;
  /** Names of other things it points at. */
  readonly pointsAt: readonly string[];
  /** Names of the organisations it names. */
  readonly names: readonly string[];
}

/** How one municipality takes part, as it stands now. */
export interface Part {
  readonly commitment: Commitment;
  readonly agreed: boolean;
  /** Of its last change. */
  readonly step: number;
  /** What it agreed to, and what its consent holds for; null without consent. */
  readonly consentedTo: Concerning | null;
  /** Since which step a changed text waits for consent again. */
  readonly askedAgain: number | null;
}

/** What a page and a working copy show of a part. */
export interface ShownPart {
  readonly commitment: Commitment;
  readonly agreed: 'no' | 'yes' | 'to an earlier text';
  readonly step: number;
}

/** The part of a text that concerns who takes part; the other such fields are the same in every complete text here. */
export type Concerning = Readonly<Record<'goal' | 'visibility' | 'complete', string>>;

export const concerning = ({ goal, visibility, complete }: Written): Concerning => ({
  goal: complete ? String(goal) : 'none',
  visibility,
  complete: String(complete),
});

/** One time a municipality was asked; the lead and who is asked see it, nobody else. */
export interface Question {
  readonly of: Side;
  readonly round: number;
  readonly askedIn: number;
  title: number;
  /** Of what the lead stated. */
  stated: Part;
  changed: readonly string[];
  /** When it is told: at once, or ten minutes after the last change of the naming. */
  due: { readonly step: number; readonly soon: boolean } | null;
  answer: Commitment | 'declined' | null;
  answeredIn: number | null;
  /** Taken back before an answer: from then on it is the lead's alone. */
  closed: number | null;
}

/** From which version of which other a text was adapted, and in which step was last said why it differs. */
export interface Adopted {
  readonly source: string;
  readonly version: number;
  readonly explained: number | null;
}

export interface Version {
  readonly number: number;
  readonly visibility: Visibility;
  readonly written: Written;
  readonly parts: Readonly<Partial<Record<Side, ShownPart>>>;
  readonly withdrawn: boolean;
  readonly step: number;
  /** Says who answered, or nothing. */
  readonly note: string;
  readonly adopted: Adopted | null;
  /** What goes along with it, by the step that attached it. */
  readonly attached: readonly number[];
}

interface Notice {
  readonly step: number;
  readonly visibility: Visibility;
  /** Who was inside when it was withdrawn. */
  readonly insiders: readonly Side[];
}

export interface Thing {
  readonly kind: 'intervention' | 'agenda';
  readonly owner: Side;
  state: 'draft' | 'in_review' | 'published' | 'withdrawn';
  written: Written;
  /** Steps in which somebody of the own municipality said something beside the text. */
  readonly remarks: number[];
  /** Raised by whatever changes the working copy. */
  changes: number;
  changedAt: number;
  versions: Version[];
  notice: Notice | null;
  parts: Partial<Record<Side, Part>>;
  questions: Question[];
  adopted: Adopted | null;
  /** What goes along with the working copy. */
  attached: readonly number[];
}

export interface Import {
  readonly of: Side;
  readonly step: number;
  readonly isAgenda: boolean;
  drafted: number | null;
  /** Name of the earlier document of which this is a newer version. */
  follows: string | null;
  /** Steps that decided about it, or took something of it over into a draft. */
  readonly changed: number[];
}

export interface Invitation {
  readonly of: Side;
  readonly step: number;
  state: 'open' | 'accepted' | 'revoked';
}

export interface World {
  readonly things: Record<string, Thing>;
  readonly imports: Record<string, Import>;
  readonly invitations: Record<string, Invitation>;
  readonly organisations: Record<string, Organisation>;
  readonly meetings: Record<string, Meeting>;
  readonly communities: Record<string, Community>;
  readonly conversations: Record<string, Conversation>;
  /** What the administrator of each shows of itself. */
  readonly shown: Record<Side, Shown | null>;
  /** The second person of each municipality: the role it has, null when its membership ended. */
  readonly spares: Record<Side, string | null>;
}

export const emptyWorld = (): World => ({
  things: {},
  imports: {},
  invitations: {},
  organisations: {},
  meetings: {},
  communities: {},
  conversations: {},
  shown: { A: null, B: null, C: null },
  spares: { A: 'editor', B: 'editor', C: 'editor' },
});

export function shownPart({ commitment, agreed, askedAgain, step }: Part): ShownPart {
  if (!agreed) return { commitment, agreed: 'no', step };
  return { commitment, agreed: askedAgain === null ? 'yes' : 'to an earlier text', step };
}

export const shownParts = (parts: Thing['parts']): Version['parts'] =>
  Object.fromEntries(Object.entries(parts).map(([side, part]) => [side, shownPart(part)]));

const takesPart = (part: Part | undefined) =>
  part !== undefined && part.agreed && part.commitment !== 'withdrawn';

/** 'own municipality' and 'participant that agreed'. */
export const isInside = (side: Side, thing: Thing) => side === thing.owner || takesPart(thing.parts[side]);

export const insidersOf = (thing: Thing) =>
  (['A', 'B', 'C'] as const).filter((side) => isInside(side, thing));

/** Every one of the three is a member of the alliance. */
export const seesVersion = (side: Side, thing: Thing, version: Version) =>
  version.withdrawn || version.visibility === 'municipality' ? isInside(side, thing) : true;

const currentOf = ({ versions }: Thing) => versions.at(-1);

/** The page that stands at the address now, or null. */
export function pageOf(thing: Thing): Version | null {
  const version = currentOf(thing);
  return version && !version.withdrawn ? version : null;
}

export const seesPage = (side: Side, thing: Thing) => {
  const page = pageOf(thing);
  return page !== null && seesVersion(side, thing, page);
};

const isSeen = (side: Side, thing: Thing | undefined) => thing !== undefined && seesPage(side, thing);

/** Municipalities with a page that was taken over from this one, also pages its source may not see: see disclosures.ts. */
const adoptersOf = (name: string, world: World): number =>
  new Set(
    Object.values(world.things).flatMap((thing) =>
      pageOf(thing)?.adopted?.source === name ? [thing.owner] : [],
    ),
  ).size;

function pageFor(side: Side, thing: Thing, world: World): unknown {
  const page = pageOf(thing);
  if (page === null) {
    const { notice } = thing;
    const told =
      notice &&
      (notice.visibility !== 'municipality' || notice.insiders.includes(side) || side === thing.owner);
    return told ? { withdrawn: notice.step } : null;
  }
  if (!seesVersion(side, thing, page)) return null;
  const seen = thing.versions.filter((version) => seesVersion(side, thing, version));
  return {
    written: page.written.step,
    parts: page.parts,
    attached: page.attached,
    history: seen.map(({ number, step, note, attached }) => ({ number, step, note, attached })),
    // Links lead to pages that may be seen too.
    pointsAt: page.written.pointsAt.filter((name) => {
      const target = world.things[name];
      return isSeen(side, target);
    }),
    adopted: isSeen(side, world.things[page.adopted?.source ?? '']) ? page.adopted : null,
  };
}

/** Everything one municipality may see, as facts that can be compared. */
export function sightOf(side: Side, world: World): string {
  const things = Object.entries(world.things).map(([name, thing]) => {
    const inside = isInside(side, thing);
    const part = thing.parts[side];
    return {
      name,
      copy: inside && {
        state: thing.state,
        written: thing.written,
        remarks: thing.owner === side ? thing.remarks : null,
        changes: thing.changes,
        changedAt: thing.changedAt,
        parts: shownParts(thing.parts),
        published: currentOf(thing)?.number ?? null,
        adopted: thing.adopted,
        files: filesOf(thing),
        adopters: adoptersOf(name, world),
      },
      // Who is named sees in what, by whom and how surely; see disclosures.ts.
      named: part && { part, lead: thing.owner, title: thing.written.step },
      asked: thing.questions.filter(
        ({ of, closed }) => thing.owner === side || (of === side && closed === null),
      ),
      page: pageFor(side, thing, world),
    };
  });
  return JSON.stringify({
    things: things.filter(
      ({ copy, named, asked, page }) => copy || named || asked.length > 0 || page !== null,
    ),
    imports: Object.entries(world.imports).filter(([, each]) => each.of === side),
    invitations: Object.entries(world.invitations).filter(([, each]) => each.of === side),
    organisations: Object.entries(world.organisations).filter(([, each]) => knows(side, each)),
    ...peopleAndMeetingsOf(side, world),
    ...talkOf(side, world),
    spare: world.spares[side],
  });
}

/** What a step makes is called after it. */
export const nameOf = ({ step }: { readonly step: number }) => `thing${step}`;

export function touch(thing: Thing, { step }: { readonly step: number }): void {
  thing.changes += 1;
  thing.changedAt = step;
}
