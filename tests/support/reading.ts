// Documents that were brought in and read, for whoever looks them over.
import { readNextImport } from '@kansenplein/core';
import { readFile } from 'node:fs/promises';
import type { Alliance, PersonName } from './alliance.ts';
import type { Client } from './platform.ts';

export const demoDocuments = {
  brunssum: new URL('../../apps/api/demo/brunssum.txt', import.meta.url),
  middenGroningen: new URL('../../apps/api/demo/midden-groningen.txt', import.meta.url),
};

export type Review = Awaited<ReturnType<Client['imports']['review']['query']>>;
export type ReviewItem = Review['items'][number];
export type Decide = Parameters<Client['imports']['decide']['mutate']>[0];

/** Brings a text in and waits until it has been read; the id of the import. */
export async function readIn(alliance: Alliance, text: string, by: PersonName = 'editor'): Promise<string> {
  const editor = await alliance.as(by);
  const { id } = await editor.imports.start.mutate({ fileName: 'agenda.txt', text });
  while (await readNextImport(alliance.database, alliance.files));
  return id;
}

export const textOf = (name: keyof typeof demoDocuments) => readFile(demoDocuments[name], 'utf8');

export const itemOf = (review: Review, key: string): ReviewItem => {
  const found = review.items.find((item) => item.key === key);
  if (!found) throw new Error(`no item ${key} among ${review.items.map((item) => item.key).join(' ')}`);
  return found;
};
