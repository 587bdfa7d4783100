// What a municipality publishes to itself changes no answer of any function of finding to anybody else.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAlliance, type Alliance, type PersonName } from '../support/alliance.ts';
import { asSuperuser, sqlAs } from '../support/sql.ts';
import { fullContent, makeAgenda, makeIntervention, publishAgain } from '../support/writing.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
  await makeIntervention(alliance, { state: 'published' });
});
afterAll(() => alliance?.close());

const word = 'zonnebloemveld';
const everything = `array(select generate_series(1, 1000))`;
/** Each function that says something of what can be found, asked for a word that only one page has. */
const questions = {
  answered: `wall.search_answered(array['''${word}'''])`,
  meant: `wall.search_meant('${word.replace('veld', 'velt')}')`,
  generations: 'wall.search_generations()',
  suggest: `wall.search_suggest('''${word}''', '${word.slice(0, 6)}', 10)`,
  counts: `wall.search_counts(${everything}, '''${word}''', null, null, null, null, null, true)`,
  countsOfAll: `wall.search_counts(${everything}, null, null, null, null, null, null, false)`,
  list: 'wall.search_list(null, null, null, null, null, null, null, 50)',
  page: `wall.search_page('''${word}''', '''${word}''', null, null, null, null, null, null, null, true, null, null, null, 50)`,
  weights: `wall.search_weights(${everything}, '[{"weight": 1, "exact": "${word}", "wide": "${word}", "themes": [], "phases": []}]')`,
  rest: `wall.search_rest(${everything})`,
};

async function answers(person: PersonName | null): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  await sqlAs(alliance, person, async (query) => {
    for (const [name, call] of Object.entries(questions))
      said[name] = JSON.stringify((await query(`select each::text from ${call} each order by 1`)).rows);
  });
  return said;
}

it('what only insiders may read is found, counted, meant and suggested for insiders only', async () => {
  const others = ['strangerPublisher', 'partner', 'coordinator', 'operator', null] as const;
  // Counted from bitmaps, as where much is published: of everybody's pages now, of the hidden page once it is there.
  const pack = () => asSuperuser(alliance.urls.superuserUrl, 'select wall.search_compact(1, 1)');
  await pack();
  const before = new Map<PersonName | null, unknown>();
  for (const person of ['reader', ...others] as const) before.set(person, await answers(person));
  const { id } = await makeIntervention(alliance, {
    state: 'published',
    visibility: 'municipality',
    content: { goal: `Naar het ${word}` },
  });
  const [{ indexed } = { indexed: false }] = await asSuperuser<{ indexed: boolean }>(
    alliance.urls.superuserUrl,
    `select exists (select from search_document where id = $1) and exists (select from search_word where word = $2) as indexed`,
    [id, word],
  );
  expect(indexed).toBe(true);
  await pack();
  for (const person of others)
    expect({ person, said: await answers(person) }).toEqual({ person, said: before.get(person) });
  // Every question tells an insider something new, or its silence to others would prove nothing.
  const [then, now] = [before.get('reader') as Record<string, string>, await answers('reader')];
  expect(Object.keys(questions).filter((name) => then[name] === now[name])).toEqual([]);
});

it('what is withdrawn, or published to fewer, is found no more by who may not read it', async () => {
  const found = async () =>
    (
      await sqlAs(alliance, null, (query) =>
        query(
          `select address from wall.search_list(null, null, null, null, null, null, null, 50) where kind <> 1`,
        ),
      )
    ).rows.map(({ address }) => address);
  // Words are looked up in a table of their own, which must follow.
  const word = 'tulpenveld';
  const mentioned = async () =>
    (
      await sqlAs(alliance, null, (query) =>
        query(
          `select (select count(*)::int from wall.search_page('${word}', '${word}', null, null, null, null, null, null, null, true, null, null, null, 50)) as page,
             wall.search_counts(${everything}, '${word}', null, null, null, null, null, true)::text as counts,
             (select count(*)::int from wall.search_weights(${everything}, '[{"weight": 1, "exact": "${word}", "wide": "${word}", "themes": [], "phases": []}]')) as weights`,
        ),
      )
    ).rows[0];
  const publisher = await alliance.as('publisher');
  const [before, silent] = [await found(), await mentioned()];
  const page = await makeIntervention(alliance, { state: 'published' });
  const narrowed = await makeIntervention(alliance, {
    state: 'published',
    content: { goal: `Naar het ${word}` },
  });
  const agenda = await makeAgenda(alliance, { state: 'published' });
  // Two interventions, an agenda and its two goals.
  expect(await found()).toHaveLength(before.length + 5);
  expect(await mentioned()).not.toEqual(silent);
  await publisher.interventions.withdraw.mutate({ id: page.id, reason: 'Het project is gestopt.' });
  await publisher.agendas.withdraw.mutate({ id: agenda.id, reason: 'Er is een nieuwe agenda.' });
  const { revision } = await publisher.interventions.workingCopy.query({ id: narrowed.id });
  const content = fullContent(narrowed.title, { visibility: 'municipality', goal: `Naar het ${word}` });
  await publisher.interventions.save.mutate({ id: narrowed.id, revision, content });
  await publishAgain(publisher, narrowed.id);
  expect(await found()).toEqual(before);
  expect(await mentioned()).toEqual(silent);
});
