// What does not fit a small screen, or a finger.
import type { Page } from '@playwright/test';

/** Things to press that are smaller than 24 by 24 pixels; links inside a sentence may be as high as the sentence. */
export const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const pressable = 'button, select, summary, textarea, input:not([type=hidden]), nav a, a.button';
    return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.unseen')) return [];
      // A box to tick is pressed by its whole line.
      const ticked = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
      const { width, height } = (ticked ?? element).getBoundingClientRect();
      return width > 1 && (width < 23.9 || height < 23.9)
        ? [`${element.outerHTML.slice(0, 80)} ${width} x ${height}`]
        : [];
    });
  });

/** Elements that reach past the right edge, for when the page does. */
export const wide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map(
        (element) => `${element.localName}.${element.className} to ${element.getBoundingClientRect().right}`,
      )
      .slice(0, 5);
  });
