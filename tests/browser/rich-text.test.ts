// The editor for long texts: with the keyboard only, with the mouse, without JavaScript; what was kept is what one sees.
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { barriersOn, fromTwoSides } from './barriers.ts';
import { clientOf, signIn } from './stage.ts';
import { stage, visit } from './visit.ts';

const secret = await signIn(stage.address, 'publicist@arnhem.example', stage.demoPassword);
const publisher = clientOf(stage.address, secret);

async function draftWith(goal: string): Promise<{ id: string; path: string }> {
  const { id } = await publisher.interventions.create.mutate({ title: 'Een tekst met opmaak' });
  const { revision, content } = await publisher.interventions.workingCopy.query({ id });
  await publisher.interventions.save.mutate({ id, revision, content: { ...content, goal } });
  return { id, path: `/mijn/interventies/${id}` };
}
const goalOf = async (id: string) => (await publisher.interventions.workingCopy.query({ id })).content.goal;
const field = (page: Page) => page.locator('textarea[name="goal"]');
const editor = (page: Page) => page.getByRole('textbox', { name: 'Doel', exact: true });
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Opmaak van Doel' });

async function open(path: string, options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const page = await visit({ secret, ...options });
  await page.goto(path);
  return page;
}

describe('with the keyboard alone', () => {
  it(
    'a text with headings, bold words, lists, a link and a table is written, kept and shown',
    { timeout: 90_000 },
    async () => {
      const { id, path } = await draftWith('');
      const page = await open(path);
      const keys = page.keyboard;
      await editor(page).focus();
      await keys.press('Control+Alt+3');
      await keys.type('Wat we willen');
      await keys.press('Enter');
      await keys.type('Elk kind ');
      await keys.press('Control+b');
      await keys.type('leest');
      await keys.press('Control+b');
      await keys.type(' 5 < 6 * thuis.');
      await keys.press('Shift+Enter');
      await keys.type('Ook in de vakantie.');
      await keys.press('Enter');
      await keys.type('- school');
      await keys.press('Enter');
      await keys.type('thuis');
      await keys.press('Enter');
      await keys.press('Control+]');
      await keys.type('met een ouder');
      for (let times = 0; times < 3; times += 1) await keys.press('Enter');
      await keys.press('Control+k');
      await page.getByRole('dialog', { name: 'Link' }).waitFor();
      await keys.type('de bibliotheek');
      await keys.press('Tab');
      await keys.type('javascript:alert(1)');
      await keys.press('Enter');
      await page.getByRole('alert').getByText('Dit is geen adres').waitFor();
      await keys.press('Control+a');
      await keys.type('www.voorbeeld.example/lezen');
      await keys.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await keys.press('End');
      await keys.type(' doet mee.');
      // To the buttons, along them with the arrows, and back.
      await keys.press('Alt+F10');
      for (let steps = 0; steps < 20; steps += 1) {
        if ((await page.locator(':focus').getAttribute('aria-label')) === 'Tabel') break;
        await keys.press('ArrowRight');
      }
      await keys.press('Enter');
      await keys.type('Wat');
      await page.getByText(/^Bewaard om/).waitFor();
      const kept = await goalOf(id);
      expect(kept).toBe(
        [
          '### Wat we willen',
          '',
          'Elk kind **leest** 5 < 6 \\* thuis.',
          'Ook in de vakantie.',
          '',
          '- school',
          '- thuis',
          '  - met een ouder',
          '',
          '[de bibliotheek](https://www.voorbeeld.example/lezen) doet mee.',
          '',
          '| Wat |  |  |',
          '| --- | --- | --- |',
          '|  |  |  |',
          '|  |  |  |',
        ].join('\n'),
      );
      // Tab leaves: nobody is caught in the text.
      await keys.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.rich-text')?.id ?? '')).not.toBe(
        'goal',
      );

      // A colleague who may only read sees it as it will be published.
      await page.reload();
      expect(await field(page).inputValue()).toBe(kept);
      expect(await editor(page).locator('h3').innerText()).toBe('Wat we willen');
      expect(await editor(page).locator('strong').innerText()).toBe('leest');
      expect(await editor(page).locator('li li').innerText()).toBe('met een ouder');
      expect(await editor(page).locator('th').count()).toBe(3);
    },
  );

  it('the buttons are one stop for Tab, told by name and by key, and undo takes back', async () => {
    const { path } = await draftWith('Een woord.');
    const page = await open(path);
    await editor(page).focus();
    await page.keyboard.press('Control+a');
    const bold = tools(page).getByRole('button', { name: 'Vet' });
    expect(await bold.getAttribute('aria-keyshortcuts')).toBe('Control+B');
    expect(await tools(page).locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Vet');
    await page.keyboard.press('Enter');
    expect(await bold.getAttribute('aria-pressed')).toBe('true');
    expect(await field(page).inputValue()).toBe('**Een woord.**');
    await page.keyboard.press('Control+z');
    expect(await field(page).inputValue()).toBe('Een woord.');
  });
});

