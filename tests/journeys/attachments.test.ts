// Attachments: brought by an editor, published with the page, seen by whoever sees it, kept by the versions that had them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { attachTo, broughtBy, pngOf, titlesOf, wordFile, workbook, type Noun } from '../support/attaching.ts';
import { fetchBytes } from '../support/files.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { makeAgenda, makeIntervention, publishAgain } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const can = async (person: PersonName | null, file: string): Promise<boolean> =>
  (await fetchBytes(alliance, person && (await alliance.secretOf(person)), file)) !== null;
/** Who of these gets the file. */
async function readers(file: string, among: readonly (PersonName | null)[]) {
  const found: (PersonName | null)[] = [];
  for (const person of among) if (await can(person, file)) found.push(person);
  return found;
}
const someone = ['editor', 'reader', 'agreedEditor', 'strangerEditor', 'partner', null] as const;

const drafts = async (noun: Noun, id: string) =>
  (await alliance.as('editor'))[noun].draftAttachments.query({ id });

async function publish(noun: Noun, id: string): Promise<void> {
  const publisher = await alliance.as('publisher');
  const { revision } = await publisher[noun].workingCopy.query({ id });
  await publisher[noun].publish.mutate({ id, revision, note: '', personalDataReason: null });
}

const make = (noun: Noun, state: 'draft' | 'published' = 'draft') =>
  noun === 'interventions' ? makeIntervention(alliance, { state }) : makeAgenda(alliance, { state });

describe.each(['interventions', 'agendas'] as const)('what goes along with %s', (noun) => {
  it('is the municipality’s until it is published, then everybody’s, byte for byte', async () => {
    const { id, handle } = await make(noun);
    const bytes = wordFile('Zo werkt het draaiboek.');
    const file = await attachTo(alliance, 'editor', noun, id, bytes, { title: 'Draaiboek' });
    expect(await readers(file, someone)).toEqual(['editor', 'reader']);
    expect(titlesOf(await drafts(noun, id))).toEqual(['Draaiboek']);
    const visitor = alliance.visitor();
    await expect(visitor[noun].attachments.query({ handle, number: null })).rejects.toThrow('not_found');
    await publish(noun, id);
    expect(await readers(file, someone)).toEqual([...someone]);
    expect(titlesOf(await visitor[noun].attachments.query({ handle, number: null }))).toEqual(['Draaiboek']);
    expect(Buffer.from(bytes).equals((await fetchBytes(alliance, null, file)) ?? Buffer.alloc(0))).toBe(true);
  });

  it('stays with the version it was published with, whatever happens to the working copy', async () => {
    const { id, handle } = await make(noun);
    const first = await attachTo(alliance, 'editor', noun, id, undefined, { title: 'Eerste' });
    await publish(noun, id);
    const editor = await alliance.as('editor');
    const [one] = (await drafts(noun, id)).attachments;
    await editor[noun].changeAttachment.mutate({
      id,
      attachment: one?.id ?? '',
      title: 'Anders genoemd',
      alternative: '',
      personalDataReason: null,
    });
    const second = await attachTo(alliance, 'editor', noun, id, undefined, { title: 'Tweede' });
    await editor[noun].detach.mutate({ id, attachment: one?.id ?? '' });
    const visitor = alliance.visitor();
    expect(titlesOf(await visitor[noun].attachments.query({ handle, number: null }))).toEqual(['Eerste']);
    expect(await readers(second, someone)).toEqual(['editor', 'reader']);
    await publish(noun, id);
    expect(titlesOf(await visitor[noun].attachments.query({ handle, number: null }))).toEqual(['Tweede']);
    expect(titlesOf(await visitor[noun].attachments.query({ handle, number: 1 }))).toEqual(['Eerste']);
    expect([await can(null, first), await can(null, second)]).toEqual([true, true]);
  });

  it('makes a draft of what was published, without making an open screen old', async () => {
    const { id } = await make(noun, 'published');
    const editor = await alliance.as('editor');
    const before = await editor[noun].workingCopy.query({ id });
    await attachTo(alliance, 'editor', noun, id);
    const after = await editor[noun].workingCopy.query({ id });
    expect([before.state, after.state]).toEqual(['published', 'draft']);
    expect(after.revision).toBe(before.revision);
  });

  it('is withdrawn with the page', async () => {
    const { id } = await make(noun);
    const file = await attachTo(alliance, 'editor', noun, id);
    await publish(noun, id);
    await (await alliance.as('publisher'))[noun].withdraw.mutate({ id, reason: 'Het klopt niet meer.' });
    expect(await readers(file, someone)).toEqual(['editor', 'reader']);
  });

  it('goes with a draft that is thrown away, and when the last page lets go of it', async () => {
    const { id } = await make(noun);
    const file = await attachTo(alliance, 'editor', noun, id);
    const other = await attachTo(alliance, 'editor', noun, id);
    const [, second] = (await drafts(noun, id)).attachments;
    const editor = await alliance.as('editor');
    await editor[noun].detach.mutate({ id, attachment: second?.id ?? '' });
    expect(await can('editor', other)).toBe(false);
    await editor[noun].discard.mutate({ id });
    expect(await can('editor', file)).toBe(false);
    const rows = await asSuperuser(alliance.urls.superuserUrl, 'select 1 from file where id = any($1)', [
      [file, other],
    ]);
    expect(rows).toEqual([]);
  });

  it('keeps its order, and is moved one place at a time', async () => {
    const { id } = await make(noun);
    for (const title of ['Een', 'Twee', 'Drie'])
      await attachTo(alliance, 'editor', noun, id, undefined, { title });
    const editor = await alliance.as('editor');
    const idOf = async (title: string) =>
      (await drafts(noun, id)).attachments.find((each) => each.title === title)?.id ?? '';
    await editor[noun].moveAttachment.mutate({ id, attachment: await idOf('Drie'), to: 'up' });
    await editor[noun].moveAttachment.mutate({ id, attachment: await idOf('Een'), to: 'up' });
    expect(titlesOf(await drafts(noun, id))).toEqual(['Een', 'Drie', 'Twee']);
    await editor[noun].moveAttachment.mutate({ id, attachment: await idOf('Een'), to: 'down' });
    expect(titlesOf(await drafts(noun, id))).toEqual(['Drie', 'Een', 'Twee']);
  });
});

