// What the pages of versions load, the same for everything that has versions.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { handleIn } from '../format.ts';
import { attempt, type Client } from './api.ts';
import { readText, revisionFrom } from './intervention-form.ts';

type Room = Client['interventions'] | Client['agendas'];

const missing = (): never => error(404, 'version.not_found', { code: 'version.not_found' });

/** A number as it stands in an address; anything else is the address of nothing. */
export function numberIn(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : missing();
}

export const handleOf = (slug: string): string => handleIn(slug) ?? missing();

/** The words in an address may be old; only the handle counts. */
export function leadToSlug(url: URL, slug: string, now: string): void {
  if (slug !== now) redirect(301, url.pathname.replace(`/${slug}/`, `/${now}/`) + url.search);
}

export const loadVersions = (room: Room, slug: string) => room.versions.query({ handle: handleOf(slug) });

/** `?van=1&tot=3`; what is left out are the newest two. */
export async function loadComparison(room: Room, slug: string, url: URL) {
  const handle = handleOf(slug);
  const { versions } = await room.versions.query({ handle });
  const chosen = (name: 'van' | 'tot', otherwise: number) =>
    numberIn(url.searchParams.get(name) ?? String(otherwise));
  const newest = versions[0]?.number ?? 1;
  const from = chosen('van', versions[1]?.number ?? newest);
  const compared = await room.compareVersions.query({ handle, from, to: chosen('tot', newest) });
  return { compared, versions, all: url.searchParams.get('alles') === 'ja' };
}

/** `?van=2` is a version, `?bewaard=…` a text that was replaced; neither is the newest version. */
function earlierIn(url: URL) {
  const [version, kept] = [url.searchParams.get('van'), url.searchParams.get('bewaard')];
  if (version !== null) return { version: numberIn(version) };
  if (kept === null) return null;
  return { kept: /^[0-9a-f-]{36}$/.test(kept) ? kept : missing() };
}

export async function loadWorkingComparison(room: Room, id: string, url: URL) {
  const compared = await room.compareWorkingCopy.query({ id, with: earlierIn(url) });
  return { compared, all: url.searchParams.get('alles') === 'ja' };
}

/** Puts the text that is compared with in the place of the working copy. */
export async function restoring(room: Room, event: RequestEvent<{ id: string }>) {
  const form = await event.request.formData();
  const { id } = event.params;
  const from = earlierIn(event.url);
  if (from === null) return fail(404, { code: 'version.not_found' });
  const input = { id, revision: revisionFrom(form), from, replace: readText(form, 'replace') === 'ja' };
  const { refused } = await attempt(room.restore.mutate(input));
  if (refused) return fail(refused.status, { code: refused.code });
  redirect(303, `${event.url.pathname.replace(/\/vergelijken$/, '')}?gedaan=teruggezet`);
}
