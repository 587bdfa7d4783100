// The buttons above the editor: an ARIA toolbar, one stop for Tab, arrows inside it.
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { actions, isMarked, type Action } from './commands.ts';
import { drawing, element } from './element.ts';

/** Strokes of each drawing; letters where a letter says it better. */
const drawings: Readonly<Record<string, string>> = {
  bullets: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  numbers: 'M8 5h9M8 10h9M8 15h9M3 3.5h1V7M3 11.5c.6-1 2-.7 1.7.3L3 14.5h2',
  deeper: 'M3 4h14M9 8h8M9 12h8M3 16h14M3 8l3 2-3 2',
  shallower: 'M3 4h14M9 8h8M9 12h8M3 16h14M6 8l-3 2 3 2',
  link: 'M8.5 11.5a3 3 0 0 0 4.5.3l2.5-2.5a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.5-.3L4.5 10.7a3 3 0 0 0 4.3 4.3l1-1',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12',
  undo: 'M7 4L3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.500 3.500L13 11M16 7.500H8.500a4.500 4.500 0 0 0 0 9H12',
};
const letters: Readonly<Record<string, string>> = { strong: 'B', em: 'I', heading: 'H', subheading: 'h' };

interface Item extends Action {
  readonly button: HTMLButtonElement;
}

export interface Toolbar {
  readonly dom: HTMLElement;
  /** Brings the buttons in step with what is selected. */
  follow(state: EditorState): void;
  focus(): void;
}

function buttonFor({ name, label, keys }: Action): HTMLButtonElement {
  const path = drawings[name];
  const letter = letters[name];
  const face = path ? drawing(path) : (letter ?? label);
  const told = keys ? `${label} (${keys.told})` : label;
  const button = element(
    'button',
    { type: 'button', class: `rich-button ${name}`, title: told, tabindex: '-1' },
    [face],
  );
  if (path || letter) button.setAttribute('aria-label', label);
  if (keys) button.setAttribute('aria-keyshortcuts', keys.told.replace('Ctrl', 'Control'));
  return button;
}

interface Doors {
  readonly ask: () => void;
  readonly asText: () => void;
  readonly help: () => void;
}

/** The actions that are no commands on the text. */
function otherActions({ ask, asText, help }: Doors): { link: Action; rest: Action[] } {
  const run = (door: () => void) => () => {
    door();
    return true;
  };
  return {
    link: {
      name: 'link',
      label: 'Link',
      keys: { told: 'Ctrl+K', bound: 'Mod-k' },
      run: (_, dispatch) => !dispatch || run(ask)(),
      isOn: (state) => isMarked(state, 'link'),
    },
    rest: [
      { name: 'help', label: 'Sneltoetsen', run: (_, dispatch) => !dispatch || run(help)() },
      { name: 'asText', label: 'Als tekst bewerken', run: (_, dispatch) => !dispatch || run(asText)() },
    ],
  };
}

/** @param label what the field is called, so that ten toolbars on a page are told apart */
export function makeToolbar(view: () => EditorView, label: string, doors: Doors): Toolbar {
  const { link, rest } = otherActions(doors);
  const linkAt = actions.findIndex(({ name }) => name === 'table');
  const items: Item[] = [...actions.slice(0, linkAt), link, ...actions.slice(linkAt), ...rest].map(
    (action) => ({
      ...action,
      button: buttonFor(action),
    }),
  );
  const dom = element(
    'div',
    { class: 'rich-toolbar no-print', role: 'toolbar', 'aria-label': `Opmaak van ${label}` },
    items.map(({ button }) => button),
  );
  let current = items[0]?.button;
  const usable = (): HTMLButtonElement[] => items.map(({ button }) => button).filter(({ hidden }) => !hidden);
  const stand = (button: HTMLButtonElement | undefined): void => {
    if (!button) return;
    current?.setAttribute('tabindex', '-1');
    button.setAttribute('tabindex', '0');
    current = button;
  };
  stand(current);

  for (const { button, run, name } of items) {
    // The selection stays where it is while a button is pressed with the mouse.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      stand(button);
      run(view().state, view().dispatch, view());
      if (!['link', 'help', 'asText'].includes(name)) view().focus();
    });
  }
  dom.addEventListener('keydown', (event) => {
    const all = usable();
    const at = all.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') view().focus();
    else if (to === undefined) return;
    else {
      stand(all.at(to % all.length));
      current?.focus();
    }
    event.preventDefault();
  });

  return {
    dom,
    focus: () => current?.focus(),
    follow(state) {
      for (const { button, run, isOn, isShown } of items) {
        button.hidden = isShown ? !isShown(state) : false;
        if (isOn) button.setAttribute('aria-pressed', String(isOn(state)));
        // Stays in reach of the arrows, so that the row of buttons does not change under somebody's fingers.
        button.setAttribute('aria-disabled', String(!run(state)));
      }
      if (current?.hidden) stand(usable()[0]);
    },
  };
}
