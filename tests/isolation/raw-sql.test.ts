// The same promises with SQL as role app, as if every check of the services had been forgotten.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agreed,
  makeAlliance,
  own,
  stated,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { makeAgenda, makeIntervention, type Made } from '../support/writing.ts';

let alliance: Alliance;
let draft: Made;
let joint: Made;
let page: Made;
let insidePage: Made;
let agenda: Made;

beforeAll(async () => {
  alliance = await makeAlliance();
  draft = await makeIntervention(alliance);
  joint = await makeIntervention(alliance, {
    parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }, { municipality: stated }],
  });
  page = await makeIntervention(alliance, { state: 'published' });
  insidePage = await makeIntervention(alliance, { state: 'published', visibility: 'municipality' });
  agenda = await makeAgenda(alliance);
  const editor = await alliance.as('editor');
  await editor.imports.start.mutate({ fileName: 'agenda.txt', text: 'Een tekst' });
  const administrator = await alliance.as('administrator');
  await administrator.accounts.invite.mutate({ address: 'nieuw@kansenplein.example', role: 'reader' });
});
afterAll(() => alliance.close());

const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);
const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');
const outOfReach = expect.stringContaining('42501 permission denied');

const owned = [
  'intervention',
  'participation',
  'participation_question',
  'intervention_version',
  'intervention_withdrawal',
  'agenda',
  'agenda_version',
];
const internal = ['document_import', 'invitation', 'membership', 'audit_event'];

describe('reading', () => {
  it('shows a stranger, a partner and a visitor nothing but what was published to them', async () => {
    for (const person of [
      'strangerPublisher',
      'strangerAdministrator',
      'partner',
      'coordinator',
      'operator',
      null,
    ] as const) {
      for (const table of [...owned, ...internal]) {
        const seen = await sqlAs(alliance, person, (query) =>
          query(`select * from ${table} where municipality = $1`, [own]),
        );
        const ids = seen.rows.map((row) => row['intervention_id']);
        expect({ person, table, ids }).toEqual({
          person,
          table,
          ids: table === 'intervention_version' ? [page.id] : [],
        });
      }
    }
  });

  it('shows the own municipality everything of its own by role, so that the emptiness above means something', async () => {
    const count = async (person: PersonName, table: string) =>
      (
        await sqlAs(alliance, person, (query) =>
          query(`select 1 from ${table} where municipality = $1`, [own]),
        )
      ).count;
    for (const table of ['intervention', 'participation', 'intervention_version', 'agenda']) {
      expect([table, (await count('reader', table)) > 0]).toEqual([table, true]);
    }
    expect(await count('reader', 'document_import')).toBe(0);
    expect(await count('editor', 'document_import')).toBe(1);
    expect(await count('editor', 'invitation')).toBe(0);
    expect(await count('administrator', 'invitation')).toBe(1);
    expect(await count('publisher', 'audit_event')).toBe(0);
    expect(await count('administrator', 'audit_event')).toBeGreaterThan(5);
  });

  it('shows a person only the accounts it may know', async () => {
    const addresses = async (person: PersonName | null) =>
      (await sqlAs(alliance, person, (query) => query('select address from account order by 1'))).rows.map(
        (row) => row['address'],
      );
    expect(await addresses(null)).toEqual([]);
    expect(await addresses('editor')).toEqual(['editor@kansenplein.example']);
    expect(await addresses('administrator')).toContain('reader@kansenplein.example');
    expect(await addresses('administrator')).not.toContain('strangereditor@kansenplein.example');
  });
});

