// How members name one another in a text: @ and the name in small letters, the same wherever it is made.

/** `@anna-de-vries`; what follows a letter or a dot is an address, not a name. */
const mention = /(?<![\p{L}\p{N}._%+-])@([a-z0-9]+(?:-[a-z0-9]+)*)/giu;

/** Enough for a committee; more is a flood. */
export const mostMentions = 10;

const wordOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'lid';

/** Of members in the order in which they joined: who has the same name as an earlier one gets a number behind it. */
export function nicknamesOf(
  members: readonly { readonly account: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const { account, name } of members) {
    const word = wordOf(name);
    let nickname = word;
    for (let count = 2; taken.has(nickname); count += 1) nickname = `${word}-${count}`;
    taken.set(nickname, account);
  }
  return taken;
}

/** Everything in a text that looks like naming somebody, each once. */
export const namedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(mention)].map(([, word = '']) => word.toLowerCase())),
];
