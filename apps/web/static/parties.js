// @ts-check
// Offers parties and schools while somebody types a name in the editor. Without it the button beside the field finds and
// adds them on a page of its own. A list as WAI-ARIA describes it (combobox, list autocomplete with manual selection).
'use strict';

/** @typedef {{ id: string, name: string, detail: string }} Party */

/** @param {HTMLElement} part */
function offerParties(part) {
  const typed = part.querySelector('[data-suggest]');
  const chosen = part.querySelector('[data-chosen]');
  const said = part.querySelector('[data-said]');
  if (!(typed instanceof HTMLInputElement) || !chosen || !said) return;
  const field = typed;
  const list = document.createElement('ul');
  list.className = 'party-options';
  list.id = 'party-options';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Gevonden partijen en scholen');
  list.hidden = true;
  field.after(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    field.setAttribute(name, value);

  /** @type {Party[]} */
  let found = [];
  let active = -1;
  let latest = 0;
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

  /** @param {number} next */
  function point(next) {
    active = (next + found.length) % found.length;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === active));
    const option = list.children[active];
    if (!option) return;
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Party} party */
  function choose(party) {
    const known = chosen?.querySelector(`input[value="${CSS.escape(party.id)}"]`);
    const box = known instanceof HTMLInputElement ? known : addRow(party);
    box.checked = true;
    field.value = '';
    close();
    if (said) said.textContent = `${party.name} staat erbij.`;
    // What saves by itself hears it as typing.
    box.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  /** @param {Party} party */
  function addRow(party) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = 'organisations';
    box.value = party.id;
    const detail = document.createElement('span');
    detail.className = 'small muted';
    detail.textContent = ` ${party.detail}`;
    const words = document.createElement('span');
    words.append(party.name, detail);
    const label = document.createElement('label');
    label.className = 'option';
    label.append(box, words);
    const row = document.createElement('li');
    row.append(label);
    chosen?.append(row);
    return box;
  }

  /** @param {Party[]} parties */
  function show(parties) {
    found = parties;
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...parties.map((party, at) => {
        const option = document.createElement('li');
        option.id = `party-option-${at}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const name = document.createElement('b');
        name.textContent = party.name;
        const detail = document.createElement('span');
        detail.className = 'small muted';
        detail.textContent = party.detail;
        option.append(name, document.createElement('br'), detail);
        // Before the field loses focus, which would close the list.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => choose(party));
        return option;
      }),
    );
    list.hidden = parties.length === 0;
    field.setAttribute('aria-expanded', String(parties.length > 0));
    if (said)
      said.textContent =
        parties.length === 0
          ? 'Niets gevonden. Kies Zoek of voeg toe om deze toe te voegen.'
          : `${parties.length} gevonden. Kies met de pijltjes.`;
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
      if (turn === latest) show(told.found);
    } catch {
      // The button beside the field still works.
      if (turn === latest) close();
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 200);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      point(event.key === 'ArrowDown' ? active + 1 : active === -1 ? -1 : active - 1);
    } else if (event.key === 'Enter') {
      // Enter would press the first button of the form.
      event.preventDefault();
      const party = found[active];
      if (!list.hidden && party) choose(party);
      else part.querySelector('button')?.click();
    }
  });
  field.addEventListener('blur', close);
}

for (const part of document.querySelectorAll('[data-parties]'))
  if (part instanceof HTMLElement) offerParties(part);
