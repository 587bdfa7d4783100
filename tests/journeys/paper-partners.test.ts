// A paper names partners by the addresses of their pages. Who brings it in gets the records that it may see; what it may not
// see, and what never was, stays in the text by its name, so that nothing is lost and nothing is told.
import { writeIntervention } from '@kansenplein/documents';
import { readNextImport } from '@kansenplein/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { storedFile } from '../support/files.ts';
import { broughtBack, broughtIn } from '../support/papers.ts';
import { makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const described = (name: string) => ({
  name,
  kind: 'library' as const,
  locatedIn: null,
  brin: '',
  website: '',
});

it('a partner that the importer may not see stays in the text, as one that never was', async () => {
  const editor = await alliance.as('editor');
  const stranger = await alliance.as('strangerEditor');
  const seen = await editor.organisations.add.mutate(described('Bibliotheek Zuid'));
  const hidden = await stranger.organisations.add.mutate(described('Verborgen bibliotheek'));
  const link = (name: string, slug: string) => `- [${name}](${alliance.origin}/organisaties/${slug})`;
  const bytes = await writeIntervention(
    {
      ...{ number: null, title: 'Samen lezen', parties: 'De gemeente', goal: 'Lezen', targetGroup: '' },
      ...{ locations: '', activities: '', monitoring: '', funding: '', moreInformation: '' },
      participations: [],
      details: [
        {
          label: 'Partijen en scholen',
          text: [
            link('Bibliotheek Zuid', seen.slug),
            link('Verborgen bibliotheek', hidden.slug),
            link('Nooit geweest', 'nooit-geweest-aaaaaaaaaa'),
            '- Zonder adres',
          ].join('\n'),
        },
        { label: 'Beschreven in', text: '- [Onveilig](http://programma.example/)' },
        { label: 'Zelf erbij geschreven', text: 'Dit staat op geen formulier.' },
      ],
      municipality: 'Brunssum',
      period: { from: '2024', to: '2026' },
      status: 'Concept',
      version: null,
      provenance: { address: `${alliance.origin}/mijn/interventies/x`, writtenOn: '2026-11-22' },
    },
    'docx',
  );
  const secret = await alliance.secretOf('editor');
  const file = await storedFile(alliance, secret, Uint8Array.from(bytes), { name: 'samen-lezen.docx' });
  const { id } = await editor.imports.start.mutate({ file });
  while (await readNextImport(alliance.database, alliance.files));
  const { items } = await editor.imports.review.query({ id });
  expect(
    items.filter(({ field }) => field === 'moreInformation').map(({ kind, text }) => [kind, text]),
  ).toEqual([
    ['unplaced', 'Beschreven in: - [Onveilig](http://programma.example/)'],
    ['unplaced', 'Zelf erbij geschreven: Dit staat op geen formulier.'],
  ]);
  const made = await editor.imports.makeDrafts.mutate({ id });
  const [draft = ''] = made.interventions;
  const { content } = await editor.interventions.workingCopy.query({ id: draft });
  expect(content.organisations).toEqual([seen.id]);
  expect(content.parties).toBe(
    'De gemeente\n\nOok genoemd: Verborgen bibliotheek; Nooit geweest; Zonder adres',
  );
  expect(content.programmeLinks).toEqual([]);
});

it('the paper of one intervention makes that intervention and no agenda', async () => {
  const editor = await alliance.as('editor');
  const { handle } = await makeIntervention(alliance, { title: 'Alleen dit', state: 'published' });
  const agendas = async () => (await editor.agendas.workingCopies.query()).agendas.length;
  const before = await agendas();
  const { id, made } = await broughtBack(alliance, 'editor', `/interventies/${handle}/docx`);
  expect([made.agenda, made.interventions.length, await agendas()]).toEqual([null, 1, before]);
  const [draft = ''] = made.interventions;
  expect(await editor.interventions.workingCopy.query({ id: draft })).toMatchObject({
    content: { title: 'Alleen dit', periodFrom: 2024, periodTo: 2026 },
  });
  const { drafts } = await editor.imports.compare.query({ id });
  expect(drafts.map(({ kind, gone }) => [kind, gone])).toEqual([['intervention', false]]);
  const { marks } = await editor.imports.marks.query({ draft });
  expect([...new Set(marks.map((mark) => mark.import))]).toEqual([id]);
  const again = await broughtIn(alliance, 'editor', `/interventies/${handle}/pdf`);
  const { imports } = await editor.imports.earlier.query({ id: again.id });
  expect(imports.map((one) => one.id)).toContain(id);
  await editor.imports.follow.mutate({ id: again.id, earlier: id });
  expect((await editor.imports.compare.query({ id: again.id })).drafts[0]).toMatchObject({ id: draft });
});
