// What says whose a row is and where it comes from stays as it was, also for who may write the row; an ended membership
// stays ended, and nobody holds a lock on what it may not see.
import { plainQuery } from '@kansenplein/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addressOf,
  agreed,
  own,
  stated,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { asSuperuser, hashOf, sqlAs, tryAs } from '../support/sql.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';
import { makeFilledAlliance } from './raw-sql-world.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeFilledAlliance();
});
afterAll(() => alliance?.close());

const run = (person: PersonName, text: string, params: unknown[] = []) =>
  tryAs(alliance, person, text, params);

const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');

interface Fixed {
  /** Who may write rows of this table. */
  readonly by: PersonName;
  /** Of which rows; left out: of all. */
  readonly where?: string;
  /** The columns that stay, each with another value. */
  readonly columns: Readonly<Record<string, string>>;
}

const fixed: Readonly<Record<string, Fixed>> = {
  intervention: {
    by: 'editor',
    columns: { id: 'gen_random_uuid()', municipality: `'${agreed}'`, handle: `'abcdefghij'` },
  },
  agenda: {
    by: 'editor',
    columns: { id: 'gen_random_uuid()', municipality: `'${agreed}'`, handle: `'abcdefghij'` },
  },
  participation: {
    by: 'editor',
    where: 'agreed_at is null',
    columns: { intervention_id: 'gen_random_uuid()', municipality: `'gm0363'` },
  },
  membership: {
    by: 'administrator',
    columns: {
      account_id: '(select id from account where id <> membership.account_id limit 1)',
      kind: `'alliance'`,
      municipality: `'${agreed}'`,
    },
  },
  invitation: {
    by: 'administrator',
    columns: {
      token_hash: `'x'`,
      address: `'x@kansenplein.example'`,
      role: `'administrator'`,
      municipality: `'${agreed}'`,
      expires_at: `now() + interval '1 year'`,
      accepted_at: 'now()',
    },
  },
  document_import: {
    by: 'editor',
    columns: { id: 'gen_random_uuid()', municipality: `'${agreed}'`, source: `'x'` },
  },
  file: {
    by: 'editor',
    columns: {
      id: 'gen_random_uuid()',
      name: `'x'`,
      type: `'x'`,
      sha256: `'x'`,
      size: '1',
      uploaded_by: '(select id from account where id <> file.uploaded_by limit 1)',
    },
  },
  import_decision: { by: 'editor', columns: { import_id: 'gen_random_uuid()', item: `'x'` } },
  import_presence: {
    by: 'editor',
    columns: { import_id: 'gen_random_uuid()', account_id: 'gen_random_uuid()' },
  },
  adoption: {
    by: 'editor',
    columns: {
      intervention_id: 'gen_random_uuid()',
      source_id: '(select id from intervention where id <> adoption.source_id limit 1)',
      adopted_at: `now() - interval '1 year'`,
    },
  },
  attachment: {
    by: 'editor',
    where: 'version is null',
    columns: {
      id: 'gen_random_uuid()',
      noun: `case noun when 'agenda' then 'intervention' else 'agenda' end`,
      document_id: 'gen_random_uuid()',
      version: '1',
      file_id: 'gen_random_uuid()',
    },
  },
  saved_search: {
    by: 'editor',
    columns: {
      id: 'gen_random_uuid()',
      account_id: '(select id from membership limit 1)',
      question: `'{}'`,
      told_until: `now() - interval '1 year'`,
      due_at: 'now()',
      errand_hash: `'x'`,
      errand_until: 'now()',
      stop_hashes: `'{x}'`,
    },
  },
  ...Object.fromEntries(
    ['intervention_presence', 'agenda_presence'].map((table) => [
      table,
      { by: 'editor', columns: { document_id: 'gen_random_uuid()', account_id: 'gen_random_uuid()' } },
    ]),
  ),
};

describe.each(Object.entries(fixed))('%s', (table, { by, where = 'true', columns }) => {
  it.each(Object.entries(columns))('%s stays as it was', async (column, value) => {
    const set = (to: string) => run(by, `update ${table} set ${column} = ${to} where ${where}`);
    expect(await set(column)).toEqual(expect.any(Number));
    expect(await set(value)).toEqual(expect.stringContaining('row.column_fixed'));
  });
});

