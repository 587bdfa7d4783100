/** Behaviours 23 and 24 of search.md: what nobody else may notice; and questions no engine may stumble over. */
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
    ])('%s sees exactly what is theirs in hits, total and counts', async (_, scopes, expected) => {
      const page = await ask(scopes, {});
      expect(page.hits.map((hit) => hit.address)).toEqual(expected);
      expect(page.total).toBe(expected.length);
      expect(page.facets.themes['zeilen']).toBe(expected.includes('geheim') ? 1 : undefined);
      expect(page.facets.municipalities['gm0100']).toBe(expected.includes('geheim') ? 1 : undefined);
    });

    it("another municipality's own document is absent, also from corrections, suggestions and with its own filter", async () => {
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

    it('published wider, then narrower: each next search knows', async () => {
      await adapter().move(secret, ['public']);
      expect(await addresses(visitor, { text: 'zeilkampen' })).toEqual(['geheim']);
      expect((await ask(visitor, {})).total).toBe(2);
      await adapter().move(secret, ['municipality:gm0100']);
      expect(await addresses(visitor, { text: 'zeilkampen' })).toEqual([]);
      expect((await ask(visitor, {})).total).toBe(1);
    });

    it('withdrawn: the next search does not show or count it', async () => {
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
    ])('is answered: %j', async (text) => {
      const page = await ask(visitor, { text });
      expect(page.total).toBeGreaterThanOrEqual(page.hits.length);
    });

    it('a small word being typed is the beginning of a longer one', async () => {
      expect(await addresses(visitor, { text: 'de' })).toEqual(['x']);
    });
  });
}
