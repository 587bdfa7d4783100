// One editor: what is typed in it is kept on this device until it is saved, and what was kept before is offered back.
import { givenOf, labelOf, sentOf, valuesOf } from './controls.ts';
import { changes, standingOf, type Entry } from './entries.ts';
import { elsewhere, offer } from './offer.ts';
import type { Kept, Store } from './store.ts';

/** Short enough that a crash takes a word at most, long enough that sealing is not felt while typing. */
const WAIT = 300;

/** Remarks do not save themselves: a button places them. */
const isRemark = (name: string) => /^(remark|answer)-/.test(name);

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** A remark that stands on the page was placed. */
const isPlaced = ({ name, kept }: Entry): boolean =>
  isRemark(name) &&
  [...document.querySelectorAll('.remark')].some((remark) =>
    plain(remark.textContent).includes(plain(kept[0])),
  );

const SENT = 'kansenplein.gestuurd';

/**
 * The part of a form that was sent from this tab and of which this page is what came: led to by that form, with a later
 * revision. What came by another way proves nothing, so then the texts themselves are compared.
 */
function partTaken(revision: number): string | null {
  const [path = '', part = '', sent] = (sessionStorage.getItem(SENT) ?? '').split(' ');
  sessionStorage.removeItem(SENT);
  const [entry] = performance.getEntriesByType('navigation');
  const isAnswer = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  const from = document.referrer === '' ? null : new URL(document.referrer);
  const isHere = path === location.pathname && from?.pathname === path;
  return sent !== undefined && revision > Number(sent) && isAnswer && isHere ? part : null;
}

export interface Keeping {
  /** Whether something stands in the form that is not saved. */
  isUnsaved(): boolean;
}

/** `place`: where an offer is shown; `data-unsaved` when the form came back with what was refused. */
export async function keep(form: HTMLFormElement, place: HTMLElement, store: Store): Promise<Keeping> {
  const path = location.pathname;
  const deel = form.elements.namedItem('deel');
  const part = deel instanceof HTMLInputElement ? deel.value : '';
  const title = [document.querySelector('h1'), document.querySelector('#deel')]
    .map((heading) => plain(heading?.textContent))
    .filter(Boolean)
    .join(': ');
  const base = givenOf(form);
  let waiting: readonly Entry[] = [];
  const revision = () => {
    const field = form.elements.namedItem('revision');
    return field instanceof HTMLInputElement ? Number(field.value) : 0;
  };
  const unsaved = () => changes(base, valuesOf(form), (name) => labelOf(form, name), Date.now());
  const write = () => store.write({ path, part, title, entries: [...waiting, ...unsaved()] });

  const isRefused = place.dataset['unsaved'] !== undefined;
  const taken = partTaken(revision());
  const known = (await store.read(path)).map((kept) => ({
    ...kept,
    entries: kept.entries.filter((entry) => entry.offered || isRefused || kept.part !== taken),
  }));
  const others = known.filter((kept) => kept.part !== part);
  const now = valuesOf(form);
  const mine = known.filter((kept) => kept.part === part).flatMap(({ entries }) => entries);
  for (const entry of mine.filter((each) => standingOf(each, now, mine) === 'saved'))
    if (isRefused) base.set(entry.name, [...entry.base]);
  waiting = mine
    .filter((entry) => standingOf(entry, now, mine) !== 'saved' && !isPlaced(entry))
    .map((entry) => ({ ...entry, offered: true }));

  let later: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(() => void write(), WAIT);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && later !== undefined) void write();
  });
  form.addEventListener('submit', () => {
    sessionStorage.setItem(SENT, `${path} ${part} ${revision()}`);
  });
  form.addEventListener('saved', (event) => {
    const body: unknown = event instanceof CustomEvent ? event.detail : null;
    if (!(body instanceof FormData)) return;
    const names = [...base.keys()].filter((name) => !isRemark(name));
    for (const [name, sent] of sentOf(body, names)) base.set(name, sent);
    void write();
  });

  for (const kept of others) await store.write(kept);
  if (known.length > others.length || unsaved().length > 0) await write();
  show(others.filter(({ entries }) => entries.length > 0));
  return { isUnsaved: () => waiting.length > 0 || unsaved().length > 0 };

  function show(elsewhereKept: readonly Kept[]): void {
    const offered = document.createElement('div');
    place.replaceChildren(
      offered,
      ...elsewhereKept.map((kept) =>
        elsewhere(
          kept.title,
          Math.max(...kept.entries.map(({ at }) => at)),
          `?deel=${encodeURIComponent(kept.part)}#deel`,
        ),
      ),
    );
    if (waiting.length === 0) return;
    offer({
      place: offered,
      form,
      entries: waiting,
      left(entries) {
        waiting = entries;
        void write();
      },
    });
  }
}
