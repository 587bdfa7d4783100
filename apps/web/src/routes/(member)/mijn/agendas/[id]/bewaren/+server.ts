// Saving while somebody writes: the same form, answered with the new revision instead of a page.
import { errorSentence, fieldSentence } from '#lib/messages/errors.ts';
import { agendaFrom, unreadable } from '#lib/server/agenda-form.ts';
import { attempt } from '#lib/server/api.ts';
import { revisionFrom } from '#lib/server/intervention-form.ts';
import { otherWriter } from '#lib/server/writer.ts';
import type { RequestHandler } from './$types';

const clock = new Intl.DateTimeFormat('nl-NL', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

export const POST: RequestHandler = async ({ request, locals, params }) => {
  const form = await request.formData();
  const other = otherWriter(form, locals.me);
  if (other) return Response.json({ code: other.code }, { status: other.status });
  const revision = revisionFrom(form);
  const [problem] = unreadable(form);
  if (problem) {
    const sentence = `Nog niet bewaard. ${fieldSentence(problem.code)}`;
    return Response.json({ code: 'input.invalid', sentence }, { status: 400 });
  }
  const stored = await attempt(locals.api.agendas.workingCopy.query({ id: params.id }));
  const saved = stored.refused
    ? stored
    : await attempt(
        locals.api.agendas.save.mutate({
          id: params.id,
          revision,
          content: agendaFrom(form, stored.done.content),
        }),
      );
  if (saved.refused) {
    const { code, status } = saved.refused;
    return Response.json({ code, sentence: errorSentence(code, status).title }, { status });
  }
  if (!('savedAt' in saved.done)) return Response.json({ code: 'internal' }, { status: 500 });
  return Response.json({ revision: saved.done.revision, time: clock.format(new Date(saved.done.savedAt)) });
};