describe('writing', () => {
  it('changes no row of another municipality, whatever the statement', async () => {
    for (const person of [
      'strangerPublisher',
      'strangerAdministrator',
      'partner',
      'coordinator',
      'memberless',
      'revoked',
      null,
    ] as const) {
      for (const [verb, tables] of Object.entries({
        [`update # set visible_to = '{public}'`]: [
          'intervention',
          'participation',
          'agenda',
          'document_import',
          'invitation',
          'membership',
        ],
        'delete from #': ['intervention', 'participation', 'agenda'],
      })) {
        for (const table of tables) {
          const changed = await run(person, `${verb.replace('#', table)} where municipality = '${own}'`);
          expect({ person, verb, table, changed }).toEqual({ person, verb, table, changed: 0 });
        }
      }
    }
  });

  it('lets a reader see and change nothing', async () => {
    for (const table of ['intervention', 'participation', 'agenda']) {
      expect(await run('reader', `select 1 from ${table}`)).not.toBe(0);
      expect(await run('reader', `update ${table} set title = 'anders'`)).toBe(0);
      expect(await run('reader', `delete from ${table}`)).toBe(0);
    }
  });

  it('inserts nothing for another owner', async () => {
    const intervention = `insert into intervention (id, municipality, handle, title, content)
      values (gen_random_uuid(), $1, 'abcdefghij', 'Proef', '{}')`;
    expect(await run('editor', intervention, [own])).toBe(1);
    expect(await run('editor', intervention, [stranger])).toEqual(refusedByRule);
    expect(await run('reader', intervention, [own])).toEqual(refusedByRule);
    expect(await run(null, intervention, [own])).toEqual(refusedByRule);
    const agendaRow = `insert into agenda (id, municipality, handle, title, content)
      values (gen_random_uuid(), $1, 'abcdefghij', 'Proef', '{}')`;
    expect(await run('editor', agendaRow, [own])).toBe(1);
    expect(await run('strangerPublisher', agendaRow, [own])).toEqual(refusedByRule);
    const imported = `insert into document_import (id, municipality, file_name, source) values (gen_random_uuid(), $1, 'x', 'x')`;
    expect(await run('editor', imported, [own])).toBe(1);
    expect(await run('strangerEditor', imported, [own])).toEqual(refusedByRule);
    const invitation = `insert into invitation (id, token_hash, address, kind, municipality, role, expires_at)
      values (gen_random_uuid(), 'x', 'x@x.example', 'municipality', $1, 'administrator', now() + interval '1 day')`;
    expect(await run('administrator', invitation, [own])).toBe(1);
    expect(await run('strangerAdministrator', invitation, [own])).toEqual(refusedByRule);
    expect(await run('publisher', invitation, [own])).toEqual(refusedByRule);
  });

  it('gives no row away and takes none', async () => {
    const fixed = expect.stringContaining('row.column_fixed');
    expect(
      await run('editor', `update intervention set municipality = '${stranger}' where id = $1`, [draft.id]),
    ).toEqual(fixed);
    expect(
      await run('editor', `update agenda set municipality = '${stranger}' where id = $1`, [agenda.id]),
    ).toEqual(fixed);
    expect(await run('administrator', `update membership set municipality = '${stranger}'`)).toEqual(fixed);
    expect(
      await run('administrator', `update invitation set role = 'administrator', address = 'x@x.example'`),
    ).toEqual(fixed);
    expect(
      await run('publisher', `update participation set intervention_id = $1 where intervention_id = $2`, [
        draft.id,
        joint.id,
      ]),
    ).toEqual(fixed);
  });

  it('derives who sees and who writes, whatever the statement says', async () => {
    const tampered = await sqlAs(alliance, 'editor', async (query) => {
      const everyone = `visible_to = '{public}', writable_by = '{public}', audience = (select max(audience) from intervention_version where visibility = 'public')`;
      await query(`update intervention set ${everyone} where id = $1`, [draft.id]);
      await query(
        `insert into intervention (id, municipality, handle, title, content, visible_to, writable_by, audience)
         select gen_random_uuid(), '${own}', 'abcdefghij', 'Tamper', '{}', '{public}', '{public}', audience from intervention_version where visibility = 'public'`,
      );
      return query(
        `select visible_to, writable_by, audience from intervention where id = $1 or title = 'Tamper'
        union select visible_to, writable_by, audience from intervention where id = $2`,
        [draft.id, draft.id],
      );
    });
    // One row: the tampered ones are exactly like any draft.
    expect(tampered.rows).toEqual([
      {
        visible_to: [`municipality:${own}`],
        writable_by: [`municipality:${own}:editor`],
        audience: expect.any(Number),
      },
    ]);
  });
});

