// When nothing is found: every way on is one that gives what it says, and what lies near comes first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAlliance, own, type Alliance } from '../support/alliance.ts';
import type { Client } from '../support/platform.ts';
import { makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
let visitor: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  visitor = await alliance.as('reader');
  const themes = ['welzijn-en-veerkracht'] as const;
  await makeIntervention(alliance, { state: 'published' });
  await makeIntervention(alliance, { state: 'published' });
  await makeIntervention(alliance, { state: 'published', content: { themes: [...themes], phases: ['vo'] } });
});
afterAll(() => alliance?.close());

type Question = Parameters<Client['finding']['wider']['query']>[0];
const totalOf = async (question: Question) => (await visitor.finding.find.query(question)).total;

describe('when nothing is found', () => {
  it.each<[string, Question]>([
    ['words that stand nowhere', { text: 'qqxxyyzz', themes: ['taalontwikkeling'] }],
    [
      'words and choices that do not go together',
      { text: 'leesmaatje', phases: ['mbo'], kinds: ['intervention'] },
    ],
    ['choices that do not go together', { themes: ['welzijn-en-veerkracht'], phases: ['po'], regions: [] }],
    ['several of one dimension', { text: 'qqxxyyzz', phases: ['mbo', 'vo'], municipalities: [own] }],
  ])('%s: each way on gives what it promised', async (_, question) => {
    expect(await totalOf(question)).toBe(0);
    const { without, terms, themes, themesOf } = await visitor.finding.wider.query(question);
    expect(without.length).toBeGreaterThan(0);
    for (const { what, value, total } of without) {
      const chosen: readonly string[] = what === 'text' ? [] : (question[what] ?? []);
      const less = what === 'text' ? { text: '' } : { [what]: chosen.filter((one) => one !== value) };
      expect({ what, total: await totalOf({ ...question, ...less }) }).toEqual({ what, total });
    }
    for (const { text, total } of terms) expect(await totalOf({ ...question, text })).toBe(total);
    for (const { value, count } of themes) {
      const text = themesOf === 'words' ? question.text : '';
      const theme = value as NonNullable<Question['themes']>[number];
      expect(await totalOf({ ...question, text, themes: [theme] })).toBe(count);
    }
  });

  it('letting go of one among several is not offered: it gives nothing', async () => {
    const { without } = await visitor.finding.wider.query({ text: 'qqxxyyzz', phases: ['mbo', 'vo'] });
    expect(without.map(({ what }) => what)).toEqual(['text']);
  });

  it('names the themes that lie near the words, not the largest ones', async () => {
    const question = { text: 'pesten', municipalities: [own] };
    expect(await totalOf(question)).toBe(0);
    const { themes, themesOf } = await visitor.finding.wider.query(question);
    expect({ themesOf, themes: themes.map(({ value }) => value) }).toEqual({
      themesOf: 'neighbours',
      themes: ['welzijn-en-veerkracht'],
    });
    const unknown = await visitor.finding.wider.query({ ...question, text: 'qqxxyyzz' });
    expect(unknown.themesOf).toBe('everything');
    expect(unknown.themes[0]?.value).toBe('taalontwikkeling');
  });

  it('names broader words, and words beside it', async () => {
    await makeIntervention(alliance, { state: 'published', title: 'Aanwezigheid op school' });
    await makeIntervention(alliance, { state: 'published', title: 'Leerplicht uitgelegd' });
    // Quoted: only these words, so that nothing near was searched already.
    const question = { text: '"spijbelen"', kinds: ['intervention' as const] };
    expect(await totalOf(question)).toBe(0);
    const { terms } = await visitor.finding.wider.query(question);
    const named = terms.map(({ text, relation }) => `${relation}: ${text}`);
    expect(named[0]).toBe('broader: aanwezigheid op school');
    expect(named).toContain('related: leerplicht');
    for (const { text, total } of terms) expect(await totalOf({ ...question, text })).toBe(total);
  });
});