describe('a joint intervention', () => {
  it('shows who agreed to take part what goes along with the draft, as long as it takes part', async () => {
    const parts = [{ municipality: agreed, agreedBy: 'agreedPublisher' as const }];
    const { id } = await makeIntervention(alliance, { parts });
    const file = await attachTo(alliance, 'editor', 'interventions', id);
    expect(await readers(file, someone)).toEqual(['editor', 'reader', 'agreedEditor']);
    const participant = await alliance.as('agreedPublisher');
    const attaching = attachTo(alliance, 'agreedPublisher', 'interventions', id);
    expect(await codeOf(attaching)).toBe('intervention.read_only');
    await participant.interventions.answerParticipation.mutate({
      id,
      commitment: 'withdrawn',
      pupils: null,
      schools: '',
      condition: '',
    });
    expect(await readers(file, someone)).toEqual(['editor', 'reader']);
  });

  it('publishes nothing that its lead attached since, when a participant answers', async () => {
    const parts = [{ municipality: agreed }];
    const { id, handle } = await makeIntervention(alliance, { parts });
    await attachTo(alliance, 'editor', 'interventions', id, undefined, { title: 'Gepubliceerd' });
    await publish('interventions', id);
    const later = await attachTo(alliance, 'editor', 'interventions', id, undefined, { title: 'Later' });
    await (
      await alliance.as('agreedPublisher')
    ).interventions.answerParticipation.mutate({
      id,
      commitment: 'confirmed',
      pupils: null,
      schools: '',
      condition: '',
    });
    const page = await alliance.visitor().interventions.attachments.query({ handle, number: 2 });
    expect(titlesOf(page)).toEqual(['Gepubliceerd']);
    expect(await can(null, later)).toBe(false);
  });
});

