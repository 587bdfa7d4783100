// One text field of a form with an editor in its place. The field itself stays what the form sends and keeps.
import { Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { element } from './element.ts';
import { showKeys } from './keys-dialog.ts';
import { askForLink } from './link-dialog.ts';
import { cleanPasted } from './paste.ts';
import { pluginsWith } from './plugins.ts';
import { schema } from './schema.ts';
import { canHold, read, write } from './text.ts';
import { makeToolbar, type Toolbar } from './toolbar.ts';

/** From here on it is told how many signs are left. */
const NEAR = 0.9;

/** The label of a field, with an id so that the editor can be named by it. */
function labelOf(field: HTMLTextAreaElement): HTMLLabelElement | null {
  const label = field.labels[0] ?? null;
  if (label && !label.id) label.id = `${field.id}-label`;
  return label;
}

/** Tells how much room is left, but only near the end of it. */
function makeCounter(max: number): { dom: HTMLElement; count(length: number): void } {
  const dom = element('p', { class: 'hint rich-count', role: 'status' });
  return {
    dom,
    count(length) {
      const left = max - length;
      const told =
        left < 0
          ? `${-left} tekens te veel. Maak de tekst korter, dan bewaren we hem weer.`
          : length >= max * NEAR
            ? `Nog ${left} tekens over.`
            : '';
      if (dom.textContent !== told) dom.textContent = told;
      dom.classList.toggle('warned', left < 0);
    },
  };
}

/** Puts the editor before the field and keeps both in step. Does nothing when the editor cannot hold the text. */
export function enhance(field: HTMLTextAreaElement): void {
  if (!canHold(field.value)) return;
  const id = field.id;
  const label = labelOf(field);
  const max = field.maxLength > 0 ? field.maxLength : Infinity;
  const counter = makeCounter(max);
  let writing = false;

  const attributes = (): Record<string, string> => {
    const copied = ['aria-describedby', 'aria-invalid'].flatMap((name) => {
      const value = field.getAttribute(name);
      return value === null ? [] : [[name, value]];
    });
    return {
      id,
      role: 'textbox',
      'aria-multiline': 'true',
      class: 'box rich-text prose',
      ...(label ? { 'aria-labelledby': label.id } : {}),
      ...(Object.fromEntries(copied) as Record<string, string>),
    };
  };

  const stateOf = (markdown: string): EditorState =>
    EditorState.create({
      doc: read(markdown),
      schema,
      plugins: pluginsWith(
        (_, dispatch, view) => {
          if (dispatch && view) askForLink(view);
          return true;
        },
        () => {
          toolbar.focus();
          return true;
        },
      ),
    });

  const toolbar: Toolbar = makeToolbar(() => view, label?.textContent.trim() ?? '', {
    ask: () => askForLink(view),
    asText: () => show('text'),
    help: () => showKeys(view),
  });
  const frame = element('div', { class: 'rich' }, [toolbar.dom]);
  frame.dataset['rows'] = String(field.rows);
  const back = element('button', { type: 'button', class: 'button as-link rich-back no-print' }, [
    'Bewerken met opmaak',
  ]);

  const view = new EditorView(frame, {
    state: stateOf(field.value),
    attributes,
    transformPastedHTML: cleanPasted,
    clipboardTextParser: (text) => Slice.maxOpen(read(text).content),
    handleDOMEvents: {
      // Held with Ctrl a link is followed, as anywhere else; in a tab of its own, so that the text stays.
      click(_, event) {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        if (link && (event.ctrlKey || event.metaKey)) window.open(link.href, '_blank', 'noopener');
        return false;
      },
    },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      toolbar.follow(view.state);
      if (!tr.docChanged) return;
      writing = true;
      field.value = write(view.state.doc);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      writing = false;
      counter.count(field.value.length);
    },
  });

  function show(which: 'editor' | 'text'): void {
    const asText = which === 'text';
    frame.hidden = asText;
    field.hidden = !asText;
    back.hidden = !asText;
    // Labels, error summaries and tests of what is missing point at whichever of the two is in use.
    if (asText) view.dom.removeAttribute('id');
    else field.removeAttribute('id');
    (asText ? field : view.dom).id = id;
    if (asText) field.focus();
  }

  field.addEventListener('input', () => {
    if (writing) return;
    counter.count(field.value.length);
    // Somebody else filled the field: text kept in the browser, or taken over from another version.
    if (field.hidden) view.updateState(stateOf(field.value));
  });
  back.addEventListener('click', () => {
    view.updateState(stateOf(field.value));
    show('editor');
    view.focus();
  });
  label?.addEventListener('click', () => !frame.hidden && view.focus());

  field.before(frame);
  field.after(back, counter.dom);
  toolbar.follow(view.state);
  counter.count(field.value.length);
  show('editor');
}
