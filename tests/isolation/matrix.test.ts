// Every procedure × every actor × every kind of thing, over HTTP, compared with what domain.md says.
import { router } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser } from '../support/sql.ts';
import { call, normalised, outcomeOf, type Answer } from '../support/wire.ts';
import { consentMatrix } from './matrix-consent.ts';
import { auditMatrix } from './matrix-audit.ts';
import { documentMatrix } from './matrix-documents.ts';
import { ownDataMatrix } from './matrix-own-data.ts';
import { endsLoginSession, peopleMatrix } from './matrix-people.ts';
import { actors, refusedAtTheDoor, type Actor, type Entry, type Table } from './matrix-world.ts';

interface Procedure {
  readonly _def: { readonly type: string; readonly meta?: { readonly audience?: unknown } };
}
const procedures = router._def.procedures as unknown as Record<string, Procedure>;

let alliance: Alliance;
let table: Table;
let standing: readonly string[];

beforeAll(async () => {
  alliance = await makeAlliance();
  const documents = await documentMatrix(alliance);
  const consent = await consentMatrix(alliance);
  standing = [...documents.standing, ...consent.standing];
  table = {
    ...(await peopleMatrix(alliance)),
    ...documents.table,
    ...consent.table,
    ...auditMatrix,
    ...ownDataMatrix(alliance),
  };
});
afterAll(() => alliance.close());

const audienceOf = (entry: Entry) =>
  ({ everybody: 'visitor', signedIn: 'account', link: 'link' })[entry.for as string] ?? entry.for;

async function secretFor(actor: Actor, procedure: string): Promise<string | null> {
  if (actor.person === null) return null;
  if (!endsLoginSession.has(procedure) || !actor.signedIn) return alliance.secretOf(actor.person);
  return alliance.signIn(addressOf(actor.person));
}

/** Their success would end the person who tries; other tests see them succeed. */
const onlyRefused = new Set(['accounts.signIn', 'personalData.erase']);

const statuses: readonly (readonly [RegExp, number])[] = [
  [/^ok$/, 200],
  [/^account\.sign_in_(first|failed)$/, 401],
  [/^account\.other_role_needed$|\.(cannot_\w+|read_only)$/, 403],
  [/\.not_found$/, 404],
  [/^import\.not_ready$|^participation\.withdraw_instead$/, 409],
  [/^person\.wrong_password$/, 400],
];
const statusOf = (code: string) => statuses.find(([pattern]) => pattern.test(code))?.[1];

/** What stands must stand unchanged, whoever was refused. */
const stored = () =>
  asSuperuser(
    alliance.urls.superuserUrl,
    `select 'intervention' as what, id::text, i::text as row from intervention i where id = any($1::uuid[])
     union all select 'version', intervention_id::text, v::text from intervention_version v where intervention_id = any($1::uuid[])
     union all select 'part', intervention_id::text, p::text from participation p where intervention_id = any($1::uuid[])
     union all select 'question', intervention_id::text, q::text from participation_question q where intervention_id = any($1::uuid[])
     union all select 'agenda', id::text, a::text from agenda a where id = any($1::uuid[])
     union all select 'page', agenda_id::text, v::text from agenda_version v where agenda_id = any($1::uuid[])
     union all select 'import', id::text, d::text from document_import d where id = any($1::uuid[]) order by 1, 2, 3`,
    [standing],
  );

async function wrongAnswers(
  name: string,
  entry: Entry,
): Promise<{ wrong: unknown[]; outcomes: Map<string, Set<string>> }> {
  const wrong: unknown[] = [];
  const outcomes = new Map<string, Set<string>>();
  const cases = await entry.cases();
  for (const [actorName, actor] of Object.entries(actors)) {
    let notExisting: Answer | null = null;
    for (const each of cases) {
      const expected = refusedAtTheDoor(actor, entry.for) ?? each.outcome(actor);
      const changes = entry.kind === 'mutation' && (expected === 'ok' || each.standing === undefined);
      const input = changes && each.fresh ? await each.fresh(actor) : each.standing;
      const secret = await secretFor(actor, name);
      const answer = await call(alliance, { procedure: name, kind: entry.kind, input, secret });
      const outcome = outcomeOf(answer);
      outcomes.set(
        each.name,
        (outcomes.get(each.name) ?? new Set()).add(expected === 'ok' ? 'ok' : 'refused'),
      );
      if (outcome !== expected || answer.status !== statusOf(expected)) {
        wrong.push({
          actor: actorName,
          about: each.name,
          expected,
          outcome,
          status: answer.status,
          body: answer.body.slice(0, 300),
        });
      }
      notExisting ??= answer;
      const denied = expected.endsWith('.not_found') || expected.startsWith('account.');
      if (denied && normalised(answer) !== normalised(notExisting)) {
        wrong.push({
          actor: actorName,
          about: each.name,
          denied: normalised(answer),
          notExisting: normalised(notExisting),
        });
      }
    }
  }
  return { wrong, outcomes };
}

describe('the matrix', () => {
  it('knows every procedure of the router, with the audience that it declares, and no other', () => {
    const declared = Object.fromEntries(
      Object.entries(procedures).map(([name, { _def }]) => [name, _def.meta?.audience]),
    );
    expect(
      Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, audienceOf(entry)])),
    ).toEqual(declared);
    const kinds = Object.fromEntries(Object.entries(procedures).map(([name, { _def }]) => [name, _def.type]));
    expect(Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, entry.kind]))).toEqual(
      kinds,
    );
  });

  it.each(Object.keys(procedures))(
    '%s answers each actor what was agreed, and what may not be seen like what does not exist',
    async (name) => {
      const entry = table[name];
      if (!entry) throw new Error(`the matrix does not know ${name}`);
      const before = await stored();
      expect(before.length).toBeGreaterThan(30);
      const { wrong, outcomes } = await wrongAnswers(name, entry);
      expect(wrong).toEqual([]);
      expect(await stored()).toEqual(before);
      // Each procedure succeeds for somebody, or its refusals would prove nothing.
      const succeeds = [...outcomes.values()].some((each) => each.has('ok'));
      expect({ name, succeeds }).toEqual({ name, succeeds: !onlyRefused.has(name) });
    },
  );

  it('met no error that the house could not explain', () => {
    expect(alliance.internalErrors).toEqual([]);
  });
});
