// What the pages of communities load and send. What was typed comes back with every refusal, also when the login ran out.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { themesIn } from '#lib/communities.ts';
import { handleIn } from '#lib/format.ts';
import { joiningLabels } from '#lib/messages/communities.ts';
import { attempt, type Refused } from './api.ts';
import { entriesOf, fieldsOf, readMany, readText } from './intervention-form.ts';
import { otherWriter } from './writer.ts';

export interface CommunityFailure {
  readonly code: string;
  readonly fields: { field: string; code: string }[];
  /** Which form of the page was sent: the id of what it is about, or empty. */
  readonly about: string;
  readonly entries: { name: string; value: string }[];
}

export const failed = (refused: Refused, form: FormData) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(refused.fields),
    about: readText(form, 'id'),
    entries: entriesOf(form),
  } satisfies CommunityFailure);

/** The handle of an address, or the page that does not exist. */
export function handleOf(slug: string, noun: 'community' | 'thread'): string {
  const handle = handleIn(slug);
  const code = `${noun}.not_found`;
  if (!handle) error(404, code, { code });
  return handle;
}

/** A page that is not for who asks, is a page that does not exist; a form that is sent is answered by its action. */
export function absentUnless(isFor: boolean, { request }: RequestEvent): void {
  const code = 'community.not_found';
  if (!isFor && request.method === 'GET') error(404, code, { code });
}

/** Whoever is not signed in is led to where one signs in, and back; a form that was sent is answered. */
export function demandLogin({ locals, url, request }: RequestEvent): void {
  if (!locals.me.account && request.method === 'GET')
    redirect(303, `/inloggen?terug=${encodeURIComponent(url.pathname + url.search)}`);
}

/**
 * Sends one form: a refusal comes back with what was typed, anything else leads to `to`. A form says who wrote it, so
 * that nobody places the words of somebody else who used the same computer.
 */
export async function send<T>(
  { request, locals }: RequestEvent,
  work: (form: FormData) => Promise<T>,
  to: (done: T, form: FormData) => string,
) {
  const form = await request.formData();
  const other = otherWriter(form, locals.me);
  if (other) return failed(other, form);
  const { done, refused } = await attempt(work(form));
  if (refused) return failed(refused, form);
  redirect(303, to(done, form));
}

/** What the form of a community says. */
export const communityFrom = (form: FormData) => {
  const joining = readText(form, 'joining');
  return {
    name: readText(form, 'name').trim(),
    purpose: readText(form, 'purpose'),
    guidelines: readText(form, 'guidelines'),
    themes: themesIn(readMany(form, 'themes')),
    joining: Object.hasOwn(joiningLabels, joining)
      ? (joining as keyof typeof joiningLabels)
      : ('open' as const),
    personalDataReason: reasonIn(form),
  };
};

export const reasonIn = (form: FormData): string | null =>
  readText(form, 'personalDataReason').trim() || null;

/** Addresses of pages, one on each line. */
export const linksIn = (form: FormData): string[] =>
  readText(form, 'links')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
