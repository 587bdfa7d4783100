// Files: every actor × a loose file, a held one, one of another, one that is not there; over HTTP and as SQL.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { fetchFile, sendFile, storedFile } from '../support/files.ts';
import { asSuperuser, sqlAs, tryAs } from '../support/sql.ts';
import { normalised, type Answer } from '../support/wire.ts';
import { actors, editors, nowhere } from './matrix-world.ts';

let alliance: Alliance;
/** Each holds its own name as its bytes. */
let files: { loose: string; held: string; foreignLoose: string; foreignHeld: string };

async function upload(person: PersonName, text: string): Promise<string> {
  return storedFile(alliance, await alliance.secretOf(person), text);
}
async function uploadAndHold(person: PersonName, text: string): Promise<string> {
  const id = await upload(person, text);
  await (await alliance.as(person)).imports.start.mutate({ file: id });
  return id;
}

beforeAll(async () => {
  alliance = await makeAlliance();
  files = {
    loose: await upload('editor', 'loose'),
    held: await uploadAndHold('editor', 'held'),
    foreignLoose: await upload('strangerEditor', 'foreignLoose'),
    foreignHeld: await uploadAndHold('strangerEditor', 'foreignHeld'),
  };
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const secretOf = async (person: PersonName | null) => (person ? alliance.secretOf(person) : null);
const codeIn = ({ body }: Answer) =>
  (JSON.parse(body) as { error?: { data: { code: string } } }).error?.data.code ?? 'ok';

describe('a file', () => {
  it('is fetched as the row that holds it is seen, before that by its uploader only, and else does not exist', async () => {
    const wrong: unknown[] = [];
    let fetched = 0;
    for (const [name, actor] of Object.entries(actors)) {
      const secret = await secretOf(actor.person);
      const isEditor = actor.role !== null && (editors as readonly string[]).includes(actor.role);
      const sees = {
        loose: actor.person === 'editor',
        held: isEditor && actor.municipality === own,
        foreignLoose: actor.person === 'strangerEditor',
        foreignHeld: isEditor && actor.municipality === stranger,
      };
      const missing = normalised(await fetchFile(alliance, secret, nowhere));
      for (const [which, id] of Object.entries(files)) {
        const answer = await fetchFile(alliance, secret, id);
        const seen = sees[which as keyof typeof sees];
        if (seen ? answer.body !== which : normalised(answer) !== missing)
          wrong.push({ actor: name, which, seen, answer });
        if (seen) fetched += 1;
      }
      if (normalised(await fetchFile(alliance, secret, "x'--")) !== missing) wrong.push({ actor: name });
    }
    expect(wrong).toEqual([]);
    expect(fetched).toBe(8);
  });

  it('is taken in from editors only, and refused alike from everybody else', async () => {
    for (const [name, actor] of Object.entries(actors)) {
      const answer = await sendFile(alliance, await secretOf(actor.person), 'Een tekst');
      const isEditor = actor.role !== null && (editors as readonly string[]).includes(actor.role);
      const expected = isEditor
        ? 'ok'
        : actor.signedIn
          ? 'account.other_role_needed'
          : 'account.sign_in_first';
      expect([name, codeIn(answer)]).toEqual([name, expected]);
    }
  });

  it('goes out as an attachment that no browser opens, runs or keeps', async () => {
    const secret = await alliance.secretOf('editor');
    const name = 'Agenda "2025" \r\nX: ja; é’s.txt';
    const answer = await fetchFile(
      alliance,
      secret,
      await storedFile(alliance, secret, '<b>vet</b>', { name }),
    );
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="Agenda_2025_X_ja_e_s.txt"; filename*=UTF-8''Agenda%202025%20X%20ja%3B%20%C3%A9%E2%80%99s.txt`,
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none';.*; sandbox$/,
      ),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['x']).toBeUndefined();
  });

  it('is what its bytes are, not what it is called; pages and pictures with scripts are not taken', async () => {
    const secret = await alliance.secretOf('editor');
    for (const [bytes, name] of [
      ['<!doctype html><script>alert(1)</script>', 'agenda.txt'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'agenda.pdf'],
      ['PK\u0003\u0004 geen Word', 'agenda.docx'],
      ['MZ\u0000\u0001', 'agenda.txt'],
    ] as const)
      expect(codeIn(await sendFile(alliance, secret, bytes, { name }))).toBe('file.type_unsupported');
    const id = await storedFile(alliance, secret, '%PDF-1.4 nep', { name: 'agenda.html' });
    expect(Object.fromEntries((await fetchFile(alliance, secret, id)).headers)['content-type']).toBe(
      'application/pdf',
    );
    expect(codeIn(await sendFile(alliance, secret, ''))).toBe('file.empty');
  });

  it('of more than 10 MB is refused, and so is one that another site sends', async () => {
    const secret = await alliance.secretOf('editor');
    const large = await sendFile(alliance, secret, new Uint8Array(10 * 1024 * 1024 + 1).fill(65));
    expect([large.status, codeIn(large)]).toEqual([413, 'file.too_large']);
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://elders.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere)
      expect(codeIn(await sendFile(alliance, secret, 'x', { headers }))).toBe('request.from_elsewhere');
    const form = await sendFile(alliance, secret, 'x', { headers: { 'content-type': 'text/plain' } });
    expect([form.status, codeIn(form)]).toEqual([415, 'file.not_bytes']);
  });

  it('of somebody else, held already or not there cannot be read in', async () => {
    const editor = await alliance.as('editor');
    for (const id of [files.foreignLoose, files.foreignHeld, files.held, nowhere])
      await expect(editor.imports.start.mutate({ file: id })).rejects.toThrow('file.not_found');
    const colleague = await alliance.as('publisher');
    await expect(colleague.imports.start.mutate({ file: files.loose })).rejects.toThrow('file.not_found');
  });
});

describe('with SQL as role app', () => {
  const run = (person: PersonName | null, text: string, params: unknown[] = []) =>
    tryAs(alliance, person, text, params);
  const refusedByRule = expect.stringContaining('42501 new row violates row-level security policy');

  it('the key to the bytes stands behind the same wall as the file', async () => {
    for (const person of [
      'strangerPublisher',
      'agreedEditor',
      'reader',
      'partner',
      'coordinator',
      'operator',
      'memberless',
      'revoked',
      null,
    ] as const) {
      const seen = await run(person, 'select key from file where id in ($1, $2)', [files.loose, files.held]);
      expect([person, seen]).toEqual([person, 0]);
    }
    expect(await run('publisher', 'select key from file where id = $1', [files.held])).toBe(1);
    expect(await run('editor', 'select key from file where id = $1', [files.loose])).toBe(1);
  });

  it('cannot be given away, slipped into another municipality, renamed or overwritten', async () => {
    const [foreign] = await asSuperuser<{ held_by: string }>(
      alliance.urls.superuserUrl,
      'select held_by from file where id = $1',
      [files.foreignHeld],
    );
    const into = (id: string | undefined, holder: string | undefined) =>
      run('editor', 'update file set held_by = $2 where id = $1', [id, holder]);
    const elsewhere = await into(files.loose, foreign?.held_by);
    expect(elsewhere).toEqual(refusedByRule);
    expect(await into(files.loose, nowhere)).toBe(elsewhere);
    for (const change of [
      `name = 'x'`,
      `sha256 = ''`,
      `type = 'pdf'`,
      `uploaded_by = '${nowhere}'`,
      `key = 'x'`,
      `tells = '[]'`,
    ])
      expect(await run('editor', `update file set ${change} where id = $1`, [files.loose])).toEqual(
        expect.stringContaining('row.column_fixed'),
      );
    expect(await run('editor', 'update file set held_by = null where id = $1', [files.held])).toEqual(
      expect.stringContaining('row.column_fixed'),
    );
    for (const text of ['select 1 from file_content', 'select 1 from file_removal'])
      expect(await run('editor', text)).toEqual(expect.stringContaining('permission denied'));
  });

  it('belongs to whoever is signed in, whatever the statement says', async () => {
    const rows = await sqlAs(alliance, 'editor', async (query) => {
      await query(
        `insert into file (id, name, type, size, sha256, uploaded_by, visible_to, writable_by, audience)
         select gen_random_uuid(), 'Tamper', 'txt', 1, encode(sha256('x'), 'hex'), '${nowhere}', '{public}', '{public}', 1`,
      );
      return (await query(`select uploaded_by, visible_to from file where name = 'Tamper'`)).rows;
    });
    const account = (await (await alliance.as('editor')).accounts.me.query()).account?.id;
    expect(rows).toEqual([{ uploaded_by: account, visible_to: [`account:${account}`] }]);
    const byNobody = `insert into file (id, name, type, size, sha256, uploaded_by)
      values (gen_random_uuid(), 'x', 'txt', 1, 'x', '${nowhere}')`;
    expect(await run(null, byNobody)).not.toBe(1);
  });

  it('never points at the bytes of another file', async () => {
    const [held] = await asSuperuser<{ key: string }>(
      alliance.urls.superuserUrl,
      'select key from file where id = $1',
      [files.held],
    );
    const insert = `insert into file (id, name, type, size, sha256, uploaded_by, key)
      values (gen_random_uuid(), 'x', 'txt', 1, 'x', '${nowhere}', $1)`;
    expect(await run('strangerEditor', insert, [held?.key])).toEqual(expect.stringContaining('file_key'));
  });

  it('does not say of itself that it is attached', async () => {
    const rows = await sqlAs(alliance, 'editor', async (query) => {
      await query(`insert into file (id, name, type, size, sha256, uploaded_by, attached)
        values (gen_random_uuid(), 'Aangeplakt', 'txt', 1, 'x', '${nowhere}', true)`);
      await query(`update file set attached = true where name = 'Aangeplakt'`);
      return (await query(`select attached from file where name = 'Aangeplakt'`)).rows;
    });
    expect(rows).toEqual([{ attached: false }]);
  });
});
