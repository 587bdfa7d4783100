// Who asks, and about what: the two sides of the matrix, with the facts that decide (domain.md, 'What may be seen by whom').
import { readNextImport } from '@kansenplein/core';
import { readFile } from 'node:fs/promises';
import { agreed, own, stated, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import {
  makeAgenda,
  makeIntervention,
  ownDesk,
  strangerDesk,
  type Made,
  type Visibility,
} from '../support/writing.ts';

export type Role =
  'reader' | 'editor' | 'publisher' | 'administrator' | 'partner' | 'coordinator' | 'operator';
export type For = 'everybody' | 'link' | 'signedIn' | readonly Role[];

export interface Actor {
  readonly person: PersonName | null;
  readonly signedIn: boolean;
  readonly role: Role | null;
  readonly municipality: string | null;
}

const somebody = (person: PersonName, role: Role | null, municipality: string | null): Actor => ({
  person,
  signedIn: true,
  role,
  municipality,
});
const nobody = (person: PersonName | null): Actor => ({
  person,
  signedIn: false,
  role: null,
  municipality: null,
});

export const actors: Readonly<Record<string, Actor>> = {
  visitor: nobody(null),
  'account without municipality': somebody('memberless', null, null),
  'revoked login': nobody('revoked'),
  partner: somebody('partner', 'partner', null),
  coordinator: somebody('coordinator', 'coordinator', null),
  operator: somebody('operator', 'operator', null),
  'reader, own': somebody('reader', 'reader', own),
  'editor, own': somebody('editor', 'editor', own),
  'publisher, own': somebody('publisher', 'publisher', own),
  'administrator, own': somebody('administrator', 'administrator', own),
  'editor, other': somebody('strangerEditor', 'editor', stranger),
  'publisher, other': somebody('strangerPublisher', 'publisher', stranger),
  'administrator, other': somebody('strangerAdministrator', 'administrator', stranger),
  'editor of who agreed': somebody('agreedEditor', 'editor', agreed),
  'publisher of who agreed': somebody('agreedPublisher', 'publisher', agreed),
  'publisher of who is merely named': somebody('statedPublisher', 'publisher', stated),
};

export const readers = ['reader', 'editor', 'publisher', 'administrator'] as const;
export const editors = ['editor', 'publisher', 'administrator'] as const;
export const publishers = ['publisher', 'administrator'] as const;
export const administrators = ['administrator'] as const;

const allianceRoles: readonly (Role | null)[] = [...readers, 'partner', 'coordinator'];

export interface Kind {
  readonly owner: string;
  readonly state: 'draft' | 'in_review' | 'published' | 'withdrawn';
  readonly visibility: Visibility;
  /** Heerlen agreed and Kerkrade is named. */
  readonly joint: boolean;
}

const kind = (
  owner: string,
  state: Kind['state'],
  visibility: Visibility = 'public',
  joint = false,
): Kind => ({
  owner,
  state,
  visibility,
  joint,
});

export const interventionKinds: Readonly<Record<string, Kind>> = {
  'own draft': kind(own, 'draft'),
  'own, in review': kind(own, 'in_review'),
  'joint draft': kind(own, 'draft', 'public', true),
  'draft of another': kind(stranger, 'draft'),
  'published to the municipality': kind(own, 'published', 'municipality'),
  'joint, published to the municipality': kind(own, 'published', 'municipality', true),
  'published to the alliance': kind(own, 'published', 'alliance'),
  'published to everybody': kind(own, 'published', 'public'),
  'of another, published to the municipality': kind(stranger, 'published', 'municipality'),
  'of another, published to everybody': kind(stranger, 'published', 'public'),
  'withdrawn from everybody': kind(own, 'withdrawn', 'public'),
  'withdrawn from the alliance': kind(own, 'withdrawn', 'alliance'),
  'joint, withdrawn from the municipality': kind(own, 'withdrawn', 'municipality', true),
};

export const agendaKinds: Readonly<Record<string, Kind & { state: 'draft' | 'published' | 'withdrawn' }>> = {
  'own draft': { ...kind(own, 'draft'), state: 'draft' },
  'draft of another': { ...kind(stranger, 'draft'), state: 'draft' },
  'published to the municipality': { ...kind(own, 'published', 'municipality'), state: 'published' },
  'published to the alliance': { ...kind(own, 'published', 'alliance'), state: 'published' },
  'published to everybody': { ...kind(own, 'published'), state: 'published' },
  'of another, published to the alliance': { ...kind(stranger, 'published', 'alliance'), state: 'published' },
  'withdrawn from everybody': { ...kind(own, 'withdrawn'), state: 'withdrawn' },
};

/** Row 'working copy, in review' of the table: own municipality, and who agreed. */
export const seesWorkingCopy = (actor: Actor, { owner, joint }: Kind) =>
  actor.municipality === owner || (joint && actor.municipality === agreed);

/** Rows 'version published to …': who reads a page, or the notice that it was withdrawn. */
export function seesPage(actor: Actor, each: Kind): boolean {
  if (each.state === 'draft' || each.state === 'in_review') return false;
  if (each.visibility === 'public') return true;
  if (each.visibility === 'alliance') return allianceRoles.includes(actor.role);
  return seesWorkingCopy(actor, each);
}

export const nowhere = '00000000-0000-4000-8000-000000000000';

export const deskOf = ({ owner }: Kind) => (owner === own ? ownDesk : strangerDesk);

export const makeOfKind = (alliance: Alliance, each: Kind): Promise<Made> =>
  makeIntervention(alliance, {
    state: each.state,
    visibility: each.visibility,
    desk: deskOf(each),
    parts: each.joint
      ? [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }]
      : [],
  });

