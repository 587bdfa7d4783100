// Lists, search, counts and suggestions hold exactly what each actor may see: no row more, and no number more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, own, stated, stranger, type Alliance } from '../support/alliance.ts';
import { fullContent, type Made } from '../support/writing.ts';
import { call, dataOf } from '../support/wire.ts';
import {
  actors,
  agendaKinds,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  readers,
  seesPage,
  seesWorkingCopy,
  type Actor,
  type Kind,
} from './matrix-world.ts';

interface Stands {
  readonly each: Kind;
  readonly made: Made;
}

let alliance: Alliance;
const interventions: Stands[] = [];
const agendas: Stands[] = [];
let importId: string;

beforeAll(async () => {
  alliance = await makeAlliance();
  for (const each of Object.values(interventionKinds))
    interventions.push({ each, made: await makeOfKind(alliance, each) });
  for (const each of Object.values(agendaKinds))
    agendas.push({ each, made: await makeAgendaOfKind(alliance, each) });
  const editor = await alliance.as('editor');
  ({ id: importId } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text: 'Een tekst' }));
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const sorted = (values: readonly string[]) => [...values].sort();
const idsOf = (all: readonly Stands[], sees: (each: Kind) => boolean) =>
  sorted(all.filter(({ each }) => sees(each)).map(({ made }) => made.id));
const listed = (actor: Actor, each: Kind) => each.state === 'published' && seesPage(actor, each);

async function ask<T>(actor: Actor, procedure: string, input?: unknown): Promise<T> {
  const secret = actor.person === null ? null : await alliance.secretOf(actor.person);
  return dataOf(await call(alliance, { procedure, kind: 'query', input, secret })) as T;
}

interface Found {
  hits: { kind: string; card: { id: string } }[];
  total: number;
  facets: Record<
    'kinds' | 'themes' | 'phases' | 'municipalities' | 'regions',
    { value: string; count: number }[]
  >;
}

const isReader = (actor: Actor) => actor.role !== null && (readers as readonly string[]).includes(actor.role);

describe.each(Object.entries(actors))('%s', (_, actor) => {
  it('finds what may be seen in the list, with totals and facets that count nothing else', async () => {
    const found = await ask<Found>(actor, 'finding.find', { kinds: ['intervention', 'agenda'], limit: 100 });
    const seen = interventions.filter(({ each }) => listed(actor, each));
    const seenAgendas = agendas.filter(({ each }) => listed(actor, each));
    expect(sorted(found.hits.map(({ card }) => card.id))).toEqual(
      sorted([...seen, ...seenAgendas].map(({ made }) => made.id)),
    );
    expect(found.total).toBe(seen.length + seenAgendas.length);
    const countOf = (facet: keyof Found['facets'], value: string) =>
      found.facets[facet].find((each) => each.value === value)?.count ?? 0;
    expect(countOf('kinds', 'intervention')).toBe(seen.length);
    expect(countOf('kinds', 'agenda')).toBe(seenAgendas.length);
    expect(countOf('themes', 'taalontwikkeling')).toBe(seen.length);
    for (const municipality of [own, stranger]) {
      const of = [...seen, ...seenAgendas].filter(({ each }) => each.owner === municipality);
      expect(countOf('municipalities', municipality)).toBe(of.length);
    }
  });

  it('finds by words what may be seen, and one page at a time no other', async () => {
    const seen = idsOf(interventions, (each) => listed(actor, each));
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Found & { next: string | null } = await ask(actor, 'finding.find', {
        text: 'leesmaatje',
        kinds: ['intervention'],
        limit: 2,
        after,
        facets: false,
      });
      expect(page.total).toBe(seen.length);
      found.push(...page.hits.map(({ card }) => card.id));
      after = page.next;
    } while (after !== null);
    expect(sorted(found)).toEqual(seen);
  });

  it('lists the agendas of a municipality that may be seen', async () => {
    for (const municipality of [own, stranger]) {
      const { agendas: cards } = await ask<{ agendas: { id: string }[] }>(actor, 'agendas.list', {
        municipality,
      });
      expect(sorted(cards.map(({ id }) => id))).toEqual(
        idsOf(agendas, (each) => each.owner === municipality && listed(actor, each)),
      );
    }
  });

  it('is offered no word that stands only in what it may not see', async () => {
    const { suggestions } = await ask<{ suggestions: string[] }>(actor, 'finding.suggest', { text: 'Leesm' });
    const titles = interventions.filter(({ each }) => listed(actor, each)).map(({ made }) => made.title);
    const told = suggestions.filter((each) => /leesmaatjes \d/i.test(each));
    expect(told.filter((each) => !titles.includes(each))).toEqual([]);
  });
});

