// Long texts: hostile Markdown is refused where it is sent, the rest is kept in one form and found by its words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { doors } from '../support/platform.ts';
import { refusalOf } from '../support/refusals.ts';
import {
  fullAgenda,
  fullContent,
  handleOf,
  makeAgenda,
  makeIntervention,
  revisionOf,
} from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(async () => {
  expect(alliance.internalErrors).toEqual([]);
  await alliance.close();
});

const hostile: readonly (readonly [code: string, text: string])[] = [
  ['markdown_html', 'Tekst <script>alert(1)</script>'],
  ['markdown_link', 'Zie [de website](javascript:alert(1))'],
  ['markdown_link', 'Zie [de website](data:text/html,<b>)'],
  ['markdown_image', '![kaart](https://elders.example/volg.png)'],
  ['markdown_depth', `${'- '.repeat(5_900)}x`],
  ['markdown_table', `|${'a|'.repeat(50)}\n|${'-|'.repeat(50)}`],
  ['characters', 'omgekeerd \u202egnits'],
  ['characters', 'bel \u0007'],
];

describe.each(doors)('through the %s door', (door) => {
  it.each(hostile)('%s is refused by its code, and nothing of it is kept: %.40s', async (code, text) => {
    const { id } = await makeIntervention(alliance, { state: 'draft' });
    const editor = await alliance.as('editor', door);
    const before = await editor.interventions.workingCopy.query({ id });
    const began = performance.now();
    const refused = await refusalOf(
      editor.interventions.save.mutate({
        id,
        revision: before.revision,
        content: { ...before.content, activities: text },
      }),
    );
    expect(performance.now() - began).toBeLessThan(1000);
    expect(refused).toMatchObject({ code: 'input.invalid', httpStatus: 400 });
    expect(refused.fields).toEqual([{ field: 'content.activities', code }]);
    expect(await editor.interventions.workingCopy.query({ id })).toEqual(before);
  });

  it('a text that is too long is refused as such', async () => {
    const { id } = await makeIntervention(alliance, { state: 'draft' });
    const editor = await alliance.as('editor', door);
    const { revision, content } = await editor.interventions.workingCopy.query({ id });
    const refused = await refusalOf(
      editor.interventions.save.mutate({ id, revision, content: { ...content, funding: 'x'.repeat(4001) } }),
    );
    expect(refused.fields).toEqual([{ field: 'content.funding', code: 'too_big' }]);
  });

  it('a refusal names the goal of an agenda it stands in', async () => {
    const { id } = await makeAgenda(alliance, { state: 'draft' });
    const publisher = await alliance.as('publisher', door);
    const { revision, content } = await publisher.agendas.workingCopy.query({ id });
    const goals = content.goals.map((goal) => ({ ...goal, text: '<iframe>' }));
    const refused = await refusalOf(
      publisher.agendas.save.mutate({ id, revision, content: { ...content, goals } }),
    );
    expect(refused.fields[0]).toEqual({ field: 'content.goals.0.text', code: 'markdown_html' });
  });

  it('a refusal names the addendum of an agenda it stands in; what is kept is clean', async () => {
    const { id } = await makeAgenda(alliance, { state: 'draft' });
    const publisher = await alliance.as('publisher', door);
    const { content } = await publisher.agendas.workingCopy.query({ id });
    const addendum = {
      ...{ key: 'bijlage1', title: 'Erbij', periodFrom: null, periodTo: null },
      ...{ signedOn: null, signatories: [] },
    };
    const saveWith = async (text: string) =>
      publisher.agendas.save.mutate({
        ...{ id, revision: (await publisher.agendas.workingCopy.query({ id })).revision },
        content: { ...content, addenda: [{ ...addendum, text }] },
      });
    const refused = await refusalOf(saveWith('<iframe>'));
    expect(refused.fields[0]).toEqual({ field: 'content.addenda.0.text', code: 'markdown_html' });
    await saveWith('Ook:\r\n• de avonden');
    const stored = (await publisher.agendas.workingCopy.query({ id })).content.addenda;
    expect(stored.map(({ text }) => text)).toEqual(['Ook:\n- de avonden']);
  });

  it('what people typed so far is kept as the same lists and lines, and stays the same when it is saved again', async () => {
    const { id } = await makeIntervention(alliance, { state: 'draft' });
    const editor = await alliance.as('editor', door);
    const goal = 'Wij:  \r\n• lezen\r\n• schrijven\r\n\r\n\r\n\r\n1. eerst\r\n2. dan\r\n\r\n5 < 6 & [x]';
    const content = fullContent('Lijsten', { goal });
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content });
    const kept = (await editor.interventions.workingCopy.query({ id })).content.goal;
    expect(kept).toBe('Wij:\n- lezen\n- schrijven\n\n1. eerst\n2. dan\n\n5 < 6 & [x]');
    const again = { ...content, goal: kept };
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content: again });
    expect((await editor.interventions.workingCopy.query({ id })).content.goal).toBe(kept);
  });
});

