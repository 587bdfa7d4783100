// Words of pages one may not see take nobody's place: neither in what is suggested nor in what was probably meant.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { document, everything } from '../../packages/search/src/conformance/adapter-under-test.ts';
import { makeDatabase } from '../support/platform.ts';
import { postgresUnderTest } from './postgres-under-test.ts';

let database: Awaited<ReturnType<typeof makeDatabase>>;
let adapter: Awaited<ReturnType<typeof postgresUnderTest>>;
beforeAll(async () => {
  database = await makeDatabase();
  adapter = await postgresUnderTest(database);
});
afterAll(async () => {
  await adapter.close();
  await database.drop();
});

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const visitor = () => adapter.as(['public']);
const member = (code: string) => adapter.as(['public', 'alliance', `municipality:${code}`]);
const wordsFor = async (who: ReturnType<typeof visitor>, beginning: string) =>
  (await who.suggest(beginning, 8)).flatMap((each) => (each.document === null ? [each.text] : []));

/** Many words of one municipality that begin alike, all shorter than what anybody else may see. */
const crowd = (scopes: string[], words: readonly string[]) =>
  document({ scopes, title: 'Van een ander', rest: words.join(' ') });

describe.each([60, 400])('beside %i words of somebody else', (number) => {
  const others = Array.from(
    { length: number },
    (_, n) => `kwi${letters[n % 26]}${letters[Math.floor(n / 26) % 26]}`,
  );

  beforeEach(() =>
    adapter.fill([
      crowd(['municipality:gm0002'], others),
      document({ title: 'Voor iedereen', rest: 'kwikzilverkleurig' }),
      document({ scopes: ['alliance'], title: 'Voor leden', rest: 'kwikstaartnest' }),
      document({ scopes: ['municipality:gm0001'], title: 'Van ons', rest: 'kwispelstaarten' }),
    ]),
  );

  it('a word that everybody may see is suggested to everybody, and no word of others', async () => {
    expect(await wordsFor(visitor(), 'kwi')).toEqual(['kwikzilverkleurig']);
  });

  it('a member is suggested words of the alliance and of the own municipality as well', async () => {
    expect(await wordsFor(member('gm0001'), 'kwi')).toEqual([
      'kwikzilverkleurig',
      'kwikstaartnest',
      'kwispelstaarten',
    ]);
    expect(await wordsFor(member('gm0003'), 'kwi')).toEqual(['kwikzilverkleurig', 'kwikstaartnest']);
  });

  it('whose they are is suggested eight of them', async () => {
    const own = await wordsFor(member('gm0002'), 'kwi');
    expect(own).toHaveLength(8);
    expect(own.slice(2).every((word) => others.includes(word))).toBe(true);
  });

  it('nothing changes when those of others go: the answers are the same', async () => {
    const answers = async () =>
      JSON.stringify(await Promise.all([visitor().suggest('kwi', 8), member('gm0001').suggest('kwi', 8)]));
    const before = await answers();
    const alone = crowd(['municipality:gm0002'], others);
    await adapter.put(alone);
    expect(await answers()).toBe(before);
    await adapter.remove(alone);
    expect(await answers()).toBe(before);
  });
});

describe('what was probably meant', () => {
  // More alike than the right word by what the index calls alike, and more than it used to look at.
  const alike = letters.flatMap((letter) =>
    [3, 4, 5, 6, 7].flatMap((at) => [
      `verzium`.slice(0, at) + letter + `verzium`.slice(at),
      `verzium`.slice(0, at) + letter + `verzium`.slice(at + 1),
    ]),
  );

  it('is a word one may see, however many words of others are more alike', async () => {
    const words = [...new Set(alike)].filter((word) => word !== 'verzium' && word !== 'verzuim');
    expect(words.length).toBeGreaterThan(200);
    await adapter.fill([
      crowd(['municipality:gm0002'], words),
      document({ title: 'Schoolverzuim terugdringen', rest: 'verzuim' }),
    ]);
    for (const who of [visitor(), member('gm0001')]) {
      const page = await who.search({ ...everything, text: 'verzium' });
      expect(page.hits).toHaveLength(1);
      expect(JSON.stringify(page)).toContain('verzuim');
    }
  });
});
