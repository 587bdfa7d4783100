// Files beside a text are part of what changed: between versions, in the draft, and at the source of what was taken over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { attachTo, wordFile, type Noun } from '../support/attaching.ts';
import { fetchBytes } from '../support/files.ts';
import { makeAgenda, makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const attach = (noun: Noun, id: string, title: string, name: string, text = title) =>
  attachTo(alliance, 'editor', noun, id, wordFile(text), { title, name });

async function detach(noun: Noun, id: string, title: string) {
  const editor = await alliance.as('editor');
  const { attachments } = await editor[noun].draftAttachments.query({ id });
  const attachment = attachments.find((each) => each.title === title)?.id ?? '';
  await editor[noun].detach.mutate({ id, attachment });
}

async function publish(noun: Noun, id: string) {
  const publisher = await alliance.as('publisher');
  const { revision } = await publisher[noun].workingCopy.query({ id });
  await publisher[noun].publish.mutate({ id, revision, note: '', personalDataReason: null });
}

type Differences = readonly {
  readonly path: readonly string[];
  readonly kind: string;
  readonly words: readonly { readonly kind: string; readonly text: string }[];
}[];

/** Of each attachment how it differs, with its title and its file. */
const attachmentsIn = (differences: Differences) => {
  const items = differences.filter(({ path }) => path[0] === 'attachments' && path.length === 2);
  return items.map(({ path, kind }) => {
    const part = (name: string) =>
      differences.find((each) => each.path[1] === path[1] && each.path[2] === name)?.words ?? [];
    const says = (name: string) =>
      part(name).map(({ kind: how, text }) => (how === 'removed' ? `-${text}` : text));
    return [
      kind,
      says('title').join(' '),
      says('file')
        .join(' ')
        .replace(/ \(\d+ kB\)/g, ''),
    ];
  });
};

describe.each(['interventions', 'agendas'] as const)('files of %s', (noun) => {
  it('that came, went or were replaced are told between two versions and in the draft', async () => {
    const { id, handle } = await (noun === 'agendas' ? makeAgenda : makeIntervention)(alliance);
    for (const title of ['Draaiboek', 'Begroting', 'Rooster'])
      await attach(noun, id, title, `${title.toLowerCase()}.docx`);
    await publish(noun, id);
    await detach(noun, id, 'Begroting');
    await detach(noun, id, 'Draaiboek');
    await attach(noun, id, 'Draaiboek', 'draaiboek-nieuw.docx', 'Het gaat nu anders.');
    await attach(noun, id, 'Evaluatie', 'evaluatie.docx');
    const editor = await alliance.as('editor');
    const expected = [
      ['removed', '-Begroting', '-begroting.docx'],
      ['added', 'Evaluatie', 'evaluatie.docx'],
      ['changed', 'Draaiboek', expect.stringMatching(/^-?draaiboek/)],
      ['same', 'Rooster', 'rooster.docx'],
    ];
    const inDraft = await editor[noun].compareWorkingCopy.query({ id, with: null });
    expect(attachmentsIn(inDraft.differences)).toEqual(expect.arrayContaining(expected));
    expect(attachmentsIn(inDraft.differences)).toHaveLength(4);
    await publish(noun, id);
    const visitor = alliance.visitor();
    const compared = await visitor[noun].compareVersions.query({ handle, from: 1, to: 2 });
    expect(attachmentsIn(compared.differences)).toEqual(expect.arrayContaining(expected));
  });

  it('are named to nobody who may not see both texts', async () => {
    const { id, handle } = await (noun === 'agendas' ? makeAgenda : makeIntervention)(alliance, {
      state: 'published',
    });
    await attach(noun, id, 'Nog geheim', 'geheim.docx');
    for (const person of [null, 'strangerEditor'] as const) {
      const client = person ? await alliance.as(person) : alliance.visitor();
      const told = await client[noun].compareVersions.query({ handle, from: 1, to: 1 });
      expect(JSON.stringify(told)).not.toContain('geheim');
      await expect(client[noun].compareWorkingCopy.query({ id, with: null })).rejects.toThrow();
    }
  });
});

describe('files of the source of what was taken over', () => {
  const sourceOf = async (person: PersonName, id: string) => {
    const source = await (await alliance.as(person)).adoptions.source.query({ id });
    if (source.state !== 'there') throw new Error(`the source is ${source.state}`);
    return {
      files: source.attachments.map(({ title, since }) => [title, since]),
      gone: source.attachmentsGone,
      ids: source.attachments.map(({ file }) => file.id),
      newest: source.newest,
    };
  };

  it('are shown where they are, with what came since, and never become the adopter’s by themselves', async () => {
    const { id, handle } = await makeIntervention(alliance);
    for (const title of ['Draaiboek', 'Rooster']) await attach('interventions', id, title, `${title}.docx`);
    await publish('interventions', id);
    const stranger = await alliance.as('strangerEditor');
    const { id: copy } = await stranger.adoptions.adopt.mutate({ handle });
    expect((await stranger.interventions.draftAttachments.query({ id: copy })).attachments).toEqual([]);
    expect(await sourceOf('strangerEditor', copy)).toMatchObject({
      files: [
        ['Draaiboek', 'same'],
        ['Rooster', 'same'],
      ],
      gone: [],
    });
    await detach('interventions', id, 'Rooster');
    await detach('interventions', id, 'Draaiboek');
    await attach('interventions', id, 'Draaiboek', 'draaiboek-2.docx', 'Anders.');
    await attach('interventions', id, 'Nieuw', 'nieuw.docx');
    // What is attached to the draft of the source only, is nobody else's to see.
    expect((await sourceOf('strangerEditor', copy)).files.map(([title]) => title)).toEqual([
      'Draaiboek',
      'Rooster',
    ]);
    await publish('interventions', id);
    const news = await sourceOf('strangerEditor', copy);
    expect(news).toMatchObject({
      files: [
        ['Draaiboek', 'replaced'],
        ['Nieuw', 'added'],
      ],
      gone: ['Rooster'],
    });
    const secret = await alliance.secretOf('strangerEditor');
    for (const file of news.ids) expect(await fetchBytes(alliance, secret, file)).not.toBeNull();
    // Seen, and laid beside the newest version from now on.
    const { revision } = await stranger.interventions.workingCopy.query({ id: copy });
    await stranger.adoptions.takeOver.mutate({ id: copy, revision, version: news.newest, fields: [] });
    expect((await sourceOf('strangerEditor', copy)).files).toEqual([
      ['Draaiboek', 'same'],
      ['Nieuw', 'same'],
    ]);
    await (
      await alliance.as('publisher')
    ).interventions.withdraw.mutate({ id, reason: 'Het klopt niet meer.' });
    for (const file of news.ids) expect(await fetchBytes(alliance, secret, file)).toBeNull();
    expect(await stranger.adoptions.source.query({ id: copy })).toMatchObject({ state: 'gone' });
  });
});
