// What was read is looked over, by several people at once, and the drafts become what they decided.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, conditional, makeAlliance, stated, type Alliance } from '../support/alliance.ts';
import { itemOf, readIn, textOf, type Decide } from '../support/reading.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

type Choice = Partial<Omit<Decide, 'id' | 'item'>> & Pick<Decide, 'verdict'>;

/** An editor with an import of the demo document of Brunssum, and a short way to decide. */
async function desk(text?: string) {
  const editor = await alliance.as('editor', 'http');
  const id = await readIn(alliance, text ?? (await textOf('brunssum')));
  const review = () => editor.imports.review.query({ id });
  const decide = (item: string, choice: Choice) =>
    editor.imports.decide.mutate({ id, item, revision: 0, ...choice });
  return { id, editor, review, decide };
}

describe('the things found', () => {
  it('each point at their place in the document, and none is decided yet', async () => {
    const { id, editor, review } = await desk();
    const { items, settled, total } = await review();
    const { text, draft } = await editor.imports.get.query({ id });
    expect([settled, total]).toEqual([0, items.length]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { spans } of items)
      for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe('');
    const fields = draft?.interventions.flatMap((each) => Object.values(each.fields).filter(Boolean)) ?? [];
    const found = items.filter(({ group, spans }) => group.startsWith('intervention/') && spans.length > 0);
    for (const field of fields)
      expect(found.some(({ spans }) => spans.some(({ start }) => start === field?.span.start))).toBe(true);
    expect(items.filter(({ kind }) => kind === 'finding').length).toBe(draft?.findings.length);
  });

  it('become drafts as they were decided: taken, changed, moved, left, chosen', async () => {
    const { id, editor, review, decide } = await desk();
    const before = await review();
    await decide('intervention/1/title', { verdict: 'edited', text: 'Een nieuwe\ntitel' });
    await decide('intervention/1/goal', { verdict: 'accepted' });
    await decide('intervention/1/funding', { verdict: 'left', reason: 'Vertrouwelijk' });
    await decide('intervention/1/monitoring', { verdict: 'moved', target: 'intervention/2/monitoring' });
    await decide('intervention/1/themes', {
      verdict: 'edited',
      value: { chosen: ['taalontwikkeling', 'armoede'] },
    });
    await decide('intervention/1/course', { verdict: 'edited', value: { chosen: ['evaluated'] } });
    await decide('intervention/2/phases', { verdict: 'left' });
    await decide('agenda/period', { verdict: 'edited', value: { from: 2025, to: 2028 } });
    const action = before.items.find(({ field }) => field === 'actions');
    const part = before.items.find(({ municipality }) => municipality === conditional);
    await decide(part?.key ?? '', { verdict: 'left' });
    const other = before.items.find(
      ({ municipality, group }) => municipality === agreed && group === 'intervention/1',
    );
    await decide(other?.key ?? '', {
      verdict: 'edited',
      value: { commitment: 'confirmed', pupils: 99, schools: 'De Proefschool' },
    });
    expect((await review()).settled).toBeGreaterThanOrEqual(10);

    const made = await editor.imports.makeDrafts.mutate({ id });
    const [first, second] = await Promise.all(
      made.interventions.map((each) => editor.interventions.workingCopy.query({ id: each })),
    );
    expect(first?.content).toMatchObject({
      title: 'Een nieuwe titel',
      goal: itemOf(before, 'intervention/1/goal').text,
      funding: '',
      monitoring: '',
      themes: ['taalontwikkeling', 'armoede'],
      phases: [],
      course: 'evaluated',
      periodFrom: 2025,
      periodTo: 2028,
    });
    expect(second?.content.monitoring).toBe(
      `${itemOf(before, 'intervention/2/monitoring').text}\n\n${itemOf(before, 'intervention/1/monitoring').text}`,
    );
    const parts = new Map(first?.participations.map((each) => [each.municipality.code, each]));
    expect([...parts.keys()]).toContain(stated);
    expect(parts.has(conditional)).toBe(false);
    expect(parts.get(agreed)).toMatchObject({ commitment: 'confirmed', agreed: false, pupils: 99 });
    const { content } = await editor.agendas.workingCopy.query({ id: made.agenda ?? '' });
    expect(content).toMatchObject({ periodFrom: 2025, periodTo: 2028 });
    if (action) expect(content.actions.some(({ text }) => text === action.text)).toBe(true);
  });

  it('that are all left leave no draft, and a text placed in a goal arrives there', async () => {
    const { id, editor, review, decide } = await desk();
    const before = await review();
    await editor.imports.decideGroup.mutate({ id, group: 'intervention/3', verdict: 'left' });
    const more = itemOf(before, 'intervention/1/moreInformation');
    const result = before.targets.find(({ field }) => field === 'results');
    await decide(more.key, { verdict: 'moved', target: result?.key ?? '', text: 'Een geplaatst resultaat' });
    const made = await editor.imports.makeDrafts.mutate({ id });
    expect(made.interventions.length).toBe(2);
    const { content } = await editor.agendas.workingCopy.query({ id: made.agenda ?? '' });
    expect(content.goals.flatMap((goal) => goal.intendedResults.map(({ text }) => text))).toContain(
      'Een geplaatst resultaat',
    );
  });

  it('are drafted at any time; what was not looked at is as it was read', async () => {
    const { id, editor, decide, review } = await desk();
    const made = await editor.imports.makeDrafts.mutate({ id });
    expect(made.interventions.length).toBe(3);
    // Looking over goes on after that.
    await decide('intervention/1/goal', { verdict: 'accepted' });
    expect((await review()).settled).toBe(1);
  });
});

