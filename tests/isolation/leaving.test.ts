// Leaving: everything of the own municipality, nothing of another, and a place in it for every table there is.
import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partGuides } from '../../apps/web/src/lib/messages/export-parts.ts';
import {
  pathOfFile,
  zipOfMunicipality,
  type AskFile,
  type AskPart,
} from '../../apps/web/src/lib/server/municipality-zip.ts';
import { holdings, noMunicipalitys } from '../../packages/core/src/leaving/holdings.ts';
import { addressOf, agreed, makeAlliance, own, stranger, type Alliance } from '../support/alliance.ts';
import { allBytes, unpacked } from '../support/archive.ts';
import { fetchFile, storedFile } from '../support/files.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeAgenda, makeIntervention, ownDesk, strangerDesk } from '../support/writing.ts';
import { makeImport } from './matrix-world.ts';

let alliance: Alliance;
const strangerWord = 'Kwikstaartonderzoek';
const ownWord = 'Ooievaarsproject';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A name as people give it, and one that would lead elsewhere. */
const broughtFiles = [
  ['Akkoord 2025–2028 (definitief, één).txt', 'Doelstelling 1: é en ü blijven é en ü.'],
  ['..%2F..\u202Etxt.exe.txt', 'Doelstelling 2.'],
] as const;

async function bring(person: 'editor' | 'strangerEditor', name: string, text: string) {
  const file = await storedFile(alliance, await alliance.secretOf(person), text, { name });
  await (await alliance.as(person)).imports.start.mutate({ file });
}

beforeAll(async () => {
  alliance = await makeAlliance();
  const states = ['draft', 'published', 'withdrawn'] as const;
  for (const [word, desk] of [
    [ownWord, ownDesk],
    [strangerWord, strangerDesk],
  ] as const) {
    for (const state of states) {
      await makeIntervention(alliance, { title: `${word} ${state}`, state, desk, visibility: 'public' });
      await makeAgenda(alliance, { title: `${word} ${state}`, state, desk, visibility: 'public' });
    }
  }
  const parts = [{ municipality: agreed, agreedBy: 'agreedPublisher' as const }];
  await makeIntervention(alliance, { title: `${ownWord} samen`, state: 'published', desk: ownDesk, parts });
  // The stranger names the own municipality: that row is about both.
  await makeIntervention(alliance, {
    title: `${strangerWord} samen`,
    desk: strangerDesk,
    parts: [{ municipality: own }],
  });
  await makeImport(alliance, 'drafted');
  await makeImport(alliance, 'read', 'strangerEditor');
  for (const [name, text] of broughtFiles) await bring('editor', name, text);
  await bring('strangerEditor', 'van-een-ander.txt', `${strangerWord}: van een ander.`);
  for (const name of ['administrator', 'strangerAdministrator'] as const) {
    const administrator = await alliance.as(name);
    await administrator.accounts.invite.mutate({
      address: `gast-${name.toLowerCase()}@kansenplein.example`,
      role: 'reader',
    });
  }
});
afterAll(() => alliance.close());

const ask = <Row extends Record<string, unknown>>(text: string, params: unknown[] = []) =>
  asSuperuser<Row>(alliance.urls.superuserUrl, text, params);

/** What came out of the archive by another hand than the one that wrote it: files by their path. */
async function askFileAs(name: 'administrator' | 'strangerAdministrator'): Promise<AskFile> {
  const secret = await alliance.secretOf(name);
  return async (id) => {
    const answer = await fetchFile(alliance, secret, id);
    return answer.status === 200 ? Buffer.from(answer.body) : null;
  };
}

async function exportOf(name: 'administrator' | 'strangerAdministrator') {
  const client = await alliance.as(name);
  const started = await client.leaving.start.mutate();
  const asked: AskPart = (input) => client.leaving.part.query(input);
  const files = await unpacked(await allBytes(zipOfMunicipality(started, asked, await askFileAs(name))));
  return Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString()]));
}
const rowsOf = (files: Record<string, string>, part: string) =>
  JSON.parse(files[`${part}.json`] ?? 'null') as Record<string, unknown>[];