describe('publishing', () => {
  const version = `insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
    values ($1, $2, '${own}', 'x', 'public', 'Eigenmachtig', '{}', '[]', '')`;

  it('is for a publisher of the own municipality, with the next number', async () => {
    expect(await run('publisher', version, [draft.id, 1])).toBe(1);
    expect(await run('publisher', version, [draft.id, 2])).toEqual(expect.stringContaining('version.number'));
    expect(await run('editor', version, [draft.id, 1])).toEqual(refusedByRule);
    expect(await run('agreedPublisher', version, [joint.id, 1])).toEqual(refusedByRule);
    expect(await run('strangerPublisher', version, [draft.id, 1])).toEqual(refusedByRule);
  });

  it('refuses what belongs to another and what does not exist with the same words', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const part = `insert into participation (intervention_id, municipality, lead, title, commitment) values ($1, '${stranger}', '${stranger}', 'x', 'confirmed')`;
    const withdrawal = `insert into intervention_withdrawal (intervention_id, municipality, handle, title, reason) values ($1, '${own}', 'x', 'x', 'x')`;
    const agendaVersion = `insert into agenda_version (agenda_id, number, municipality, handle, visibility, title, content, note)
      values ($1, $2, '${own}', 'x', 'public', 'Eigenmachtig', '{}', '')`;
    for (const [text, ids] of [
      [
        agendaVersion,
        [
          [agenda.id, 7],
          [nowhere, 7],
        ],
      ],
      [
        version,
        [
          [draft.id, 7],
          [nowhere, 7],
        ],
      ],
      // Nobody is asked anything about a text by who may not publish it, whatever it holds.
      [
        version.replace(`'{}'`, `'[]'`),
        [
          [joint.id, 1],
          [nowhere, 1],
        ],
      ],
      [part, [[draft.id], [nowhere]]],
      [withdrawal, [[page.id], [nowhere]]],
    ] as const) {
      const [existing, missing] = await Promise.all(
        ids.map((params) => run('strangerPublisher', text, [...params])),
      );
      expect(existing).toEqual(refusedByRule);
      expect(existing).toBe(missing);
    }
  });

  it('is for good: a version never changes and is never thrown away', async () => {
    for (const change of [
      `update intervention_version set title = 'Anders'`,
      'delete from intervention_version',
      `update agenda_version set note = ''`,
    ]) {
      expect(await run('publisher', change)).toEqual(outOfReach);
    }
    const byHand = asSuperuser(
      alliance.urls.superuserUrl,
      `update intervention_version set title = 'Anders' where intervention_id = $1`,
      [page.id],
    );
    await expect(byHand).rejects.toThrow('version.immutable');
  });

  it('to the own municipality stays there', async () => {
    const seen = (person: PersonName | null) =>
      run(person, 'select 1 from intervention_version where intervention_id = $1', [insidePage.id]);
    expect(await seen('reader')).toBe(1);
    for (const person of ['strangerPublisher', 'agreedPublisher', 'partner', 'coordinator', null] as const)
      expect(await seen(person)).toBe(0);
  });
});

