// A knowledge session for who comes and for who takes something home, without JavaScript and on a telephone.
import { describe, expect, it } from 'vitest';
import { clientOf } from './stage.ts';
import { stage, visit } from './visit.ts';

const reported = 'De huiswerkplek: wat kost het, wat levert het op';

describe('what a report says can be taken over', () => {
  it.each([true, false])(
    'comes along to where that begins, and to the draft (JavaScript: %s)',
    async (javaScript) => {
      const page = await visit({ as: 'editor', javaScript, width: 390 });
      await page.goto('/kennissessies?wanneer=geweest');
      await page.getByRole('link', { name: reported }).click();
      const outcome = page.locator('.outcomes li').filter({ hasText: 'begeleider' }).first();
      const said = (await outcome.locator('p').first().innerText()).trim();
      // Kerkrade said so of itself: that is not for Brunssum to begin.
      expect(await page.getByRole('link', { name: /Neem dit over/ }).count()).toBe(1);
      await outcome.getByRole('link', { name: /Neem dit over/ }).click();
      await page.waitForURL(/\/interventies\/.*uitkomst=/);
      expect(await page.locator('#overnemen .promised').innerText()).toContain(said);
      await page.getByRole('button', { name: 'Overnemen in mijn gemeente' }).click();
      await page.waitForURL(/mijn\/interventies\/.*gedaan=overgenomen/);
      expect(await page.locator('.promised').innerText()).toContain(said);
      expect(await page.locator('.promised').innerText()).toContain(reported);
    },
  );

  it('is nothing where an address is made up, or is of another page', async () => {
    const visitor = clientOf(stage.address, null);
    const { sessions } = await visitor.knowledgeSessions.list.query({ when: 'past' });
    const session = sessions.find(({ title }) => title === reported);
    const { report } = await visitor.knowledgeSessions.get.query({ handle: session?.handle ?? '' });
    const outcome = report?.outcomes.find(({ intervention }) => intervention !== null);
    const own = `/interventies/${outcome?.intervention?.slug}?uit=${session?.slug}`;
    const page = await visit({ as: 'editor' });
    const shown = async (address: string) => {
      await page.goto(address);
      expect(await page.getByRole('button', { name: 'Overnemen in mijn gemeente' }).count()).toBeLessThan(2);
      return page.locator('.promised').count();
    };
    expect(await shown(`${own}&uitkomst=${outcome?.key}`)).toBe(1);
    expect(await shown(`${own}&uitkomst=verzonnen`)).toBe(0);
    expect(
      await shown(`/interventies/${stage.made.intervention}?uit=${session?.slug}&uitkomst=${outcome?.key}`),
    ).toBe(0);
  });
});

describe('registering without JavaScript', () => {
  it('hands back what a guest typed, says what is wrong, and then asks to open the mail', async () => {
    const page = await visit({ javaScript: false, width: 390 });
    await page.goto(`/kennissessies/${stage.made.session}`);
    await page.getByText('Aanmelden zonder account').click();
    await page.getByLabel('Uw naam').fill('Gast Een');
    // A browser lets this through; the platform does not.
    await page.getByLabel('Uw e-mailadres').fill('gast@zonderpunt');
    await page.getByRole('button', { name: 'Meld mij aan als gast' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Uw naam').inputValue()).toBe('Gast Een');
    expect(await page.getByLabel('Uw e-mailadres').inputValue()).toBe('gast@zonderpunt');
    await page.getByLabel('Uw e-mailadres').fill('gast@voorbeeld.example');
    await page.getByRole('button', { name: 'Meld mij aan als gast' }).click();
    await page.waitForURL(/gedaan=gast/);
    expect(await page.getByText('Open de link en bevestig').isVisible()).toBe(true);
  });
});

describe('a moderator of a community', () => {
  it('begins a session for it, that can be for its members', async () => {
    const page = await visit({ as: 'coordinator', javaScript: false });
    await page.goto('/mijn/kennissessies');
    await page.getByLabel('Titel').fill('Samen voorlezen');
    await page.getByLabel('Community Taal thuis en op school').check();
    await page.getByRole('button', { name: 'Begin een kennissessie' }).click();
    await page.waitForURL(/mijn\/kennissessies\/[0-9a-f-]{36}/);
    expect(await page.getByLabel('Leden van de community').isChecked()).toBe(true);
  });

  it('is nobody else: who holds sessions for a municipality is offered no circle of a community', async () => {
    const page = await visit({ as: 'publisher' });
    await page.goto(`/mijn/kennissessies/${stage.made.sessionDraft}`);
    expect(await page.getByLabel('Iedereen', { exact: true }).count()).toBe(1);
    expect(await page.getByLabel('Leden van de community').count()).toBe(0);
  });
});