describe('what a page is published to', () => {
  it('holds for its files too, also when it gets narrower', async () => {
    const { id } = await makeIntervention(alliance, { visibility: 'public' });
    const file = await attachTo(alliance, 'editor', 'interventions', id);
    await publish('interventions', id);
    const publisher = await alliance.as('publisher');
    const { content, revision } = await publisher.interventions.workingCopy.query({ id });
    await publisher.interventions.save.mutate({
      id,
      revision,
      content: { ...content, visibility: 'alliance' },
    });
    await publishAgain(publisher, id);
    expect(await readers(file, someone)).toEqual(someone.filter((person) => person !== null));
  });
});

describe('personal data', () => {
  const attachable = async (bytes: Uint8Array, title = 'Cijfers', reason: string | null = null) => {
    const { id } = await makeIntervention(alliance);
    return codeOf(attachTo(alliance, 'editor', 'interventions', id, bytes, { title, reason }));
  };

  it('in a file must be explained, and the explanation is kept', async () => {
    const bytes = workbook([
      ['Contact', 'proef@kansenplein.example'],
      ['Aantal', 12],
    ]);
    expect(await attachable(bytes)).toBe('attachment.personal_data');
    const { id } = await makeIntervention(alliance);
    const reason = 'Dit is de functionele postbus.';
    await attachTo(alliance, 'editor', 'interventions', id, bytes, { reason });
    const events = await asSuperuser(
      alliance.urls.superuserUrl,
      `select 1 from audit_event where action = 'attachment.added' and reason = $1`,
      [reason],
    );
    expect(events).toHaveLength(1);
    expect((await drafts('interventions', id)).attachments[0]?.tells).toEqual(['email']);
  });

  it('in a title must be explained as well', async () => {
    expect(await attachable(wordFile('Niets'), 'Bel 06-12345678')).toBe('attachment.personal_data');
  });

  it('that is a BSN is refused outright, in a text, in a cell and in a title; nothing is kept', async () => {
    const count = async () => (await asSuperuser(alliance.urls.superuserUrl, 'select 1 from file')).length;
    const before = await count();
    const keys = async () => {
      let found = 0;
      for await (const _key of alliance.files.list()) found += 1;
      return found;
    };
    const keysBefore = await keys();
    for (const bytes of [wordFile('BSN 111222333 van een leerling'), workbook([['Leerling', 111222333]])])
      await expect(broughtBy(alliance, 'editor', bytes)).rejects.toThrow('file.bsn');
    expect([await count(), await keys()]).toEqual([before, keysBefore]);
    expect(await attachable(wordFile('Niets'), 'BSN 111222333', 'Daarom')).toBe('file.bsn');
  });
});

describe('a picture', () => {
  it('says in words what it shows, and is made anew', async () => {
    const { id } = await makeIntervention(alliance);
    const secret = Buffer.from('Comment\0GPS 50.94, 5.97');
    const bytes = pngOf(40, 30, [['tEXt', secret]]);
    const attaching = (alternative: string) =>
      attachTo(alliance, 'editor', 'interventions', id, bytes, {
        name: 'plein.png',
        title: 'Het plein',
        alternative,
      });
    expect(await codeOf(attaching(' '))).toBe('attachment.alternative_missing');
    const file = await attaching('Kinderen lezen op een plein.');
    const kept = await fetchBytes(alliance, await alliance.secretOf('editor'), file);
    expect(kept?.subarray(1, 4).toString()).toBe('PNG');
    expect(kept?.includes('GPS')).toBe(false);
    expect((await drafts('interventions', id)).attachments[0]?.file).toMatchObject({
      name: 'plein.png',
      type: 'png',
    });
  });
});

describe('bounds', () => {
  it('hold on how many files go along', async () => {
    const { id } = await makeIntervention(alliance);
    const files = [];
    for (let n = 0; n < 20; n += 1) files.push(await attachTo(alliance, 'editor', 'interventions', id));
    expect((await drafts('interventions', id)).can.attach).toBe(false);
    expect(await codeOf(attachTo(alliance, 'editor', 'interventions', id))).toBe('attachment.too_many');
    expect((await drafts('interventions', id)).attachments).toHaveLength(20);
  });
});
