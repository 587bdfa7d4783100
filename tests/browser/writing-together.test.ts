// Two people in one draft see each other within some seconds, with the field or the part they are in.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const editor = clientOf(stage.address, stage.secrets.editor);
const names = async (member: 'editor' | 'publisher') =>
  (await clientOf(stage.address, stage.secrets[member]).accounts.me.query()).account?.name ?? '';

const present = (page: Page) => page.locator('.present');
const seen = async (page: Page, text: string) =>
  expect.poll(() => present(page).textContent(), { timeout: 14_000 }).toBe(text);

describe('two people in one draft', () => {
  it('see each other by name, with the field, and no longer when one has gone', async () => {
    const { id } = await editor.interventions.create.mutate({ title: 'Met zijn tweeën' });
    const path = `/mijn/interventies/${id}`;
    const one = await visit({ as: 'editor' });
    await one.goto(path);
    expect(await present(one).isVisible()).toBe(false);
    const other = await visit({ as: 'publisher' });
    await other.goto(path);
    await other.locator('#goal').click();
    await seen(one, `Ook in deze tekst: ${await names('publisher')}, bij Doel.`);
    expect(await present(one).isVisible()).toBe(true);
    // Who listens hears who came, and is not interrupted when somebody moves on to another field.
    expect(await one.locator('[data-present-said]').textContent()).toBe(
      `Ook in deze tekst: ${await names('publisher')}.`,
    );
    await other.close();
    await seen(one, '');
  });

  it('see each other in an agenda, with the part, also when one has no JavaScript', async () => {
    const { id } = await editor.agendas.create.mutate({ title: 'Met zijn tweeën', kind: 'gka_agenda' });
    const path = `/mijn/agendas/${id}`;
    const one = await visit({ as: 'editor', javaScript: false });
    await one.goto(`${path}?deel=kengetallen`);
    const other = await visit({ as: 'publisher' });
    await other.goto(path);
    await seen(other, `Ook in deze tekst: ${await names('editor')}, bij Kengetallen.`);
    await one.reload();
    expect(await present(one).textContent()).toBe(
      `Ook in deze tekst: ${await names('publisher')}, bij Over deze agenda.`,
    );
  });
});
