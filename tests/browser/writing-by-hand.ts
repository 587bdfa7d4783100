// Filling the editor as a person does: field by field, in the form.
import type { Page } from '@playwright/test';
import { fullContent } from '../support/writing.ts';

/** Fills in everything that publishing asks for. */
export async function fillEverything(page: Page, title: string): Promise<void> {
  const content = fullContent(title);
  for (const [field, value] of Object.entries(content)) {
    if (typeof value !== 'string' || value === '') continue;
    // A field, or the editor that stands in its place.
    const control = page.locator(`.box#${field}:not(select)`);
    if ((await control.count()) > 0) await control.fill(value);
  }
  await page.locator('#activeIngredients').fill(content.activeIngredients.join('\n'));
  for (const value of [...content.themes, ...content.phases])
    await page.locator(`#editor input[value="${value}"]`).check();
  await page.locator('#ageFrom').fill(String(content.ageFrom));
  await page.locator('#ageTo').fill(String(content.ageTo));
  await page.locator('#periodFrom').fill(String(content.periodFrom));
  await page.locator('#course').selectOption(content.course);
  await page.locator(`#visibility input[value="${content.visibility}"]`).check();
}