describe('everything of the own municipality', () => {
  it('has a place for every table, or a reason why not', async () => {
    const tables = await ask<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('public', 'wall') order by 1`,
    );
    const known = [...holdings.map(({ table }) => table), ...Object.keys(noMunicipalitys)].sort();
    expect(known).toEqual(tables.map(({ name }) => name));
  });

  it('knows the whole key of every table, so that no row is missed', async () => {
    for (const { table, key, moment } of holdings) {
      if (moment !== null) continue;
      const [row] = await ask<{ columns: string[] }>(
        `select array_agg(a.attname::text order by array_position(x.indkey::int[], a.attnum::int)) as columns
         from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
         where x.indrelid = $1::regclass and x.indisprimary`,
        [table],
      );
      expect({ table, key: key.map(([column]) => column) }).toEqual({ table, key: row?.columns });
    }
  });

  it('is complete: as many rows as the municipality has, each once, also when they come in pieces', async () => {
    const files = await exportOf('administrator');
    for (const { table, key, moment, own: whose } of holdings) {
      const [row] = await ask<{ count: number }>(`select count(*)::int from ${table} t where ${whose}`, [
        own,
      ]);
      const rows = rowsOf(files, table);
      // The export itself is an event, written before the parts are read; an invitation mail is none.
      expect({ table, rows: rows.length }).toEqual({ table, rows: row?.count });
      if (moment !== null) continue;
      const keys = rows.map((each) => JSON.stringify(key.map(([column]) => each[column])));
      expect(new Set(keys).size).toBe(rows.length);
    }
    const imports = rowsOf(files, 'document_import');
    expect(imports.filter(({ source }) => String(source).length > 100)).toHaveLength(1);
    const counts = (JSON.parse(files['inhoud.json'] ?? '{}') as { rows: Record<string, number> }).rows;
    expect(counts.intervention).toBe(rowsOf(files, 'intervention').length);
    expect(counts.intervention).toBeGreaterThan(3);
    expect(files['LEESMIJ.txt']).toContain('Brunssum');
  });

  it('has a guide that explains every part, and no part that is gone', async () => {
    expect(Object.keys(partGuides).sort()).toEqual(holdings.map(({ table }) => table).sort());
    const guide = (await exportOf('administrator'))['LEESMIJ.txt'] ?? '';
    for (const { table, what, holds } of holdings) {
      expect(guide).toContain(holds === 'files' ? `${table}.json en bestanden/` : `${table}.json`);
      expect(guide).toContain(what);
    }
  });

  it('gives each file as it was brought, under a safe name that the list refers to', async () => {
    const files = await exportOf('administrator');
    const rows = rowsOf(files, 'file');
    expect(rows.length).toBe(broughtFiles.length);
    const inFolder = Object.keys(files).filter((path) => path.startsWith('bestanden/'));
    expect(inFolder.sort()).toEqual(rows.map(({ bestand }) => String(bestand)).sort());
    expect(inFolder.map((path) => files[path]).sort()).toEqual(broughtFiles.map(([, text]) => text).sort());
    for (const path of inFolder) expect(path).toMatch(/^bestanden\/[0-9a-f-]{36}-[^/\\:*?"<>|\p{C}]+\.txt$/u);
    const counts = (JSON.parse(files['inhoud.json'] ?? '{}') as { rows: Record<string, number> }).rows;
    expect(counts.file).toBe(broughtFiles.length);
    expect(Object.keys(files).length).toBe(holdings.length + 2 + broughtFiles.length);
  });

  it('cleans whatever stands in a name', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(pathOfFile(id, '../../etc/passwd')).toBe(`bestanden/${id}-.._.._etc_passwd`);
    expect(pathOfFile(id, 'C:\\a\r\n".pdf')).toBe(`bestanden/${id}-C__a___.pdf`);
    expect(pathOfFile(id, `${'é'.repeat(300)}.docx`)).toBe(`bestanden/${id}-${'é'.repeat(100)}.docx`);
    expect(pathOfFile(id, 'eindigt op een punt.')).toBe(`bestanden/${id}-eindigt op een punt`);
  });

  it('comes in pieces that join without a gap', async () => {
    const events = await ask<{ count: number }>(
      'select count(*)::int from audit_event where municipality = $1',
      [own],
    );
    await ask(
      `insert into audit_event (municipality, action, object) select $1, 'proef.veel', n::text from generate_series(1, 1200) n`,
      [own],
    );
    const rows = rowsOf(await exportOf('administrator'), 'audit_event');
    // The number of an event counts the events of everybody.
    expect(rows.filter((row) => 'id' in row)).toEqual([]);
    const many = rows.filter(({ action }) => action === 'proef.veel');
    expect(many.map(({ object }) => Number(object))).toEqual(Array.from({ length: 1200 }, (_, n) => n + 1));
    expect(rows.length).toBe((events[0]?.count ?? 0) + 1201);
  });

  it('holds nothing of another municipality but what it shared with this one', async () => {
    const files = await exportOf('administrator');
    for (const [file, text] of Object.entries(files)) {
      if (/^participation(_question)?\.json$/.test(file)) continue;
      expect({ file, stranger: text.includes(strangerWord) }).toEqual({ file, stranger: false });
      expect({ file, stranger: text.includes(addressOf('strangerEditor')) }).toEqual({
        file,
        stranger: false,
      });
    }
    const shared = ['participation', 'participation_question'];
    for (const table of shared)
      for (const row of rowsOf(files, table)) expect([row.municipality, row.lead]).toContain(own);
    for (const { table } of holdings)
      for (const row of rowsOf(files, table))
        if ('municipality' in row && !shared.includes(table)) expect(row.municipality).toBe(own);
    const theirs = await exportOf('strangerAdministrator');
    expect(JSON.stringify(theirs)).toContain(strangerWord);
    expect(rowsOf(theirs, 'intervention').every(({ municipality }) => municipality === stranger)).toBe(true);
  });

  it('holds one file at a time: the next is asked for when the one before has been sent', async () => {
    const megabyte = 1024 * 1024;
    const many = 40;
    let asked = 0;
    let held = 0;
    // What is let go of is counted off a moment after it was collected.
    const heldNow = async () => {
      for (let round = 0; round < 3; round += 1) {
        collectGarbage();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return process.memoryUsage().arrayBuffers;
    };
    const before = await heldNow();
    const fake: AskPart = async () => ({
      rows: Array.from({ length: many }, (_, n) => ({ id: String(n), name: 'ruis.pdf' })),
      next: null,
    });
    const fakeFile: AskFile = async () => {
      if (asked === many - 1) held = (await heldNow()) - before;
      asked += 1;
      return randomBytes(megabyte);
    };
    const started = {
      municipality: { code: own, name: 'Brunssum' },
      startedAt: '2026-11-22T12:00:00.000Z',
      parts: [{ part: 'file', what: 'Bestanden', holds: 'files' }],
    } as const;
    let sent = 0;
    let ahead = 0;
    for await (const piece of zipOfMunicipality(started, fake, fakeFile)) {
      sent += (piece as Buffer).length;
      ahead = Math.max(ahead, asked - Math.floor(sent / megabyte));
    }
    expect(asked).toBe(many);
    expect(ahead).toBeLessThanOrEqual(3);
    // The library keeps every stream it was given; what went through them must be gone.
    expect(held).toBeLessThan(10 * megabyte);
  });

  it('breaks off when a part cannot be read, and stops asking when nobody listens any more', async () => {
    const client = await alliance.as('administrator');
    const started = await client.leaving.start.mutate();
    const askFile = await askFileAs('administrator');
    const broken: AskPart = (input) =>
      input.part === 'agenda'
        ? Promise.reject(new Error('the connection is gone'))
        : client.leaving.part.query(input);
    await expect(allBytes(zipOfMunicipality(started, broken, askFile))).rejects.toThrow(
      'the connection is gone',
    );

    let asked = 0;
    const endless: AskPart = () => {
      asked += 1;
      const rows = Array.from({ length: 100 }, () => ({ noise: Math.random() }));
      return Promise.resolve({ rows, next: ['again'] });
    };
    const turns = async () => {
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    for await (const piece of zipOfMunicipality(started, endless, askFile))
      if ((piece as Buffer).length > 1000) break;
    await turns();
    const atTheEnd = asked;
    await turns();
    expect(asked).toBe(atTheEnd);
  });

  it('holds no secret', async () => {
    const text = JSON.stringify(await exportOf('administrator'));
    const secrets = await ask<{ secret: string }>(
      `select password_hash as secret from credential union all select id from login_session
       union all select token_hash from invitation`,
    );
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter(({ secret }) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/visible_to|writable_by/);
  });

  it('is told in the audit, and is for administrators only', async () => {
    const count = () =>
      ask(`select 1 from audit_event where action = 'municipality.exported' and municipality = $1`, [own]);
    const before = (await count()).length;
    await exportOf('administrator');
    expect((await count()).length).toBe(before + 1);
    for (const name of ['publisher', 'coordinator', 'operator', 'partner'] as const) {
      const client = await alliance.as(name);
      expect(await codeOf(client.leaving.part.query({ part: 'intervention', after: null }))).toBe(
        'account.other_role_needed',
      );
    }
  });

  it('answers a place that it never gave with a code, not with an error of the database', async () => {
    const client = await alliance.as('administrator');
    for (const after of [['x'], ['1', '2'], [], ['00000000-0000-4000-8000-00000000000g']])
      expect(await codeOf(client.leaving.part.query({ part: 'intervention', after }))).toBe(
        'part.no_such_place',
      );
    expect(await codeOf(client.leaving.part.query({ part: 'credential', after: null }))).toBe(
      'part.not_found',
    );
    expect(alliance.internalErrors).toEqual([]);
  });
});
