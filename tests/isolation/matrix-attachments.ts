// The matrix of attachments: those of a page as the page is seen, those of a draft by its insiders, changed by its editors.
import { randomUUID } from 'node:crypto';
import { agreed, stated, type Alliance, type PersonName } from '../support/alliance.ts';
import { broughtBy, wordFile, type Noun } from '../support/attaching.ts';
import { asSuperuser } from '../support/sql.ts';
import { handleOf, makeAgenda, makeIntervention, publishAgain } from '../support/writing.ts';
import {
  agendaKinds,
  deskOf,
  editors,
  interventionKinds,
  nowhere,
  readers,
  seesPage,
  seesWorkingCopy,
  type Actor,
  type Case,
  type Entry,
  type For,
  type Kind,
  type Table,
} from './matrix-world.ts';

export interface Attached {
  readonly id: string;
  readonly handle: string;
  readonly attachment: string;
  readonly file: string;
}

const patterns = new WeakMap<Alliance, Promise<string>>();

/**
 * A loose file of this person, brought to be attached: the first is brought as people do, the others are rows like it, so
 * that a hundred of them cost no hundred readings.
 */
export async function looseFileOf(alliance: Alliance, person: PersonName): Promise<string> {
  const pattern = patterns.get(alliance) ?? broughtBy(alliance, 'editor', wordFile('Een bijlage.'));
  patterns.set(alliance, pattern);
  const account = (await (await alliance.as(person)).accounts.me.query()).account?.id;
  const [scopes] = await asSuperuser<{ audience: number }>(
    alliance.urls.superuserUrl,
    `select wall.audience_of(array['account:' || $1::text]) as audience`,
    [account],
  );
  const id = randomUUID();
  const changed = {
    id,
    key: (randomUUID() + randomUUID()).replaceAll('-', ''),
    uploaded_by: account,
    visible_to: [`account:${account}`],
    writable_by: [`account:${account}`],
    audience: scopes?.audience,
    held_by: null,
    attached: false,
  };
  await asSuperuser(
    alliance.urls.superuserUrl,
    `insert into file select (jsonb_populate_record(f, $2::jsonb)).* from file f where id = $1`,
    [await pattern, JSON.stringify(changed)],
    { withoutTriggers: true },
  );
  return id;
}

/** A page of this kind that was published with an attachment, or a draft that has one. */
export async function makeAttached(alliance: Alliance, noun: Noun, each: Kind): Promise<Attached> {
  const desk = deskOf(each);
  const { visibility } = each;
  const parts = [{ municipality: agreed, agreedBy: 'agreedPublisher' as const }, { municipality: stated }];
  const { id } =
    noun === 'interventions'
      ? await makeIntervention(alliance, { desk, visibility, ...(each.joint && { parts }) })
      : await makeAgenda(alliance, { desk, visibility });
  const editor = (await alliance.as(desk.editor))[noun];
  const publisher = await alliance.as(desk.publisher);
  const file = await looseFileOf(alliance, desk.editor);
  await editor.attach.mutate({ id, file, title: 'Draaiboek', alternative: '', personalDataReason: null });
  if (each.state === 'in_review') await editor.submit.mutate({ id });
  if (each.state === 'published' || each.state === 'withdrawn') {
    if (noun === 'interventions') await publishAgain(publisher, id);
    else {
      const { revision } = await publisher.agendas.workingCopy.query({ id });
      await publisher.agendas.publish.mutate({ id, revision, note: '', personalDataReason: null });
    }
  }
  if (each.state === 'withdrawn') await publisher[noun].withdraw.mutate({ id, reason: 'Gestopt.' });
  const { slug } = await editor.workingCopy.query({ id });
  const [one] = (await editor.draftAttachments.query({ id })).attachments;
  return { id, handle: handleOf(slug), attachment: one?.id ?? '', file };
}

type Rule = (actor: Actor, each: Kind) => string;
const missing: Attached = { id: nowhere, handle: 'aaaaaaaaaa', attachment: nowhere, file: nowhere };

async function roomMatrix(alliance: Alliance, room: Noun): Promise<{ table: Table; standing: string[] }> {
  const noun = room === 'interventions' ? 'intervention' : 'agenda';
  const kinds: Readonly<Record<string, Kind>> = room === 'interventions' ? interventionKinds : agendaKinds;
  const all: { name: string; each: Kind; standing: Attached }[] = [];
  for (const [name, each] of Object.entries(kinds))
    all.push({ name, each, standing: await makeAttached(alliance, room, each) });

  const about = (
    [audience, kind]: readonly [For, Entry['kind']],
    input: (made: Attached) => unknown,
    rule: Rule,
    { brings = false, which = () => true }: { brings?: boolean; which?: (name: string) => boolean } = {},
  ): Entry => ({
    for: audience,
    kind,
    cases: async () => [
      { name: 'not existing', standing: input(missing), outcome: () => `${noun}.not_found` },
      ...all
        .filter(({ name }) => which(name))
        .map(({ name, each, standing }): Case => ({
          name,
          standing: input(standing),
          outcome: (actor) => rule(actor, each),
          ...(kind === 'mutation' && {
            fresh: async ({ person }: Actor) => {
              const made = await makeAttached(alliance, room, each);
              return input(brings && person ? { ...made, file: await looseFileOf(alliance, person) } : made);
            },
          }),
        })),
    ],
  });
  const page: Rule = (actor, each) =>
    each.state === 'published' && seesPage(actor, each) ? 'ok' : `${noun}.not_found`;
  const draft: Rule = (actor, each) => (seesWorkingCopy(actor, each) ? 'ok' : `${noun}.not_found`);
  /** Who takes part reads the draft and writes nothing in it. */
  const written: Rule = (actor, each) =>
    !seesWorkingCopy(actor, each)
      ? `${noun}.not_found`
      : actor.municipality === each.owner
        ? 'ok'
        : `${noun}.read_only`;
  /** What is written asks for the working copy alone: of each of its kinds one. */
  const ofEachKind = (name: string) => /draft|to everybody$/.test(name);
  const texts = { title: 'Evaluatie', alternative: '', personalDataReason: null };
  const table: Record<string, Entry> = {
    [`${room}.attachments`]: about(['everybody', 'query'], ({ handle }) => ({ handle, number: null }), page),
    [`${room}.draftAttachments`]: about([readers, 'query'], ({ id }) => ({ id }), draft),
    [`${room}.attach`]: about([editors, 'mutation'], ({ id, file }) => ({ id, file, ...texts }), written, {
      brings: true,
    }),
    [`${room}.changeAttachment`]: about(
      [editors, 'mutation'],
      ({ id, attachment }) => ({ id, attachment, ...texts }),
      written,
      { which: ofEachKind },
    ),
    [`${room}.moveAttachment`]: about(
      [editors, 'mutation'],
      ({ id, attachment }) => ({ id, attachment, to: 'up' }),
      written,
      { which: ofEachKind },
    ),
    [`${room}.detach`]: about([editors, 'mutation'], ({ id, attachment }) => ({ id, attachment }), written),
  };
  return { table, standing: all.map(({ standing }) => standing.id) };
}

export async function attachmentMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const interventions = await roomMatrix(alliance, 'interventions');
  const agendas = await roomMatrix(alliance, 'agendas');
  return {
    table: { ...interventions.table, ...agendas.table },
    standing: [...interventions.standing, ...agendas.standing],
  };
}