describe('a decision', () => {
  it('of a finding asks for a choice and a reason; of a text without a place for a place or a reason', async () => {
    const { review, decide } = await desk();
    const { items } = await review();
    const finding = items.find(({ kind }) => kind === 'finding')?.key ?? '';
    for (const choice of [
      { verdict: 'accepted' },
      { verdict: 'settled', choice: 'as_is' },
      { verdict: 'settled', reason: 'Klopt zo' },
    ] as const)
      expect(await codeOf(decide(finding, choice))).toBe('import.decision');
    await decide(finding, { verdict: 'settled', choice: 'as_is', reason: 'Klopt zo' });
    const loose = items.find(({ kind }) => kind === 'unplaced')?.key ?? '';
    expect(await codeOf(decide(loose, { verdict: 'left' }))).toBe('import.decision');
    expect(await codeOf(decide(loose, { verdict: 'moved' }))).toBe('import.decision');
    expect(await codeOf(decide(loose, { verdict: 'moved', target: 'agenda/nergens' }))).toBe(
      'import.decision',
    );
    await decide(loose, { verdict: 'left', reason: 'Staat al elders' });
    expect((await review()).settled).toBe(2);
  });

  it('that does not fit is refused with the field: too long, empty, of another kind, a choice that does not exist', async () => {
    const { decide } = await desk();
    const cases: [string, Choice, string][] = [
      ['intervention/1/title', { verdict: 'edited', text: 'x'.repeat(201) }, 'text'],
      ['intervention/1/title', { verdict: 'edited', text: '  ' }, 'text'],
      ['intervention/1/title', { verdict: 'settled', choice: 'as_is', reason: 'x' }, 'verdict'],
      ['intervention/1/themes', { verdict: 'edited', value: { chosen: ['bestaat-niet'] } }, 'value'],
      ['intervention/1/themes', { verdict: 'edited', text: 'armoede' }, 'value'],
      ['agenda/period', { verdict: 'edited', value: { chosen: [] } }, 'value'],
      ['intervention/1/goal', { verdict: 'moved', target: 'intervention/1/goal' }, 'target'],
    ];
    for (const [item, choice, field] of cases)
      expect([item, (await refusalOf(decide(item, choice))).fields.map((each) => each.field)]).toEqual([
        item,
        [field],
      ]);
    expect(await codeOf(decide('intervention/1/goal', { verdict: 'edited', text: 'bsn 111222333' }))).toBe(
      'import.bsn',
    );
    expect(await codeOf(decide('intervention/9/goal', { verdict: 'accepted' }))).toBe('item.not_found');
  });

  it('settles findings of the same kind alike, in one go, and leaves what somebody settled before', async () => {
    const holes = Array.from({ length: 40 }, (_, at) => `- Afspraak ${at + 1} met school [.....]`).join('\n');
    const { id, editor, review, decide } = await desk(`${await textOf('brunssum')}\n${holes}\n`);
    const open = (await review()).items.filter(({ field }) => field === 'text.left_open');
    expect(open.length).toBeGreaterThan(40);
    const [first, second] = open.map(({ key }) => key);
    await decide(second ?? '', { verdict: 'settled', choice: 'corrected', reason: 'Ingevuld' });
    await decide(first ?? '', {
      verdict: 'settled',
      choice: 'ask',
      reason: 'Vraag het de scholen',
      alike: true,
    });
    const after = (await review()).items.filter(({ field }) => field === 'text.left_open');
    expect(after.filter(({ decision }) => decision?.choice === 'ask').length).toBe(open.length - 1);
    expect(after.find(({ key }) => key === second)?.decision?.choice).toBe('corrected');
    const [{ count } = { count: '0' }] = await asSuperuser<{ count: string }>(
      alliance.urls.superuserUrl,
      'select count(*) from import_decision where import_id = $1',
      [id],
    );
    expect(Number(count)).toBe(open.length);
    await editor.imports.decideGroup.mutate({ id, group: 'goals', verdict: 'accepted' });
    const goals = (await review()).items.filter(({ group }) => group === 'goals');
    for (const { confidence, decision } of goals)
      expect(decision?.verdict ?? null).toBe((confidence ?? 0) >= 0.75 ? 'accepted' : null);
  });
});

