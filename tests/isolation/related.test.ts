// What resembles a page is a question about what the reader may see: nothing that is hidden from somebody changes which
// pages are named to it, in which order, or why. And the own lineage is not named, also when a page in between is hidden.
import { countWords } from '@kansenplein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { sqlAs } from '../support/sql.ts';
import {
  adoptAndPublish,
  handleOf,
  makeIntervention,
  publishAgain,
  rewrite,
  strangerDesk,
  type InterventionContent,
  type Wanted,
} from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const everybodyElse = [
  'strangerPublisher',
  'agreedEditor',
  'partner',
  'coordinator',
  'operator',
  null,
] as const;
type Reader = PersonName | null;

const clientOf = async (person: Reader) => (person === null ? alliance.visitor() : alliance.as(person));
const relatedTo = async (handle: string, person: Reader = null) =>
  (await (await clientOf(person)).finding.related.query({ handle })).related;
const titlesFor = async (handle: string, person: Reader = null) =>
  (await relatedTo(handle, person)).map(({ card }) => card.title);

const publish = (title: string, content: Partial<InterventionContent>, wanted: Wanted = {}) =>
  makeIntervention(alliance, { state: 'published', title, content, ...wanted });

/** What each function of the wall says, to the last byte: names and texts are only the last step. */
const rawAnswers = (id: string, person: Reader) =>
  sqlAs(alliance, person, async (query) => {
    const related = await query(`select * from wall.search_related($1, '{}', 20)`, [id]);
    const themes = await query('select * from wall.search_themes_of($1) order by 1', [
      [own, stranger, agreed],
    ]);
    return JSON.stringify([related.rows, themes.rows]);
  });

describe('what resembles', () => {
  it('says the same rare words, or has the same theme and phase, and says which', async () => {
    const unlike = { themes: ['armoede'], phases: ['mbo'] } as const;
    const page = await publish('Overstapcoaches', {
      summary: 'Mentoren begeleiden brugklassers bij de overstap.',
      themes: ['soepele-overgangen', 'loopbaan'],
      phases: ['po-vo'],
    });
    await publish('Warme overdracht', {
      summary: 'Mentoren van de brugklassers praten over de overstap.',
      themes: ['soepele-overgangen'],
      phases: ['po-vo'],
    });
    await publish('Naar de middelbare', {
      summary: 'Een avond in de aula.',
      themes: ['loopbaan'],
      phases: ['po-vo'],
    });
    await publish('Samen ontbijten', { ...unlike, summary: 'Brood en melk voor wie nog niets at.' } as never);
    expect(
      (await relatedTo(page.handle)).map(({ card, themes, phases, words }) => [
        card.title,
        themes,
        phases,
        [...words].sort(),
      ]),
    ).toEqual([
      ['Warme overdracht', ['soepele-overgangen'], ['po-vo'], ['brugklassers', 'mentoren', 'overstap']],
      ['Naar de middelbare', ['loopbaan'], ['po-vo'], []],
    ]);
    expect(await titlesFor(page.handle)).not.toContain('Overstapcoaches');
  });

  it('names at most six, and neither itself nor the names of municipalities as a reason', async () => {
    const made = [];
    for (let n = 1; n <= 8; n += 1)
      made.push(await publish(`Zwemles ${n}`, { summary: 'Zwemdiploma in Brunssum.', themes: ['armoede'] }));
    const found = await relatedTo(made[0]?.handle ?? '');
    expect(found).toHaveLength(6);
    expect(found.map(({ card }) => card.title)).not.toContain('Zwemles 1');
    for (const { words } of found) expect(words).toEqual(expect.not.arrayContaining(['brunssum']));
  });

  it('a word that nearly all say, says nothing', async () => {
    await countWords(alliance.database);
    const [one] = await Promise.all([
      publish('Zwemmen met opa', {
        summary: 'Zwemdiploma en een klarinet.',
        themes: ['nieuwkomers'],
        phases: ['vo'],
      }),
      publish('Muziek met oma', {
        summary: 'Een klarinet.',
        themes: ['nieuwkomers'],
        phases: ['voorschools'],
      }),
    ]);
    const found = await relatedTo(one?.handle ?? '');
    // Eight of a dozen pages are about swimming.
    expect(found.map(({ card, words }) => [card.title, words])).toEqual([['Muziek met oma', ['klarinet']]]);
  });
});

