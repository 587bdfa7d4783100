// A page used with the keyboard alone.
import type { Page } from '@playwright/test';

/** Presses Tab until this has the focus, as somebody would who listens to what it is called. */
export async function tabTo(page: Page, tag: string, name: string | RegExp, most = 80): Promise<void> {
  const heard: string[] = [];
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return { tag: '', name: '' };
      const labels =
        'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      const name = labels.length > 0 ? labels.map((label) => label.innerText).join(' ') : element.innerText;
      return { tag: element.localName, name: name.replace(/\s+/g, ' ').trim() };
    });
    heard.push(`${here.tag} ${here.name}`);
    if (here.tag === tag && (typeof name === 'string' ? here.name === name : name.test(here.name))) return;
  }
  throw new Error(`no ${tag} ${String(name)} on the way:\n${heard.join('\n')}`);
}
