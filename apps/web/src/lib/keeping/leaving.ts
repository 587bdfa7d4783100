// Signing out takes along what waits on this device: it is sent first, and what cannot be is asked about.
import { element } from '../rich/element.ts';
import { momentOf } from './offer.ts';
import { anythingKept, type Kept, type Store } from './store.ts';

/** Milliseconds a last save may take. */
const PATIENCE = 4_000;

const leads = (form: HTMLFormElement) => new URL(form.action, location.href).pathname === '/uitloggen';

/** Saves what stands in the editor of this page, when there is one; resolves when that was done or did not work. */
const sendNow = (editor: HTMLFormElement | null): Promise<void> =>
  new Promise((resolve) => {
    // After a stale save nothing is sent before a person chose.
    if (editor?.dataset['autosave'] === undefined) return resolve();
    editor.addEventListener('saved', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
    editor.dispatchEvent(new CustomEvent('save-now'));
  });

const newest = ({ entries }: Kept) => Math.max(...entries.map(({ at }) => at));

function ask(kept: readonly Kept[], goOn: () => void): void {
  const dialog = element('dialog', { class: 'kept-dialog', 'aria-labelledby': 'kept-leaving' }, [
    element('h2', { id: 'kept-leaving' }, ['Er staat nog tekst op dit apparaat die niet bewaard is']),
    element('p', {}, ['Als u uitlogt, gaat die tekst weg, zodat niemand anders hem hier vindt.']),
    element(
      'ul',
      {},
      kept.map((each) => {
        const href = each.part === '' ? each.path : `${each.path}?deel=${encodeURIComponent(each.part)}#deel`;
        return element('li', {}, [element('a', { href }, [each.title]), `, van ${momentOf(newest(each))}`]);
      }),
    ),
  ]);
  const stay = element('button', { type: 'button', class: 'button' }, ['Blijf ingelogd']);
  stay.addEventListener('click', () => dialog.close());
  const go = element('button', { type: 'button', class: 'button danger' }, ['Log uit en gooi weg']);
  go.addEventListener('click', () => {
    dialog.close();
    goOn();
  });
  dialog.append(element('p', { class: 'buttons' }, [stay, go]));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** `unsaved`: whether the editor of this page has something to send. */
export function guardLeaving(store: Store, editor: HTMLFormElement | null, unsaved: () => boolean): void {
  let isSettled = false;
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !leads(form) || isSettled || !anythingKept()) return;
    event.preventDefault();
    const { submitter } = event;
    const goOn = () => {
      store.removeAll();
      isSettled = true;
      form.requestSubmit(submitter);
    };
    void (async () => {
      if (unsaved()) await sendNow(editor);
      const left = await store.read();
      if (left.length === 0) goOn();
      else ask(left, goOn);
    })();
  });
}