describe('taking part', () => {
  const part = (municipality: string) =>
    `where intervention_id = '${joint.id}' and municipality = '${municipality}'`;
  const byParticipant = expect.stringContaining('participation.agreed_by_participant');

  it('is agreed by the participant and by nobody else', async () => {
    expect(await run('statedPublisher', `update participation set agreed_at = now() ${part(stated)}`)).toBe(
      1,
    );
    expect(await run('agreedPublisher', `update participation set agreed_at = now() ${part(stated)}`)).toBe(
      0,
    );
    expect(await run('agreedEditor', `update participation set agreed_at = now() ${part(agreed)}`)).toBe(0);
    expect(await run('publisher', `update participation set agreed_at = now() ${part(stated)}`)).toEqual(
      byParticipant,
    );
    expect(await run('publisher', `update participation set pupils = 1 ${part(agreed)}`)).toEqual(
      byParticipant,
    );
    expect(await run('publisher', `update participation set agreed_at = null ${part(agreed)}`)).toEqual(
      byParticipant,
    );
    const named = `insert into participation (intervention_id, municipality, lead, title, commitment, agreed_at)
      values ($1, '${stated}', '${own}', 'x', 'confirmed', $2)`;
    expect(await run('publisher', named, [draft.id, null])).toBe(1);
    expect(await run('publisher', named, [draft.id, new Date()])).toEqual(byParticipant);
    expect(await run('statedPublisher', named, [draft.id, new Date()])).toEqual(
      expect.stringContaining('42501'),
    );
  });

  it('is over after withdrawing, until the lead invites again', async () => {
    const back = [
      `commitment = 'confirmed'`,
      `commitment = 'confirmed', agreed_at = now()`,
      'agreed_at = null',
      `commitment = 'intended', agreed_at = null`,
    ];
    for (const change of back) {
      const outcome = await sqlAs(alliance, 'agreedPublisher', async (query) => {
        expect(
          (
            await query(
              `update participation set commitment = 'withdrawn', agreed_at = now() ${part(agreed)}`,
            )
          ).count,
        ).toBe(1);
        return (await query(`update participation set ${change} ${part(agreed)}`)).count;
      }).catch((error: Error) => error.message);
      expect({ change, outcome }).toEqual({ change, outcome: 'participation.needs_new_invitation' });
    }
  });

  it('cannot be widened by deleting the own row and naming oneself again', async () => {
    const outcome = await sqlAs(alliance, 'agreedPublisher', async (query) => {
      await query(`delete from participation ${part(agreed)}`);
      return query(
        `insert into participation (intervention_id, municipality, lead, title, commitment) values ('${joint.id}', '${agreed}', '${own}', 'x', 'confirmed')`,
      );
    }).catch((error: Error) => error.message);
    expect(outcome).toContain('violates row-level security policy');
  });
});

describe('what only the wall touches', () => {
  it('is out of reach of app: passwords, login sessions, mail, the read model, the sets of scopes', async () => {
    const tables = [
      'credential',
      'login_session',
      'outgoing_mail',
      'audience',
      'search_bitmap',
      'search_change',
      'search_document',
      'search_text',
      'search_vector',
      'search_word',
      'search_frequency',
      'search_value',
      'search_follower',
      'search_dirty',
    ];
    for (const table of tables)
      expect(await run('administrator', `select 1 from ${table}`)).toEqual(outOfReach);
    expect(await run('administrator', `insert into audit_event (action, object) values ('x', 'x')`)).toEqual(
      outOfReach,
    );
    expect(await run('administrator', `update account set name = 'x'`)).toEqual(outOfReach);
    expect(await run('administrator', `select * from wall.demo_accounts()`)).toEqual(outOfReach);
    expect(await run('administrator', `select wall.append_event('x', 'x', '${own}', null, null)`)).toEqual(
      outOfReach,
    );
    expect(await run('operator', 'set role wall')).toEqual(outOfReach);
  });

  it('ends no login session of somebody else and mails nothing for a visitor', async () => {
    const [other] = await asSuperuser<{ id: string }>(
      alliance.urls.superuserUrl,
      `select id from account where address = 'editor@kansenplein.example'`,
    );
    await sqlAs(alliance, 'strangerPublisher', (query) =>
      query('select wall.end_login_sessions($1)', [other?.id]),
    );
    const editor = await alliance.as('editor');
    expect((await editor.accounts.me.query()).account?.id).toBe(other?.id);
    expect(await run(null, `select wall.queue_mail('a@b.example', 'x', 'x')`)).toEqual(
      expect.stringContaining('mail.sign_in_first'),
    );
  });
});