describe('the guard of personal data', () => {
  it('sees through the marks of Markdown, and where links lead', async () => {
    const { id } = await makeIntervention(alliance, { state: 'draft' });
    const editor = await alliance.as('editor');
    const content = fullContent('Gegevens', {
      goal: 'Kind 1112**2233**3 doet mee.',
      funding: 'Vraag het [hier](mailto:jan@voorbeeld.example).',
    });
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content });
    const { personalData } = await editor.interventions.workingCopy.query({ id });
    expect(personalData.map(({ field, kind }) => [field, kind])).toEqual([
      ['goal', 'bsn'],
      ['funding', 'email'],
    ]);
  });

  it('does not take marks alone for a text', async () => {
    const { id } = await makeIntervention(alliance, { state: 'draft' });
    const editor = await alliance.as('editor');
    const content = fullContent('Leeg', { goal: '-\n-' });
    await editor.interventions.save.mutate({ id, revision: await revisionOf(editor, id), content });
    expect((await editor.interventions.workingCopy.query({ id })).missing).toEqual(['goal']);
  });
});

describe('search', () => {
  it('finds the words of a text, not its marks and not the addresses of its links', async () => {
    const { handle } = await makeIntervention(alliance, {
      state: 'published',
      content: {
        goal: '### Zandloper\n\nEen **kei**zerskroon, [weerhuisje](https://kompasroos.example/pad).',
      },
    });
    const find = (text: string) =>
      alliance.visitor('local').finding.find.query({ text, kinds: ['intervention'] });
    for (const word of ['zandloper', 'keizerskroon', 'weerhuisje']) {
      const { hits } = await find(word);
      expect(
        hits.map(({ card }) => handleOf(card.slug)),
        word,
      ).toEqual([handle]);
    }
    expect((await find('kompasroos')).hits).toEqual([]);
  });

  it('shows the mission of an agenda as words', async () => {
    const publisher = await alliance.as('publisher');
    const { id } = await makeAgenda(alliance, { state: 'draft' });
    const { revision } = await publisher.agendas.workingCopy.query({ id });
    const mission =
      '**Elk kind** telt een \\*sterretje\\*: [lees](https://a.example/x_y)\n\n| A | B |\n| --- | --- |\n| 1 | 2 |';
    const saved = await publisher.agendas.save.mutate({
      id,
      revision,
      content: fullAgenda('Sterrenkaart van de wijk', { mission }),
    });
    await publisher.agendas.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    const { hits } = await alliance.visitor('local').finding.find.query({ text: 'sterrenkaart' });
    const shown = JSON.stringify(hits);
    expect(shown).toContain('Elk kind telt een *sterretje*: lees');
    expect(shown).not.toMatch(/\*\*|a\.example|---/);
  });
});