describe.each(Object.entries(actors).filter(([, actor]) => isReader(actor)))('%s', (_, actor) => {
  it('lists the working copies of the own municipality and of what it agreed to', async () => {
    const copies = await ask<{
      interventions: { id: string; own: boolean }[];
      invitations: { intervention: string }[];
    }>(actor, 'interventions.workingCopies');
    expect(sorted(copies.interventions.map(({ id }) => id))).toEqual(
      idsOf(interventions, (each) => seesWorkingCopy(actor, each)),
    );
    expect(sorted(copies.interventions.filter((each) => each.own).map(({ id }) => id))).toEqual(
      idsOf(interventions, (each) => each.owner === actor.municipality),
    );
    // Named and not yet answered: Kerkrade in everything joint.
    expect(sorted(copies.invitations.map(({ intervention }) => intervention))).toEqual(
      actor.municipality === stated ? idsOf(interventions, ({ joint }) => joint) : [],
    );
    const { agendas: drafts } = await ask<{ agendas: { id: string }[] }>(actor, 'agendas.workingCopies');
    expect(sorted(drafts.map(({ id }) => id))).toEqual(
      idsOf(agendas, ({ owner }) => owner === actor.municipality),
    );
  });

  it('lists imports and people of the own municipality, as far as its role goes', async () => {
    if (actor.role !== 'reader') {
      const { imports } = await ask<{ imports: { id: string }[] }>(actor, 'imports.list');
      expect(imports.map(({ id }) => id)).toEqual(actor.municipality === own ? [importId] : []);
    }
    if (actor.role === 'administrator') {
      const { people } = await ask<{ people: { address: string }[] }>(actor, 'accounts.people');
      const strangers = people.filter(
        ({ address }) => address.startsWith('stranger') || address.startsWith('twice'),
      );
      expect(people.length).toBeGreaterThan(2);
      expect(strangers.length).toBe(actor.municipality === own ? 1 : people.length);
    }
  });
});

describe('a word that stands in a draft only', () => {
  it('is found by nobody, corrected to by nobody and suggested to nobody', async () => {
    const editor = await alliance.as('editor');
    const { id } = await editor.interventions.create.mutate({ title: 'Zonnebloemwerf' });
    await editor.interventions.save.mutate({ id, revision: 1, content: fullContent('Zonnebloemwerf') });
    for (const actor of Object.values(actors)) {
      for (const text of ['zonnebloemwerf', 'zonnebloemwerff']) {
        const found = await ask<Found & { didYouMean: string | null; alsoSearched: string[] }>(
          actor,
          'finding.find',
          { text },
        );
        expect([found.total, found.didYouMean, found.alsoSearched]).toEqual([0, null, []]);
      }
      expect(await ask(actor, 'finding.suggest', { text: 'zonneb' })).toEqual({ suggestions: [] });
    }
  });

  it('stays unknown to the alliance when it is published to one municipality', async () => {
    const made = await makeOfKind(alliance, {
      owner: own,
      state: 'draft',
      visibility: 'municipality',
      joint: true,
    });
    const publisher = await alliance.as('publisher');
    const { revision } = await publisher.interventions.workingCopy.query({ id: made.id });
    const content = fullContent('Korenbloemhof', { visibility: 'municipality' });
    const saved = await publisher.interventions.save.mutate({ id: made.id, revision, content });
    await publisher.interventions.publish.mutate({
      id: made.id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    for (const [name, actor] of Object.entries(actors)) {
      const insider = actor.municipality === own || actor.municipality === agreed;
      const { total } = await ask<Found>(actor, 'finding.find', { text: 'korenbloemhof' });
      const wrong = await ask<Found & { didYouMean: string | null }>(actor, 'finding.find', {
        text: 'korenbloemhoff',
        literal: false,
      });
      const { suggestions } = await ask<{ suggestions: string[] }>(actor, 'finding.suggest', {
        text: 'korenb',
      });
      const told = wrong.total > 0 || wrong.didYouMean !== null || suggestions.length > 0;
      expect({ name, total, told: told && !insider }).toEqual({ name, total: insider ? 1 : 0, told: false });
    }
  });
});
