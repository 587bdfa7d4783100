// An agenda over time: statuses whose history follows from what was published, addenda, and results that can be measured.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { fullAgenda, handleOf, makeAgenda, type AgendaContent } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const withStatus = (content: AgendaContent, status: AgendaContent['actions'][number]['status']) => ({
  ...content,
  actions: content.actions.map((action, at) => (at === 2 ? { ...action, status } : action)),
});

async function publisherWith(door: (typeof doors)[number], content: AgendaContent) {
  const publisher = await alliance.as('publisher', door);
  const { id } = await publisher.agendas.create.mutate({ title: content.title, kind: 'gka_agenda' });
  const saveAs = async (next: AgendaContent) => {
    const { revision } = await publisher.agendas.workingCopy.query({ id });
    return publisher.agendas.save.mutate({ id, revision, content: next });
  };
  const publishAs = async (next: AgendaContent) => {
    const { revision } = await saveAs(next);
    await publisher.agendas.publish.mutate({ id, revision, note: '', personalDataReason: null });
  };
  const { slug } = await publisher.agendas.workingCopy.query({ id });
  const page = async () => {
    const { slug: now } = await publisher.agendas.workingCopy.query({ id });
    const found = await alliance.visitor(door).agendas.get.query({ handle: handleOf(now) });
    if (found.state !== 'published') throw new Error('not published');
    return found;
  };
  return { publisher, id, slug, saveAs, publishAs, page };
}