it('a file that a document holds goes to no other document', async () => {
  expect(await run('editor', `update file set held_by = null where held_by is not null`)).toEqual(
    expect.stringContaining('row.column_fixed'),
  );
});

it('a loose file goes to no document of another', async () => {
  const [theirs] = await asSuperuser<{ id: string }>(
    alliance.urls.superuserUrl,
    'select id from document_import where municipality = $1 limit 1',
    [stranger],
  );
  expect(theirs).toBeDefined();
  expect(await run('editor', `update file set held_by = $1 where held_by is null`, [theirs?.id])).toEqual(
    refusedByRule,
  );
});

it.each([
  ['agenda', makeAgenda],
  ['intervention', makeIntervention],
] as const)(
  'a page (%s) is withdrawn by a publisher of its own municipality, and by nobody else',
  async (noun, make) => {
    const { id } = await make(alliance, { state: 'published' });
    const withdrawal = `insert into ${noun}_withdrawal (${noun}_id, municipality, handle, title, reason)
    values ($1, '${own}', 'x', 'x', 'x')`;
    expect(await run('publisher', withdrawal, [id])).toBe(1);
    for (const person of ['editor', 'strangerPublisher', 'coordinator'] as const)
      expect(await run(person, withdrawal, [id])).toEqual(refusedByRule);
  },
);

it('a membership that has ended begins no more', async () => {
  await alliance.secretOf('memberless');
  const again = `update membership set ended_at = null where ended_at is not null`;
  expect(await run('administrator', again)).toEqual(expect.stringContaining('membership.ended'));
});

it('a version of an agenda has the next number', async () => {
  const { id } = await makeAgenda(alliance);
  const version = `insert into agenda_version (agenda_id, number, municipality, handle, visibility, title, content, note)
    values ($1, $2, '${own}', 'x', 'public', 'x', '{}', '')`;
  expect(await run('publisher', version, [id, 1])).toBe(1);
  expect(await run('publisher', version, [id, 7])).toEqual(expect.stringContaining('version.number'));
});

it('a person gives itself another name, and nobody else', async () => {
  const login = hashOf(await alliance.secretOf('editor'));
  await alliance.database.asActor({ login, link: null }, 'write', (tx) =>
    plainQuery(tx)(`select wall.rename_account('Proef anders')`, []),
  );
  const renamed = await asSuperuser(
    alliance.urls.superuserUrl,
    `select address from account where name = 'Proef anders'`,
  );
  expect(renamed).toEqual([{ address: addressOf('editor') }]);
});

it('a version of an agenda never changes either, whoever tries', async () => {
  await makeAgenda(alliance, { state: 'published' });
  const byHand = asSuperuser(alliance.urls.superuserUrl, `update agenda_version set title = 'Anders'`);
  await expect(byHand).rejects.toThrow('version.immutable');
});

it('the last administrator of a municipality does not leave', async () => {
  expect(await run('strangerAdministrator', 'select wall.erase_own_person()')).toEqual(
    expect.stringContaining('person.last_administrator'),
  );
});

describe('who is named and did not agree', () => {
  const named = async () => {
    const { id } = await makeIntervention(alliance, { parts: [{ municipality: stated }] });
    return (change: string) =>
      run('statedPublisher', `update participation set ${change} where intervention_id = $1`, [id]);
  };

  it('declines, and does not withdraw from what it never agreed to', async () => {
    const change = await named();
    expect(await change(`commitment = 'withdrawn', agreed_at = now()`)).toEqual(
      expect.stringContaining('participation.decline_instead'),
    );
  });

  it('changes nothing without answering', async () => {
    const change = await named();
    expect(await change('pupils = 3')).toEqual(expect.stringContaining('participation.answer_is_dated'));
  });
});

it('who may not write in an intervention makes nobody wait for it', async () => {
  const { id } = await makeIntervention(alliance);
  const waits = async (person: PersonName) =>
    sqlAs(alliance, person, async (query) => {
      await query('select wall.take_turn($1)', [id]);
      return asSuperuser(
        alliance.urls.superuserUrl,
        'select from intervention where id = $1 for update nowait',
        [id],
      ).then(
        () => false,
        () => true,
      );
    });
  expect([await waits('strangerPublisher'), await waits('partner')]).toEqual([false, false]);
});
