// Texts of a paper that this platform wrote, as the fields of a draft take them.
import type { SourcedText } from '@kansenplein/documents';
import { plainText } from '../kernel/index.ts';

export const cut = (text: string, max: number) => text.slice(0, max);
export const line = (text: string, max: number) => cut(text.replace(/\s+/g, ' ').trim(), max);

/** Items that follow one another are one list; everything else is a paragraph of its own. */
export function joined(texts: readonly SourcedText[]): string {
  const isItem = (text: string | undefined) => /^(?:- |\d+\. )/.test(text ?? '');
  return texts
    .map(({ text }, at) => {
      const goesOn = isItem(text) && isItem(texts[at - 1]?.text);
      return `${at === 0 ? '' : goesOn ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

/** Plain text of a field that is no Markdown here; its paragraphs stay apart. */
export const plain = (markdown: string, max: number) =>
  cut(
    markdown
      .split(/\n{2,}/)
      .map(plainText)
      .join('\n\n'),
    max,
  );
