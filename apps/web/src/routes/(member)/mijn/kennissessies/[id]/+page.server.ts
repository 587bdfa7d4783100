import { attempt, type Client, type Refused } from '#lib/server/api.ts';
import { linksFrom, programmeFrom, withReportFrom } from '#lib/server/session-form.ts';
import type { FieldProblem, SessionContent } from '#lib/wire.ts';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const session = await locals.api.knowledgeSessions.workingSession.query({ id: params.id });
  const { municipalities } = await locals.api.municipalities.list.query();
  return {
    session,
    joined: municipalities.filter(({ joined }) => joined).map(({ code, name }) => ({ code, name })),
    did: url.searchParams.get('gedaan'),
  };
};

interface Typed {
  readonly content?: SessionContent;
  readonly links?: ReturnType<typeof linksFrom>;
  readonly reason?: string;
}
/** What was typed comes back with a refusal, so that nothing is lost. */
const wrong = (
  refused: Pick<Refused, 'code' | 'status' | 'fields'>,
  typed: Typed,
  revision: number | null = null,
) => fail(refused.status, { code: refused.code, fields: [...refused.fields], typed, revision });
const incomplete = (fields: FieldProblem[]) => ({ code: 'input.invalid', status: 400, fields });

type From = (api: Client, form: FormData, stored: SessionContent) => ReturnType<typeof programmeFrom>;

async function save({ request, locals, params }: RequestEvent, from: From, did: string) {
  const form = await request.formData();
  const { api } = locals;
  const stored = await attempt(api.knowledgeSessions.workingSession.query({ id: params.id }));
  if (stored.refused) return wrong(stored.refused, {});
  const { content, problems } = await from(api, form, stored.done.content);
  if (problems.length > 0) return wrong(incomplete(problems), { content });
  const revision = Number(form.get('revisie') ?? 0);
  const { refused } = await attempt(api.knowledgeSessions.save.mutate({ id: params.id, revision, content }));
  // Who saw what another made of it meanwhile may put the own text over it: the newest revision comes along.
  if (refused)
    return wrong(refused, { content }, refused.code === 'session.stale' ? stored.done.revision : null);
  redirect(303, `/mijn/kennissessies/${params.id}?gedaan=${did}`);
}

async function publish({ request, locals, params }: RequestEvent, report: boolean) {
  const form = await request.formData();
  const reason = String(form.get('reden') ?? '').trim();
  const { refused } = await attempt(
    locals.api.knowledgeSessions.publish.mutate({
      id: params.id,
      revision: Number(form.get('revisie') ?? 0),
      note: String(form.get('toelichting') ?? ''),
      personalDataReason: reason || null,
      report,
    }),
  );
  if (refused) return wrong(refused, { reason });
  redirect(303, `/mijn/kennissessies/${params.id}?gedaan=${report ? 'verslag' : 'gepubliceerd'}`);
}

export const actions: Actions = {
  bewaren: (event) => save(event, programmeFrom, 'bewaard'),
  verslag: (event) => save(event, withReportFrom, 'bewaard'),
  publiceren: (event) => publish(event, false),
  uitbrengen: (event) => publish(event, true),
  links: async ({ request, locals, params }) => {
    const links = linksFrom(await request.formData());
    const { refused } = await attempt(
      locals.api.knowledgeSessions.saveLinks.mutate({ id: params.id, links }),
    );
    if (refused) return wrong(refused, { links });
    redirect(303, `/mijn/kennissessies/${params.id}?gedaan=links`);
  },
  zetten: async ({ request, locals, params }) => {
    const to = (await request.formData()).get('naar') === 'open' ? 'open' : 'planned';
    const { refused } = await attempt(locals.api.knowledgeSessions.move.mutate({ id: params.id, to }));
    if (refused) return wrong(refused, {});
    redirect(303, `/mijn/kennissessies/${params.id}?gedaan=${to}`);
  },
  afzeggen: async ({ request, locals, params }) => {
    const reason = String((await request.formData()).get('reden') ?? '');
    const { refused } = await attempt(locals.api.knowledgeSessions.cancel.mutate({ id: params.id, reason }));
    if (refused) return wrong(refused, { reason });
    redirect(303, `/mijn/kennissessies/${params.id}?gedaan=afgezegd`);
  },
  weggooien: async ({ locals, params }) => {
    const { refused } = await attempt(locals.api.knowledgeSessions.discard.mutate({ id: params.id }));
    if (refused) return wrong(refused, {});
    redirect(303, '/mijn/kennissessies?gedaan=weg');
  },
};
