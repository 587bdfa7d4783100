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
  const unsaved = () => changes(base, valuesOf(form), (name) => labelOf(form, name), Date.now());
  const write = () => store.write({ path, part, title, entries: [...waiting, ...unsaved()] });

  const known = await store.read(path);
  const isRefused = place.dataset['unsaved'] !== undefined;
  const now = valuesOf(form);
  const mine = known.filter((kept) => kept.part === part).flatMap(({ entries }) => entries);
  for (const entry of mine.filter((each) => standingOf(each, now, mine) === 'saved'))
    if (isRefused) base.set(entry.name, [...entry.base]);
  waiting = mine.filter((entry) => standingOf(entry, now, mine) !== 'saved' && !isPlaced(entry));

  let later: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(() => void write(), WAIT);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && later !== undefined) void write();
  });
  form.addEventListener('saved', (event) => {
    const body: unknown = event instanceof CustomEvent ? event.detail : null;
    if (!(body instanceof FormData)) return;
    const names = [...base.keys()].filter((name) => !isRemark(name));
    for (const [name, sent] of sentOf(body, names)) base.set(name, sent);
    void write();
  });

  if (mine.length > 0 || unsaved().length > 0) await write();
  show(known.filter((kept) => kept.part !== part));
  return { isUnsaved: () => waiting.length > 0 || unsaved().length > 0 };

  function show(others: readonly Kept[]): void {
    const own = document.createElement('div');
    place.replaceChildren(
      own,
      ...others.map((kept) =>
        elsewhere(
          kept.title,
          Math.max(...kept.entries.map(({ at }) => at)),
          `?deel=${encodeURIComponent(kept.part)}#deel`,
        ),
      ),
    );
    if (waiting.length === 0) return;
    offer({
      place: own,
      form,
      entries: waiting,
      left(entries) {
        waiting = entries;
        void write();
      },
    });
  }
}
