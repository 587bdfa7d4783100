// @ts-check
// What is quicker with JavaScript. Every page and form works without it; nothing here holds state of its own.
'use strict';

let shown = location.search;

/**
 * Filters: fetch the page the form would have gone to and put its list and its counts in this one.
 * @param {HTMLFormElement} form
 */
function applyOnChange(form) {
  for (const part of form.querySelectorAll('[data-needless-with-script]')) part.classList.add('unseen');
  let latest = 0;
  form.addEventListener('change', async (event) => {
    // What is typed to find a value is no choice yet (search.js).
    if (event.target instanceof Element && event.target.matches('[data-facet-search]')) return;
    const turn = ++latest;
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(form)) search.append(name, String(value));
    const address = `${form.getAttribute('action')}?${search}`;
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' } });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn !== latest) return;
      // Read first: the results move from the fetched page into this one.
      const count = html.querySelector('.result-head h2')?.textContent ?? '';
      for (const region of document.querySelectorAll('[data-live]')) {
        const fresh = html.querySelector(`[data-live="${region.getAttribute('data-live')}"]`);
        if (fresh) region.replaceWith(fresh);
      }
      refreshCounts(form, html);
      const said = form.querySelector('[data-said]');
      if (said) said.textContent = count;
      document.title = html.title;
      history.pushState(null, '', address);
      shown = location.search;
    } catch {
      // The ordinary way still works.
      if (event.target instanceof HTMLInputElement) form.requestSubmit();
    }
  });
}

/**
 * The counts and ticks of the new page in the old form, so that focus and folds stay where they are.
 * @param {HTMLFormElement} form
 * @param {Document} html
 */
function refreshCounts(form, html) {
  for (const input of form.querySelectorAll('input[type="checkbox"]')) {
    if (!(input instanceof HTMLInputElement)) continue;
    const fresh = html.querySelector(
      `.facets input[name="${CSS.escape(input.name)}"][value="${CSS.escape(input.value)}"]`,
    );
    const label = input.closest('label');
    const count = label?.querySelector('.count');
    if (count) count.textContent = fresh?.closest('label')?.querySelector('.count')?.textContent ?? '0';
    label?.classList.toggle('none', !input.checked && (count?.textContent ?? '0') === '0');
  }
  const summary = form.querySelector('summary');
  const freshSummary = html.querySelector('.facets summary');
  if (summary && freshSummary) summary.textContent = freshSummary.textContent;
}

/**
 * Drafts save themselves a moment after the last letter. A stale or refused save overwrites nothing and is said.
 * @param {HTMLFormElement} form
 */
function saveByItself(form) {
  const state = form.querySelector('[data-save-state]');
  const field = form.elements.namedItem('revision');
  if (!state || !(field instanceof HTMLInputElement)) return;
  const revision = field;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let changes = 0;
  let saved = 0;
  let busy = false;
  let halted = false;
  /** @type {(() => void) | null} */
  let afterwards = null;

  /** @param {string} text @param {boolean} [trouble] */
  const say = (text, trouble = false) => {
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle('trouble', trouble);
  };

  const plan = (/** @type {number} */ delay) => {
    clearTimeout(waiting);
    if (!halted) waiting = setTimeout(save, delay);
  };

  async function save() {
    if (busy || halted || saved === changes) return;
    busy = true;
    const sending = changes;
    say('Bezig met bewaren…');
    try {
      const body = new FormData(form);
      const answer = await fetch(form.dataset.autosave ?? '', {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      });
      const told = await answer.json();
      if (answer.ok) {
        revision.value = String(told.revision);
        saved = sending;
        say(`Bewaard om ${told.time}`);
        form.dispatchEvent(new CustomEvent('saved', { detail: body }));
      } else if (answer.status === 409) {
        halted = true;
        say(
          `Iemand anders wijzigde dit intussen. Er is niets overschreven. Kies ${form.dataset.saveWord ?? 'Bewaar'} om te vergelijken.`,
          true,
        );
      } else if (answer.status === 401 || told.code === 'account.other_writer') {
        say(
          'U bent uitgelogd. Uw tekst blijft hier staan. Log in een nieuw tabblad in, dan bewaren we hem alsnog.',
          true,
        );
        plan(10_000);
      } else {
        say(told.sentence ?? 'Dit kon niet worden bewaard. Uw tekst blijft hier staan.', true);
      }
    } catch {
      say('Geen verbinding. Uw tekst blijft hier staan; we proberen het vanzelf opnieuw.', true);
      plan(5_000);
    }
    busy = false;
    const next = afterwards;
    afterwards = null;
    if (next) next();
    else if (saved !== changes && sending !== changes) plan(1_500);
  }

  form.addEventListener('input', (event) => {
    const target = event.target;
    if (target instanceof Element && target.closest('[data-not-saved]')) return;
    changes += 1;
    say('Nog niet bewaard');
    plan(2_000);
  });
  let leavingByForm = false;
  form.addEventListener('submit', (event) => {
    if (busy) {
      // Sent now, it would carry the revision of before this save, and look like somebody else's change.
      event.preventDefault();
      const { submitter } = event;
      afterwards = () => form.requestSubmit(submitter);
      return;
    }
    leavingByForm = true;
    clearTimeout(waiting);
  });
  form.addEventListener('save-now', () => void save());
  window.addEventListener('beforeunload', (event) => {
    if (saved !== changes && !leavingByForm) event.preventDefault();
  });
}

/** A menu closes by Escape and by a click beside it. */
function closeMenus() {
  const open = () => document.querySelector('details.menu[open]');
  document.addEventListener('keydown', (event) => {
    const menu = event.key === 'Escape' ? open() : null;
    if (!menu) return;
    menu.removeAttribute('open');
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    const menu = open();
    if (menu && event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open');
  });
}

/** Codes that are shown once: to the clipboard, or to paper. */
function keepCodes() {
  const said = document.querySelector('[data-copy-said]');
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  document.querySelector('[data-copy]')?.addEventListener('click', async () => {
    const lines = [...document.querySelectorAll('[data-copy-from] li')].map((line) => line.textContent);
    let told = 'Gekopieerd';
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
    } catch {
      told = 'Kopiëren lukte niet. Druk ze af of schrijf ze over.';
    }
    if (said) said.textContent = told;
  });
}

for (const form of document.querySelectorAll('form[data-apply-on-change]')) {
  if (form instanceof HTMLFormElement) applyOnChange(form);
}
for (const form of document.querySelectorAll('form[data-autosave]')) {
  if (form instanceof HTMLFormElement) saveByItself(form);
}
const wantsFocus = document.querySelector('[data-take-focus]');
if (wantsFocus instanceof HTMLElement) wantsFocus.focus();
closeMenus();
keepCodes();
document.documentElement.classList.add('has-script');
// Going back over choices made here: the address changed without a page load, so load the page it names.
window.addEventListener('popstate', () => {
  if (location.search !== shown) location.reload();
});
