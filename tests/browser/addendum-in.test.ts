// The paper of an addendum that is read in: somebody says where it belongs, with a keyboard and without JavaScript too.
import { beforeAll, describe, expect, it } from 'vitest';
import { fullAgenda } from '../support/writing.ts';
import { wide } from './fit.ts';
import { clientOf, untilRead } from './stage.ts';
import { addressOf, stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);
const cookie = { cookie: `kansenplein=${stage.secrets.editor}` };
const key = 'zomerweken';
let agenda: string;
let imported: string;

beforeAll(async () => {
  const title = 'Agenda met een aanvulling';
  ({ id: agenda } = await editor.agendas.create.mutate({ title, kind: 'gka_agenda' }));
  const dates = { periodFrom: 2026, periodTo: 2027, signedOn: '2026-02-01' };
  const addendum = {
    key,
    title: 'Zomerweken',
    text: 'Twee weken school in de zomer.',
    signatories: [],
    ...dates,
  };
  const content = fullAgenda(title, { addenda: [addendum] });
  await editor.agendas.save.mutate({ id: agenda, revision: 1, content });
  const paper = await fetch(addressOf(`/papier/mijn/agendas/${agenda}/aanvullingen/${key}/docx`), {
    headers: cookie,
  });
  const sent = await fetch(addressOf('/files'), {
    method: 'POST',
    headers: { ...cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'addendum.docx' },
    body: await paper.arrayBuffer(),
  });
  const { id: file } = (await sent.json()) as { id: string };
  ({ id: imported } = await editor.imports.start.mutate({ file }));
  await untilRead(editor, imported);
}, 90_000);

describe('the paper of an addendum', () => {
  it('makes nothing until somebody chose, and then stands in its agenda', async () => {
    const page = await visit({ as: 'editor', javaScript: false, width: 390 });
    await page.goto(`/mijn/inlezen/${imported}`);
    const group = page.getByRole('group', { name: 'Waar hoort deze aanvulling bij?' });
    expect(await group.innerText()).toContain('een aanvulling bij ‘Agenda met een aanvulling’');
    const choices = await group.getByRole('radio').count();
    expect(choices).toBeGreaterThanOrEqual(3);
    expect(await group.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await wide(page)).toEqual([]);
    // Nothing is made by pressing Enter on nothing.
    await page.getByRole('button', { name: 'Maak concept' }).press('Enter');
    expect((await editor.imports.get.query({ id: imported })).state).toBe('read');
    const first = group.getByRole('radio', { name: /in plaats van de aanvulling ‘Zomerweken’/ });
    await first.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Maak concept' }).press('Enter');
    await page.getByRole('link', { name: 'De aanvulling, in haar agenda' }).click();
    await page.waitForURL(`**/mijn/agendas/${agenda}?deel=aanvulling-${key}**`);
    expect(await page.getByLabel('Wat is er afgesproken?').inputValue()).toBe(
      'Twee weken school in de zomer.',
    );
    const { agendas } = await editor.agendas.workingCopies.query();
    expect(agendas.filter((one) => one.title === 'Zomerweken')).toEqual([]);
  });
});
