// A newer version of a document: what was decided holds where the text did not change, and the drafts take over what
// somebody chooses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';
import { itemOf, readIn, textOf } from '../support/reading.ts';
import { codeOf } from '../support/refusals.ts';

let alliance: Alliance;
let editor: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  editor = await alliance.as('editor', 'http');
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const oldGoal = 'De leerling komt goed terecht op de middelbare school.';
const newGoal = 'Iedere leerling komt goed terecht op de middelbare school.';

const decide = (
  id: string,
  item: string,
  choice: Partial<Parameters<Client['imports']['decide']['mutate']>[0]>,
) => editor.imports.decide.mutate({ id, item, revision: 0, verdict: 'accepted', ...choice });

/** A first document with drafts, and a second in which the goal and the funding of intervention 1 read otherwise. */
async function twoVersions() {
  const text = await textOf('brunssum');
  const first = await readIn(alliance, text);
  await decide(first, 'intervention/1/goal', {});
  await decide(first, 'intervention/1/parties', { verdict: 'edited', text: 'Alle scholen' });
  await decide(first, 'intervention/2/monitoring', { verdict: 'moved', target: 'intervention/2/localForm' });
  const open = (await editor.imports.review.query({ id: first })).items.find(
    ({ kind }) => kind === 'finding',
  );
  await decide(first, open?.key ?? '', { verdict: 'settled', choice: 'as_is', reason: 'Klopt' });
  const made = await editor.imports.makeDrafts.mutate({ id: first });
  const changed = text
    .replace(oldGoal, newGoal)
    .replace('Subsidie van de GKA. De begroting', 'Eigen geld. De begroting');
  expect(changed).not.toBe(text);
  const second = await readIn(alliance, changed);
  return { first, second, made, finding: open?.key ?? '' };
}

async function fieldOf(id: string, draft: string, field: string) {
  const { drafts } = await editor.imports.compare.query({ id });
  const found = drafts.find((each) => each.id === draft);
  const row = found?.fields.find((each) => each.field === field);
  if (!found || !row) throw new Error(`no ${field}`);
  return { ...row, revision: found.revision };
}

