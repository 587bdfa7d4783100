import { handleIn } from '#lib/format.ts';
import { attempt, type Refused } from '#lib/server/api.ts';
import { opinionIn } from '#lib/server/opinion.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const notFound = 'session.not_found';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const handle = handleIn(params.slug);
  if (!handle) error(404, notFound, { code: notFound });
  const done = await locals.api.knowledgeSessions.get.query({ handle });
  if (done.card.slug !== params.slug) redirect(301, `/kennissessies/${done.card.slug}`);
  if (done.registration) setHeaders({ 'cache-control': 'no-store' });
  const { host } = done.card;
  const follow =
    locals.me.acting && host.kind === 'municipality' && host.municipality.code !== locals.me.acting.key
      ? {
          key: host.municipality.code,
          name: host.municipality.name,
          ...(await locals.api.notifications.followed.query({
            kind: 'municipality',
            key: host.municipality.code,
          })),
        }
      : null;
  return { page: done, follow, did: url.searchParams.get('gedaan') };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');
/** One key of each round that was chosen. */
const choicesIn = (form: FormData): string[] =>
  [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('ronde-') && value !== '' ? [String(value)] : [],
  );

interface Typed {
  readonly name: string;
  readonly address: string;
  readonly answer: string;
  readonly choices: string[];
  readonly opinion: ReturnType<typeof opinionIn>;
}
const typedIn = (form: FormData): Typed => ({
  name: text(form, 'naam'),
  address: text(form, 'adres'),
  answer: text(form, 'antwoord'),
  choices: choicesIn(form),
  opinion: opinionIn(form),
});

/** Back to a page one can go back to; what was typed comes back with a refusal. */
function told(refused: Refused | null, path: string, did: string, form: FormData) {
  if (refused)
    return fail(refused.status, { code: refused.code, fields: [...refused.fields], typed: typedIn(form) });
  redirect(303, `${path}?gedaan=${did}`);
}

export const actions: Actions = {
  aanmelden: async ({ request, locals, url }) => {
    const form = await request.formData();
    const { answer, choices } = typedIn(form);
    const { done, refused } = await attempt(
      locals.api.knowledgeSessions.register.mutate({ session: text(form, 'sessie'), choices, answer }),
    );
    return told(refused, url.pathname, done?.outcome ?? '', form);
  },
  gast: async ({ request, locals, url }) => {
    const form = await request.formData();
    const session = text(form, 'sessie');
    const { name, address, answer, choices } = typedIn(form);
    const { refused } = await attempt(
      locals.api.knowledgeSessions.registerGuest.mutate({ session, name, address, answer, choices }),
    );
    return told(refused, url.pathname, 'gast', form);
  },
  afmelden: async ({ request, locals, url }) => {
    const form = await request.formData();
    const { refused } = await attempt(locals.api.knowledgeSessions.withdraw.mutate({ id: text(form, 'id') }));
    return told(refused, url.pathname, 'afgemeld', form);
  },
  aannemen: async ({ request, locals, url }) => {
    const form = await request.formData();
    const { refused } = await attempt(
      locals.api.knowledgeSessions.acceptSeat.mutate({ id: text(form, 'id'), part: text(form, 'deel') }),
    );
    return told(refused, url.pathname, 'seated', form);
  },
  mening: async ({ request, locals, url }) => {
    const form = await request.formData();
    const said = { id: text(form, 'id'), ...opinionIn(form) };
    const { refused } = await attempt(locals.api.knowledgeSessions.giveFeedback.mutate(said));
    return told(refused, url.pathname, 'mening', form);
  },
};
