// Goals and organisations in finding: hits, totals, counts and suggestions hold exactly what each actor may see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import type { Made } from '../support/writing.ts';
import { call, dataOf } from '../support/wire.ts';
import { makeMerged, makeOrganisation, organisationKinds, seesOrganisation } from './matrix-organisations.ts';
import { actors, agendaKinds, makeAgendaOfKind, seesPage, type Actor, type Kind } from './matrix-world.ts';

let alliance: Alliance;
const agendas: { each: Kind; made: Made }[] = [];
const organisations: { each: (typeof organisationKinds)[string]; id: string }[] = [];

beforeAll(async () => {
  alliance = await makeAlliance();
  for (const each of Object.values(agendaKinds))
    agendas.push({ each, made: await makeAgendaOfKind(alliance, each) });
  for (const each of Object.values(organisationKinds))
    organisations.push({ each, id: (await makeOrganisation(alliance, each)).id });
  await makeMerged(alliance);
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

interface Found {
  hits: { kind: string; title: { text: string }[]; card: { id?: string; slug: string; agenda?: string } }[];
  total: number;
  facets: { kinds: { value: string; count: number }[] };
}

async function ask<T>(actor: Actor, procedure: string, input: unknown): Promise<T> {
  const secret = actor.person === null ? null : await alliance.secretOf(actor.person);
  return dataOf(await call(alliance, { procedure, kind: 'query', input, secret })) as T;
}

describe.each(Object.entries(actors))('%s', (_, actor) => {
  const countOf = ({ facets }: Found, kind: string) =>
    facets.kinds.find(({ value }) => value === kind)?.count ?? 0;

  it('finds the goals of the agendas it may read, and of no other', async () => {
    const found = await ask<Found>(actor, 'finding.find', { kinds: ['goal'], limit: 100 });
    const seen = agendas.filter(({ each }) => each.state === 'published' && seesPage(actor, each));
    const titles = found.hits.map(({ card }) => card.agenda ?? '');
    // Each of these agendas has two goals; those that name an organisation are made beside them.
    for (const { made, each } of agendas) {
      const expected = seen.some((one) => one.made.id === made.id) ? 2 : 0;
      expect({ each, goals: titles.filter((title) => title === made.title).length }).toEqual({
        each,
        goals: expected,
      });
    }
    expect(found.total).toBe(found.hits.length);
    expect(countOf(found, 'goal')).toBe(found.total);
    const others = await ask<Found>(actor, 'finding.find', { kinds: ['agenda'], limit: 100 });
    expect(found.total).toBe(others.total * 2);
  });

  it('finds the organisations it may see, once each, and no double', async () => {
    const found = await ask<Found>(actor, 'finding.find', { kinds: ['organisation'], limit: 100 });
    const ids = found.hits.map(({ card }) => card.id);
    for (const { each, id } of organisations)
      expect({ each, isFound: ids.includes(id) }).toEqual({ each, isFound: seesOrganisation(actor, each) });
    // The one that stayed after merging is everybody's; others than these were there before.
    const ours = found.hits.filter(({ title }) => title.some(({ text }) => text.includes('Proefwerk')));
    expect(ours).toHaveLength(organisations.filter(({ each }) => seesOrganisation(actor, each)).length + 1);
    expect(found.total).toBe(ids.length);
    expect(countOf(found, 'organisation')).toBe(ids.length);
  });

  it('is offered no name of an organisation that it may not see', async () => {
    const { suggestions } = await ask<{ suggestions: string[] }>(actor, 'finding.suggest', {
      text: 'Stichting Proefw',
    });
    const found = await ask<Found>(actor, 'finding.find', { kinds: ['organisation'], limit: 100 });
    const names = found.hits.map(({ title }) => title.map(({ text }) => text).join(''));
    expect(suggestions.filter((each) => /Proefwerk \d/.test(each) && !names.includes(each))).toEqual([]);
  });
});
