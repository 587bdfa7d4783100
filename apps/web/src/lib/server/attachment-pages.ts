// What the pages of attachments load and do, the same for everything that has them. A file is received first and attached
// then: what is refused about it can be explained without choosing it again.
import type { AttachmentFailure } from '#lib/attachment-failure.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { attempt, uploadFile, type Client, type Refused } from './api.ts';
import { entriesOf, readText } from './intervention-form.ts';
import { readLogin } from './login-cookie.ts';

type Noun = 'interventions' | 'agendas';
type Event = RequestEvent<{ id: string }>;

interface Typed {
  readonly title: string;
  readonly alternative: string;
  readonly reason: string;
}

const typedIn = (form: FormData): Typed => ({
  title: readText(form, 'title').trim(),
  alternative: readText(form, 'alternative').trim(),
  reason: readText(form, 'reason').trim(),
});

const textsOf = ({ title, alternative, reason }: Typed) => ({
  title,
  alternative,
  personalDataReason: reason || null,
});

const failed = (refused: Refused, form: FormData, more: Partial<AttachmentFailure> = {}) =>
  fail(refused.status, {
    code: refused.code,
    fields: refused.fields.map(({ field, code }) => ({ field, code })),
    attachment: null,
    ...typedIn(form),
    file: '',
    fileName: '',
    entries: entriesOf(form),
    ...more,
  } satisfies AttachmentFailure);

export async function loadAttachments(
  api: Client,
  noun: Noun,
  event: { params: { id: string }; request: Request; url: URL },
) {
  const { id } = event.params;
  const { done, refused } = await attempt(api[noun].draftAttachments.query({ id }));
  // A form sent after the login ran out: the page hands its text back instead of an error.
  if (refused && !(refused.status === 401 && event.request.method === 'POST'))
    error(refused.status, refused.code, { code: refused.code });
  const copy = done && (await api[noun].workingCopy.query({ id }));
  return {
    list: done,
    about: copy && { title: copy.content.title, mayEdit: copy.can.edit },
    did: event.url.searchParams.get('gedaan'),
  };
}

const back = (event: Event, did: string): never => redirect(303, `${event.url.pathname}?gedaan=${did}`);

/** A file that came along with the form, or one that was received before; null when there is neither. */
async function receivedFile(event: Event, form: FormData) {
  const chosen = form.get('bestand');
  if (chosen instanceof File && chosen.size > 0) {
    const asker = { ...readLogin(event.cookies), origin: event.getClientAddress() };
    const { done, refused } = await uploadFile(asker, chosen, 'attachment');
    return { file: done?.id ?? '', fileName: chosen.name, refused };
  }
  return { file: readText(form, 'file'), fileName: readText(form, 'fileName'), refused: null };
}

/** What the wall of the input refuses, in the words of this form. */
function missing(typed: Typed, file: string): Refused | null {
  if (file === '')
    return { code: 'attachment.no_file', status: 400, fields: [{ field: 'bestand', code: 'empty' }] };
  if (typed.title === '')
    return { code: 'input.invalid', status: 400, fields: [{ field: 'title', code: 'empty' }] };
  return null;
}

async function adding(event: Event, noun: Noun) {
  const form = await event.request.formData();
  const { file, fileName, refused } = await receivedFile(event, form);
  if (refused) return failed(refused, form);
  const typed = typedIn(form);
  const received = { file, fileName };
  const wrong = missing(typed, file);
  if (wrong) return failed(wrong, form, received);
  const input = { id: event.params.id, file, ...textsOf(typed) };
  const attached = await attempt(event.locals.api[noun].attach.mutate(input));
  return attached.refused ? failed(attached.refused, form, received) : back(event, 'toegevoegd');
}

async function changing(
  event: Event,
  did: string,
  how: (form: FormData, attachment: string) => Promise<unknown>,
) {
  const form = await event.request.formData();
  const attachment = readText(form, 'attachment');
  const { refused } = await attempt(how(form, attachment));
  return refused ? failed(refused, form, { attachment }) : back(event, did);
}

/** The actions of such a page. */
export const attachmentActions = (noun: Noun) => ({
  toevoegen: (event: Event) => adding(event, noun),
  wijzigen: (event: Event) =>
    changing(event, 'gewijzigd', (form, attachment) =>
      event.locals.api[noun].changeAttachment.mutate({
        id: event.params.id,
        attachment,
        ...textsOf(typedIn(form)),
      }),
    ),
  verplaatsen: (event: Event) =>
    changing(event, 'verplaatst', (form, attachment) =>
      event.locals.api[noun].moveAttachment.mutate({
        id: event.params.id,
        attachment,
        to: readText(form, 'to') === 'up' ? 'up' : 'down',
      }),
    ),
  weghalen: (event: Event) =>
    changing(event, 'weg', (_form, attachment) =>
      event.locals.api[noun].detach.mutate({ id: event.params.id, attachment }),
    ),
});
