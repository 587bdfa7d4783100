// What moderators, and whoever began it, do to a whole conversation.
import type { RequestEvent } from '@sveltejs/kit';
import { themesIn } from '#lib/communities.ts';
import { kindLabels } from '#lib/messages/communities.ts';
import { reasonIn, send } from './community-pages.ts';
import { readMany, readText } from './intervention-form.ts';

type Event = RequestEvent<{ slug: string; thread: string }>;

const arrangements = ['pin', 'unpin', 'close', 'open', 'remove'] as const;
type Arrangement = (typeof arrangements)[number];

const whatIn = (form: FormData): Arrangement =>
  arrangements.find((each) => each === readText(form, 'what')) ?? 'unpin';

export const threadTools = {
  regel: (event: Event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.arrangeThread.mutate({
          id: readText(form, 'id'),
          what: whatIn(form),
          reason: readText(form, 'reason').trim(),
        }),
      (_, form) =>
        whatIn(form) === 'remove'
          ? `/communities/${event.params.slug}?gedaan=geregeld`
          : `${event.url.pathname}?gedaan=geregeld`,
    ),
  verplaats: (event: Event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.moveThread.mutate({
          id: readText(form, 'id'),
          to: readText(form, 'to'),
          reason: readText(form, 'reason').trim(),
        }),
      ({ slug, community }) => `/communities/${community}/gesprekken/${slug}?gedaan=geregeld`,
    ),
  hernoem: (event: Event) =>
    send(
      event,
      (form) => {
        const kind = readText(form, 'kind');
        return event.locals.api.communities.renameThread.mutate({
          id: readText(form, 'id'),
          title: readText(form, 'title').trim(),
          kind: Object.hasOwn(kindLabels, kind) ? (kind as keyof typeof kindLabels) : 'question',
          personalDataReason: reasonIn(form),
        });
      },
      ({ slug }) => `/communities/${event.params.slug}/gesprekken/${slug}?gedaan=bewaard`,
    ),
  voorleggen: (event: Event) =>
    send(
      event,
      (form) =>
        event.locals.api.communities.offerQuestion.mutate({
          id: readText(form, 'id'),
          themes: themesIn(readMany(form, 'themes')),
        }),
      () => `${event.url.pathname}?gedaan=voorgelegd`,
    ),
};
