/** Behaviours 19–22 and 25 of search.md, each by its number: filters, counts, pages, marks, passages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { SearchInputError, type SearchQuery } from '../port.ts';
import { document, everything, type AdapterUnderTest } from './adapter-under-test.ts';

const visitor = ['public'];

export function listConformance(adapter: () => AdapterUnderTest): void {
  const ask = (scopes: string[], query: Partial<SearchQuery>) =>
    adapter()
      .as(scopes)
      .search({ ...everything, ...query });

  describe('filters and counts', () => {
    beforeAll(() =>
      adapter().fill([
        document({ address: 'a', themes: ['taal'], phases: ['po'], course: 'running' }),
        document({ address: 'b', themes: ['taal', 'rekenen'], phases: ['vo'], municipality: 'gm0002' }),
        document({ address: 'c', themes: ['taal'], phases: ['mbo'], course: 'evaluated' }),
        document({ address: 'd', themes: ['rekenen'], phases: ['po', 'vo'], kind: 'agenda' }),
      ]),
    );

    it('19: theme taal and phase po or vo: or within a dimension, and between dimensions', async () => {
      const page = await ask(visitor, { themes: ['taal'], phases: ['po', 'vo'] });
      expect(page.hits.map((hit) => hit.address)).toEqual(['b', 'a']);
      expect(page.total).toBe(2);
    });

    it('20: choosing po keeps the count of vo', async () => {
      const page = await ask(visitor, { phases: ['po'] });
      expect(page.total).toBe(2);
      expect(page.facets).toEqual({
        kinds: { intervention: 1, agenda: 1 },
        themes: { taal: 1, rekenen: 1 },
        phases: { po: 2, vo: 2, mbo: 1 },
        municipalities: { gm0001: 2 },
        courses: { running: 1 },
      });
    });

    it('20: counts with two dimensions chosen ignore only their own', async () => {
      const page = await ask(visitor, { phases: ['po'], themes: ['taal'], kinds: ['intervention'] });
      expect(page.facets).toEqual({
        kinds: { intervention: 1 },
        themes: { taal: 1 },
        phases: { po: 1, vo: 1, mbo: 1 },
        municipalities: { gm0001: 1 },
        courses: { running: 1 },
      });
    });

    it('how far it is can be chosen, and counts the others all the same', async () => {
      const page = await ask(visitor, { courses: ['evaluated'] });
      expect(page.hits.map((hit) => hit.address)).toEqual(['c']);
      expect(page.facets.courses).toEqual({ running: 1, evaluated: 1 });
      expect(page.facets.themes).toEqual({ taal: 1 });
    });

    it('counts belong to the words as well', async () => {
      await adapter().put(document({ address: 'e', title: 'Dansles', themes: ['kunst'] }));
      expect((await ask(visitor, { text: 'dansles' })).facets.themes).toEqual({ kunst: 1 });
    });

    it.each([
      ['a list', ''],
      ['a search', 'onderwerp'],
    ])('%s says what it would be with nothing chosen in a dimension', async (_, text) => {
      const chosen = { themes: ['taal'], phases: ['po', 'mbo'], kinds: ['agenda'], courses: ['evaluated'] };
      for (const left of Object.keys(chosen)) {
        const page = await ask(visitor, { text, ...chosen, [left]: [] });
        const others = Object.keys(chosen).filter((dimension) => dimension !== left);
        expect(Object.keys(page.without).sort()).toEqual(others.sort());
        for (const [dimension, total] of Object.entries(page.without)) {
          const less = await ask(visitor, { text, ...chosen, [left]: [], [dimension]: [] });
          expect({ left, dimension, total }).toEqual({ left, dimension, total: less.total });
        }
      }
      expect((await ask(visitor, { text, themes: ['taal'], facets: false })).without).toEqual({});
    });

    it('21: a count of a municipality is said under the other filters, so that a name can be looked up with its count', async () => {
      const page = await ask(visitor, { themes: ['rekenen'], municipalities: ['gm0002'] });
      expect(page.facets.municipalities).toEqual({ gm0001: 1, gm0002: 1 });
    });

    it('gives no counts when none are asked', async () => {
      const page = await ask(visitor, { facets: false });
      expect(page.total).toBe(5);
      expect(page.facets).toEqual({ kinds: {}, themes: {}, phases: {}, municipalities: {}, courses: {} });
    });

    it('a value that does not exist finds nothing', async () => {
      for (const strange of ['onbekend', "taal' or 1=1", 'taal}', '\u0000', '']) {
        const page = await ask(visitor, { themes: [strange] });
        expect(page).toMatchObject({ hits: [], total: 0 });
        expect(page.facets.themes).toMatchObject({ taal: 3 });
      }
    });
  });

  describe('pages', () => {
    const many = Array.from({ length: 57 }, (_, index) =>
      document({
        address: `p${index}`,
        title: index % 3 === 0 ? 'Bladeren' : 'Anders',
        rest: 'bladeren',
        at: `2025-03-${String(1 + (index % 9)).padStart(2, '0')}T00:00:00Z`,
      }),
    );
    beforeAll(() => adapter().fill(many));

    it.each([
      ['a list', { text: '' }],
      [
        'a list of one municipality and kind',
        { text: '', municipalities: ['gm0001'], kinds: ['intervention'] },
      ],
      ['a search', { text: 'bladeren' }],
      ['a search by date', { text: 'bladeren', sort: 'newest' as const }],
      ['a search with a typing error', { text: 'blaederen' }],
      ['a search with a missing word', { text: 'bladeren vliegmachine' }],
    ])('25: %s is read to its end without repeats or gaps', async (_, query) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await ask(visitor, { ...query, after, limit: 10 });
        expect(page.total).toBe(57);
        seen.push(...page.hits.map((hit) => hit.address));
        after = page.next;
      } while (after !== null && seen.length < 100);
      expect(seen).toHaveLength(57);
      expect(new Set(seen).size).toBe(57);
    });

    it('25: pages neither repeat nor skip when something newer is published between them', async () => {
      const first = await ask(visitor, { limit: 10 });
      await adapter().put(document({ address: 'tussendoor', at: '2026-01-01T00:00:00Z' }));
      const second = await ask(visitor, { limit: 100, after: first.next });
      const seen = [...first.hits, ...second.hits].map((hit) => hit.address);
      expect(new Set(seen).size).toBe(57);
      expect(seen).not.toContain('tussendoor');
    });

    it('25: pages stay the same pages while documents come, change and go between them', async () => {
      const own = Array.from({ length: 40 }, (_, index) =>
        document({
          address: `blijft${index}`,
          title: 'Wandelroute',
          at: `2025-05-${String(1 + (index % 20)).padStart(2, '0')}T00:00:00Z`,
        }),
      );
      const goes = document({ address: 'gaat', title: 'Wandelroute', at: '2025-05-03T12:00:00Z' });
      for (const one of [...own, goes]) await adapter().put(one);
      for (const query of [{ text: 'wandelroute' }, { text: 'wandelroute', sort: 'newest' as const }]) {
        const seen: string[] = [];
        let after: string | null = null;
        let step = 0;
        do {
          const page = await ask(visitor, { ...query, after, limit: 7 });
          seen.push(...page.hits.map((hit) => hit.address));
          after = page.next;
          step += 1;
          await adapter().put(
            document({ address: `nieuw${step}`, title: 'Wandelroute', at: '2026-02-01T00:00:00Z' }),
          );
          // Written once more, as it was: not a place further.
          await adapter().put(own[step] ?? goes);
          if (step === 2) await adapter().remove(goes);
        } while (after !== null && step < 30);
        const stays = own.map(({ address }) => address);
        expect(seen.filter((address) => stays.includes(address)).sort()).toEqual([...stays].sort());
        expect(new Set(seen).size).toBe(seen.length);
        await adapter().put(goes);
      }
    });

    it('25: the empty query is newest first', async () => {
      const dates = (await ask(visitor, { limit: 100 })).hits.map((hit) => hit.at);
      expect(dates).toEqual([...dates].sort().reverse());
    });

    it('refuses a cursor or a limit that is none, with a code', async () => {
      for (const after of [
        '',
        'x',
        'e30',
        Buffer.from('[0,"2025-99-01T00:00:00.000000Z",1,null,false]').toString('base64url'),
      ]) {
        await expect(ask(visitor, { after })).rejects.toThrow(SearchInputError);
      }
      await expect(ask(visitor, { limit: 0 })).rejects.toMatchObject({ code: 'search.bad_limit' });
    });
  });

  describe('passages', () => {
    beforeAll(() =>
      adapter().fill([
        document({
          address: 'diep',
          title: 'Een plan',
          head: 'Voor de wijk.',
          rest: `${'Eerst iets anders. '.repeat(60)}Daarna bouwen ouders een <b>zandkasteel</b> van ideeën. ${'Tot slot nog wat. '.repeat(60)}`,
        }),
        document({
          address: 'boven',
          title: 'Zandkasteel',
          head: 'Aan zee.',
          rest: 'Een zandkasteel bouwen.',
        }),
      ]),
    );
    const passageOf = async (text: string, address: string) =>
      (await ask(visitor, { text })).hits.find((hit) => hit.address === address)?.passage;

    it('22: a hit that matches in its body alone shows a short marked piece of it, as it was written', async () => {
      const passage = (await passageOf('zandkastelen ideeen', 'diep')) ?? [];
      expect(passage.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
        'zandkasteel',
        'ideeën',
      ]);
      const whole = passage.map(({ text }) => text).join('');
      expect(whole).toContain('bouwen ouders een <b>zandkasteel</b> van');
      expect(whole.length).toBeLessThan(320);
    });

    it('a hit whose title or summary is marked shows none, and a list neither', async () => {
      expect(await passageOf('zandkasteel', 'boven')).toBeUndefined();
      expect((await ask(visitor, {})).hits.flatMap(({ passage }) => passage ?? [])).toEqual([]);
    });
  });

  describe.each([
    ['many answers', 7],
    ['few answers, followed by what is nearest', 1],
  ])('counts of %s', (_, number) => {
    const several = (kind: string, title: string) =>
      Array.from({ length: number }, () => document({ kind, title }));
    beforeAll(() =>
      adapter().fill([
        ...several('intervention', 'Zeilen en kanovaren'),
        ...several('agenda', 'Zeilen en kanovaren'),
        document({ title: 'Zeilen zonder meer' }),
        document({ kind: 'agenda', title: 'Alleen kanovaren' }),
      ]),
    );

    it('20: choosing a value gives as many as its count promised, however many are shown at once', async () => {
      const text = 'zeilen kanovaren';
      const whole = await ask(visitor, { text });
      for (const [kind, promised] of Object.entries(whole.facets.kinds))
        for (const limit of [2, 50]) {
          const { total, hits } = await ask(visitor, { text, kinds: [kind], limit });
          expect({ kind, total, shown: hits.length }).toEqual({
            kind,
            total: promised,
            shown: Math.min(limit, promised),
          });
        }
      expect(whole.total).toBe(number === 7 ? 14 : 4);
    });
  });

  describe('marks', () => {
    beforeAll(() =>
      adapter().fill([
        document({
          address: 'm',
          title: 'Betere coördinatie',
          head: 'Met <script>alert(1)</script> & coördinatie tussen po/vo.',
        }),
      ]),
    );

    it('22: coordinatie marks coördinatie, in pieces of text that are never HTML', async () => {
      const [hit] = (await ask(visitor, { text: 'coordinatie' })).hits;
      expect(hit?.title).toEqual([
        { text: 'Betere ', marked: false },
        { text: 'coördinatie', marked: true },
      ]);
      expect(hit?.summary.map((segment) => segment.text).join('')).toBe(
        'Met <script>alert(1)</script> & coördinatie tussen po/vo.',
      );
      expect(hit?.summary.filter((segment) => segment.marked)).toEqual([
        { text: 'coördinatie', marked: true },
      ]);
    });
  });
}
