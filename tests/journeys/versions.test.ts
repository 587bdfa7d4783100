// Versions: each publication stays readable for whom it was for, any two can be compared, any one can come back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, makeAlliance, type Alliance } from '../support/alliance.ts';
import { codeOf } from '../support/refusals.ts';
import { asSuperuser } from '../support/sql.ts';
import { fullContent, makeAgenda, makeIntervention, publishAgain, revisionOf } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

type Words = readonly { kind: 'same' | 'added' | 'removed'; text: string }[];
const told = (words: Words = []) =>
  words.map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join('');

/** Saves and publishes once more. */
async function publishWith(id: string, change: Parameters<typeof fullContent>[1], note: string) {
  const publisher = await alliance.as('publisher');
  const { content, revision } = await publisher.interventions.workingCopy.query({ id });
  await publisher.interventions.save.mutate({ id, revision, content: { ...content, ...change } });
  await publishAgain(publisher, id, note);
}

describe('a version', () => {
  it('is numbered, dated, signed with a role, and says what changed', async () => {
    const { id, handle } = await makeIntervention(alliance, { state: 'published' });
    await publishWith(id, { goal: 'Elk kind leest elke dag.' }, 'Doel aangescherpt');
    const { versions, document, workingCopy } = await alliance
      .visitor()
      .interventions.versions.query({ handle });
    expect(versions.map(({ number, role, note, current }) => [number, role, note, current])).toEqual([
      [2, 'publisher', 'Doel aangescherpt', true],
      [1, 'publisher', '', false],
    ]);
    expect(document.municipality.name).toBe('Brunssum');
    expect(workingCopy).toBeNull();
    const editor = await alliance.as('editor');
    expect((await editor.interventions.versions.query({ handle })).workingCopy).toBe(id);
  });

  it('is read at its own address as it was', async () => {
    const { id, handle } = await makeIntervention(alliance, { state: 'published' });
    await publishWith(id, { goal: 'Elk kind leest elke dag.' }, '');
    const first = await alliance.visitor().interventions.version.query({ handle, number: 1 });
    expect(first).toMatchObject({
      page: { content: { goal: 'Meer kinderen lezen met plezier.' }, card: { version: 1 } },
      entry: { number: 1, current: false },
      newest: 2,
    });
    expect(await codeOf(alliance.visitor().interventions.version.query({ handle, number: 3 }))).toBe(
      'version.not_found',
    );
    expect(await codeOf(alliance.visitor().agendas.version.query({ handle, number: 1 }))).toBe(
      'version.not_found',
    );
  });

  it('that an answer of a participant made has the role of nobody', async () => {
    const { id, handle } = await makeIntervention(alliance, {
      state: 'published',
      parts: [{ municipality: agreed }],
    });
    const participant = await alliance.as('agreedPublisher');
    await participant.interventions.answerParticipation.mutate({
      id,
      commitment: 'confirmed',
      pupils: 30,
      schools: '',
    });
    const visitor = alliance.visitor();
    const { versions } = await visitor.interventions.versions.query({ handle });
    expect(versions.map(({ number, role }) => [number, role])).toEqual([
      [2, null],
      [1, 'publisher'],
    ]);
    const { differences } = await visitor.interventions.compareVersions.query({ handle, from: 1, to: 2 });
    const changed = differences.filter(({ kind }) => kind !== 'same').map(({ path }) => path.join('/'));
    expect(changed).toEqual(
      expect.arrayContaining([`participations/${agreed}/pupils`, `participations/${agreed}/agreed`]),
    );
    // Beside its own entry only the sums follow.
    const others = changed.filter((path) => !path.startsWith(`participations/${agreed}`));
    expect(others.filter((path) => !path.startsWith('totals/'))).toEqual([]);
  });

  it('of something withdrawn stays with those inside and is gone for everybody else', async () => {
    const { handle } = await makeIntervention(alliance, { state: 'withdrawn' });
    const reader = await alliance.as('reader');
    expect((await reader.interventions.versions.query({ handle })).versions).toMatchObject([
      { withdrawn: true },
    ]);
    expect((await reader.interventions.version.query({ handle, number: 1 })).newest).toBeNull();
    const outside = alliance.visitor().interventions;
    expect(await codeOf(outside.versions.query({ handle }))).toBe('version.not_found');
    expect(await codeOf(outside.version.query({ handle, number: 1 }))).toBe('version.not_found');
    expect(await codeOf(outside.compareVersions.query({ handle, from: 1, to: 1 }))).toBe('version.not_found');
  });
});

