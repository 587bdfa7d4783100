// Saving while somebody writes: the same form, answered with the new revision instead of a page.
import { errorSentence } from '#lib/messages/errors.ts';
import { fieldLabel } from '#lib/messages/fields.ts';
import { attempt } from '#lib/server/api.ts';
import { contentFrom, fieldsOf, revisionFrom } from '#lib/server/intervention-form.ts';
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
  const { done, refused } = await attempt(
    locals.api.interventions.save.mutate({
      id: params.id,
      revision: revisionFrom(form),
      content: contentFrom(form),
    }),
  );
  if (done) return Response.json({ revision: done.revision, time: clock.format(new Date(done.savedAt)) });
  const wrong = fieldsOf(refused.fields).map(({ field }) => fieldLabel(field));
  const sentence =
    wrong.length > 0
      ? `Nog niet bewaard. Kijk na: ${wrong.join(', ')}.`
      : errorSentence(refused.code, refused.status).title;
  return Response.json({ code: refused.code, sentence }, { status: refused.status });
};
