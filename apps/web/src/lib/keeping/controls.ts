// The fields of a form as values by name, and back.
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (node: Element): node is Control =>
  node instanceof HTMLInputElement ||
  node instanceof HTMLTextAreaElement ||
  node instanceof HTMLSelectElement;

const canTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** What people write in; not what the page itself sends along, and not the boxes of panels beside the text. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (node): node is Control =>
      isControl(node) &&
      node.name !== '' &&
      form.contains(node) &&
      node.type !== 'hidden' &&
      node.type !== 'file' &&
      !node.closest('[data-not-saved]'),
  );
}

function gathered(
  form: HTMLFormElement,
  read: (control: Control) => readonly string[],
): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const control of controlsOf(form))
    values.set(control.name, [...(values.get(control.name) ?? []), ...read(control)]);
  return values;
}

/** What stands in the fields now. */
export const valuesOf = (form: HTMLFormElement): Map<string, string[]> =>
  gathered(form, (control) => (canTick(control) && !control.checked ? [] : [control.value]));

/** What stood in them when the page came. */
export const givenOf = (form: HTMLFormElement): Map<string, string[]> =>
  gathered(form, (control) => {
    if (canTick(control)) return control.defaultChecked ? [control.value] : [];
    if (!(control instanceof HTMLSelectElement)) return [control.defaultValue];
    const chosen = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    return chosen ? [chosen.value] : [];
  });

/** What was sent of these fields; what a form leaves out, such as no tick at all, is an empty list. */
export const sentOf = (body: FormData, names: Iterable<string>): Map<string, string[]> =>
  new Map([...names].map((name) => [name, body.getAll(name).filter((value) => typeof value === 'string')]));

/** Fills a field as if somebody typed it, so that it saves itself and an editor in its place follows. */
export function fill(form: HTMLFormElement, name: string, values: readonly string[]): void {
  const controls = controlsOf(form).filter((control) => control.name === name);
  for (const [at, control] of controls.entries()) {
    if (canTick(control)) control.checked = values.includes(control.value);
    else control.value = values[at] ?? '';
  }
  controls[0]?.dispatchEvent(new Event('input', { bubbles: true }));
}

const words = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** As the page calls the field: its label; of ticks what stands above them all. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const control = controlsOf(form).find((each) => each.name === name);
  if (!control) return name;
  const legend = control.closest('fieldset')?.querySelector('legend');
  if (canTick(control)) return words(legend) || name;
  // An editor that stands in the place of a field took its id, and its label.
  const id = control.id || name;
  const label = control.labels?.[0] ?? document.querySelector(`label[for="${CSS.escape(id)}"]`);
  const row = control.closest('fieldset.row-fields') ? words(legend) : '';
  return [row, words(label)].filter(Boolean).join(', ') || name;
}

/** A value as people read it: of ticks their labels. */
export function shownOf(form: HTMLFormElement, name: string, values: readonly string[]): string {
  const said = values.map((value) => {
    const control = controlsOf(form).find((each) => each.name === name && each.value === value);
    if (control && canTick(control)) return words(control.closest('label')) || value;
    const select = controlsOf(form).find((each) => each.name === name);
    const option =
      select instanceof HTMLSelectElement ? [...select.options].find((each) => each.value === value) : null;
    return option ? words(option) : value;
  });
  return said.filter(Boolean).join('\n') || '(leeg)';
}