describe('what was kept', () => {
  it('is what one sees on the page', async () => {
    const { id } = await draftWith('');
    const { revision, content } = await publisher.interventions.workingCopy.query({ id });
    const goal =
      '### Kop\n\nEen **vet** woord en [een site](https://www.voorbeeld.example).\n\n1. eerst\n2. dan\n\n| Wat | Wie |\n| --- | --- |\n| lezen | school |';
    const full = {
      ...content,
      goal,
      summary: 'Kort.',
      targetGroup: 'Kinderen',
      activities: '• lezen\n• schrijven',
    };
    const saved = await publisher.interventions.save.mutate({
      id,
      revision,
      content: { ...full, contactRole: 'Beleid', themes: ['taalontwikkeling'], phases: ['po'] },
    });
    await publisher.interventions.publish.mutate({
      id,
      revision: saved.revision,
      note: '',
      personalDataReason: null,
    });
    const { slug } = await publisher.interventions.workingCopy.query({ id });
    const page = await visit({ javaScript: false });
    await page.goto(`/interventies/${slug}`);
    const goalSection = page.locator('section', {
      has: page.getByRole('heading', { name: 'Doel', exact: true }),
    });
    expect(await goalSection.locator('h3').innerText()).toBe('Kop');
    expect(await goalSection.locator('strong').innerText()).toBe('vet');
    expect(await goalSection.getByRole('columnheader').allInnerTexts()).toEqual(['Wat', 'Wie']);
    const link = goalSection.getByRole('link', { name: 'een site (andere website)' });
    expect(await link.getAttribute('rel')).toBe('nofollow noopener');
    const activities = page.locator('section', {
      has: page.getByRole('heading', { name: 'Wat gebeurt er' }),
    });
    expect(await activities.getByRole('listitem').allInnerTexts()).toEqual(['lezen', 'schrijven']);
    // Reading asks for no script of the editor.
    expect(await page.locator('script[src*="workers"]').count()).toBe(0);
    expect(await barriersOn(await openReading(slug), fromTwoSides)).toEqual([]);
  });

  it('is not touched by looking at it, however it was laid out', async () => {
    const goal = '* een\n* twee\n\n__vet__ en _schuin_';
    const { path } = await draftWith(goal);
    const page = await open(path);
    await editor(page).click();
    await page.keyboard.press('ArrowDown');
    expect(await field(page).inputValue()).toBe(goal);
  });
});

const openReading = async (slug: string): Promise<Page> => {
  const page = await visit();
  await page.goto(`/interventies/${slug}`);
  return page;
};

describe('the text field', () => {
  it('is there without JavaScript, and keeps what is typed in it', async () => {
    const { id, path } = await draftWith('**Oud**');
    const page = await open(path, { javaScript: false });
    await page.getByLabel('Doel', { exact: true }).fill('### Nieuw\n\n- een\n- [twee](https://a.example)');
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByText('Bewaard.').waitFor();
    expect(await goalOf(id)).toBe('### Nieuw\n\n- een\n- [twee](https://a.example)');
  });

  it('tells without JavaScript what may not be in it, and hands the text back', async () => {
    const { id, path } = await draftWith('Oud');
    const page = await open(path, { javaScript: false });
    const text = 'Zie [dit](javascript:alert(1))';
    await page.getByLabel('Doel', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
    await page.getByText('Een link begint met https://').first().waitFor();
    expect(await field(page).inputValue()).toBe(text);
    expect(await goalOf(id)).toBe('Oud');
  });

  it('takes the place of the editor when somebody wants that, and gives it back', async () => {
    const { id, path } = await draftWith('Een **vet** woord');
    const page = await open(path);
    await tools(page).getByRole('button', { name: 'Als tekst bewerken' }).click();
    expect(await field(page).isVisible()).toBe(true);
    await field(page).fill('- een\n- *twee*');
    await page.getByRole('button', { name: 'Bewerken met opmaak' }).first().click();
    expect(await editor(page).locator('li').allInnerTexts()).toEqual(['een', 'twee']);
    await page.getByText(/^Bewaard om/).waitFor();
    expect(await goalOf(id)).toBe('- een\n- *twee*');
  });
});

describe('the editor', () => {
  it('takes words and structure from Word, and nothing else', async () => {
    const { path } = await draftWith('');
    const page = await open(path);
    await editor(page).focus();
    const word = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <h1 style="mso-outline-level:1">Titel<o:p></o:p></h1>
      <p class=MsoNormal style="font-size:11pt"><b>Vet</b> woord <img src="file:///c:/x.png"><a href="file:///c:/x">pad</a></p>
      <p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>  </span></span><![endif]>een</p>
      <p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o </span>dieper</p>
      <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">· </span>twee</p>
      <table><tr><td colspan=2><p>A</p></td></tr><tr><td>1</td><td>2</td></tr></table><script>window.planted=1</script>
      </body></html>`;
    await editor(page).evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, word);
    expect(await field(page).inputValue()).toBe(
      '### Titel\n\n**Vet** woord pad\n\n- een\n  - dieper\n- twee\n\n| A |  |\n| --- | --- |\n| 1 | 2 |',
    );
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  });

  it('counts near the end of the room there is', async () => {
    const { path } = await draftWith('x'.repeat(7990));
    const page = await open(path);
    await editor(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' en nog meer');
    await page.getByText('2 tekens te veel.').waitFor();
    // Slowly typed letters are taken back one by one.
    for (let times = 0; times < 12; times += 1) await page.keyboard.press('Control+z');
    await page.getByText('Nog 10 tekens over.').waitFor();
  });

  it('puts no barrier, also with its dialogs open', { timeout: 90_000 }, async () => {
    const { path } = await draftWith('### Kop\n\n- een\n\n| A | B |\n| --- | --- |\n| 1 | 2 |');
    const page = await open(path);
    expect(await barriersOn(page, fromTwoSides)).toEqual([]);
    await editor(page).locator('td').first().click();
    await tools(page).getByRole('button', { name: 'Rij erbij' }).waitFor();
    await tools(page).getByRole('button', { name: 'Link' }).click();
    await page.getByRole('dialog', { name: 'Link' }).waitFor();
    expect(await barriersOn(page, fromTwoSides)).toEqual([]);
    await page.keyboard.press('Escape');
    await tools(page).getByRole('button', { name: 'Sneltoetsen' }).click();
    await page.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor();
    expect(await barriersOn(page, fromTwoSides)).toEqual([]);
  });
});