export const makeAgendaOfKind = (alliance: Alliance, each: (typeof agendaKinds)[string]): Promise<Made> =>
  makeAgenda(alliance, { state: each.state, visibility: each.visibility, desk: deskOf(each) });

export const importStates = ['received', 'failed', 'read', 'drafted'] as const;
const document = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);

/** A document brought in by an editor of Brunssum (or of Midden-Groningen), as far as it came. */
export async function makeImport(
  alliance: Alliance,
  state: (typeof importStates)[number],
  by: PersonName = 'editor',
) {
  // What still waits is read first, so that the next reading is of this document.
  while (await readNextImport(alliance.database, alliance.files));
  const editor = await alliance.as(by);
  const text = state === 'failed' ? 'Boodschappen: melk, brood en appels.' : await readFile(document, 'utf8');
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  if (state !== 'received') await readNextImport(alliance.database, alliance.files);
  if (state === 'drafted') await editor.imports.makeDrafts.mutate({ id });
  return id;
}

/** One thing a procedure is asked about. */
export interface Case {
  readonly name: string;
  /** Stays as it is: what those are asked about who are refused. */
  readonly standing: unknown;
  /** A new one of the same kind, for who may change it; left out for questions. */
  fresh?(actor: Actor): Promise<unknown>;
  /** `ok` or the code of the refusal, for who passes the door of the procedure. */
  outcome(actor: Actor): string;
}

/** One procedure: for whom, and what each may expect. */
export interface Entry {
  readonly for: For;
  readonly kind: 'query' | 'mutation';
  /** Asked by people who did not prove just now who they are, where that is demanded. */
  readonly unconfirmed?: boolean;
  /** The first case is what does not exist, where the procedure is about something. */
  cases(): Promise<readonly Case[]>;
}

export type Table = Readonly<Record<string, Entry>>;

/** Who does not pass the door: the same for everything behind it. */
export function refusedAtTheDoor(actor: Actor, audience: For): string | null {
  if (audience === 'everybody' || audience === 'link') return null;
  if (!actor.signedIn) return 'account.sign_in_first';
  if (audience === 'signedIn') return null;
  return actor.role !== null && audience.includes(actor.role) ? null : 'account.other_role_needed';
}