describe('a newer version of a document', () => {
  it('is recognised and confirmed by a person; decisions come along where the text did not change', async () => {
    const { first, second, finding } = await twoVersions();
    const { imports } = await editor.imports.earlier.query({ id: second });
    expect(imports.find(({ id }) => id === first)).toMatchObject({ likely: true });
    const { carried } = await editor.imports.follow.mutate({ id: second, earlier: first });
    expect(carried).toBe(3);
    const review = await editor.imports.review.query({ id: second });
    expect(itemOf(review, 'intervention/1/goal').decision).toBe(null);
    expect(itemOf(review, 'intervention/1/parties').decision).toMatchObject({
      verdict: 'edited',
      text: 'Alle scholen',
      carried: true,
      by: 'Proef editor',
    });
    expect(itemOf(review, 'intervention/2/monitoring').decision).toMatchObject({
      target: 'intervention/2/localForm',
    });
    expect(itemOf(review, finding).decision).toMatchObject({ choice: 'as_is', reason: 'Klopt' });
    // It has the drafts of the first; no second set is made.
    expect(await codeOf(editor.imports.makeDrafts.mutate({ id: second }))).toBe('import.not_ready');
    expect(await codeOf(editor.imports.follow.mutate({ id: second, earlier: first }))).toBe(
      'import.not_ready',
    );
  });

  it('shows by field what differs from the earlier one and from the draft as it stands, and takes over one field', async () => {
    const { first, second, made } = await twoVersions();
    const [draft = ''] = made.interventions;
    await editor.imports.follow.mutate({ id: second, earlier: first });
    const before = await editor.interventions.workingCopy.query({ id: draft });
    // Since then somebody wrote in the draft.
    await editor.interventions.save.mutate({
      id: draft,
      revision: before.revision,
      content: { ...before.content, funding: 'Ander geld', targetGroup: 'Groep 7 en 8' },
    });
    expect(await fieldOf(second, draft, 'goal')).toMatchObject({
      difference: 'newer',
      earlier: expect.stringContaining(oldGoal),
      incoming: expect.stringContaining(newGoal),
      current: expect.stringContaining(oldGoal),
    });
    expect(await fieldOf(second, draft, 'funding')).toMatchObject({
      difference: 'both',
      current: 'Ander geld',
    });
    expect(await fieldOf(second, draft, 'targetGroup')).toMatchObject({ difference: 'ours' });
    expect(await fieldOf(second, draft, 'parties')).toMatchObject({
      difference: 'same',
      current: 'Alle scholen',
    });

    const { revision } = await fieldOf(second, draft, 'goal');
    await editor.imports.takeOver.mutate({ id: second, draft, revision, field: 'goal', number: '' });
    const after = await editor.interventions.workingCopy.query({ id: draft });
    expect(after.content).toMatchObject({ funding: 'Ander geld', targetGroup: 'Groep 7 en 8' });
    expect(after.content.goal).toContain(newGoal);
    expect(await fieldOf(second, draft, 'goal')).toMatchObject({ difference: 'same' });
    // Somebody saved meanwhile: nothing is overwritten.
    const stale = { id: second, draft, revision, field: 'funding', number: '' };
    expect(await codeOf(editor.imports.takeOver.mutate(stale))).toBe('intervention.stale');
    expect((await editor.interventions.workingCopy.query({ id: draft })).content.funding).toBe('Ander geld');
  });

  it('with another intervention makes a draft of that one only, and says which are gone', async () => {
    const { first, second, made } = await twoVersions();
    const [, dropped] = made.interventions;
    await (await alliance.as('editor')).interventions.discard.mutate({ id: dropped ?? '' });
    await editor.imports.follow.mutate({ id: second, earlier: first });
    const { without } = await editor.imports.compare.query({ id: second });
    expect(without.map(({ position }) => position)).toEqual([2]);
    const { id } = await editor.imports.draftOne.mutate({ id: second, position: 2 });
    expect(await codeOf(editor.imports.draftOne.mutate({ id: second, position: 2 }))).toBe(
      'import.not_ready',
    );
    expect((await editor.imports.compare.query({ id: second })).drafts.map((each) => each.id)).toContain(id);
  });

  it('takes over goals and actions of the agenda, and leaves what is under way', async () => {
    const text = (await textOf('middenGroningen')).replaceAll('Midden-Groningen', 'Brunssum');
    const first = await readIn(alliance, text);
    const { agenda: made } = await editor.imports.makeDrafts.mutate({ id: first });
    const agenda = made ?? '';
    const before = await editor.agendas.workingCopy.query({ id: agenda });
    const action = before.content.actions[0];
    if (!action) throw new Error('no actions');
    const busy = before.content.actions.map((each) =>
      each === action ? { ...each, status: 'under_way' as const } : each,
    );
    await editor.agendas.save.mutate({
      id: agenda,
      revision: before.revision,
      content: { ...before.content, actions: busy },
    });
    const words = action.text.split(' ').slice(0, 4).join(' ');
    const second = await readIn(alliance, text.replace(words, `Nieuw: ${words}`));
    await editor.imports.follow.mutate({ id: second, earlier: first });
    const { drafts } = await editor.imports.compare.query({ id: second });
    const found = drafts.find(({ id }) => id === agenda);
    const row = found?.fields.find(({ field, difference }) => field === 'actions' && difference !== 'same');
    expect(row?.difference).toBe('newer');
    await editor.imports.takeOver.mutate({
      id: second,
      draft: agenda,
      revision: found?.revision ?? 0,
      field: 'actions',
      number: row?.number ?? '',
    });
    const after = await editor.agendas.workingCopy.query({ id: agenda });
    expect(after.content.actions.find(({ key }) => key === action.key)).toMatchObject({
      status: 'under_way',
    });
    expect(after.content.actions.some((each) => each.text.startsWith('Nieuw: '))).toBe(true);
  });
});

describe('what is still open', () => {
  it('stays marked with the draft until somebody decides, also after the draft was made', async () => {
    const { first, made } = await twoVersions();
    const [draft = ''] = made.interventions;
    const open = async () => (await editor.imports.marks.query({ draft })).marks;
    const before = await open();
    expect(before.some(({ field }) => field === 'goal')).toBe(false);
    expect(before.some(({ field }) => field === 'funding')).toBe(true);
    expect(before.some(({ field, kind }) => field === 'funding' && kind === 'finding')).toBe(true);
    const finding = before.find(({ kind }) => kind === 'finding')?.item ?? '';
    await decide(first, finding, { verdict: 'settled', choice: 'ask', reason: 'Vraag Landgraaf' });
    expect((await open()).find(({ item }) => item === finding)).toMatchObject({ asked: true });
    await decide(first, 'intervention/1/funding', {});
    expect((await open()).some(({ field, kind }) => field === 'funding' && kind === 'text')).toBe(false);
    const agenda = await editor.imports.marks.query({ draft: made.agenda ?? '' });
    expect(new Set(agenda.marks.map((mark) => mark.import))).toEqual(new Set([first]));
    expect(agenda.marks.length).toBeGreaterThan(5);
    const stranger = await alliance.as('strangerEditor', 'http');
    expect(await stranger.imports.marks.query({ draft })).toEqual({ marks: [] });
  });
});