describe('several people on one import', () => {
  it('decide about different fields at once and lose nothing', async () => {
    const { id, review } = await desk();
    const [editor, publisher] = await Promise.all([
      alliance.as('editor', 'http'),
      alliance.as('publisher', 'http'),
    ]);
    const keys = (await review()).items.filter(({ kind }) => kind === 'text').map(({ key }) => key);
    const deciding = keys.map(
      (item, at) => () =>
        (at % 2 === 0 ? editor : publisher).imports.decide.mutate({
          id,
          item,
          revision: 0,
          verdict: 'accepted',
        }),
    );
    // A batch holds ten calls at most; each round goes over both clients at once.
    while (deciding.length > 0) await Promise.all(deciding.splice(0, 10).map((each) => each()));
    const { items } = await review();
    const by = items.filter(({ kind }) => kind === 'text').map(({ decision }) => decision?.by);
    expect(by).toEqual(keys.map((_, at) => (at % 2 === 0 ? 'Proef editor' : 'Proef publisher')));
  });

  it('about the same field: one is first, the other is told and keeps its text', async () => {
    const { id, review } = await desk();
    const item = 'intervention/1/goal';
    const people = await Promise.all([alliance.as('editor', 'http'), alliance.as('publisher', 'http')]);
    const outcomes = await Promise.allSettled(
      people.map((person, at) =>
        person.imports.decide.mutate({ id, item, revision: 0, verdict: 'edited', text: `Doel van ${at}` }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const first = itemOf(await review(), item).decision;
    expect(first).toMatchObject({ verdict: 'edited', revision: 1 });
    // Having seen both, the second may choose; an older revision never wins.
    const late = { id, item, verdict: 'edited' as const, text: 'Samen' };
    expect(await codeOf(people[1].imports.decide.mutate({ ...late, revision: 0 }))).toBe('import.stale');
    expect(await codeOf(people[1].imports.decide.mutate({ ...late, revision: 7 }))).toBe('import.stale');
    expect(await people[1].imports.decide.mutate({ ...late, revision: 1 })).toMatchObject({ revision: 2 });
    expect(itemOf(await review(), item).decision).toMatchObject({ text: 'Samen', by: 'Proef publisher' });
    // Opened again it counts as open, and its history of revisions goes on.
    await people[0].imports.decide.mutate({ id, item, revision: 2, verdict: 'open' });
    expect((await review()).settled).toBe(0);
    expect(itemOf(await review(), item).decision).toMatchObject({ verdict: 'open', revision: 3 });
  });

  it('see each other by name, not themselves, and nobody of another municipality', async () => {
    const { id } = await desk();
    const editor = await alliance.as('editor', 'http');
    const publisher = await alliance.as('publisher', 'http');
    expect((await editor.imports.present.mutate({ id })).colleagues).toEqual([]);
    expect((await publisher.imports.present.mutate({ id })).colleagues).toEqual(['Proef editor']);
    expect((await editor.imports.present.mutate({ id })).colleagues).toEqual(['Proef publisher']);
    const stranger = await alliance.as('strangerEditor', 'http');
    expect(await codeOf(stranger.imports.present.mutate({ id }))).toBe('import.not_found');
  });
});
