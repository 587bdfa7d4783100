// Text that is typed is not lost when the line, the login or the browser is: loaded on every page of who is signed in,
// because signing out can be done from each of them. Whatever goes wrong here, the form still saves.
import { keep } from './form.ts';
import { guardLeaving } from './leaving.ts';
import { anythingKept, openStore } from './store.ts';

async function start(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-kept]');
  const found = place ? document.getElementById(place.dataset['kept'] ?? '') : null;
  const form = found instanceof HTMLFormElement ? found : null;
  if (!anythingKept() && !form) return;
  const answer = await fetch('/mijn/toestel', { headers: { accept: 'application/json' } });
  // Signed out meanwhile, one is led to where one signs in.
  if (!answer.ok || answer.redirected) return;
  const store = await openStore((await answer.json()) as { tag: string; key: string });
  const keeping = place && form ? await keep(form, place, store) : null;
  guardLeaving(store, form, () => keeping?.isUnsaved() ?? false);
}

start().catch((error: unknown) => console.error(error));
