// @ts-check
// Options below a field while somebody types, as WAI-ARIA describes it: combobox, list autocomplete with manual selection.
// The field itself is one of the places the arrows pass.

/** Fewer letters than this ask nothing. */
const fewest = 2;
const pause = 150;

/**
 * What one field does with its options; `data-suggest` of the field is where they are asked.
 * @template Option
 * @typedef {object} Behaviour
 * @property {{ id: string, className: string, label: string }} list
 * @property {(list: HTMLUListElement) => void} place puts the list on the page
 * @property {(told: any) => Option[]} read what the answer offers
 * @property {(option: Option, typed: string) => (Node | string)[]} draw
 * @property {(option: Option) => void} choose
 * @property {(count: number) => void} say how many are offered now
 * @property {(option: Option | null, typed: string) => void} [point] null: back in the field
 * @property {(pointed: Option | null, event: KeyboardEvent) => void} enter Enter was pressed; the list is still there
 */

/**
 * @template Option
 * @param {HTMLInputElement} field
 * @param {Behaviour<Option>} behaviour
 */
export function combobox(field, behaviour) {
  const list = document.createElement('ul');
  list.className = behaviour.list.className;
  list.id = behaviour.list.id;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', behaviour.list.label);
  list.hidden = true;
  behaviour.place(list);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    field.setAttribute(name, value);

  /** @type {Option[]} */
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

  /** @param {number} next -1: the field */
  function point(next) {
    active = next;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === active));
    behaviour.point?.(offered[active] ?? null, typed);
    const option = list.children[active];
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  /** @param {Option} option @param {number} at */
  function drawn(option, at) {
    const row = document.createElement('li');
    row.id = `${list.id}-${at}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', 'false');
    row.append(...behaviour.draw(option, typed));
    // Before the field loses focus, which would close the list.
    row.addEventListener('mousedown', (event) => event.preventDefault());
    row.addEventListener('click', () => {
      close();
      behaviour.choose(option);
    });
    return row;
  }

  /** @param {Option[]} options */
  function show(options) {
    offered = options;
    active = -1;
    field.removeAttribute('aria-activedescendant');
    list.replaceChildren(...options.map(drawn));
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    behaviour.say(options.length);
  }

  async function ask() {
    const text = field.value.trim();
    if (text.length < fewest) return close();
    const turn = (latest += 1);
    try {
      const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ q: text })}`, {
        headers: { accept: 'application/json' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      if (turn === latest && document.activeElement === field) show(behaviour.read(told));
    } catch {
      // The button beside the field does the same.
      if (turn === latest) close();
    }
  }

  field.addEventListener('input', () => {
    typed = field.value;
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isOpen = !list.hidden;
    if (event.key === 'Escape' && isOpen) {
      // A field for searching would empty itself.
      event.preventDefault();
      point(-1);
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
      event.preventDefault();
      const places = offered.length + 1;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'ArrowDown' && event.altKey) void ask();
    else if (event.key === 'Enter') {
      const pointed = (isOpen && offered[active]) || null;
      close();
      behaviour.enter(pointed, event);
    }
  });
  field.addEventListener('blur', close);
}
