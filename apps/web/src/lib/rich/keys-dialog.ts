// Tells the keys, for whoever asks.
import type { EditorView } from 'prosemirror-view';
import { actions } from './commands.ts';
import { element } from './element.ts';

const others: readonly (readonly [string, string])[] = [
  ['Link', 'Ctrl+K'],
  ['Nieuwe regel in dezelfde alinea', 'Shift+Enter'],
  ['Naar de knoppen', 'Alt+F10'],
  ['Terug naar de tekst', 'Escape'],
  ['Naar het volgende veld', 'Tab'],
];

/** On a Mac the command key does what Ctrl does elsewhere. */
export function showKeys(view: EditorView): void {
  const known = actions.flatMap(({ label, keys }) => (keys ? [[label, keys.told] as const] : []));
  const rows = [...known, ...others].map(([label, told]) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [label]),
      element('td', {}, [element('kbd', {}, [told])]),
    ]),
  );
  const close = element('button', { class: 'button', type: 'button' }, ['Sluit']);
  const dialog = element('dialog', { class: 'rich-dialog', 'aria-labelledby': 'keys-title' }, [
    element('h2', { id: 'keys-title' }, ['Sneltoetsen']),
    element('p', { class: 'hint' }, ['Op een Mac is Ctrl de Command-toets.']),
    element('table', {}, [element('tbody', {}, rows)]),
    element('p', { class: 'buttons' }, [close]),
  ]);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
