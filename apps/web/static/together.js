// @ts-check
// Who else has this text open, asked every few seconds while the page is looked at. Without it the page says who was
// there when it was loaded.
// A module: scripts of a page that are none share their names.
export {};

const EVERY = 8_000;

const shown = document.querySelector('[data-present]');
const said = document.querySelector('[data-present-said]');
const address = shown instanceof HTMLElement ? (shown.dataset.present ?? '') : '';
let latest = 0;

/** The part that is open, or the field somebody is in: its name, never what is written in it. */
function place() {
  const part = shown instanceof HTMLElement ? shown.dataset.part : undefined;
  if (part !== undefined) return part;
  const active = document.activeElement?.closest('#editor [name], #editor [id]');
  return active?.getAttribute('name') ?? active?.id ?? '';
}

async function look() {
  if (document.hidden || !navigator.onLine) return;
  const turn = ++latest;
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ plek: place(), blijft: 'looking' }),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok || turn !== latest) return;
    const { all, who } = await answer.json();
    if (shown instanceof HTMLElement && shown.textContent !== all) {
      shown.textContent = all;
      shown.hidden = all === '';
    }
    if (said && said.textContent !== who) said.textContent = who;
  } catch {
    // No connection: what is typed is kept elsewhere, and who is here is asked again soon.
  }
}

// To the next finding of an import, or back with Shift: as in looking over a document.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
  const all = [...document.querySelectorAll('[data-finding]')];
  if (all.length === 0) return;
  event.preventDefault();
  const follows = (/** @type {Element} */ each) =>
    (document.activeElement?.compareDocumentPosition(each) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isInside = (/** @type {Element} */ each) => each.contains(document.activeElement);
  const next = event.shiftKey
    ? (all.filter((each) => !isInside(each) && !follows(each)).at(-1) ?? all.at(-1))
    : (all.find((each) => !isInside(each) && follows(each)) ?? all[0]);
  if (!(next instanceof HTMLElement)) return;
  next.querySelector('details')?.setAttribute('open', '');
  next.focus();
});

if (address !== '') {
  setInterval(() => void look(), EVERY);
  addEventListener('visibilitychange', () => void look());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let moved;
  document.addEventListener('focusin', () => {
    clearTimeout(moved);
    moved = setTimeout(() => void look(), 1_000);
  });
  addEventListener('pagehide', () => {
    navigator.sendBeacon(address, new URLSearchParams({ blijft: 'left' }));
  });
  addEventListener('pageshow', () => void look());
}
