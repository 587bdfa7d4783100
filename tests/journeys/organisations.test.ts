// Organisations and schools: added while writing, known to others when a page names them, made one by a coordinator.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, stranger, type Alliance, type PersonName } from '../support/alliance.ts';
import { doors, type Client } from '../support/platform.ts';
import { codeOf } from '../support/refusals.ts';
import {
  handleOf,
  makeAgenda,
  makeIntervention,
  ownDesk,
  publishAgain,
  rewrite,
  type Visibility,
} from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

type Added = Parameters<Client['organisations']['add']['mutate']>[0];
let made = 0;

const described = (name: string, more: Partial<Added> = {}): Added => ({
  name,
  kind: 'library',
  locatedIn: own,
  brin: '',
  website: '',
  ...more,
});

describe.each(doors)('through the %s door', (door) => {
  const as = (person: PersonName) => alliance.as(person, door);
  const visitor = () => alliance.visitor(door);
  const newName = (name: string) => `${name} ${(made += 1)}`;

  const add = async (name: string, more: Partial<Added> = {}, person: PersonName = 'editor') => {
    const added = await (await as(person)).organisations.add.mutate(described(name, more));
    return { ...added, handle: handleOf(added.slug) };
  };
  const namedOn = async (id: string, visibility: Visibility = 'public', desk = ownDesk) =>
    makeIntervention(alliance, { state: 'published', visibility, desk, content: { organisations: [id] } });
  const found = async (client: Client, text: string) =>
    (await client.organisations.list.query({ text })).organisations.map(({ name }) => name);

  it('one that a municipality adds is its own until a page that others read names it', async () => {
    const name = newName('Bibliotheek Proefdorp');
    const { id, handle } = await add(name);
    const colleague = await as('reader');
    expect(await found(colleague, name)).toEqual([name]);
    for (const other of [
      await as('strangerEditor'),
      await as('coordinator'),
      await as('partner'),
      visitor(),
    ]) {
      expect(await found(other, name)).toEqual([]);
      expect(await codeOf(other.organisations.get.query({ handle }))).toBe('organisation.not_found');
    }
    await namedOn(id, 'municipality');
    expect(await found(await as('strangerEditor'), name)).toEqual([]);
    await namedOn(id, 'alliance');
    expect(await found(await as('strangerEditor'), name)).toEqual([name]);
    expect(await found(visitor(), name)).toEqual([]);
    const page = await namedOn(id, 'public');
    expect(await found(visitor(), name.toUpperCase())).toEqual([name]);
    // What was known stays known: a link to it still says what it was.
    await (await as('publisher')).interventions.withdraw.mutate({ id: page.id, reason: 'Gestopt.' });
    expect(await found(visitor(), name)).toEqual([name]);
  });

  it('a page is found by the name of whom it names, by everybody who reads it', async () => {
    const word = `zwaluwnest${(made += 1)}`;
    const { id } = await add(`Stichting ${word}`);
    const finds = async (client: Client) =>
      (await client.finding.find.query({ text: word, kinds: ['intervention'] })).hits.flatMap((hit) =>
        hit.kind === 'intervention' ? [hit.card.id] : [],
      );
    await namedOn(id, 'municipality');
    // Only its own municipality knows the name, and the page may have other readers.
    expect(await finds(await as('reader'))).toEqual([]);
    const outside = await namedOn(id, 'alliance');
    expect(await finds(await as('strangerEditor'))).toEqual([outside.id]);
    expect(await finds(visitor())).toEqual([]);
    const open = await namedOn(id, 'public');
    expect(await finds(visitor())).toEqual([open.id]);
  });

  it('its page shows the pages that name it and that the reader may see, and counts no other', async () => {
    const name = newName('Speeltuin');
    const { id, handle } = await add(name, { kind: 'other' });
    const pages: Record<Visibility, string> = { public: '', alliance: '', municipality: '' };
    for (const visibility of ['public', 'alliance', 'municipality'] as const)
      pages[visibility] = (await namedOn(id, visibility)).title;
    const agenda = await makeAgenda(alliance, {
      state: 'published',
      visibility: 'alliance',
      content: { organisations: [id] },
    });
    const shown = async (client: Client) => {
      const { interventions, total } = await client.interventions.ofOrganisation.query({ handle });
      const { agendas, total: ofAgendas } = await client.agendas.ofOrganisation.query({ handle });
      expect([interventions.length, agendas.length]).toEqual([total, ofAgendas]);
      return [...interventions, ...agendas].map(({ title }) => title).sort();
    };
    expect(await shown(visitor())).toEqual([pages.public]);
    expect(await shown(await as('strangerEditor'))).toEqual(
      [pages.public, pages.alliance, agenda.title].sort(),
    );
    expect(await shown(await as('reader'))).toEqual([...Object.values(pages), agenda.title].sort());
    expect(await visitor().organisations.get.query({ handle })).toMatchObject({
      state: 'here',
      organisation: { name, kind: 'other', locatedIn: { name: 'Brunssum' } },
      own: false,
      can: { correct: false, merge: false },
    });
  });

  it('a page names them in the order that was chosen, each once, and nothing typed is lost', async () => {
    const code = String((made += 1)).padStart(2, '0');
    const [first, second] = [
      await add(newName('School Zuid'), { kind: 'school', brin: ` 16or${code} ` }),
      await add(newName('Buurthuis')),
    ];
    const { handle } = await makeIntervention(alliance, {
      state: 'published',
      content: { organisations: [second.id, first.id, second.id], parties: 'En de buurt.' },
    });
    const page = await visitor().interventions.get.query({ handle });
    if (page.state !== 'published') throw new Error('withdrawn');
    expect(page.organisations.map(({ slug }) => slug)).toEqual([second.slug, first.slug]);
    expect(page.organisations[1]).toMatchObject({ kind: 'school', brin: `16OR${code}` });
    expect(page.content.parties).toBe('En de buurt.');
  });

  it('what somebody may not see cannot be named, by a guessed id neither', async () => {
    const theirs = await add(newName('Geheim plan'), { locatedIn: stranger }, 'strangerEditor');
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const { id } = await makeIntervention(alliance);
    const editor = await as('editor');
    for (const organisations of [[theirs.id], [nowhere]])
      expect(await codeOf(rewrite(editor, id, { organisations }))).toBe('organisation.unknown');
    const { content } = await editor.interventions.workingCopy.query({ id });
    expect(content.organisations).toEqual([]);
  });

  it('being named gives an organisation nothing: its people see what they saw', async () => {
    const partner = await as('partner');
    const { organisations } = await visitor().organisations.list.query({ text: 'Proefballon' });
    const { id } = await makeIntervention(alliance, {
      content: { organisations: [organisations[0]?.id ?? ''] },
    });
    expect(await codeOf(partner.interventions.workingCopy.query({ id }))).toBe('account.other_role_needed');
    const page = await namedOn(organisations[0]?.id ?? '', 'municipality');
    expect(await codeOf(partner.interventions.get.query({ handle: page.handle }))).toBe(
      'intervention.not_found',
    );
  });

  it('one that looks like another is asked about first, among those that may be seen', async () => {
    const name = newName('Stichting De Brug');
    const { id } = await add(name);
    const editor = await as('editor');
    const again = described(`de brug ${made} BRUNSSUM`, { locatedIn: null });
    expect(await codeOf(editor.organisations.add.mutate(again))).toBe('organisation.looks_known');
    const alike = await editor.organisations.alike.query({ name: again.name, locatedIn: null, brin: '' });
    expect(alike.organisations.map((each) => each.id)).toEqual([id]);
    // Another municipality is not told that it is there.
    await (await as('strangerEditor')).organisations.add.mutate(again);
    await editor.organisations.add.mutate({ ...again, anyway: true });
  });

  it('its own municipality corrects it while it is alone with it, a coordinator after that', async () => {
    const { id } = await add(newName('Kinderopvang'), { kind: 'childcare' });
    const editor = await as('editor');
    const change = (revision: number) => ({
      id,
      revision,
      ...described(newName('Opvang'), { kind: 'childcare' }),
    });
    await editor.organisations.correct.mutate(change(1));
    expect(await codeOf(editor.organisations.correct.mutate(change(1)))).toBe('organisation.stale');
    const coordinator = await as('coordinator');
    expect(await codeOf(coordinator.organisations.correct.mutate(change(2)))).toBe('organisation.not_found');
    await namedOn(id);
    expect(await codeOf(editor.organisations.correct.mutate(change(2)))).toBe('organisation.read_only');
    await coordinator.organisations.correct.mutate(change(2));
  });

  it('a coordinator makes two one: addresses, pages and texts follow, versions stay, and it can be undone', async () => {
    const name = newName('Bibliotheek Oost');
    const gone = await add(`Stichting ${name}`);
    const stays = await add(`${name} Brunssum`, { locatedIn: null, anyway: true });
    const ours = await namedOn(gone.id);
    const agenda = await makeAgenda(alliance, { state: 'published', content: { organisations: [gone.id] } });
    await namedOn(stays.id, 'alliance');
    const coordinator = await as('coordinator');
    const { groups } = await coordinator.organisations.doubles.query();
    const group = groups.find(({ organisations }) => organisations.some(({ id }) => id === gone.id));
    expect(group?.organisations.map(({ id }) => id).sort()).toEqual([gone.id, stays.id].sort());
    // Named before it was merged, in a draft that nobody else sees.
    const draft = await makeIntervention(alliance, { content: { organisations: [gone.id] } });
    const before = await visitor().interventions.version.query({ handle: ours.handle, number: 1 });

    await coordinator.organisations.merge.mutate({
      id: gone.id,
      into: stays.id,
      reason: 'Dezelfde bibliotheek.',
    });
    expect(await visitor().organisations.get.query({ handle: gone.handle })).toEqual({
      state: 'merged',
      slug: stays.slug,
      kind: 'library',
    });
    // The page of the one that stays was the alliance's; whoever could read the other can read this one now.
    const page = await visitor().organisations.get.query({ handle: stays.handle });
    expect(page).toMatchObject({ state: 'here', aliases: [`Stichting ${name}`] });
    for (const handle of [gone.handle, stays.handle]) {
      const { interventions } = await visitor().interventions.ofOrganisation.query({ handle });
      expect(interventions.map(({ title }) => title)).toEqual([ours.title]);
      const { agendas } = await visitor().agendas.ofOrganisation.query({ handle });
      expect(agendas.map(({ title }) => title)).toEqual([agenda.title]);
    }
    const now = await visitor().interventions.version.query({ handle: ours.handle, number: 1 });
    expect(now.page.organisations.map(({ slug }) => slug)).toEqual([stays.slug]);
    expect({ ...now.page, organisations: [] }).toEqual({ ...before.page, organisations: [] });
    const editor = await as('editor');
    const copy = await editor.interventions.workingCopy.query({ id: draft.id });
    expect(copy.organisations).toMatchObject([{ id: gone.id, slug: stays.slug }]);
    expect(copy.revision).toBe(2);
    expect(await found(visitor(), name)).toEqual([`${name} Brunssum`]);
    // Published after it: the page names the one that stays.
    await publishAgain(await as('publisher'), draft.id);
    const { total } = await visitor().interventions.ofOrganisation.query({ handle: stays.handle });
    expect(total).toBe(2);

    const [merge] = (await coordinator.organisations.merges.query()).merges;
    expect(merge).toMatchObject({ what: 'merged', reason: 'Dezelfde bibliotheek.', undoable: true });
    await coordinator.organisations.undoMerge.mutate({ id: gone.id, reason: 'Toch twee vestigingen.' });
    const apart = await visitor().interventions.ofOrganisation.query({ handle: gone.handle });
    expect(apart.interventions.map(({ title }) => title).sort()).toEqual([draft.title, ours.title].sort());
    const left = await visitor().interventions.ofOrganisation.query({ handle: stays.handle });
    expect(left.total).toBe(0);
  });

  it('a chain of doubles leads to the last one, and comes apart where it was joined', async () => {
    const name = newName('Muziekschool');
    const [a, b, c] = [await add(`${name} A`), await add(`${name} B`), await add(`${name} C`)];
    for (const { id } of [a, b, c]) await namedOn(id);
    const coordinator = await as('coordinator');
    const merge = (id: string, into: string) =>
      coordinator.organisations.merge.mutate({ id, into, reason: 'Dubbel.' });
    await merge(a.id, b.id);
    await merge(b.id, c.id);
    expect(await codeOf(merge(a.id, c.id))).toBe('organisation.merged_already');
    expect(await codeOf(merge(c.id, c.id))).toBe('organisation.merged_already');
    expect(await codeOf(merge(c.id, a.id))).toBe('organisation.merged_already');
    const leadsTo = async (handle: string) => {
      const page = await visitor().organisations.get.query({ handle });
      return page.state === 'merged' ? page.slug : null;
    };
    expect([await leadsTo(a.handle), await leadsTo(b.handle)]).toEqual([c.slug, c.slug]);
    expect((await visitor().interventions.ofOrganisation.query({ handle: c.handle })).total).toBe(3);
    await coordinator.organisations.undoMerge.mutate({ id: b.id, reason: 'Toch een andere.' });
    expect([await leadsTo(a.handle), await leadsTo(b.handle)]).toEqual([b.slug, null]);
    expect((await visitor().interventions.ofOrganisation.query({ handle: b.handle })).total).toBe(2);
    expect(await codeOf(coordinator.organisations.undoMerge.mutate({ id: b.id, reason: 'Nog eens.' }))).toBe(
      'organisation.not_merged',
    );
  });

  it('nobody but a coordinator merges, and what people work for is never the one that goes', async () => {
    const [one, other] = [await add(newName('Theater')), await add(newName('Schouwburg'))];
    await namedOn(one.id);
    await namedOn(other.id);
    const merging = { id: one.id, into: other.id, reason: 'Dubbel.' };
    for (const person of ['administrator', 'publisher', 'partner', 'operator'] as const)
      expect(await codeOf((await as(person)).organisations.merge.mutate(merging))).toBe(
        'account.other_role_needed',
      );
    const coordinator = await as('coordinator');
    const { organisations } = await coordinator.organisations.list.query({ text: 'Proefballon' });
    const worksThere = { ...merging, id: organisations[0]?.id ?? '' };
    expect(await codeOf(coordinator.organisations.merge.mutate(worksThere))).toBe('organisation.has_people');
    // What only one municipality knows does not exist for a coordinator.
    const hidden = await add(newName('Atelier'));
    expect(await codeOf(coordinator.organisations.merge.mutate({ ...merging, into: hidden.id }))).toBe(
      'organisation.not_found',
    );
    expect(await codeOf(coordinator.organisations.merge.mutate({ ...merging, reason: ' ' }))).toBe(
      'input.invalid',
    );
  });

  it('two coordinators who decide at once: one merges, the other is told that it is done', async () => {
    const [one, other] = [await add(newName('Atelier')), await add(newName('Werkplaats'))];
    for (const { id } of [one, other]) await namedOn(id);
    const { organisations } = await as('coordinator');
    const merges = [[one, other] as const, [other, one] as const].map(([gone, stays]) =>
      organisations.merge.mutate({ id: gone.id, into: stays.id, reason: 'Dubbel.' }),
    );
    const settled = await Promise.allSettled(merges);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = settled.findIndex(({ status }) => status === 'rejected');
    const again = merges[refused];
    if (again) expect(await codeOf(again)).toBe('organisation.merged_already');
  });

  it('bad input is refused with a code, and nothing is stored', async () => {
    const editor = await as('editor');
    const bad: readonly (readonly [Partial<Record<keyof Added | 'owner', unknown>>, string])[] = [
      [{ name: 'x'.repeat(201) }, 'input.invalid'],
      [{ name: '   ' }, 'input.invalid'],
      [{ name: 'Biblio\u202Etheek' }, 'input.invalid'],
      [{ name: 'Twee\nregels' }, 'input.invalid'],
      [{ kind: 'school', brin: '123456' }, 'input.invalid'],
      [{ brin: '16OR' }, 'organisation.code_of_school'],
      [{ website: 'javascript:alert(1)' }, 'input.invalid'],
      [{ locatedIn: 'gm9999' }, 'municipality.not_found'],
      [{ name: 'Bel 06-12345678' }, 'publication.personal_data'],
      [{ owner: 'gm1952' }, 'input.invalid'],
    ];
    for (const [change, code] of bad) {
      const input = { ...described(newName('Verkeerd')), ...change } as Added;
      expect({ change, code: await codeOf(editor.organisations.add.mutate(input)) }).toEqual({
        change,
        code,
      });
    }
    expect(await found(editor, 'Verkeerd')).toEqual([]);
  });

  it('a programme elsewhere is an https address with a name; other addresses are refused', async () => {
    const { id, handle } = await makeIntervention(alliance);
    const editor = await as('editor');
    for (const address of [
      'javascript:alert(1)',
      'http://databank.example/a',
      'https://naam:geheim@databank.example/',
      'https://databank.example@elders.example/',
      'https://data\u202Ebank.example/',
      `https://databank.example/${'a'.repeat(300)}`,
    ])
      expect({
        address,
        code: await codeOf(rewrite(editor, id, { programmeLinks: [{ name: 'Databank', address }] })),
      }).toEqual({ address, code: 'input.invalid' });
    const programmeLinks = [{ name: 'Databank', address: 'https://databank.example/interventies/12' }];
    await rewrite(editor, id, { programmeLinks });
    await publishAgain(await as('publisher'), id);
    const page = await visitor().interventions.get.query({ handle });
    expect(page).toMatchObject({ content: { programmeLinks } });
  });
});
