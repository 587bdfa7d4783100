// The public pages of organisations and of schools: two shelves of one kind of thing, with one way of reading them.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { handleIn } from '#lib/format.ts';
import { organisationHref, shelfOf, shelves, type Shelf } from '#lib/organisations.ts';

const notFound = 'organisation.not_found';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One page of the list, with where it goes on. */
export async function loadShelf({ locals, url }: RequestEvent, shelf: Shelf) {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const [name, id] = [url.searchParams.get('na') ?? '', url.searchParams.get('id') ?? ''];
  const after = name !== '' && name.length <= 200 && uuid.test(id) ? { name, id } : null;
  const { organisations, total, next } = await locals.api.organisations.list.query({
    text,
    group: shelf,
    after,
  });
  const { path } = shelves[shelf];
  const kept: Record<string, string> = text === '' ? {} : { q: text };
  return {
    shelf,
    text,
    organisations,
    total,
    next: next && `${path}?${new URLSearchParams({ ...kept, na: next.name, id: next.id })}`,
    start: after ? `${path}?${new URLSearchParams(kept)}` : null,
  };
}

/** One organisation with the pages that name it. An old name, a double and the other shelf lead to its own address. */
export async function loadOrganisation({ locals, url }: RequestEvent, slug: string) {
  const handle = handleIn(slug);
  if (!handle) error(404, notFound, { code: notFound });
  const { api } = locals;
  const page = await api.organisations.get.query({ handle });
  // Not for ever: what was merged can come apart again.
  if (page.state === 'merged') redirect(302, organisationHref(page));
  const own = organisationHref(page.organisation);
  if (url.pathname !== own) redirect(url.pathname.split('/')[1] === own.split('/')[1] ? 301 : 302, own);
  const [named, agendas] = await Promise.all([
    api.interventions.ofOrganisation.query({ handle }),
    api.agendas.ofOrganisation.query({ handle }),
  ]);
  return { page, named, agendas, shelf: shelfOf(page.organisation.kind) };
}
