// Asks for the address of a link, in a dialog of the page: labelled, closed by Escape, and back where one was.
import { dialect, isAllowedAddress } from '@kansenplein/documents/markdown';
import type { EditorView } from 'prosemirror-view';
import { element } from './element.ts';
import { markType } from './schema.ts';

/** `www.voorbeeld.nl` and `post@voorbeeld.nl` as people type them; null for what is no address of the web or of mail. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)
      ? `mailto:${text}`
      : /^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(text)
        ? `https://${text}`
        : text;
  return isAllowedAddress(address) ? dialect.normalizeLink(address) : null;
}

/** The link the cursor is in, from end to end; otherwise what is selected. */
function rangeOf(view: EditorView): { from: number; to: number; href: string } {
  const { $from, from, to } = view.state.selection;
  const at = $from.parent.childAfter($from.parentOffset);
  const before = $from.parent.childBefore($from.parentOffset);
  for (const { node, offset } of [at, before]) {
    const mark = node && markType('link').isInSet(node.marks);
    if (node && mark) {
      const start = $from.start() + offset;
      return { from: start, to: start + node.nodeSize, href: mark.attrs['href'] as string };
    }
  }
  return { from, to, href: '' };
}

function place(view: EditorView, range: { from: number; to: number }, words: string, href: string): void {
  const { state } = view;
  const mark = markType('link').create({ href });
  const tr = state.tr;
  if (words !== state.doc.textBetween(range.from, range.to, ' ')) {
    const marks = state.doc.resolve(range.from).marks();
    tr.replaceWith(range.from, range.to, state.schema.text(words, markType('link').removeFromSet(marks)));
    tr.addMark(range.from, range.from + words.length, mark);
  } else {
    tr.removeMark(range.from, range.to, markType('link')).addMark(range.from, range.to, mark);
  }
  view.dispatch(tr.scrollIntoView());
}

/** Opens the dialog for the link at the cursor. */
export function askForLink(view: EditorView): void {
  const range = rangeOf(view);
  const words = element('input', { class: 'box', id: 'link-words', maxlength: '300' });
  const address = element('input', { class: 'box', id: 'link-address', maxlength: '2000', inputmode: 'url' });
  const trouble = element('p', { class: 'error', id: 'link-trouble', role: 'alert', hidden: '' }, [
    'Dit is geen adres van een website of een e-mailadres. Een link begint met https:// of met mailto:.',
  ]);
  words.value = view.state.doc.textBetween(range.from, range.to, ' ');
  address.value = range.href;
  const cancel = element('button', { class: 'button as-link', type: 'button' }, ['Annuleer']);
  const remove = element('button', { class: 'button quiet', type: 'button' }, ['Haal link weg']);
  const form = element('form', { method: 'dialog' }, [
    element('h2', { id: 'link-title' }, ['Link']),
    element('div', { class: 'field' }, [element('label', { for: 'link-words' }, ['Woorden']), words]),
    element('div', { class: 'field' }, [
      element('label', { for: 'link-address' }, ['Adres']),
      element('p', { class: 'hint', id: 'link-hint' }, ['Bijvoorbeeld: https://www.voorbeeld.nl']),
      trouble,
      address,
    ]),
    element('p', { class: 'buttons' }, [
      element('button', { class: 'button' }, ['Plaats link']),
      ...(range.href ? [remove] : []),
      cancel,
    ]),
  ]);
  address.setAttribute('aria-describedby', 'link-hint');
  const dialog = element('dialog', { class: 'rich-dialog', 'aria-labelledby': 'link-title' }, [form]);
  form.addEventListener('submit', (event) => {
    const href = addressFrom(address.value);
    trouble.hidden = href !== null;
    if (href === null) {
      event.preventDefault();
      address.setAttribute('aria-invalid', 'true');
      address.setAttribute('aria-describedby', 'link-hint link-trouble');
      address.focus();
      return;
    }
    place(view, range, words.value.trim() || address.value.trim(), href);
  });
  remove.addEventListener('click', () => {
    view.dispatch(view.state.tr.removeMark(range.from, range.to, markType('link')));
    dialog.close();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  (words.value === '' ? words : address).focus();
}
