// Every table of the catalogue × every verb × every actor, as SQL of role app: what is seen and changed is what
// domain.md says of each row, whatever the services would have checked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alliance } from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { fullContent, makeIntervention, publishAgain } from '../support/writing.ts';
import { compareTable, isDivided, readWorld, writesSome, type World } from './raw-sql-oracle.ts';
import { tableRules } from './raw-sql-rules.ts';
import { makeFilledAlliance } from './raw-sql-world.ts';

let alliance: Alliance;
let world: World;
beforeAll(async () => {
  alliance = await makeFilledAlliance();
  world = await readWorld(alliance);
});
afterAll(() => alliance?.close());

describe('with SQL as role app or worker', () => {
  it.each(Object.keys(tableRules))(
    '%s: each row is seen and changed by whom the specification says, and by nobody else',
    async (table) => {
      expect((await compareTable(world, table)).slice(0, 20)).toEqual([]);
    },
    60_000,
  );

  it('that is said of rows of every kind', () => {
    const { stored, tables } = world;
    expect(Object.values(stored).reduce((sum, each) => sum + each.length, 0)).toBeGreaterThan(300);
    expect(tables.length).toBeGreaterThan(20);
  });

  it('each table that is not public has rows that somebody sees and somebody does not', () => {
    const open = ['attempt', 'municipality', 'organisation', 'region', 'region_municipality'];
    const closed = Object.keys(tableRules).filter(
      (name) => tableRules[name]?.app.includes('select') && !open.includes(name),
    );
    expect(closed.filter((name) => !isDivided(world, name))).toEqual([]);
  });

  it('of each table with rows of somebody, both municipalities see what the other does not', async () => {
    const keys = {
      agenda_remark: 'id',
      agenda_step: 'id',
      agenda_presence: 'document_id::text || account_id',
      intervention_presence: 'document_id::text || account_id',
      intervention_remark: 'id',
      intervention_step: 'id',
      document_import: 'id',
      saved_search: 'id',
      calendar_address: 'id',
      knowledge_session: 'id',
      session_link: 'id',
      session_registration: 'id',
      session_feedback: 'id',
      session_message: 'id',
      follow: 'id',
      notification: 'id',
      notification_choice: 'account_id::text || kind',
      file: 'id',
      attachment: 'id',
      import_decision: 'import_id::text || item',
      import_presence: 'import_id::text || account_id',
      intervention_relation: 'intervention_id::text || target',
      participation_question: 'intervention_id::text || municipality',
    };
    for (const [table, key] of Object.entries(keys)) {
      const seen = async (person: 'editor' | 'strangerEditor') =>
        new Set(
          (await sqlAs(alliance, person, (query) => query(`select ${key} as key from ${table}`))).rows.map(
            (row) => String(row['key']),
          ),
        );
      const [ours, theirs] = [await seen('editor'), await seen('strangerEditor')];
      const onlyOurs = [...ours].some((each) => !theirs.has(each));
      const onlyTheirs = [...theirs].some((each) => !ours.has(each));
      expect({ table, onlyOurs, onlyTheirs }).toEqual({ table, onlyOurs: true, onlyTheirs: true });
    }
  });

  it('a statement that names no row deletes none of somebody else', async () => {
    const tables = Object.keys(tableRules).filter(
      (name) => tableRules[name]?.app.includes('delete') && name !== 'attempt',
    );
    expect(tables).toContain('saved_search');
    for (const table of tables)
      for (const person of ['reader', 'partner', 'coordinator', null] as const)
        // Who holds something here takes that away, which says nothing of the others'.
        if (!writesSome(world, table, person))
          expect([table, person, await tryAs(alliance, person, `delete from ${table}`)]).toEqual([
            table,
            person,
            0,
          ]);
  });

  it('a comparison that is wrong says so', async () => {
    const { superuserUrl } = alliance.urls;
    const open = `drop policy agenda_seen on agenda; create policy agenda_seen on agenda for select to app using (true)`;
    await asSuperuser(superuserUrl, open);
    const wrong = await compareTable(world, 'agenda');
    expect(wrong.some((each) => /^visitor sees agenda /.test(each))).toBe(true);
    expect(wrong.some((each) => /^administrator, own sees agenda /.test(each))).toBe(true);
    await asSuperuser(
      superuserUrl,
      `drop policy agenda_seen on agenda;
       create policy agenda_seen on agenda for select to app using (audience = any((select wall.app_audiences())::int[]))`,
    );
  }, 180_000);
});

describe('an older version', () => {
  it('stays with those it was published to, also when a newer one is published to more', async () => {
    const made = await makeIntervention(alliance, { state: 'published', visibility: 'municipality' });
    const publisher = await alliance.as('publisher');
    const widen = async (visibility: 'alliance' | 'public') => {
      const { revision } = await publisher.interventions.workingCopy.query({ id: made.id });
      const content = fullContent(made.title, { visibility });
      await publisher.interventions.save.mutate({ id: made.id, revision, content });
      await publishAgain(publisher, made.id);
    };
    await widen('alliance');
    await widen('public');
    const versions = 'select number from intervention_version where intervention_id = $1';
    const seen = (person: 'reader' | 'partner' | null) => tryAs(alliance, person, versions, [made.id]);
    expect([await seen('reader'), await seen('partner'), await seen(null)]).toEqual([3, 2, 1]);
    const page = await alliance.visitor().interventions.get.query({ handle: made.handle });
    expect(page.state === 'published' && page.versions.map(({ number }) => number)).toEqual([3]);
  });
});