describe.each(doors)('through the %s door', (door) => {
  it('since when an action stands as it does follows from the versions, and shows nothing unpublished', async () => {
    const content = fullAgenda('Stap voor stap');
    const { publisher, id, saveAs, publishAs, page } = await publisherWith(door, content);
    const third = content.actions[2]?.key ?? '';
    const changesOf = (histories: Awaited<ReturnType<typeof page>>['statusHistory']) =>
      histories.find(({ action }) => action === third)?.changes.map((each) => [each.status, each.version]);

    await publishAs(withStatus(content, 'planned'));
    await publishAs({ ...withStatus(content, 'planned'), mission: 'Andere woorden' });
    expect(changesOf((await page()).statusHistory)).toEqual([['planned', 1]]);

    await publishAs(withStatus(content, 'under_way'));
    await saveAs(withStatus(content, 'stopped'));
    const seen = await page();
    expect(changesOf(seen.statusHistory)).toEqual([
      ['planned', 1],
      ['under_way', 3],
    ]);
    const since = seen.statusHistory.find(({ action }) => action === third)?.changes.at(-1)?.at;
    expect(since).toBe(seen.card.publishedAt);
    // The writer sees the same: what was published, beside what is being changed.
    const copy = await publisher.agendas.workingCopy.query({ id });
    expect(changesOf(copy.statusHistory)).toEqual(changesOf(seen.statusHistory));
    expect(copy.content.actions[2]?.status).toBe('stopped');

    // What came after a version is not part of its page.
    const first = await alliance
      .visitor(door)
      .agendas.version.query({ handle: handleOf(seen.card.slug), number: 1 });
    expect(changesOf(first.page.statusHistory)).toEqual([['planned', 1]]);

    // An action that is gone has no history on the page; the others keep theirs.
    await publishAs({ ...content, actions: content.actions.slice(0, 2) });
    expect((await page()).statusHistory.map(({ action }) => action)).toEqual(
      content.actions.slice(0, 2).map(({ key }) => key),
    );
  });

  it('a version that was for the own municipality only tells a visitor nothing, not even a date', async () => {
    const content = fullAgenda('Eerst onder ons');
    const { publishAs, page, publisher, id } = await publisherWith(door, content);
    await publishAs({ ...withStatus(content, 'planned'), visibility: 'municipality' });
    await publishAs({ ...withStatus(content, 'under_way'), visibility: 'public' });
    const third = content.actions[2]?.key ?? '';
    const versionsIn = (all: Awaited<ReturnType<typeof page>>['statusHistory']) =>
      all.find(({ action }) => action === third)?.changes.map(({ version }) => version);
    expect(versionsIn((await page()).statusHistory)).toEqual([2]);
    expect(versionsIn((await publisher.agendas.workingCopy.query({ id })).statusHistory)).toEqual([1, 2]);
  });

  it('an addendum is published with the agenda, and an agenda of before addenda has none', async () => {
    const content = fullAgenda('Met iets erbij');
    const { publishAs, saveAs, page, publisher, id } = await publisherWith(door, content);
    await publishAs(content);
    expect((await page()).content.addenda).toEqual([]);
    const addendum = {
      ...{
        key: 'bijlage1',
        title: 'Ook de avonden',
        text: 'Vervoer **te**rug.',
        periodFrom: 2025,
        periodTo: null,
      },
      signedOn: '2025-03-01',
      signatories: [{ role: 'Wethouder', organisation: 'Gemeente', date: '2025-03-01' }],
    };
    await publishAs({ ...content, addenda: [addendum] });
    expect((await page()).content.addenda).toEqual([addendum]);
    const visitor = alliance.visitor(door);
    for (const text of ['avonden', 'vervoer terug']) {
      const { hits } = await visitor.finding.find.query({ text, kinds: ['agenda'] });
      expect(
        hits.some((hit) => hit.kind === 'agenda' && hit.card.id === id),
        text,
      ).toBe(true);
    }
    const handle = handleOf((await page()).card.slug);
    const { differences } = await visitor.agendas.compareVersions.query({ handle, from: 1, to: 2 });
    const changed = differences.filter(({ kind, path }) => kind !== 'same' && path.length === 2);
    expect(changed.map(({ kind, path }) => [kind, ...path])).toEqual([['added', 'addenda', 'bijlage1']]);

    const untitled = await saveAs({ ...content, addenda: [{ ...addendum, title: '' }] });
    const publish = (revision: number) =>
      publisher.agendas.publish.mutate({ id, revision, note: '', personalDataReason: null });
    const refused = await refusalOf(publish(untitled.revision));
    expect(refused).toMatchObject({ code: 'agenda.incomplete', fields: [{ field: 'addenda' }] });
    // The guard reads addenda too.
    const private_ = await saveAs({ ...content, addenda: [{ ...addendum, text: 'Bel 06-12345678.' }] });
    expect(await codeOf(publish(private_.revision))).toBe('publication.personal_data');
  });

  it('goals are a tree of four levels; what is none is refused and nothing is stored', async () => {
    const content = fullAgenda('Een boom');
    const { saveAs, publisher, id } = await publisherWith(door, content);
    await saveAs(content);
    const goal = (key: string, parent: string | null) => ({
      ...{ key, number: '', parent, title: key, text: '' },
      intendedResults: [],
    });
    const chain = ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd', 'eeeeee'];
    const deep = chain.map((key, at) => goal(key, chain[at - 1] ?? null));
    const many = { text: 'x', target: null };
    const refusals: [AgendaContent['goals'], string][] = [
      [[goal('aaaaaa', 'aaaaaa')], 'agenda.tree'],
      [[goal('aaaaaa', 'bbbbbb'), goal('bbbbbb', 'cccccc'), goal('cccccc', 'aaaaaa')], 'agenda.tree'],
      [deep, 'agenda.tree'],
      [[goal('aaaaaa', 'zzzzzz')], 'agenda.keys'],
      [[goal('aaaaaa', null), goal('aaaaaa', null)], 'agenda.keys'],
      [
        Array.from({ length: 20 }, (_none, at) => ({
          ...goal(`veel${at + 10}`, null),
          intendedResults: Array<typeof many>(26).fill(many),
        })),
        'agenda.too_large',
      ],
      [Array.from({ length: 101 }, (_none, at) => goal(`veel${at + 100}`, null)), 'input.invalid'],
    ];
    for (const [goals, code] of refusals)
      expect(await codeOf(saveAs({ ...content, goals, actions: [] })), code).toBe(code);
    const unknownGoal = content.actions.map((action) => ({ ...action, goals: ['zzzzzz'] }));
    expect(await codeOf(saveAs({ ...content, actions: unknownGoal }))).toBe('agenda.keys');
    const twice = { key: 'bijlage1', title: 'x', text: '', periodFrom: null, periodTo: null };
    const addenda = [twice, twice].map((each) => ({ ...each, signedOn: null, signatories: [] }));
    expect(await codeOf(saveAs({ ...content, addenda }))).toBe('agenda.keys');
    await saveAs({ ...content, goals: deep.slice(0, 4), actions: [] });
    const { content: stored } = await publisher.agendas.workingCopy.query({ id });
    expect(stored.goals.map(({ key }) => key)).toEqual(chain.slice(0, 4));
  });

  it('a hundred goals and three hundred actions fit, and more text than anybody reads does not', async () => {
    const goals = Array.from({ length: 100 }, (_none, at) => ({
      ...{ key: `doel${at + 100}`, number: String(at + 1), parent: null, title: `Doel ${at}` },
      text: 'Een toelichting van gewone lengte. '.repeat(20),
      intendedResults: [{ text: 'In 2027 doen 9 scholen mee', target: null }],
    }));
    const actions = Array.from({ length: 300 }, (_none, at) => ({
      ...{ key: `actie${at + 100}`, text: 'Een actie die een paar regels nodig heeft. '.repeat(4) },
      ...{ goals: [`doel${(at % 100) + 100}`], status: 'planned' as const, from: 2025, until: 2027 },
      ...{ who: 'Gemeente', interventions: [] },
    }));
    const content = fullAgenda('Een hele grote', { goals, actions });
    expect(JSON.stringify(content).length).toBeGreaterThan(150_000);
    const { saveAs, publishAs, page } = await publisherWith(door, content);
    await publishAs(content);
    const seen = await page();
    expect(seen.content.actions).toHaveLength(300);
    expect(seen.measured).toEqual({ results: 100, measurable: 100 });
    const tooLong = { ...content, goals: goals.map((goal) => ({ ...goal, text: 'é'.repeat(4100) })) };
    expect(await codeOf(saveAs(tooLong))).toBe('agenda.too_large');
  });

  it('the writer is told what each intended result says and leaves open', async () => {
    const content = fullAgenda('Meetbaar of niet');
    const { saveAs, publisher, id } = await publisherWith(door, content);
    const first = content.goals[0];
    if (!first) throw new Error('no goal');
    const intendedResults = [
      { text: 'Grotere ouderbetrokkenheid', target: null },
      { text: 'Meer deelname', target: { value: 7, unit: 'scholen', year: null } },
    ];
    await saveAs({ ...content, goals: [{ ...first, intendedResults }], actions: [] });
    const { measurability } = await publisher.agendas.workingCopy.query({ id });
    expect(measurability).toMatchObject([
      {
        goal: first.key,
        results: [
          { measurable: false, howMuch: { found: false, vague: ['Grotere'] } },
          { measurable: false, who: { found: true, words: ['scholen'] }, byWhen: { found: false } },
        ],
      },
    ]);
  });
});

