// What the parts of writing together promise each other: a place beside each finding, words that differ, a key of one's own.
import { readNextImport } from '@kansenplein/core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';

const document = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);

let alliance: Alliance;
let editor: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  editor = await alliance.as('editor');
});
afterAll(() => alliance.close());

async function imported() {
  const { id } = await editor.imports.start.mutate({
    fileName: 'agenda.txt',
    text: await readFile(document, 'utf8'),
  });
  while (await readNextImport(alliance.database, alliance.files));
  const { agenda, interventions } = await editor.imports.makeDrafts.mutate({ id });
  return { id, agenda: agenda ?? '', interventions };
}

it('a finding says where it stands in the draft, and what the document says there', async () => {
  const { agenda, interventions } = await imported();
  const { content } = await editor.agendas.workingCopy.query({ id: agenda });
  const keys = new Set([
    ...content.goals.map(({ key }) => `goals/${key}`),
    ...content.actions.map(({ key }) => `actions/${key}`),
  ]);
  const { marks } = await editor.imports.marks.query({ draft: agenda });
  const placed = marks.filter(({ place }) => place.includes('/'));
  expect(placed.length).toBeGreaterThan(0);
  expect(placed.filter(({ place }) => !keys.has(place))).toEqual([]);

  const ofWhole = marks.filter(({ kind, place }) => kind === 'finding' && place === '');
  const elsewhere = await Promise.all(interventions.map((draft) => editor.imports.marks.query({ draft })));
  const theirs = new Set(elsewhere.flatMap((each) => each.marks.map(({ item }) => item)));
  expect(ofWhole.filter(({ item }) => theirs.has(item))).toEqual([]);

  const ofIntervention = await editor.imports.marks.query({ draft: interventions[0] ?? '' });
  const findings = ofIntervention.marks.filter(({ kind }) => kind === 'finding');
  const source = (await readFile(document, 'utf8')).replace(/<[^<>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(findings.length).toBeGreaterThan(0);
  for (const { source: said } of findings)
    for (const sentence of said?.replace(/…$/, '').split(' … ') ?? []) expect(source).toContain(sentence);
});

it('a finding that is settled goes from every field it stood beside', async () => {
  const { id, interventions } = await imported();
  const draft = interventions[0] ?? '';
  const open = async () =>
    (await editor.imports.marks.query({ draft })).marks.filter(({ kind }) => kind === 'finding');
  const [first] = await open();
  await editor.imports.decide.mutate({
    id,
    item: first?.item ?? '',
    revision: first?.revision ?? 0,
    verdict: 'settled',
    choice: 'as_is',
    reason: 'Nagevraagd.',
  });
  expect((await open()).map(({ item }) => item)).not.toContain(first?.item);
});

it('an import laid beside its draft says which words differ, as versions do', async () => {
  const { id, interventions } = await imported();
  const draft = interventions[0] ?? '';
  const { revision, content } = await editor.interventions.workingCopy.query({ id: draft });
  await editor.interventions.save.mutate({
    id: draft,
    revision,
    content: { ...content, goal: `${content.goal} En nog een zin.` },
  });
  const { drafts } = await editor.imports.compare.query({ id });
  const fields = drafts.find((each) => each.id === draft)?.fields ?? [];
  const goal = fields.find(({ field }) => field === 'goal');
  const told = (kinds: readonly string[]) =>
    goal?.words
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect(told(['same', 'removed'])).toBe(goal?.current);
  expect(told(['same', 'added'])).toBe(goal?.incoming);
  expect(fields.find(({ difference }) => difference === 'same')?.words).toEqual([]);
});

it('the key of text on a device is the same for one account, and another for everybody else', async () => {
  const [one, again, other] = [
    await editor.accounts.device.query(),
    await (await alliance.as('editor')).accounts.device.query(),
    await (await alliance.as('publisher')).accounts.device.query(),
  ];
  expect(again).toEqual(one);
  expect(other.key).not.toBe(one.key);
  expect(other.tag).not.toBe(one.tag);
  // On the device stands the tag; the key cannot be made of it.
  expect(one.key.startsWith(one.tag)).toBe(false);
});
