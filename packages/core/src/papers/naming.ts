// How paper names what has a page of its own or stands elsewhere: a list of titles with an address behind each.
import { plainMarkdown } from '@kansenplein/documents';
import { plainText } from '../kernel/index.ts';

/** Something as it is named on paper: its page has an address, a working copy has none. */
export interface Named {
  readonly title: string;
  readonly address: string | null;
}

const handleAt = (place: string) => {
  const page = new RegExp(`/(?:${place})/(?:[a-z0-9-]*-)?([a-z0-9]{10})(?:[/?#]|$)`);
  return ({ address }: Named): string[] => {
    const [, handle] = page.exec(address ?? '') ?? [];
    return handle ? [handle] : [];
  };
};

/** The handle of the page at which a named intervention stands, if it has an address of ours. */
export const handleOf = handleAt('interventies');
/** The same of a partner or a school. */
export const partyHandleOf = handleAt('organisaties|scholen');

export const lineOf = (text: string) => plainText(text).replace(/\s+/g, ' ').trim();

const linked = ({ title, address }: Named) => {
  const words = plainMarkdown(title).replaceAll('\n', ' ').replace(/[[\]]/g, '\\$&');
  if (address === null) return `- ${words}`;
  return words === '' ? `- <${address}>` : `- [${words}](<${address}>)`;
};

/** A list of links; what has no address is a title alone. */
export const listOfNamed = (all: readonly Named[]) => all.map(linked).join('\n');

/** The named things of one row: '[title](address)', an address or a title alone, an item each. */
export function namedIn(text: string): Named[] {
  return text.split('\n').flatMap((line): Named[] => {
    const item = line.replace(/^- /, '').trim();
    const [, words, address] = /^\[(.*)\]\(<?(\S+?)>?\)$/.exec(item) ?? [];
    const [, bare] = /^<?(https?:\/\/[^\s<>]+)>?$/.exec(item) ?? [];
    if (bare) return [{ title: '', address: bare }];
    const title = lineOf(words ?? item);
    return title === '' ? [] : [{ title, address: address ?? null }];
  });
}
