// Of what a page is built, so that what is built of the same elements is looked at once.
import type { Member } from './stage.ts';
import { addressOf, stage } from './visit.ts';

/** Of what the content of a page is built: its elements with their classes and kinds, without words and names. */
export async function buildOf(path: string, as?: Member): Promise<string> {
  const cookie = as && { cookie: `kansenplein=${stage.secrets[as]}` };
  const html = await (await fetch(addressOf(path), { headers: { accept: 'text/html', ...cookie } })).text();
  const [content = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  return [...content.matchAll(/<[^>]+>/g)]
    .map(([tag]) => tag.replace(/ (?!class|type|role|aria-\w+=)([\w-]+)="[^"]*"/g, ' $1'))
    .join('');
}
