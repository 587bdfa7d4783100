// @ts-check
// Offers words and titles while somebody types in a search field, and municipalities while somebody types a name among the
// filters. Without it both are plain forms. The list of the field is as WAI-ARIA describes it (combobox, list
// autocomplete with manual selection).
'use strict';

/** @param {HTMLInputElement} field */
function offerWords(field) {
  const form = field.form;
  if (!form) return;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = 'suggesties';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Voorstellen');
  list.hidden = true;
  const said = document.createElement('span');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  form.append(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    field.setAttribute(name, value);

  /** @type {string[]} */
  let offered = [];
  let active = -1;
  let latest = 0;
  let typed = field.value;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function close() {
    latest += 1;
    clearTimeout(waiting);
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  /** @param {number} next -1: back in the field, with what was typed. */
  function point(next) {
    active = next;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === active));
    const option = list.children[active];
    field.value = option ? (offered[active] ?? typed) : typed;
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  /** The beginning that was typed stands light, what is offered stands out. @param {string} text */
  function partsOf(text) {
    const begins = text.toLowerCase().startsWith(typed.trim().toLowerCase()) ? typed.trim().length : 0;
    const rest = document.createElement('b');
    rest.textContent = text.slice(begins);
    return [text.slice(0, begins), rest];
  }

  /** @param {string[]} suggestions */
  function show(suggestions) {
    offered = suggestions;
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...suggestions.map((text, at) => {
        const option = document.createElement('li');
        option.id = `suggestie-${at}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.append(...partsOf(text));
        // Before the field loses focus, which would close the list.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => {
          field.value = text;
          close();
          form?.requestSubmit();
        });
        return option;
      }),
    );
    list.hidden = suggestions.length === 0;
    field.setAttribute('aria-expanded', String(suggestions.length > 0));
    if (suggestions.length === 0) return;
    // Beside the list only once there is something to say: a page has one place where it speaks.
    if (!said.isConnected) form?.append(said);
    said.textContent =
      suggestions.length === 1 ? '1 voorstel' : `${suggestions.length} voorstellen. Kies met de pijltjes.`;
  }

  async function ask() {
    const text = field.value.trim();
    if (text.length < 2) return close();
    const turn = (latest += 1);
    try {
      const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ q: text })}`, {
        headers: { accept: 'application/json' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      if (turn === latest && document.activeElement === field) show(told.suggestions.slice(0, 8));
    } catch {
      // Pressing the button still searches.
      if (turn === latest) close();
    }
  }

  field.addEventListener('input', () => {
    typed = field.value;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      // A field for searching would empty itself.
      event.preventDefault();
      field.value = typed;
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      // One place more than there are options: the field itself, with what was typed.
      const places = offered.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'ArrowDown' && event.altKey) void ask();
    else if (event.key === 'Enter') close();
  });
  field.addEventListener('blur', close);
}

/**
 * The page that this form would go to knows what answers to the beginning of a name: its choices come into this one.
 * @param {HTMLInputElement} field
 */
function offerValues(field) {
  const { form } = field;
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  async function ask() {
    if (!form) return;
    const turn = (latest += 1);
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(form)) search.append(name, String(value));
    try {
      const answer = await fetch(`${form.getAttribute('action')}?${search}`, {
        headers: { accept: 'text/html' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = html.getElementById(field.dataset.facetSearch ?? '');
      if (turn !== latest || !fresh) return;
      document.getElementById(fresh.id)?.replaceWith(fresh);
      const said = form.querySelector('[data-said]');
      const count = fresh.querySelectorAll('input').length;
      if (said) said.textContent = count === 1 ? '1 keuze' : `${count} keuzes`;
    } catch {
      // The button and Enter still work.
    }
  }
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });
}

for (const field of document.querySelectorAll('input[data-suggest]'))
  if (field instanceof HTMLInputElement && field.form?.getAttribute('role') === 'search') offerWords(field);
for (const field of document.querySelectorAll('input[data-facet-search]'))
  if (field instanceof HTMLInputElement) offerValues(field);
document.querySelector('[data-print-page]')?.addEventListener('click', () => window.print());
