// From the first word to a page that everybody finds, and back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, stranger, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { codeOf, refusalOf } from '../support/refusals.ts';
import { fullContent, handleOf, makeAgenda, makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

describe.each(doors)('through the %s door', (door) => {
  const find = (text: string) => alliance.visitor(door).finding.find.query({ text, kinds: ['intervention'] });

  it('an intervention is written, returned, published, found, changed, withdrawn and published again', async () => {
    const editor = await alliance.as('editor', door);
    const publisher = await alliance.as('publisher', door);
    const visitor = alliance.visitor(door);
    const title = `Voorleeskaravaan ${door}`;

    // written and submitted
    const { id } = await editor.interventions.create.mutate({ title });
    const content = fullContent(title, {
      goal: 'Meer zelfvertrouwen bij het hardop lezen.',
      themes: ['taalontwikkeling', 'ouderbetrokkenheid'],
    });
    const { revision } = await editor.interventions.save.mutate({ id, revision: 1, content });
    expect(revision).toBe(2);
    await editor.interventions.submit.mutate({ id });
    const waiting = (await publisher.interventions.workingCopies.query()).interventions.find(
      (each) => each.id === id,
    );
    expect(waiting).toMatchObject({ state: 'in_review', own: true, publishedVersion: null });

    // returned with a remark, and submitted once more
    await publisher.interventions.return.mutate({ id, remark: 'Noem ook de bibliotheek.' });
    const returned = await editor.interventions.workingCopy.query({ id });
    expect(returned).toMatchObject({
      state: 'draft',
      can: { submit: true, publish: false },
    });
    const { remarks } = await editor.interventions.review.query({ id });
    expect(remarks).toMatchObject([
      { field: '', text: 'Noem ook de bibliotheek.', role: 'publisher', settled: null },
    ]);
    await editor.interventions.save.mutate({
      id,
      revision: returned.revision,
      content: { ...content, parties: 'Gemeente en bibliotheek' },
    });
    await editor.interventions.submit.mutate({ id });
    const { slug } = returned;
    expect(await codeOf(visitor.interventions.get.query({ handle: handleOf(slug) }))).toBe(
      'intervention.not_found',
    );
    expect((await find(`karavaan ${door}`)).hits).toEqual([]);

    // published by the publisher, not by the editor
    const ready = await publisher.interventions.workingCopy.query({ id });
    const publication = { id, revision: ready.revision, note: 'Eerste versie', personalDataReason: null };
    expect(await codeOf(editor.interventions.publish.mutate(publication))).toBe('account.other_role_needed');
    const published = await publisher.interventions.publish.mutate(publication);
    expect(published).toEqual({ slug, version: 1 });

    // found by a visitor: list, search, facets, detail
    const list = await visitor.finding.find.query({ kinds: ['intervention'], sort: 'newest' });
    const first = list.hits[0];
    expect(first?.kind === 'intervention' && first.card).toMatchObject({
      id,
      slug,
      title,
      municipality: { name: 'Brunssum' },
    });
    const found = await find(title);
    expect(found.hits.map((hit) => hit.kind === 'intervention' && hit.card.id)).toContain(id);
    expect(found.facets?.municipalities).toContainEqual({
      value: 'gm0899',
      label: 'Brunssum',
      count: found.total,
    });
    expect(found.facets?.themes.find(({ value }) => value === 'ouderbetrokkenheid')?.count).toBeGreaterThan(
      0,
    );
    expect(found.facets?.regions.find(({ label }) => label === 'Parkstad Limburg')?.count).toBe(found.total);
    const elsewhere = await visitor.finding.find.query({ text: title, municipalities: [stranger] });
    expect(elsewhere.hits).toEqual([]);
    const page = await visitor.interventions.get.query({ handle: handleOf(slug) });
    expect(page).toMatchObject({
      state: 'published',
      card: { version: 1 },
      content: { goal: content.goal, parties: 'Gemeente en bibliotheek' },
      workingCopy: null,
    });

    // edited again: the page stays as it was until the second version
    const copy = await editor.interventions.workingCopy.query({ id });
    expect(copy).toMatchObject({ state: 'published', publishedVersion: 1 });
    const next = { ...copy.content, goal: 'Elk kind leest elke dag.' };
    const saved = await editor.interventions.save.mutate({ id, revision: copy.revision, content: next });
    expect(await visitor.interventions.get.query({ handle: handleOf(slug) })).toEqual(page);
    await publisher.interventions.publish.mutate({
      id,
      revision: saved.revision,
      note: 'Doel aangescherpt',
      personalDataReason: null,
    });
    const second = await visitor.interventions.get.query({ handle: handleOf(slug) });
    expect(second).toMatchObject({ state: 'published', card: { version: 2 }, content: { goal: next.goal } });
    expect(second.state === 'published' && second.versions.map(({ number, note }) => [number, note])).toEqual(
      [
        [2, 'Doel aangescherpt'],
        [1, 'Eerste versie'],
      ],
    );

    // withdrawn: gone from every list, and the address says when and why
    const before = (await visitor.finding.find.query({ kinds: ['intervention'] })).total;
    await publisher.interventions.withdraw.mutate({ id, reason: 'De subsidie is gestopt.' });
    const gone = await visitor.interventions.get.query({ handle: handleOf(slug) });
    expect(gone).toEqual({
      state: 'withdrawn',
      title,
      reason: 'De subsidie is gestopt.',
      municipality: { code: 'gm0899', name: 'Brunssum', slug: 'brunssum' },
      withdrawnAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
    });
    expect((await visitor.finding.find.query({ kinds: ['intervention'] })).total).toBe(before - 1);
    expect((await find(title)).hits.some((hit) => hit.kind === 'intervention' && hit.card.id === id)).toBe(
      false,
    );
    expect(await editor.interventions.workingCopy.query({ id })).toMatchObject({ state: 'withdrawn' });

    // published again at the same address
    const again = await editor.interventions.workingCopy.query({ id });
    const third = await publisher.interventions.publish.mutate({
      id,
      revision: again.revision,
      note: 'Terug',
      personalDataReason: null,
    });
    expect(third).toEqual({ slug, version: 3 });
    expect(await visitor.interventions.get.query({ handle: handleOf(slug) })).toMatchObject({
      state: 'published',
      card: { version: 3 },
    });
    expect((await visitor.finding.find.query({ kinds: ['intervention'] })).total).toBe(before);
  });

  it('a stale save is refused and nothing is overwritten', async () => {
    const editor = await alliance.as('editor', door);
    const { id } = await editor.interventions.create.mutate({ title: 'Twee schermen' });
    const mine = fullContent('Van het ene scherm');
    await editor.interventions.save.mutate({ id, revision: 1, content: mine });
    const stale = await refusalOf(
      editor.interventions.save.mutate({ id, revision: 1, content: fullContent('Van het andere scherm') }),
    );
    expect(stale).toMatchObject({ code: 'intervention.stale', httpStatus: 409 });
    expect(await editor.interventions.workingCopy.query({ id })).toMatchObject({
      revision: 2,
      content: mine,
    });

    // Two saves at the same moment: one is kept, the other is told.
    const both = await Promise.allSettled(
      ['links', 'rechts'].map((side) =>
        editor.interventions.save.mutate({ id, revision: 2, content: fullContent(side) }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

    // What changed since the publisher read it is not published.
    const publisher = await alliance.as('publisher', door);
    expect(
      await codeOf(
        publisher.interventions.publish.mutate({ id, revision: 2, note: '', personalDataReason: null }),
      ),
    ).toBe('intervention.stale');
  });

  it('publishing what is incomplete names the fields', async () => {
    const publisher = await alliance.as('publisher', door);
    const { id } = await publisher.interventions.create.mutate({ title: 'Nog leeg' });
    const refused = await refusalOf(
      publisher.interventions.publish.mutate({ id, revision: 1, note: '', personalDataReason: null }),
    );
    expect(refused).toMatchObject({ code: 'intervention.incomplete', httpStatus: 400 });
    expect(refused.fields.map(({ field }) => field)).toEqual([
      'summary',
      'goal',
      'targetGroup',
      'activities',
      'themes',
      'phases',
      'contactRole',
    ]);
    expect((await publisher.interventions.workingCopy.query({ id })).missing).toEqual(
      refused.fields.map(({ field }) => field),
    );
  });

  it('a BSN stops publishing, an e-mail address needs a reason', async () => {
    const publisher = await alliance.as('publisher', door);
    const tryWith = async (activities: string, personalDataReason: string | null) => {
      const { id } = await publisher.interventions.create.mutate({ title: 'Met gegevens' });
      await publisher.interventions.save.mutate({
        id,
        revision: 1,
        content: fullContent('Met gegevens', { activities }),
      });
      return publisher.interventions.publish.mutate({ id, revision: 2, note: '', personalDataReason });
    };
    // 123456782 passes the eleven-test and belongs to nobody.
    const bsn = await refusalOf(tryWith('Aangemeld onder BSN 123456782.', 'Het moet echt'));
    expect(bsn).toMatchObject({ code: 'publication.bsn', fields: [{ field: 'activities', code: 'bsn' }] });
    const mail = 'Meld u aan via aanmelden@kansenplein.example.';
    const refused = await refusalOf(tryWith(mail, null));
    expect(refused).toMatchObject({
      code: 'publication.personal_data',
      fields: [{ field: 'activities', code: 'email' }],
    });
    expect(await codeOf(tryWith(mail, '   '))).toBe('publication.personal_data');
    expect(await tryWith(mail, 'Algemeen postvak van het project')).toMatchObject({ version: 1 });
  });

  it('a page is read by the circle it was published to, and narrowing the circle holds for what is past', async () => {
    const publisher = await alliance.as('publisher', door);
    const title = `Kring ${door}`;
    const { id } = await publisher.interventions.create.mutate({ title });
    const { slug } = await publisher.interventions.workingCopy.query({ id });
    const publishTo = async (visibility: 'municipality' | 'alliance' | 'public') => {
      const { revision } = await publisher.interventions.workingCopy.query({ id });
      const saved = await publisher.interventions.save.mutate({
        id,
        revision,
        content: fullContent(title, { visibility }),
      });
      await publisher.interventions.publish.mutate({
        id,
        revision: saved.revision,
        note: '',
        personalDataReason: null,
      });
    };
    const read = async () => {
      const readers = [
        await alliance.as('reader', door),
        await alliance.as('partner', door),
        await alliance.as('strangerEditor', door),
        alliance.visitor(door),
      ];
      return Promise.all(
        readers.map(async (client) => {
          const { hits } = await client.finding.find.query({ text: title, kinds: ['intervention'] });
          const page = client.interventions.get.query({ handle: handleOf(slug) }).then(
            () => true,
            () => false,
          );
          return [await page, hits.some((hit) => hit.kind === 'intervention' && hit.card.id === id)];
        }),
      );
    };
    const yes = [true, true];
    const no = [false, false];
    await publishTo('public');
    expect(await read()).toEqual([yes, yes, yes, yes]);
    await publishTo('alliance');
    expect(await read()).toEqual([yes, yes, yes, no]);
    await publishTo('municipality');
    expect(await read()).toEqual([yes, no, no, no]);
    await publishTo('public');
    const page = await alliance.visitor(door).interventions.get.query({ handle: handleOf(slug) });
    expect(page.state === 'published' && page.card.version).toBe(4);
  });

  it('a page that was withdrawn is gone: edited again it cannot be withdrawn once more, published again it can', async () => {
    const publisher = await alliance.as('publisher', door);
    const { id } = await makeIntervention(alliance, { state: 'withdrawn' });
    const may = async () => {
      const { state, can } = await publisher.interventions.workingCopy.query({ id });
      return [state, can.withdraw];
    };
    const withdraw = () => publisher.interventions.withdraw.mutate({ id, reason: 'Nog eens' });
    expect(await may()).toEqual(['withdrawn', false]);
    const { revision, content } = await publisher.interventions.workingCopy.query({ id });
    const saved = await publisher.interventions.save.mutate({ id, revision, content });
    expect(await may()).toEqual(['draft', false]);
    expect(await codeOf(withdraw())).toBe('intervention.cannot_withdraw');
    await publisher.interventions.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    expect(await may()).toEqual(['published', true]);
    await withdraw();
    expect(await may()).toEqual(['withdrawn', false]);
  });

  it('the same holds for an agenda', async () => {
    const publisher = await alliance.as('publisher', door);
    const { id } = await makeAgenda(alliance, { state: 'withdrawn' });
    const copy = () => publisher.agendas.workingCopy.query({ id });
    const { revision, content } = await copy();
    expect((await copy()).can.withdraw).toBe(false);
    const saved = await publisher.agendas.save.mutate({ id, revision, content });
    expect(await copy()).toMatchObject({ state: 'draft', can: { withdraw: false } });
    const again = publisher.agendas.withdraw.mutate({ id, reason: 'Nog eens' });
    expect(await codeOf(again)).toBe('agenda.cannot_withdraw');
    await publisher.agendas.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    expect((await copy()).can.withdraw).toBe(true);
  });

  it('only what was never published can be thrown away', async () => {
    const editor = await alliance.as('editor', door);
    const publisher = await alliance.as('publisher', door);
    const { id } = await editor.interventions.create.mutate({ title: 'Probeersel' });
    await editor.interventions.discard.mutate({ id });
    expect(await codeOf(editor.interventions.workingCopy.query({ id }))).toBe('intervention.not_found');
    const { id: kept } = await editor.interventions.create.mutate({ title: 'Blijft' });
    await editor.interventions.save.mutate({ id: kept, revision: 1, content: fullContent('Blijft') });
    await publisher.interventions.publish.mutate({
      id: kept,
      revision: 2,
      note: '',
      personalDataReason: null,
    });
    expect(await codeOf(editor.interventions.discard.mutate({ id: kept }))).toBe(
      'intervention.cannot_discard',
    );
  });
});
