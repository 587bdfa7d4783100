// Goals and organisations are hits of their own: found by who may see them, led to their place, gone when they are gone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import { doors, type Client } from '../support/platform.ts';
import {
  fullAgenda,
  handleOf,
  makeAgenda,
  makeIntervention,
  type AgendaContent,
} from '../support/writing.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance?.close());

let made = 0;
const letters = [...'bcdfghjklmnpqrstvwxz'];
/** A word nobody else uses, unlike every other. */
const newWord = () => {
  made += 1;
  return Array.from(
    { length: 5 },
    (_, at) => `${letters[(made * (at + 3) + at) % 20]}${'aeiou'[(made + at) % 5]}`,
  ).join('');
};

type Hit = Awaited<ReturnType<Client['finding']['find']['query']>>['hits'][number];
const goalsIn = (hits: readonly Hit[]) => hits.flatMap((hit) => (hit.kind === 'goal' ? [hit] : []));
const organisationsIn = (hits: readonly Hit[]) =>
  hits.flatMap((hit) => (hit.kind === 'organisation' ? [hit.card.name] : []));

const goal = (key: string, title: string, change: Partial<AgendaContent['goals'][number]> = {}) => ({
  key,
  number: '1',
  parent: null,
  title,
  text: '',
  intendedResults: [],
  ...change,
});

// First, before anything is merged: a page published long ago is found by the names of then until it is indexed anew.
it('rebuilding what can be found changes nothing that is right, mends what is wrong and takes out what is not published', async () => {
  const word = newWord();
  const goals = [goal('doelee', `Naar ${word}`)];
  await makeAgenda(alliance, {
    state: 'published',
    visibility: 'public',
    content: { goals, actions: [] },
  });
  const state = () =>
    asSuperuser(
      alliance.urls.superuserUrl,
      `select d.kind, d.id, d.audience, d.municipality, d.theme_mask::text, d.phase_mask::text, d.course, d.at, t.address, t.title,
         t.head, t.rest, v.whole::text from search_document d join search_text t using (doc) join search_vector v using (doc)
       order by d.kind, d.id`,
    );
  const right = await state();
  expect(right.length).toBeGreaterThan(5);
  const damage = [
    `update search_text set rest = '', head = 'Vervangen'`,
    `update search_document set course = 0, audience = 1`,
    `delete from search_document where doc in (select doc from search_document order by doc limit 2)`,
    `set role wall; select wall.search_put('agenda', gen_random_uuid(), 1, 'gm0899', 'spook', 'Spook', '', '', '{}', '{}', now())`,
  ];
  for (const statement of damage) await asSuperuser(alliance.urls.superuserUrl, statement);
  expect(await state()).not.toEqual(right);
  for (const room of ['interventions', 'agendas', 'municipalities', 'organisations']) {
    let last: string | null = '';
    while (last !== null) {
      last = await alliance.database.asJob('rebuild-search', async (tx) => {
        const { rows } = await tx.execute<{ last: string | null }>(
          `select wall.search_rebuild('${room}', '${last ?? ''}', 3) as last`,
        );
        return rows[0]?.last ?? null;
      });
    }
  }
  const swept = await alliance.database.asJob('rebuild-search', async (tx) => {
    const { rows } = await tx.execute<{ gone: number }>('select wall.search_sweep() as gone');
    return rows[0]?.gone;
  });
  expect(swept).toBe(1);
  expect(await state()).toEqual(right);
});

