// Papers over HTTP, as people download them, and a document that is brought in as they do.
import { readNextImport } from '@kansenplein/core';
import type { Alliance, PersonName } from './alliance.ts';
import { storedFile } from './files.ts';
import type { Platform } from './platform.ts';
import type { Answer } from './wire.ts';

export type Form = 'docx' | 'pdf';

export interface Paper extends Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The name under which a browser saves it. */
  readonly name: string | null;
}

/** `path` is that of the page, such as `/interventies/…`. */
export async function fetchPaper(
  { origin }: Pick<Platform, 'origin'>,
  secret: string | null,
  path: string,
  headers: Record<string, string> = {},
): Promise<Paper> {
  const response = await fetch(`${origin}/papier${path}`, {
    headers: { ...(secret === null ? {} : { cookie: `kansenplein=${secret}` }), ...headers },
    redirect: 'manual',
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const [, name] = /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const body = new TextDecoder().decode(bytes);
  return { status: response.status, headers: [...response.headers].sort(), body, bytes, name: name ?? null };
}

/** Downloads a paper and brings it in through the pages' own way. */
export async function broughtIn(alliance: Alliance, person: PersonName, path: string) {
  const secret = await alliance.secretOf(person);
  const paper = await fetchPaper(alliance, secret, path);
  if (paper.status !== 200 || paper.name === null) throw new Error(`no paper at ${path}: ${paper.body}`);
  const editor = await alliance.as(person);
  const file = await storedFile(alliance, secret, paper.bytes, { name: paper.name });
  const { id } = await editor.imports.start.mutate({ file });
  while (await readNextImport(alliance.database, alliance.files));
  const found = await editor.imports.get.query({ id });
  if (found.state !== 'read') throw new Error(`not read: ${JSON.stringify(found.failure)}`);
  return { id, paper, found };
}

/** The same, and makes drafts of it. */
export async function broughtBack(alliance: Alliance, person: PersonName, path: string) {
  const brought = await broughtIn(alliance, person, path);
  const editor = await alliance.as(person);
  return { ...brought, made: await editor.imports.makeDrafts.mutate({ id: brought.id }) };
}
