// @ts-check
// Looking over a document, quicker: keys, the place in the document in the middle of its pane, and who else is here.
// Everything works without it.
'use strict';

/** @param {string} selector */
const press = (selector) => {
  const found = document.querySelector(selector);
  if (found instanceof HTMLElement) found.click();
};

// Neither browsers nor screen readers use these three for something else while a page is read.
document.addEventListener('keydown', (event) => {
  if (event.key === 'F8' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    press(event.shiftKey ? '[data-previous]' : '[data-next]');
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    press('[data-primary]');
  }
});

/** On a telephone the chosen field stands below the list: come to it. */
function showField() {
  const asked = new URLSearchParams(location.search).has('veld') && location.hash !== '#plek-hier';
  if (asked && matchMedia('(max-width: 47.99rem)').matches)
    document.querySelector('#veld-deel')?.scrollIntoView({ block: 'start' });
}

/** The first marked place in the middle of its pane, without moving the page. */
function showPlace() {
  const pane = document.querySelector('.source-pane');
  const place = pane?.querySelector('#plek');
  if (!pane || !place || pane.scrollHeight <= pane.clientHeight) return;
  const distance = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += distance - pane.clientHeight / 3;
}

/** The chosen field in sight in the list. */
function showInList() {
  const list = document.querySelector('.review-list > nav');
  const here = list?.querySelector('[aria-current]');
  if (!list || !here || list.scrollHeight <= list.clientHeight) return;
  const distance = here.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += distance - list.clientHeight / 2;
}

/** A passage is pressed anywhere, not only at its sign; who marks words with the mouse reads on undisturbed. */
function passagesLead() {
  const source = document.querySelector('[data-source]');
  for (const passage of source?.querySelectorAll('.passage') ?? []) passage.classList.add('leads');
  source?.addEventListener('click', (event) => {
    const passage = event.target instanceof Element ? event.target.closest('.passage') : null;
    const key = passage instanceof HTMLElement ? passage.dataset.item : undefined;
    if (!key || String(getSelection()) !== '') return;
    location.assign(`?veld=${encodeURIComponent(key)}#plek`);
  });
}

/** Now and then: who else is here and how far it is. Said to the eye only, so that nobody is interrupted. */
async function lookAround() {
  if (document.hidden) return;
  try {
    const answer = await fetch(`${location.pathname}/aanwezig`, { method: 'POST' });
    if (!answer.ok) return;
    const { colleagues, settled } = await answer.json();
    const names = document.querySelector('[data-colleagues]');
    if (names) names.textContent = colleagues.length > 0 ? `Nu ook hier: ${colleagues.join(', ')}.` : '';
    const count = document.querySelector('[data-settled]');
    if (count) count.textContent = String(settled);
    const bar = document.querySelector('.review-progress progress');
    if (bar instanceof HTMLProgressElement) bar.value = settled;
  } catch {
    // No connection: what is typed is kept by the form itself.
  }
}

/**
 * Coming to a place takes the focus away from where it waits for Enter, sometimes a moment after the page has loaded:
 * give it back without moving the page, until somebody touches a key or the page.
 */
function waitForEnter() {
  const waiting = document.querySelector('[data-take-focus]');
  if (!(waiting instanceof HTMLElement)) return;
  const untouched = new AbortController();
  for (const touch of ['keydown', 'pointerdown'])
    addEventListener(touch, () => untouched.abort(), { once: true, capture: true });
  const take = () => {
    if (document.activeElement === document.body) waiting.focus({ preventScroll: true });
  };
  waiting.addEventListener('blur', () => queueMicrotask(take), { signal: untouched.signal });
  addEventListener('load', take, { signal: untouched.signal });
  take();
}

window.addEventListener('load', showPlace);
waitForEnter();
showPlace();
showInList();
showField();
passagesLead();
setInterval(() => void lookAround(), 30_000);