describe('two versions', () => {
  it('are compared by field, with the words that differ marked', async () => {
    const { id, handle } = await makeIntervention(alliance, { state: 'published' });
    await publishWith(
      id,
      {
        goal: 'Meer kinderen lezen thuis met plezier.',
        themes: ['taalontwikkeling', 'armoede'],
        costBand: null,
      },
      '',
    );
    const { differences, from, to } = await alliance
      .visitor()
      .interventions.compareVersions.query({ handle, from: 1, to: 2 });
    expect([from.number, to.number]).toEqual([1, 2]);
    const changed = new Map(
      differences.filter(({ kind }) => kind !== 'same').map((each) => [each.path.join('/'), each]),
    );
    expect([...changed.keys()].sort()).toEqual(['costBand', 'goal', 'themes/2']);
    expect(told(changed.get('goal')?.words)).toBe('Meer kinderen lezen +thuis +met plezier.');
    expect(changed.get('costBand')?.kind).toBe('removed');
  });

  it('are refused when one of them is not for the reader, as if it did not exist', async () => {
    const { id, handle } = await makeIntervention(alliance, {
      state: 'published',
      visibility: 'municipality',
    });
    await publishWith(id, { visibility: 'public' }, '');
    const visitor = alliance.visitor();
    const { versions } = await visitor.interventions.versions.query({ handle });
    expect(versions.map(({ number }) => number)).toEqual([2]);
    const unseen = { handle, from: 1, to: 2 };
    expect(await codeOf(visitor.interventions.compareVersions.query(unseen))).toBe('version.not_found');
    const reader = await alliance.as('reader');
    expect((await reader.interventions.compareVersions.query(unseen)).differences.length).toBeGreaterThan(5);
  });

  it('name what they point at only to who may see it', async () => {
    const secret = await makeIntervention(alliance, {
      state: 'published',
      visibility: 'municipality',
      title: 'Alleen van ons',
    });
    const { id, handle } = await makeIntervention(alliance, { state: 'published' });
    await publishWith(id, { evaluates: [secret.id] }, '');
    const pointers = async (person: 'reader' | null) => {
      const client = person ? await alliance.as(person) : alliance.visitor();
      const answer = await client.interventions.compareVersions.query({ handle, from: 1, to: 2 });
      return answer.differences.filter(({ path }) => path[0] === 'evaluates').map(({ words }) => told(words));
    };
    expect(await pointers('reader')).toEqual(['+Alleen van ons+']);
    expect(await pointers(null)).toEqual([]);
  });

  it('of an agenda are matched goal by goal and action by action, also when they moved', async () => {
    const made = await makeAgenda(alliance, { state: 'published' });
    const publisher = await alliance.as('publisher');
    const { content, revision } = await publisher.agendas.workingCopy.query({ id: made.id });
    const [first, second, ...others] = content.actions;
    if (!first || !second) throw new Error('the agenda has actions');
    const goals = content.goals.map((goal) =>
      goal.number === '1' ? { ...goal, title: 'Samen lezen en schrijven' } : goal,
    );
    const actions = [second, { ...first, status: 'under_way' as const }, ...others];
    await publisher.agendas.save.mutate({ id: made.id, revision, content: { ...content, goals, actions } });
    const { revision: now } = await publisher.agendas.workingCopy.query({ id: made.id });
    await publisher.agendas.publish.mutate({
      id: made.id,
      revision: now,
      note: 'Volgorde',
      personalDataReason: null,
    });
    const { differences } = await alliance
      .visitor()
      .agendas.compareVersions.query({ handle: made.handle, from: 1, to: 2 });
    const changed = differences
      .filter(({ kind, moved }) => kind !== 'same' || moved)
      .map(({ path, moved }) => [path.join('/'), moved]);
    expect(changed).toEqual(
      expect.arrayContaining([
        [`goals/${content.goals[0]?.key}/title`, false],
        [`actions/${first.key}/status`, false],
      ]),
    );
    expect(changed.filter(([, moved]) => moved)).toHaveLength(1);
    // The goal that stays under it did not change by that.
    expect(changed.some(([path]) => String(path).includes(content.goals[1]?.key ?? '?'))).toBe(false);
  });
});

