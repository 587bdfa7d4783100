// Review and versions as people do them, without JavaScript: nothing that was typed is lost, whichever button is pressed.
import { describe, expect, it } from 'vitest';
import { fullAgenda, fullContent } from '../support/writing.ts';
import { clientOf, publishIntervention } from './stage.ts';
import { stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);
const publisher = clientOf(stage.address, stage.secrets.publisher);

async function handedIn(title: string): Promise<string> {
  const { id } = await editor.interventions.create.mutate({ title });
  await editor.interventions.save.mutate({ id, revision: 1, content: fullContent(title) });
  await editor.interventions.submit.mutate({ id });
  return id;
}

describe('a text that was handed in', () => {
  it('goes back with what the publisher typed beside a field and about the whole, text included', async () => {
    const id = await handedIn('Terug met opmerkingen');
    const page = await visit({ as: 'publisher', javaScript: false });
    await page.goto(`/mijn/interventies/${id}`);
    await page.getByLabel('Voor wie', { exact: true }).fill('Leerlingen van groep 3');
    await page
      .locator('details.remark-new', { has: page.locator('#remark-goal') })
      .locator('summary')
      .click();
    await page.locator('#remark-goal').fill('Hoeveel kinderen zijn dat?');
    await page.getByLabel('Wat moet er nog anders?').fill('Noem de bibliotheek.');
    await page.getByRole('button', { name: 'Stuur terug' }).click();
    await page.getByText('Teruggestuurd naar de schrijver').waitFor();
    expect((await editor.interventions.workingCopy.query({ id })).content.targetGroup).toBe(
      'Leerlingen van groep 3',
    );

    const writer = await visit({ as: 'editor', javaScript: false });
    await writer.goto(`/mijn/interventies/${id}`);
    await writer.getByRole('heading', { name: '2 opmerkingen staan open' }).waitFor();
    await writer.getByRole('link', { name: 'Doel', exact: true }).click();
    expect(new URL(writer.url()).hash).toMatch(/^#opmerking-/);
    await writer.getByLabel('Antwoord op de opmerking bij Doel').fill('Ongeveer veertig.');
    await writer.getByRole('button', { name: /^Afgehandeld.*bij Doel/ }).click();
    await writer.getByRole('heading', { name: '1 opmerking staat open' }).waitFor();
    const { remarks } = await publisher.interventions.review.query({ id });
    expect(remarks.find(({ field }) => field === 'goal')).toMatchObject({
      answers: [{ text: 'Ongeveer veertig.' }],
      settled: { role: 'editor' },
    });
  });

  it('is not sent back without a word, and says where the word belongs', async () => {
    const id = await handedIn('Zonder een woord terug');
    const page = await visit({ as: 'publisher', javaScript: false });
    await page.goto(`/mijn/interventies/${id}`);
    await page.getByRole('button', { name: 'Stuur terug' }).click();
    await page.getByText('Zeg nog wat er anders moet').waitFor();
    expect((await editor.interventions.workingCopy.query({ id })).state).toBe('in_review');
  });

  it('keeps a remark that is refused in its box', async () => {
    const id = await handedIn('Een opmerking met een nummer');
    const page = await visit({ as: 'publisher', javaScript: false });
    await page.goto(`/mijn/interventies/${id}`);
    await page
      .locator('details.remark-new', { has: page.locator('#remark-goal') })
      .locator('summary')
      .click();
    await page.locator('#remark-goal').fill('Zijn BSN is 111222333.');
    await page.getByRole('button', { name: 'Plaats de opmerking bij Doel' }).click();
    await page.getByText('Er staat een burgerservicenummer in uw opmerking').waitFor();
    expect(await page.locator('#remark-goal').inputValue()).toBe('Zijn BSN is 111222333.');
  });

  it('a remark does not make a draft of what was published', async () => {
    const { id } = await publishIntervention(publisher, { title: 'Gepubliceerd en besproken' });
    await editor.interventions.remark.mutate({ id, field: 'goal', text: 'Klopt dit nog?' });
    const page = await visit({ as: 'editor', javaScript: false });
    await page.goto(`/mijn/interventies/${id}`);
    await page.getByRole('button', { name: /^Afgehandeld.*bij Doel/ }).click();
    await page.getByText('Uw tekst en uw opmerking zijn bewaard.').waitFor();
    expect((await editor.interventions.workingCopy.query({ id })).state).toBe('published');
  });
});

it('an agenda goes back with a remark beside a goal, which waits on top until that goal is opened', async () => {
  const { id } = await editor.agendas.create.mutate({ title: 'Terug met een doel', kind: 'gka_agenda' });
  const content = fullAgenda('Terug met een doel');
  await editor.agendas.save.mutate({ id, revision: 1, content });
  await editor.agendas.submit.mutate({ id });
  const goal = content.goals[0]?.key ?? '';

  const page = await visit({ as: 'publisher', javaScript: false });
  await page.goto(`/mijn/agendas/${id}?deel=doel-${goal}`);
  const beside = page.locator(`#remark-goals-${goal}`);
  await page.locator('details.remark-new', { has: beside }).locator('summary').click();
  await beside.fill('Het BSN is 111222333.');
  await page.getByRole('button', { name: /^Plaats.*Doel/ }).click();
  await page.getByText('Er staat een burgerservicenummer in uw opmerking').waitFor();
  // The same part is open, with what was typed.
  expect(await beside.inputValue()).toBe('Het BSN is 111222333.');
  await beside.fill('Hoeveel scholen zijn dat?');
  await page.getByRole('button', { name: 'Stuur terug' }).click();
  await page.getByText('Teruggestuurd naar de schrijver').waitFor();

  const writer = await visit({ as: 'editor', javaScript: false });
  await writer.goto(`/mijn/agendas/${id}`);
  await writer.getByRole('heading', { name: '1 opmerking staat open' }).waitFor();
  const remark = writer.locator('section.remark');
  expect(await remark.innerText()).toContain('Hoeveel scholen zijn dat?');
  // To the goal it is about, and what was typed here goes along.
  await writer.locator('#mission').fill('Ieder kind leest.');
  await writer.getByRole('button', { name: /^Open dit deel/ }).click();
  expect((await editor.agendas.workingCopy.query({ id })).content.mission).toBe('Ieder kind leest.');
  expect(await writer.locator('.goal-row.is-open section.remark').count()).toBe(1);
  await remark.getByLabel(/^Antwoord/).fill('Negen.');
  await remark.getByRole('button', { name: /^Afgehandeld/ }).click();
  await writer.getByText('Uw tekst en uw opmerking zijn bewaard.').waitFor();
  expect(new URL(writer.url()).searchParams.get('deel')).toBe(`doel-${goal}`);
  const { remarks } = await editor.agendas.review.query({ id });
  expect(remarks).toMatchObject([
    { field: `goals/${goal}`, answers: [{ text: 'Negen.' }], settled: { role: 'editor' } },
  ]);
});

describe('versions', () => {
  it('are found from the page, compared with the words marked, and one comes back as a draft', async () => {
    const { id, slug } = await publishIntervention(publisher, { title: 'Twee keer gepubliceerd' });
    const { revision } = await publisher.interventions.workingCopy.query({ id });
    const content = fullContent('Twee keer gepubliceerd', { goal: 'Meer kinderen lezen thuis met plezier.' });
    const saved = await publisher.interventions.save.mutate({ id, revision, content });
    const publication = { id, revision: saved.revision, note: 'Ook thuis', personalDataReason: null };
    await publisher.interventions.publish.mutate(publication);

    const reader = await visit({ javaScript: false, width: 390 });
    await reader.goto(`/interventies/${slug}`);
    await reader.getByRole('link', { name: 'Vergelijk de versies' }).click();
    await reader.getByRole('link', { name: /^Wat veranderde er.*versie 2/ }).click();
    expect(await reader.locator('#veld-goal ins').innerText()).toContain('thuis');
    expect(await reader.locator('#veld-goal ins .unseen').first().textContent()).toBe('[nieuw:');
    await reader.goto(`/interventies/${slug}/versies/1`);
    await reader.getByRole('heading', { name: 'U leest versie 1, niet de tekst van nu' }).waitFor();

    const writer = await visit({ as: 'editor', javaScript: false });
    await writer.goto(`/mijn/interventies/${id}/vergelijken?van=1`);
    await writer.getByText('Zet versie 1 terug als concept').click();
    await writer.getByRole('button', { name: 'Zet terug' }).click();
    await writer.getByText('De oude tekst staat terug als concept.').waitFor();
    expect((await editor.interventions.workingCopy.query({ id })).content.goal).toBe(
      'Meer kinderen lezen met plezier.',
    );

    await editor.interventions.save.mutate({
      id,
      revision: (await editor.interventions.workingCopy.query({ id })).revision,
      content: fullContent('Twee keer gepubliceerd', { goal: 'Nooit gepubliceerd.' }),
    });
    await writer.goto(`/mijn/interventies/${id}/vergelijken?van=2`);
    await writer.getByText('Zet versie 2 terug als concept').click();
    await writer.getByRole('button', { name: 'Zet terug' }).click();
    await writer.getByText('In de werkversie staat tekst die nog niet gepubliceerd is').waitFor();
    await writer.getByRole('checkbox').check();
    await writer.getByRole('button', { name: 'Zet terug' }).click();
    await writer.getByRole('link', { name: 'De tekst die er toen stond' }).first().click();
    expect(await writer.locator('#veld-goal del').innerText()).toContain('Nooit gepubliceerd.');
  });
});