it('the share of measurable results counts the agendas one may see, and nothing else', async () => {
  const asMember = async () => (await alliance.as('strangerPublisher')).agendas.measured.query();
  const asOwn = async () => (await alliance.as('reader')).agendas.measured.query();
  const goals = (texts: string[]): AgendaContent['goals'] => [
    {
      ...{ key: 'doel0001', number: '1', parent: null, title: 'Doel', text: '' },
      intendedResults: texts.map((text) => ({ text, target: null })),
    },
  ];
  const [before, ownBefore] = [await asMember(), await asOwn()];
  const measurable = 'In 2027 hebben 9 scholen een rijke schooldag';
  const content = { goals: goals([measurable, 'Beter lezen']), actions: [] };
  await makeAgenda(alliance, { state: 'draft', content });
  await makeAgenda(alliance, { state: 'published', visibility: 'municipality', content });
  expect(await asMember()).toEqual(before);
  expect(await asOwn()).toEqual({
    agendas: ownBefore.agendas + 1,
    results: ownBefore.results + 2,
    measurable: ownBefore.measurable + 1,
  });
  await makeAgenda(alliance, { state: 'published', visibility: 'alliance', content });
  await makeAgenda(alliance, { state: 'withdrawn', content });
  expect(await asMember()).toEqual({
    agendas: before.agendas + 1,
    results: before.results + 2,
    measurable: before.measurable + 1,
  });
  expect(await codeOf(alliance.visitor().agendas.measured.query())).toBe('account.sign_in_first');
});
