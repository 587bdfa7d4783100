// @ts-check
// Offers words and titles while somebody types in a search field, and municipalities while somebody types a name among the
// filters. Without it both are plain forms.
import { combobox } from './combobox.js';

/** @param {HTMLInputElement} field @param {HTMLFormElement} form */
function offerWords(field, form) {
  const said = document.createElement('span');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  combobox(field, {
    list: { id: 'suggesties', className: 'suggestions', label: 'Voorstellen' },
    place: (list) => form.append(list),
    read: (/** @type {{ suggestions: string[] }} */ told) => told.suggestions.slice(0, 8),
    // The beginning that was typed stands light, what is offered stands out.
    draw: (text, typed) => {
      const begins = text.toLowerCase().startsWith(typed.trim().toLowerCase()) ? typed.trim().length : 0;
      const rest = document.createElement('b');
      rest.textContent = text.slice(begins);
      return [text.slice(0, begins), rest];
    },
    choose: (text) => {
      field.value = text;
      form.requestSubmit();
    },
    say: (count) => {
      if (count === 0) return;
      // Beside the list only once there is something to say: a page has one place where it speaks.
      if (!said.isConnected) form.append(said);
      said.textContent = count === 1 ? '1 voorstel' : `${count} voorstellen. Kies met de pijltjes.`;
    },
    point: (text, typed) => {
      field.value = text ?? typed;
    },
    // What is pointed at stands in the field: the form goes its way.
    enter: () => {},
  });
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
  if (field instanceof HTMLInputElement && field.form?.getAttribute('role') === 'search')
    offerWords(field, field.form);
for (const field of document.querySelectorAll('input[data-facet-search]'))
  if (field instanceof HTMLInputElement) offerValues(field);
document.querySelector('[data-print-page]')?.addEventListener('click', () => window.print());
