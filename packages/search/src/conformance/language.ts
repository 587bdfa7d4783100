/** Behaviours 1–18 and 25 of search.md, each by its number: what Dutch words find. */
import { beforeAll, describe, expect, it } from 'vitest';
import { document, everything, type AdapterUnderTest, type TestDocument } from './adapter-under-test.ts';

const visitor = ['public'];

export function languageConformance(adapter: () => AdapterUnderTest): void {
  const find = async (text: string) =>
    (
      await adapter()
        .as(visitor)
        .search({ ...everything, text })
    ).hits.map((hit) => hit.address);
  const library = (documents: Record<string, Partial<TestDocument>>) =>
    beforeAll(() =>
      adapter().fill(Object.entries(documents).map(([address, parts]) => document({ address, ...parts }))),
    );

  describe('words and their forms', () => {
    library({
      gemeente: { title: 'Wat een gemeente kan doen' },
      verzuim: { title: 'Minder verzuim op tijd gezien' },
      coordinatie: { title: 'Coördinatie van ideeën' },
      school: { title: 'De school als buurthuis' },
      kind: { title: 'Ieder kind leest' },
      kinderen: { title: 'Alle kinderen lezen' },
      effectief: { title: 'Effectief rekenen' },
      oab: { title: 'Plan OAB' },
      beleid: { title: 'Onderwijsachterstandenbeleid vernieuwd' },
      jaar: { title: 'Plan 2024-2025', municipality: 'gm0899' },
      later: { title: 'Plan 2025', municipality: 'gm0898' },
      schuin: { title: 'Spelen met taal/rekenen' },
    });

    it.each([
      [1, 'gemente', 'gemeente'],
      [2, 'verzium', 'verzuim'],
      [3, 'onderwijsachterst', 'beleid'],
      [4, 'coordinatie', 'coordinatie'],
      [4, 'coördinatie', 'coordinatie'],
      [4, 'ideeen', 'coordinatie'],
      [4, 'ideeën', 'coordinatie'],
      [9, 'scholen', 'school'],
      [10, 'kinderen', 'kind'],
      [10, 'kind', 'kinderen'],
      [10, 'effectieve', 'effectief'],
      [12, 'achterstandenbeleid', 'beleid'],
      ['besides', 'taal', 'schuin'],
      ['besides', 'VERZUIM', 'verzuim'],
    ])("%s: '%s' finds %s", async (_, text, address) => {
      expect(await find(text)).toContain(address);
    });

    it('2: says which word it searched instead of a misspelt one', async () => {
      const page = await adapter()
        .as(visitor)
        .search({ ...everything, text: 'minder verzium' });
      expect(page.didYouMean).toBe('minder verzuim');
      expect(page.hits[0]?.address).toBe('verzuim');
    });

    it('does not correct when the words are to be taken literally', async () => {
      const page = await adapter()
        .as(visitor)
        .search({ ...everything, text: 'verzium', literal: true });
      expect(page).toMatchObject({ hits: [], total: 0, didYouMean: null });
    });

    it('8: OAB and onderwijsachterstandenbeleid find each other, the exact form first', async () => {
      expect((await find('OAB')).slice(0, 2)).toEqual(['oab', 'beleid']);
      expect((await find('onderwijsachterstandenbeleid')).slice(0, 2)).toEqual(['beleid', 'oab']);
    });

    it('25: a year finds that year and no other', async () => {
      expect(await find('2024')).toEqual(['jaar']);
    });

    it('25: a municipality code is exact', async () => {
      expect(await find('gm0899')).toEqual(['jaar']);
      expect(await find('gm089')).toEqual([]);
    });
  });

  describe('abbreviations and their meaning', () => {
    library({
      afkorting: { title: 'Rekenen in het PO' },
      voluit: { title: 'Lezen in het primair onderwijs' },
      basisschool: { title: 'De basisschool in de wijk' },
      politie: { title: 'De politie en een portfolio' },
      vve: { title: 'Meer VVE in de wijk' },
      overgang: { title: 'Een soepele overgang van primair onderwijs naar VO' },
    });

    it('5: PO finds primair onderwijs and basisschool, not politie or portfolio', async () => {
      const found = await find('PO');
      expect(found).toEqual(expect.arrayContaining(['afkorting', 'voluit', 'basisschool']));
      expect(found).not.toContain('politie');
      expect(found[0]).toBe('afkorting');
    });

    it('6: primair onderwijs finds what says only PO', async () => {
      expect(await find('primair onderwijs')).toContain('afkorting');
    });

    it('7: voor- en vroegschoolse educatie finds VVE', async () => {
      expect(await find('voor- en vroegschoolse educatie')).toContain('vve');
    });

    it('overstap po-vo finds the same move in other words', async () => {
      expect(await find('overstap po-vo')).toContain('overgang');
    });

    it('says what else was searched and why a hit matched', async () => {
      const page = await adapter()
        .as(visitor)
        .search({ ...everything, text: 'po' });
      expect(page.alsoSearched).toContain('primair onderwijs');
      expect(page.hits.find((hit) => hit.address === 'voluit')?.why).toBe('primair onderwijs');
      expect(page.hits.find((hit) => hit.address === 'afkorting')?.why).toBeUndefined();
    });
  });

  describe('compounds', () => {
    library({
      een: { title: 'Meer schoolmaatschappelijkwerk' },
      twee: { title: 'Meer schoolmaatschappelijk werk' },
      drie: { title: 'Meer school maatschappelijk werk' },
      verzuim: { title: 'Aanpak van verzuim' },
      schoolverzuim: { title: 'Aanpak van schoolverzuim' },
      thuiszitters: { title: 'Aanpak van de thuiszitters' },
      leesclub: { title: 'Een leesclub voor jonge ouders' },
      lees: { title: 'Lees samen in de club' },
    });

    it.each(['schoolmaatschappelijkwerk', 'schoolmaatschappelijk werk', 'school maatschappelijk werk'])(
      "11: '%s' finds all three spellings",
      async (text) => {
        expect(await find(text)).toEqual(expect.arrayContaining(['een', 'twee', 'drie']));
      },
    );

    it('13: verzuim finds schoolverzuim, below an exact hit', async () => {
      expect((await find('verzuim')).slice(0, 2)).toEqual(['verzuim', 'schoolverzuim']);
    });

    it('two words find the compound of both', async () => {
      expect(await find('lees club ouders')).toContain('leesclub');
    });

    it('14: small words make no difference', async () => {
      expect(await find('aanpak van de thuiszitters')).toEqual(await find('aanpak thuiszitters'));
      expect((await find('aanpak thuiszitters'))[0]).toBe('thuiszitters');
    });
  });

  describe('what a question is about', () => {
    library({
      brugklas: {
        title: 'Van groep acht naar de brugklas',
        head: 'Kinderen wennen aan de middelbare school.',
      },
      pesten: { title: 'Er wordt minder gepest' },
      ouders: { title: 'Ouderparticipatie in de wijk' },
      armoede: { title: 'Geldzorgen bespreken' },
      lezen: { title: 'Samen lezen' },
      mentor: { title: 'De mentor belt naar huis' },
      maatje: { title: 'Een maatje voor iedere tiener' },
      vmbo: { title: 'Rekenen met machines', head: 'Voor leerlingen in het voortgezet onderwijs.' },
      advies: { title: 'Het schooladvies besproken' },
      losse: { title: 'Ouders en hun betrokken kinderen' },
    });

    it.each([
      ['wie doet er iets aan pesten', 'pesten'],
      ['Hoe zorgen we voor meer ouderbetrokkenheid?', 'ouders'],
      ['ouder betrokkenheid', 'ouders'],
      ['ouderbetrokenheid', 'ouders'],
      ['armoedebeleid', 'armoede'],
      ['leesonderwijs', 'lezen'],
      ['rekenen vmbo', 'vmbo'],
      ['mentoring', 'maatje'],
    ])("'%s' finds %s first", async (text, address) => {
      expect((await find(text))[0]).toBe(address);
    });

    it('the same move is found however it is said', async () => {
      for (const text of ['overgang van basisschool naar middelbare school', 'overstap po vo'])
        expect(await find(`${text} brugklas`)).toContain('brugklas');
    });

    it('a short answer is followed by what is nearest, below everything that was asked', async () => {
      const page = await adapter()
        .as(visitor)
        .search({ ...everything, text: 'kansrijk adviseren' });
      expect(page.hits.map((hit) => hit.address)).toEqual(['advies']);
      expect(page.hits.every((hit) => hit.tier >= 7)).toBe(true);
    });

    it('words taken literally are not widened, dropped or followed by what is near', async () => {
      const page = await adapter()
        .as(visitor)
        .search({ ...everything, text: 'wie doet er iets aan pesten', literal: true });
      expect(page.hits).toEqual([]);
    });
  });

  describe('quotes, minus, order', () => {
    library({
      lichaam: {
        title: 'Een ander plan',
        rest: 'Veel over passend onderwijs in de regio.',
        at: '2025-06-03T00:00:00Z',
      },
      kop: { title: 'Passend onderwijs', at: '2025-06-01T00:00:00Z' },
      nieuwer: { title: 'Passend onderwijs', at: '2025-06-02T00:00:00Z' },
      los: { title: 'Onderwijs dat passend is' },
      corona: { title: 'Verzuim na de coronaperiode' },
      achteraf: { title: 'Verzuim, en hoe het verder ging', rest: 'Het begon met corona.' },
      verzuim: { title: 'Verzuim in de brugklas' },
      vier: { title: 'Muziek dans toneel sport' },
      drie: { title: 'Muziek dans toneel' },
    });

    it('15: quoted words find only the phrase', async () => {
      expect([...(await find('"passend onderwijs"'))].sort()).toEqual(['kop', 'lichaam', 'nieuwer']);
    });

    it('17: a title hit stands above a body hit, the newer first on a tie', async () => {
      expect((await find('"passend onderwijs"')).slice(0, 3)).toEqual(['nieuwer', 'kop', 'lichaam']);
      expect((await find('passend onderwijs')).at(-1)).toBe('lichaam');
    });

    it('16: a word after a minus is absent', async () => {
      expect(await find('verzuim -corona')).toEqual(['verzuim']);
      expect(await find('-verzuim -corona -passend')).toEqual(['drie', 'vier']);
    });

    it('18: four words of which one is missing find results all the same, complete ones first', async () => {
      expect(await find('muziek dans toneel sport')).toEqual(['vier', 'drie']);
      expect(await find('muziek dans toneel vliegtuig')).toEqual(['drie', 'vier']);
      expect(await find('muziek vliegtuig')).toEqual(['drie', 'vier']);
    });
  });
}
