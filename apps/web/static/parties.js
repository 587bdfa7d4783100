// @ts-check
// Offers parties and schools while somebody types a name in the editor. Without it the button beside the field finds and
// adds them on a page of its own.
import { combobox } from './combobox.js';

/** @typedef {{ id: string, name: string, detail: string }} Party */

/** @param {HTMLElement} part */
function offerParties(part) {
  const typed = part.querySelector('[data-suggest]');
  const chosen = part.querySelector('[data-chosen]');
  const said = part.querySelector('[data-said]');
  if (!(typed instanceof HTMLInputElement) || !chosen || !said) return;
  const field = typed;

  /** @param {Party} party */
  function choose(party) {
    const known = chosen?.querySelector(`input[value="${CSS.escape(party.id)}"]`);
    const box = known instanceof HTMLInputElement ? known : addRow(party);
    box.checked = true;
    field.value = '';
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

  combobox(field, {
    list: { id: 'party-options', className: 'party-options', label: 'Gevonden partijen en scholen' },
    place: (list) => field.after(list),
    read: (/** @type {{ found: Party[] }} */ told) => told.found,
    draw: (party) => {
      const name = document.createElement('b');
      name.textContent = party.name;
      const detail = document.createElement('span');
      detail.className = 'small muted';
      detail.textContent = party.detail;
      return [name, document.createElement('br'), detail];
    },
    choose,
    say: (count) => {
      said.textContent =
        count === 0
          ? 'Niets gevonden. Kies Zoek of voeg toe om deze toe te voegen.'
          : `${count} gevonden. Kies met de pijltjes.`;
    },
    enter: (pointed, event) => {
      // Enter would press the first button of the form.
      event.preventDefault();
      if (pointed) choose(pointed);
      else part.querySelector('button')?.click();
    },
  });
}

for (const part of document.querySelectorAll('[data-parties]'))
  if (part instanceof HTMLElement) offerParties(part);