describe('the working copy', () => {
  it('is compared with the newest version by who may see it', async () => {
    const { id } = await makeIntervention(alliance, { state: 'published' });
    const editor = await alliance.as('editor');
    const compared = await editor.interventions.compareWorkingCopy.query({ id, with: null });
    expect(compared).toMatchObject({ version: { number: 1 }, unpublished: false, can: { restore: true } });
    await editor.interventions.save.mutate({
      id,
      revision: compared.revision,
      content: fullContent('Anders'),
    });
    const after = await editor.interventions.compareWorkingCopy.query({ id, with: null });
    expect(after.unpublished).toBe(true);
    expect(after.differences.filter(({ kind }) => kind !== 'same').map(({ path }) => path[0])).toEqual([
      'title',
    ]);
    const stranger = await alliance.as('strangerEditor');
    expect(await codeOf(stranger.interventions.compareWorkingCopy.query({ id, with: null }))).toBe(
      'intervention.not_found',
    );
    const draft = await makeIntervention(alliance, {});
    expect(await editor.interventions.compareWorkingCopy.query({ id: draft.id, with: null })).toMatchObject({
      version: null,
      kept: null,
      differences: [],
    });
  });

  it('gives way to an older version only when its editor says so, and what stood there is kept and can come back', async () => {
    const { id, title } = await makeIntervention(alliance, { state: 'published' });
    await publishWith(id, { goal: 'Tweede doel.' }, '');
    const editor = await alliance.as('editor');
    const written = fullContent(title, { goal: 'Nog niet gepubliceerd.', visibility: 'alliance' });
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content: written });
    const revision = await revisionOf(editor, id);
    const restore = { id, revision, from: { version: 1 }, replace: false };
    expect(await codeOf(editor.interventions.restore.mutate(restore))).toBe('version.draft_has_changes');
    expect(
      await codeOf(
        editor.interventions.restore.mutate({ ...restore, revision: revision - 1, replace: true }),
      ),
    ).toBe('intervention.stale');
    expect(await codeOf(editor.interventions.restore.mutate({ ...restore, from: { version: 9 } }))).toBe(
      'version.not_found',
    );
    await editor.interventions.restore.mutate({ ...restore, replace: true });

    const restored = await editor.interventions.workingCopy.query({ id });
    // Who may read it stays as it was in the draft: an old text opens no door.
    expect(restored).toMatchObject({
      state: 'draft',
      content: { goal: 'Meer kinderen lezen met plezier.', visibility: 'alliance' },
    });
    const { steps } = await editor.interventions.review.query({ id });
    const [step] = steps;
    expect(step).toMatchObject({ what: 'restored', version: 1, kept: true, role: 'editor' });
    const kept = await editor.interventions.compareWorkingCopy.query({ id, with: { kept: step?.id ?? '' } });
    expect(told(kept.differences.find(({ path }) => path[0] === 'goal')?.words)).toContain(
      '-Nog niet gepubliceerd.-',
    );
    // Only here: another draft of the same people has no such step, to look at or to put back.
    const other = { id: (await makeIntervention(alliance, {})).id, of: { kept: step?.id ?? '' } };
    const { compareWorkingCopy, restore: putBack } = editor.interventions;
    expect([
      await codeOf(compareWorkingCopy.query({ id: other.id, with: other.of })),
      await codeOf(putBack.mutate({ id: other.id, revision: 2, from: other.of, replace: true })),
    ]).toEqual(['version.not_found', 'version.not_found']);

    await editor.interventions.restore.mutate({
      id,
      revision: restored.revision,
      from: { kept: step?.id ?? '' },
      replace: true,
    });
    expect((await editor.interventions.workingCopy.query({ id })).content).toEqual(written);
  });

  it('gives way without asking when it holds nothing that was not published', async () => {
    const { id, handle } = await makeAgenda(alliance, { state: 'published' });
    const editor = await alliance.as('editor');
    const { revision, content } = await editor.agendas.workingCopy.query({ id });
    await editor.agendas.restore.mutate({ id, revision, from: { version: 1 }, replace: false });
    const after = await editor.agendas.workingCopy.query({ id });
    expect(after).toMatchObject({ state: 'draft', content });
    expect((await editor.agendas.review.query({ id })).steps[0]).toMatchObject({
      what: 'restored',
      kept: false,
    });
    expect((await alliance.visitor().agendas.versions.query({ handle })).versions).toHaveLength(1);
  });

  it('is restored by nobody else: not by a reader, a participant or a stranger', async () => {
    const { id } = await makeIntervention(alliance, {
      state: 'published',
      parts: [{ municipality: agreed, agreedBy: 'agreedPublisher' }],
    });
    const input = { id, revision: 1, from: { version: 1 }, replace: true };
    const codes = await Promise.all(
      (['reader', 'agreedPublisher', 'strangerEditor'] as const).map(async (person) =>
        codeOf((await alliance.as(person)).interventions.restore.mutate(input)),
      ),
    );
    expect(codes).toEqual(['account.other_role_needed', 'intervention.read_only', 'intervention.not_found']);
  });
});

describe('an old text', () => {
  it('without a field that came later reads and compares as if that was empty', async () => {
    const { id, handle } = await makeAgenda(alliance, { state: 'published' });
    await asSuperuser(
      alliance.urls.superuserUrl,
      `update agenda_version set content = content - 'keyFigures' - 'bodies' where agenda_id = $1`,
      [id],
      { withoutTriggers: true },
    );
    const { page } = await alliance.visitor().agendas.version.query({ handle, number: 1 });
    expect(page.content).toMatchObject({ keyFigures: [], bodies: [] });
    const editor = await alliance.as('editor');
    expect(await editor.agendas.compareWorkingCopy.query({ id, with: null })).toMatchObject({
      unpublished: false,
    });
  });
});
