// Plays the matrix: every procedure × every actor × every kind of thing, over HTTP. Callable against any prepared
// platform, also one in which somebody planted a hole.
import { router } from '@kansenplein/core';
import { addressOf, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import { call, dataOf, normalised, outcomeOf, type Answer } from '../support/wire.ts';
import { beyondContract } from './beyond-contract.ts';
import { adoptionMatrix } from './matrix-adoptions.ts';
import { agendaMatrix } from './matrix-agendas.ts';
import { attachmentMatrix } from './matrix-attachments.ts';
import { auditMatrix } from './matrix-audit.ts';
import { calendarMatrix } from './matrix-calendar.ts';
import { communityMatrix } from './matrix-communities.ts';
import { commitmentMatrix } from './matrix-commitments.ts';
import { consentMatrix } from './matrix-consent.ts';
import { directoryMatrix } from './matrix-directory.ts';
import { documentMatrix } from './matrix-documents.ts';
import { jointMatrix } from './matrix-joint.ts';
import { linkMatrix } from './matrix-links.ts';
import { notificationMatrix } from './matrix-notifications.ts';
import { organisationMatrix } from './matrix-organisations.ts';
import { ownDataMatrix } from './matrix-own-data.ts';
import { paperMatrix } from './matrix-paper.ts';
import { endsLoginSession, peopleMatrix } from './matrix-people.ts';
import { presenceMatrix } from './matrix-presence.ts';
import { relatedMatrix } from './matrix-related.ts';
import { reviewMatrix } from './matrix-review.ts';
import { savedSearchMatrix } from './matrix-saved-searches.ts';
import { sessionMatrix } from './matrix-sessions.ts';
import { signingMatrix } from './matrix-signing.ts';
import { versionMatrix } from './matrix-versions.ts';
import { actors, refusedAtTheDoor, type Actor, type Case, type Entry, type Table } from './matrix-world.ts';

interface Procedure {
  readonly _def: {
    readonly type: string;
    readonly output?: unknown;
    readonly meta?: { readonly audience?: unknown; readonly confirmed?: boolean };
  };
}
export const procedures = router._def.procedures as unknown as Readonly<Record<string, Procedure>>;

/** Part of the matrix: one room or a few. A new one is a file of its own and a line in `parts`. */
export interface Part {
  readonly table: Table;
  /** Ids of what must stand unchanged, whoever was refused. */
  readonly standing?: readonly string[];
}

const parts: readonly ((alliance: Alliance) => Promise<Part>)[] = [
  reviewMatrix,
  async (alliance) => ({ table: await peopleMatrix(alliance) }),
  async (alliance) => ({ table: await signingMatrix(alliance) }),
  documentMatrix,
  versionMatrix,
  presenceMatrix,
  linkMatrix,
  consentMatrix,
  jointMatrix,
  adoptionMatrix,
  organisationMatrix,
  paperMatrix,
  async () => ({ table: auditMatrix }),
  async () => ({ table: ownDataMatrix }),
  async () => ({ table: agendaMatrix }),
  attachmentMatrix,
  relatedMatrix,
  savedSearchMatrix,
  calendarMatrix,
  sessionMatrix,
  communityMatrix,
  notificationMatrix,
  directoryMatrix,
  commitmentMatrix,
];

export interface Matrix {
  readonly alliance: Alliance;
  readonly table: Table;
  readonly standing: readonly string[];
}

/** Makes everything the matrix asks about. */
export async function prepareMatrix(alliance: Alliance): Promise<Matrix> {
  const made: Part[] = [];
  for (const part of parts) made.push(await part(alliance));
  return {
    alliance,
    table: Object.assign({}, ...made.map(({ table }) => table)) as Table,
    standing: made.flatMap(({ standing }) => standing ?? []),
  };
}

/** What stands, to the last column. */
export const storedIn = ({ alliance, standing }: Matrix) =>
  asSuperuser(
    alliance.urls.superuserUrl,
    `select 'intervention' as what, id::text, i::text as row from intervention i where id = any($1::uuid[])
     union all select 'version', intervention_id::text, v::text from intervention_version v where intervention_id = any($1::uuid[])
     union all select 'part', intervention_id::text, p::text from participation p where intervention_id = any($1::uuid[])
     union all select 'question', intervention_id::text, q::text from participation_question q where intervention_id = any($1::uuid[])
     union all select 'adoption', intervention_id::text, o::text from adoption o where intervention_id = any($1::uuid[])
     union all select 'agenda', id::text, a::text from agenda a where id = any($1::uuid[])
     union all select 'page', agenda_id::text, v::text from agenda_version v where agenda_id = any($1::uuid[])
     union all select 'attachment', document_id::text, h::text from attachment h where document_id = any($1::uuid[])
     union all select 'decision', import_id::text, c::text from import_decision c where import_id = any($1::uuid[])
     union all select 'remark', document_id::text, r::text from intervention_remark r where document_id = any($1::uuid[])
     union all select 'step', document_id::text, s::text from intervention_step s where document_id = any($1::uuid[])
     union all select 'remark', document_id::text, r::text from agenda_remark r where document_id = any($1::uuid[])
     union all select 'step', document_id::text, s::text from agenda_step s where document_id = any($1::uuid[])
     union all select 'session', id::text, s::text from knowledge_session s where id = any($1::uuid[])
     union all select 'programme', session_id::text, v::text from knowledge_session_version v where session_id = any($1::uuid[])
     union all select 'community', id::text, c::text from community c where id = any($1::uuid[])
     union all select 'thread', id::text, t::text from community_thread t where id = any($1::uuid[])
     union all select 'post', id::text, p::text from community_post p where id = any($1::uuid[])
     union all select 'organisation', id::text, o::text from organisation o where id = any($1::uuid[])
     union all select 'consultation', id::text, c::text from consultation c where id = any($1::uuid[])
     union all select 'import', id::text, d::text from document_import d where id = any($1::uuid[]) order by 1, 2, 3`,
    [standing],
  );

export const audienceOf = (entry: Entry) =>
  ({ everybody: 'visitor', signedIn: 'account', link: 'link' })[entry.for as string] ?? entry.for;

const statuses: readonly (readonly [RegExp, number])[] = [
  [/^ok$/, 200],
  [/^account\.(sign_in_(first|failed)|step_over)$/, 401],
  [/^account\.(other_role_needed|confirm_first)$|\.(cannot_\w+|read_only)$/, 403],
  [/\.not_found$/, 404],
  [
    /^import\.not_ready$|^adoption\.own$|^participation\.(withdraw_instead|not_agreed)$|^factor\.needed_first$|^community\.(member_already|no_member|last_moderator|not_invited)$|^consultation\.not_now$|^session\.nobody$/,
    409,
  ],
];
const statusOf = (code: string) => statuses.find(([pattern]) => pattern.test(code))?.[1];

async function secretFor(alliance: Alliance, actor: Actor, procedure: string): Promise<string | null> {
  if (actor.person === null) return null;
  if (!endsLoginSession.has(procedure) || !actor.signedIn) return alliance.secretOf(actor.person);
  return alliance.signIn(addressOf(actor.person));
}

/** What answers everybody as if it did not exist, because for everybody it does not. */
const forNobody = new Set([
  'not existing',
  'no page',
  'ended',
  'used',
  'revoked',
  'expired',
  'of somebody else',
  'unknown address',
  'known address',
  'another kind of link',
  'for something else',
  'of the login session of somebody else',
  'without proof',
]);

const tellsNothing = (outcome: string) =>
  outcome.endsWith('.not_found') || outcome.startsWith('account.') || outcome.startsWith('page.');

export interface Checked {
  /** What was otherwise than agreed; empty when all is well. */
  readonly wrong: readonly unknown[];
  /** What was asked about that is there for somebody, and whether somebody saw it: refusals alone prove nothing. */
  readonly seen: ReadonlyMap<string, boolean>;
  readonly succeeds: boolean;
  readonly calls: number;
}

/** Everybody calls one procedure about everything there is. */
export async function checkProcedure({ alliance, table }: Matrix, name: string): Promise<Checked> {
  const entry = table[name];
  if (!entry) throw new Error(`the matrix does not know ${name}`);
  // Asked of each, also of those that the matrix cannot let succeed.
  const wrong: unknown[] = procedures[name]?._def.output ? [] : [`${name} has no output contract`];
  const outcomes = new Map<string, Set<string>>();
  const cases = await entry.cases();
  let calls = 0;
  // Here the question is who may; how often, and that it must be confirmed, is asked in the journeys.
  await asSuperuser(alliance.urls.superuserUrl, 'delete from attempt');
  if (procedures[name]?._def.meta?.confirmed)
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update login_session set confirmed_at = ${entry.unconfirmed ? 'null' : 'now()'}`,
    );
  for (const [actorName, actor] of Object.entries(actors)) {
    let notExisting: Answer | null = null;
    for (const each of cases) {
      const expected = refusedAtTheDoor(actor, entry.for) ?? each.outcome(actor);
      const answer = await ask(alliance, name, entry, each, actor, expected);
      calls += 1;
      const outcome = outcomeOf(answer);
      outcomes.set(each.name, (outcomes.get(each.name) ?? new Set()).add(outcome));
      const about = { actor: actorName, about: each.name };
      if (outcome !== expected || answer.status !== statusOf(expected))
        wrong.push({ ...about, expected, outcome, status: answer.status, body: answer.body.slice(0, 300) });
      const slipped = outcome === 'ok' ? beyondContract(name, dataOf(answer)) : [];
      if (slipped.length > 0) wrong.push({ ...about, slipped });
      notExisting ??= answer;
      const [one, other] = [normalised(answer), normalised(notExisting)];
      if (tellsNothing(expected) && one !== other) wrong.push({ ...about, denied: one, notExisting: other });
    }
  }
  const there = [...outcomes].filter(([about]) => !forNobody.has(about));
  return {
    wrong,
    seen: new Map(there.map(([about, said]) => [about, [...said].some((each) => !tellsNothing(each))])),
    succeeds: [...outcomes.values()].some((said) => said.has('ok')),
    calls,
  };
}

async function ask(
  alliance: Alliance,
  procedure: string,
  { kind }: Entry,
  each: Case,
  actor: Actor,
  expected: string,
): Promise<Answer> {
  const changes = kind === 'mutation' && (expected === 'ok' || each.standing === undefined);
  const input = changes && each.fresh ? await each.fresh(actor) : each.standing;
  return call(alliance, { procedure, kind, input, secret: await secretFor(alliance, actor, procedure) });
}
