// @ts-check
// What is quicker with JavaScript in the agenda editor: goals that follow Alt and an arrow, and help that follows the
// words once they are saved. Without it the buttons do the same, and the help comes with the next page.
'use strict';

/** @type {Record<string, string>} */
const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

document.querySelector('[data-order]')?.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || !event.altKey || !(event.target instanceof Element)) return;
  const move = arrows[event.key];
  const row = event.target.closest('[data-order-row]');
  const button = move && row?.querySelector(`[data-move="${move}"]`);
  if (!(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  if (button.getAttribute('aria-disabled') !== 'true') button.click();
});

// A button that can do nothing now stays in reach of the keyboard, and does nothing.
document.addEventListener('click', (event) => {
  const target = event.target;
  if (target instanceof Element && target.closest('[data-move][aria-disabled="true"]'))
    event.preventDefault();
});

const editor = document.querySelector('form.agenda-editor');
let latest = 0;
editor?.addEventListener('saved', async () => {
  const places = document.querySelectorAll('[data-live-help]');
  const part = new FormData(/** @type {HTMLFormElement} */ (editor)).get('deel');
  if (places.length === 0 || typeof part !== 'string') return;
  const turn = ++latest;
  try {
    const answer = await fetch(`${location.pathname}?deel=${encodeURIComponent(part)}`);
    if (!answer.ok || turn !== latest) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const place of places) {
      // Rows that were emptied have gone: then the rows do not match until the page is loaded again.
      const texts = [document, fresh].map((page) => {
        const field = page.getElementById(place.id.replace(/^help-/, '').concat('-text'));
        return field instanceof HTMLTextAreaElement ? field.value.trim() : null;
      });
      const help = fresh.getElementById(place.id);
      if (texts[0] === texts[1]) place.replaceChildren(...(help?.childNodes ?? []));
      else place.replaceChildren();
    }
  } catch {
    // The help comes with the next page.
  }
});