describe.each(doors)('through the %s door', (door) => {
  const readers = async (): Promise<Record<string, Client>> => ({
    visitor: alliance.visitor(door),
    stranger: await alliance.as('strangerEditor', door),
    reader: await alliance.as('reader', door),
  });
  const whoFinds = async (text: string, kind: 'goal' | 'organisation'): Promise<string[]> => {
    const found: string[] = [];
    for (const [name, client] of Object.entries(await readers())) {
      const { hits, total, facets } = await client.finding.find.query({
        text,
        kinds: [kind],
        literal: true,
      });
      expect(total).toBe(hits.length);
      expect(facets?.kinds.find(({ value }) => value === kind)?.count).toBe(hits.length);
      if (hits.length > 0) found.push(name);
    }
    return found;
  };

  it.each([
    ['public', ['visitor', 'stranger', 'reader']],
    ['alliance', ['stranger', 'reader']],
    ['municipality', ['reader']],
  ] as const)('a goal of an agenda for %s is found by %j', async (visibility, expected) => {
    const word = newWord();
    await makeAgenda(alliance, {
      state: 'published',
      visibility,
      content: { goals: [goal('doelaa', `Meer ${word}`)], actions: [] },
    });
    expect(await whoFinds(word, 'goal')).toEqual(expected);
  });

  it('a goal leads to its place on the page of its agenda, also when only its intended results match', async () => {
    const [word, deep] = [newWord(), newWord()];
    const intendedResults = [{ text: `Elk jaar meer ${deep} in de wijk`, target: null }];
    const content = {
      goals: [goal('doelbb', `Vaker ${word}`, { intendedResults })],
      actions: [],
    };
    const agenda = await makeAgenda(alliance, {
      state: 'published',
      visibility: 'public',
      content,
    });
    const { hits } = await alliance
      .visitor(door)
      .finding.find.query({ text: deep, kinds: ['goal'], literal: true });
    const [hit] = goalsIn(hits);
    expect(hit?.card).toMatchObject({
      title: `Vaker ${word}`,
      agenda: agenda.title,
      intendedResults: 1,
      actions: 0,
    });
    expect(hit?.card.slug.endsWith('#doel-doelbb')).toBe(true);
    expect(handleOf(hit?.card.slug.split('#')[0] ?? '')).toBe(agenda.handle);
    expect(hit?.passage.find(({ marked }) => marked)?.text).toBe(deep);
  });

  it('a goal that a later version leaves out is gone, and so are all of them after withdrawing', async () => {
    const [stays, goes] = [newWord(), newWord()];
    const goals = [goal('doelcc', `Met ${stays}`), goal('doeldd', `Zonder ${goes}`)];
    const { id, title } = await makeAgenda(alliance, {
      state: 'published',
      visibility: 'public',
      content: { goals, actions: [] },
    });
    expect(await whoFinds(goes, 'goal')).toHaveLength(3);
    const publisher = await alliance.as('publisher', door);
    const { revision } = await publisher.agendas.workingCopy.query({ id });
    const content = fullAgenda(title, {
      goals: goals.slice(0, 1),
      actions: [],
      visibility: 'public',
    });
    const saved = await publisher.agendas.save.mutate({
      id,
      revision,
      content,
    });
    await publisher.agendas.publish.mutate({
      id,
      revision: saved.revision,
      note: 'Korter',
      personalDataReason: null,
    });
    expect(await whoFinds(goes, 'goal')).toEqual([]);
    expect(await whoFinds(stays, 'goal')).toHaveLength(3);
    await publisher.agendas.withdraw.mutate({ id, reason: 'Voorbij.' });
    expect(await whoFinds(stays, 'goal')).toEqual([]);
  });

  it('an organisation is found as far as a page that names it is read, and a double no more', async () => {
    const word = newWord();
    const add = async (name: string) => {
      const described = {
        name,
        kind: 'welfare' as const,
        locatedIn: own,
        brin: '',
        website: '',
      };
      return (await alliance.as('editor', door)).organisations.add.mutate(described);
    };
    const { id } = await add(`Stichting ${word}`);
    expect(await whoFinds(word, 'organisation')).toEqual(['reader']);
    const named = { state: 'published' as const, content: { organisations: [id] } };
    await makeIntervention(alliance, { ...named, visibility: 'alliance' });
    expect(await whoFinds(word, 'organisation')).toEqual(['stranger', 'reader']);
    await makeIntervention(alliance, { ...named, visibility: 'public' });
    expect(await whoFinds(word, 'organisation')).toEqual(['visitor', 'stranger', 'reader']);

    const other = await add(`Vereniging ${word} en omstreken`);
    const coordinator = await alliance.as('coordinator', door);
    await makeIntervention(alliance, {
      state: 'published',
      visibility: 'public',
      content: { organisations: [other.id] },
    });
    const names = async () =>
      organisationsIn(
        (
          await alliance.visitor(door).finding.find.query({
            text: word,
            kinds: ['organisation'],
            literal: true,
          })
        ).hits,
      ).toSorted();
    expect(await names()).toHaveLength(2);
    const merged = await coordinator.organisations.merge.mutate({
      id,
      into: other.id,
      reason: 'Dezelfde.',
    });
    expect(await names()).toEqual([`Vereniging ${word} en omstreken`]);
    expect(merged).toBeDefined();
  });
});
