// What was found on this device that is not saved: put it back, look at both, or throw it away. Nothing is overwritten:
// a field that was changed meanwhile is chosen by a person.
import { element } from '../rich/element.ts';
import { fill, shownOf, valuesOf } from './controls.ts';
import { standingOf, type Entry } from './entries.ts';

const clock = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long' });

/** '14.32', or '21 november, 14.32' when that was not today. */
export function momentOf(at: number, now = new Date()): string {
  const then = new Date(at);
  const time = clock.format(then).replace(':', '.');
  return then.toDateString() === now.toDateString() ? time : `${date.format(then)}, ${time}`;
}

interface Offering {
  readonly place: HTMLElement;
  readonly form: HTMLFormElement;
  /** What waits; in the order of the page. */
  readonly entries: readonly Entry[];
  /** Called with what is still waiting, whenever that changed. */
  readonly left: (waiting: readonly Entry[]) => void;
}

const button = (text: string, kind: string, press: () => void): HTMLButtonElement => {
  const made = element('button', { type: 'button', class: `button ${kind}` }, [text]);
  made.addEventListener('click', press);
  return made;
};

/** Shows the offer in its place. */
export function offer({ place, form, entries, left }: Offering): void {
  let waiting: readonly Entry[] = entries;
  let both = false;
  let said = '';
  const standing = (entry: Entry) => standingOf(entry, valuesOf(form), waiting);
  const settle = (entry: Entry) => {
    waiting = waiting.filter((each) => each !== entry);
  };

  function change(what: string, focus = true): void {
    left(waiting);
    said = what;
    draw();
    if (focus) (place.querySelector('h2, p[tabindex]') as HTMLElement | null)?.focus();
  }

  function putBack(): void {
    const free = waiting.filter((entry) => standing(entry) === 'free');
    for (const entry of free) {
      settle(entry);
      fill(form, entry.name, entry.kept);
    }
    both = waiting.length > 0;
    const told = free.length > 0 ? `Teruggezet: ${free.map(({ label }) => label).join(', ')}.` : '';
    const choose = both ? ' Wat hieronder staat, is intussen ook veranderd: kies per veld.' : '';
    change(`${told}${choose}`.trim());
  }

  function throwAway(): void {
    const gone = waiting;
    waiting = [];
    left(waiting);
    place.replaceChildren(
      element('div', { class: 'notice info kept' }, [
        element('p', { tabindex: '-1' }, ['De tekst van dit apparaat is weggegooid.']),
        element('p', { class: 'buttons' }, [
          button('Toch niet', 'quiet small', () => {
            waiting = gone;
            change('');
          }),
        ]),
      ]),
    );
    place.querySelector('p')?.focus();
  }

  function fieldOf(entry: Entry): HTMLElement {
    const how = standing(entry);
    const current = valuesOf(form).get(entry.name) ?? [];
    const column = (head: string, text: string) =>
      element('div', {}, [element('h4', {}, [head]), element('p', { class: 'kept-text' }, [text])]);
    const texts = [column(`Op dit apparaat, ${momentOf(entry.at)}`, shownOf(form, entry.name, entry.kept))];
    if (how !== 'gone') texts.push(column('Nu in het veld', shownOf(form, entry.name, current)));
    const named = (text: string) => {
      const made = button(text, 'quiet small', () => undefined);
      made.append(element('span', { class: 'unseen' }, [`: ${entry.label}`]));
      return made;
    };
    const take = named('Neem de tekst van dit apparaat');
    take.addEventListener('click', () => {
      settle(entry);
      fill(form, entry.name, entry.kept);
      change(`${entry.label}: de tekst van dit apparaat staat in het veld.`);
    });
    const leave = named(how === 'gone' ? 'Gooi weg' : 'Laat wat er nu staat');
    leave.addEventListener('click', () => {
      settle(entry);
      change(`${entry.label}: er is niets veranderd.`);
    });
    return element('section', { class: 'kept-field' }, [
      element('h3', {}, [entry.label]),
      ...(how === 'gone'
        ? [
            element('p', { class: 'hint' }, [
              'Dit onderdeel is er niet meer. Neem over wat u nog wilt gebruiken.',
            ]),
          ]
        : []),
      element('div', { class: 'kept-texts' }, texts),
      element('p', { class: 'buttons' }, how === 'gone' ? [leave] : [take, leave]),
    ]);
  }

  function draw(): void {
    if (waiting.length === 0) {
      place.replaceChildren(
        ...(said === ''
          ? []
          : [element('div', { class: 'notice ok kept' }, [element('p', { tabindex: '-1' }, [said])])]),
      );
      return;
    }
    const newest = Math.max(...waiting.map(({ at }) => at));
    const labels = [...new Set(waiting.map(({ label }) => label))].join(', ');
    const title = `Er staat nog tekst van ${momentOf(newest)} op dit apparaat die niet bewaard is`;
    const isFree = waiting.some((entry) => standing(entry) === 'free');
    place.replaceChildren(
      element('section', { class: 'notice warning kept' }, [
        element('h2', { tabindex: '-1' }, [title]),
        element('p', {}, [said === '' ? `Bij: ${labels}.` : said]),
        element('p', { class: 'buttons' }, [
          ...(isFree ? [button('Zet terug', 'small', putBack)] : []),
          button(both ? 'Verberg de teksten' : 'Bekijk beide', 'quiet small', () => {
            both = !both;
            change(said, false);
            place.querySelector<HTMLElement>(both ? '.kept-field button' : '.buttons button')?.focus();
          }),
          button('Gooi weg', 'quiet small', throwAway),
        ]),
        ...(both ? waiting.map(fieldOf) : []),
      ]),
    );
  }

  draw();
}

/** Where else on this device text waits that belongs to the same document. */
export const elsewhere = (title: string, at: number, href: string): HTMLElement =>
  element('p', { class: 'kept-elsewhere' }, [
    `Er staat ook tekst van ${momentOf(at)} die niet bewaard is in `,
    element('a', { href }, [title]),
    '.',
  ]);