describe('what somebody may not read', () => {
  it('is named to insiders only, and changes nothing for anybody else: not the order, not the reasons', async () => {
    const place = { themes: ['brede-ontwikkeling'], phases: ['po'] } as const;
    const page = await publish('Muziekpakhuis', {
      ...place,
      summary: 'Een orgelpijp en een trompetje.',
    } as never);
    await publish('Het orgel', { ...place, summary: 'Over een orgelpijp.' } as never);
    await publish('De trompet', { ...place, summary: 'Over een trompetje.' } as never);
    await countWords(alliance.database);
    const said = async (person: Reader) => ({
      person,
      related: JSON.stringify(await relatedTo(page.handle, person)),
      raw: await rawAnswers(page.id, person),
    });
    const before = [];
    for (const person of everybodyElse) before.push(await said(person));
    const insider = await said('reader');
    const hidden = [];
    for (let n = 1; n <= 7; n += 1)
      hidden.push(
        await publish(
          `Verborgen ${n}`,
          { summary: 'Een orgelpijp.', themes: ['brede-ontwikkeling', 'aanwezigheid'], phases: ['po'] },
          { visibility: 'municipality' },
        ),
      );
    for (const counted of [false, true]) {
      if (counted) await countWords(alliance.database);
      const after = [];
      for (const person of everybodyElse) after.push(await said(person));
      expect(after).toEqual(before);
    }
    // Who may read them is told, or the silence above would prove nothing.
    expect(await titlesFor(page.handle, 'reader')).toContain('Verborgen 7');
    expect((await said('reader')).raw).not.toBe(insider.raw);
    // A page that is not seen resembles nothing.
    expect(await rawAnswers(hidden[0]?.id ?? '', 'reader')).not.toContain('[[],');
    for (const person of everybodyElse)
      expect({ person, said: await rawAnswers(hidden[0]?.id ?? '', person) }).toEqual({
        person,
        said: await rawAnswers('00000000-0000-4000-8000-000000000000', person),
      });
  });

  it('is no reason to say that a word is rare: what is counted is what everybody may read', async () => {
    const rows = () =>
      sqlAs(alliance, null, (query) => query('select 1 from search_frequency')).catch(
        ({ code }: { code?: string }) => code,
      );
    expect(await rows()).toBe('42501');
    await countWords(alliance.database);
    await publish('Nog meer', { summary: 'Eekhoornbrood.' }, { visibility: 'alliance' });
    await publish('Nog iets', { summary: 'Eekhoornbrood.' }, { visibility: 'municipality' });
    expect(await countWords(alliance.database)).toBe(0);
    await publish('Voor iedereen', { summary: 'Eekhoornbrood.' });
    await publish('Ook voor iedereen', { summary: 'Eekhoornbrood.' });
    expect(await countWords(alliance.database)).toBeGreaterThan(0);
  });
});

describe('the own lineage', () => {
  const theme = { themes: ['kansrijke-start'], phases: ['voorschools'] } as const;
  const handleOfId = async (person: PersonName, id: string) =>
    handleOf((await (await alliance.as(person)).interventions.workingCopy.query({ id })).slug);

  it('is not named: the source, who took it over, and who took over the same', async () => {
    const source = await publish('Peuterplein', { ...theme } as never);
    const stands = await publish('Peuters samen', { ...theme } as never);
    const taken = await handleOfId(
      'strangerPublisher',
      await adoptAndPublish(await alliance.as('strangerPublisher'), source.handle),
    );
    const sibling = await handleOfId(
      'agreedPublisher',
      await adoptAndPublish(await alliance.as('agreedPublisher'), source.handle),
    );
    const grandchild = await handleOfId(
      'statedPublisher',
      await adoptAndPublish(await alliance.as('statedPublisher'), taken),
    );
    for (const handle of [source.handle, taken, sibling, grandchild])
      expect({ handle, titles: await titlesFor(handle) }).toEqual({ handle, titles: [stands.title] });
  });

  it('is not named either when the page in between is hidden, whatever becomes of that page', async () => {
    const between = await publish('Wiegplein', { ...theme, summary: 'Wiegliedjes.' } as never, {
      visibility: 'alliance',
    });
    const one = await handleOfId(
      'strangerPublisher',
      await adoptAndPublish(await alliance.as('strangerPublisher'), between.handle, { title: 'Wieg A' }),
    );
    await adoptAndPublish(await alliance.as('agreedPublisher'), between.handle, { title: 'Wieg B' });
    const seen = async () => JSON.stringify(await relatedTo(one));
    const before = await seen();
    expect(before).not.toContain('Wieg B');
    expect(before).not.toContain('Wiegplein');
    await rewrite(await alliance.as('editor'), between.id, { visibility: 'municipality' });
    await publishAgain(await alliance.as('publisher'), between.id);
    expect(await seen()).toBe(before);
    await (
      await alliance.as('publisher')
    ).interventions.withdraw.mutate({
      id: between.id,
      reason: 'Het project is gestopt.',
    });
    expect(await seen()).toBe(before);
  });

  it('does not follow what a hidden page says of its source: that would tell what it says', async () => {
    const first = await publish('Bakerplein', { ...theme, summary: 'Bakerpraatjes.' } as never, {
      desk: strangerDesk,
    });
    const publisher = await alliance.as('publisher');
    const hiddenId = await adoptAndPublish(publisher, first.handle, {
      title: 'Baker ertussen',
      visibility: 'alliance',
    });
    const hidden = await handleOfId('publisher', hiddenId);
    const last = await handleOfId(
      'agreedPublisher',
      await adoptAndPublish(await alliance.as('agreedPublisher'), hidden, { title: 'Baker laatst' }),
    );
    // Who reads all three knows that they are kin; a visitor knows of two pages that look alike.
    expect(await titlesFor(last, 'coordinator')).not.toContain('Bakerplein');
    expect(await titlesFor(last)).toContain('Bakerplein');
    expect(await titlesFor(last)).not.toContain('Baker ertussen');
  });
});
