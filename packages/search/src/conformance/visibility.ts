/** Behaviours 23 and 24 of search.md, each by its number: what nobody else may notice; and questions no engine may stumble over. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchQuery } from '../port.ts';
import { document, everything, type AdapterUnderTest, type TestDocument } from './adapter-under-test.ts';

const visitor = ['public'];
const member = ['public', 'alliance', 'municipality:gm0042'];
const neighbour = ['public', 'alliance', 'municipality:gm0100'];

export function visibilityConformance(adapter: () => AdapterUnderTest): void {
  const ask = (scopes: string[], query: Partial<SearchQuery>) =>
    adapter()
      .as(scopes)
      .search({ ...everything, ...query });
  const addresses = async (scopes: string[], query: Partial<SearchQuery>) =>
    (await ask(scopes, query)).hits.map((hit) => hit.address);

  describe('what is not yours', () => {
    const secret = document({
      address: 'geheim',
      title: 'Zeilkampen',
      head: 'Zeilkampen in de polder',
      scopes: ['municipality:gm0100'],
      municipality: 'gm0100',
      themes: ['zeilen'],
    });
    const open: TestDocument = document({ address: 'open', title: 'Voor iedereen', themes: ['taal'] });
    const shared = document({
      address: 'samen',
      title: 'Voor leden',
      scopes: ['alliance'],
      themes: ['taal'],
    });
    beforeAll(() => adapter().fill([secret, open, shared]));

    it.each([
      ['a visitor', visitor, ['open']],
      ['a member elsewhere', member, ['samen', 'open']],
      ['its own municipality', neighbour, ['samen', 'open', 'geheim']],
      ['somebody without any scope', [], []],
    ])('23: %s sees exactly what is theirs in hits, total and counts', async (_, scopes, expected) => {
      const page = await ask(scopes, {});
      expect(page.hits.map((hit) => hit.address)).toEqual(expected);
      expect(page.total).toBe(expected.length);
      expect(page.facets.themes['zeilen']).toBe(expected.includes('geheim') ? 1 : undefined);
      expect(page.facets.municipalities['gm0100']).toBe(expected.includes('geheim') ? 1 : undefined);
    });

    it("23: another municipality's own document is absent, also from corrections, suggestions and with its own filter", async () => {
      for (const text of [
        'zeilkampen',
        'zeilkamp',
        'zeilkanpen',
        'kampen',
        '"zeilkampen in de polder"',
        'zeilkampen polder zee meer',
      ]) {
        expect(await ask(member, { text })).toMatchObject({
          hits: [],
          total: 0,
          didYouMean: null,
          facets: { themes: {} },
        });
      }
      expect(await ask(member, { municipalities: ['gm0100'], themes: ['zeilen'] })).toMatchObject({
        hits: [],
        total: 0,
      });
      expect(await adapter().as(member).suggest('zeil', 10)).toEqual([]);
      expect((await ask(neighbour, { text: 'zeilkanpen' })).didYouMean).toBe('zeilkampen');
      expect((await adapter().as(neighbour).suggest('zeil', 10)).map((one) => one.text)).toContain(
        'Zeilkampen',
      );
    });

    it('23: a word of others changes no correction, no count and no other word that was searched as well', async () => {
      const open = document({ address: 'roeien', title: 'Roeiwedstrijd op de plas' });
      await adapter().put(open);
      const questions = [
        'roeiwedstrijt',
        'roeiwedsrtijd',
        'wedstrijd',
        'roei',
        'zeilwedstrijd plas',
        'roeiwedstrijd plas',
      ];
      const answers = async (scopes: string[]) =>
        JSON.stringify([
          await Promise.all(questions.map((text) => ask(scopes, { text }))),
          await Promise.all(
            ['roei', 'roeiw', 'zeil', 'wed'].map((text) => adapter().as(scopes).suggest(text, 10)),
          ),
        ]);
      const before = [await answers(visitor), await answers(member)];
      // Closer to what is typed than any word that may be seen, and parts and wholes of the same compounds.
      const words = [
        'roeiwedstrijt',
        'roeiwedsrtijd',
        'wedstrijdt',
        'zeilwedstrijd',
        'roeiwedstrijdplas',
        'roei',
        'wedstrijd',
      ];
      const hidden = document({
        address: 'verborgen',
        scopes: ['municipality:gm0100'],
        municipality: 'gm0100',
        title: words.join(' '),
        rest: words.map((word) => `${word}en ${word}s`).join(' '),
      });
      await adapter().put(hidden);
      expect([await answers(visitor), await answers(member)]).toEqual(before);
      await adapter().remove(hidden);
      expect([await answers(visitor), await answers(member)]).toEqual(before);
      await adapter().remove(open);
    });

    it('24: published wider, then narrower: each next search knows', async () => {
      await adapter().move(secret, ['public']);
      expect(await addresses(visitor, { text: 'zeilkampen' })).toEqual(['geheim']);
      expect((await ask(visitor, {})).total).toBe(2);
      await adapter().move(secret, ['municipality:gm0100']);
      expect(await addresses(visitor, { text: 'zeilkampen' })).toEqual([]);
      expect((await ask(visitor, {})).total).toBe(1);
    });

    it('24: withdrawn: the next search does not show or count it', async () => {
      expect((await ask(member, {})).total).toBe(2);
      await adapter().remove(shared);
      expect(await ask(member, {})).toMatchObject({ total: 1, facets: { themes: { taal: 1 } } });
      expect(await addresses(member, { text: 'leden' })).toEqual([]);
    });

    it('a new version replaces every word of the old one', async () => {
      await adapter().put({ ...open, title: 'Helemaal nieuw', head: 'Anders' });
      expect(await addresses(visitor, { text: 'iedereen' })).toEqual([]);
      expect(await addresses(visitor, { text: 'helemaal nieuw' })).toEqual(['open']);
    });
  });

  describe('strange questions', () => {
    beforeAll(() => adapter().fill([document({ address: 'x', title: 'Deelname aan het onderwijs' })]));

    it.each([
      'de',
      'de het een van',
      '"',
      '""',
      '-',
      '- -',
      '"de"',
      "'",
      '\\',
      '!',
      '& | !',
      '<->',
      ':*',
      '(',
      'a:*',
      '\u0000\u0007',
      '%_',
      '-de',
      'onderwijs -',
      '💡',
      'ab'.repeat(6000),
      'woord '.repeat(2000),
      '"'.repeat(300),
      'o\'brien -"x',
      '\ud800',
      '１２',
      '\u202e\u200b\ufeff',
      "x' or true) -- ",
      'visible_to = "public" OR 1 = 1',
      '{"filter":"*"}',
      "'; drop table search_document; --",
      '<script>alert(1)</script>',
    ])('is answered: %j', async (text) => {
      const page = await ask(visitor, { text });
      expect(page.total).toBeGreaterThanOrEqual(page.hits.length);
    });

    it.each([
      ['kinds', "x' or true"],
      ['themes', 'visible_to = "public"'],
      ['phases', '\u0000'],
      ['municipalities', 'gm0001) or (1=1'],
      ['courses', '*'],
    ] as const)('a filter of %s that is none finds nothing: %j', async (dimension, strange) => {
      const page = await ask(visitor, { [dimension]: [strange] });
      expect(page).toMatchObject({ hits: [], total: 0, totalIsMore: false });
    });

    it('a small word being typed is the beginning of a longer one', async () => {
      expect(await addresses(visitor, { text: 'de' })).toEqual(['x']);
    });
  });
}
