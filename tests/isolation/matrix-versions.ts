// The matrix of versions and review: a version as its page is, the working copy for its insiders, review for colleagues.
import { own, type Alliance } from '../support/alliance.ts';
import { handleOf, makeAgenda, makeIntervention, type Desk } from '../support/writing.ts';
import {
  agendaKinds,
  deskOf,
  editors,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  nowhere,
  publishers,
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

/** An intervention and an agenda with remarks, answers and every step that is not the wall's own. */
export async function makeReviewed(alliance: Alliance, desk: Desk): Promise<void> {
  const editor = await alliance.as(desk.editor);
  const publisher = await alliance.as(desk.publisher);
  for (const room of ['interventions', 'agendas'] as const) {
    const make = room === 'interventions' ? makeIntervention : makeAgenda;
    const { id } = await make(alliance, { desk });
    const [writing, reviewing] = [editor[room], publisher[room]];
    await writing.submit.mutate({ id });
    await reviewing.remark.mutate({ id, field: 'title', text: 'Kan dit korter?' });
    const [remark] = (await writing.review.query({ id })).remarks;
    await writing.answerRemark.mutate({ id, remark: remark?.id ?? '', text: 'Ja.' });
    await writing.settleRemark.mutate({ id, remark: remark?.id ?? '', settled: true });
    await reviewing.return.mutate({ id, remark: 'Nog even.' });
    const { revision } = await writing.workingCopy.query({ id });
    await reviewing.publish.mutate({ id, revision, note: '', personalDataReason: null });
    const now = await writing.workingCopy.query({ id });
    await writing.restore.mutate({ id, revision: now.revision, from: { version: 1 }, replace: false });
  }
}

interface Standing {
  readonly id: string;
  readonly handle: string;
  readonly revision: number;
  readonly remark: string;
}
type Room = 'interventions' | 'agendas';
type Rule = (actor: Actor, each: Kind) => string;

const missing: Standing = { id: nowhere, handle: 'aaaaaaaaaa', revision: 1, remark: nowhere };
const isOwner = (actor: Actor, each: Kind) => actor.municipality === each.owner;
const wasPublished = ({ state }: Kind) => state === 'published' || state === 'withdrawn';

/** A version is seen as its page is; of what was withdrawn only insiders see the versions. */
export const seesVersions = (actor: Actor, each: Kind) =>
  each.state === 'published' ? seesPage(actor, each) : wasPublished(each) && seesWorkingCopy(actor, each);

const inReview: Kind = {
  ...agendaKinds['own draft'],
  owner: own,
  state: 'in_review',
  visibility: 'public',
  joint: false,
};

async function withRemark(alliance: Alliance, room: Room, id: string, each: Kind): Promise<Standing> {
  const editor = (await alliance.as(deskOf(each).editor))[room];
  await editor.remark.mutate({ id, field: 'title', text: 'Kan dit korter?' });
  const { revision, slug } = await editor.workingCopy.query({ id });
  const [remark] = (await editor.review.query({ id })).remarks;
  return { id, handle: handleOf(slug), revision, remark: remark?.id ?? '' };
}

async function makeIn(alliance: Alliance, room: Room, each: Kind): Promise<Standing> {
  if (room === 'interventions')
    return withRemark(alliance, room, (await makeOfKind(alliance, each)).id, each);
  const state = each.state === 'in_review' ? 'draft' : each.state;
  const { id } = await makeAgendaOfKind(alliance, { ...each, state });
  if (each.state === 'in_review')
    await (await alliance.as(deskOf(each).editor)).agendas.submit.mutate({ id });
  return withRemark(alliance, room, id, each);
}

async function roomMatrix(alliance: Alliance, room: Room): Promise<{ table: Table; standing: string[] }> {
  const noun = room === 'interventions' ? 'intervention' : 'agenda';
  const kinds: Readonly<Record<string, Kind>> =
    room === 'interventions' ? interventionKinds : { ...agendaKinds, 'own, in review': inReview };
  const all: { name: string; each: Kind; standing: Standing }[] = [];
  for (const [name, each] of Object.entries(kinds))
    all.push({ name, each, standing: await makeIn(alliance, room, each) });

  const about = (
    [audience, kind]: readonly [For, Entry['kind']],
    input: (made: Standing) => unknown,
    rule: Rule,
    {
      absent = `${noun}.not_found`,
      which = () => true,
    }: { absent?: string; which?: (each: Kind) => boolean } = {},
  ): Entry => ({
    for: audience,
    kind,
    cases: async () => [
      { name: 'not existing', standing: input(missing), outcome: () => absent },
      ...all
        .filter(({ each }) => which(each))
        .map(({ name, each, standing }): Case => ({
          name,
          standing: input(standing),
          outcome: (actor) => rule(actor, each),
          ...(kind === 'mutation' && { fresh: async () => input(await makeIn(alliance, room, each)) }),
        })),
    ],
  });
  const version: Rule = (actor, each) => (seesVersions(actor, each) ? 'ok' : 'version.not_found');
  const open = ['everybody', 'query'] as const;
  const noVersion = { absent: 'version.not_found' };
  const draft: Rule = (actor, each) => (seesWorkingCopy(actor, each) ? 'ok' : `${noun}.not_found`);
  /** Who takes part reads the draft and writes nothing in it. */
  const written: Rule = (actor, each) =>
    !seesWorkingCopy(actor, each) ? `${noun}.not_found` : isOwner(actor, each) ? 'ok' : `${noun}.read_only`;
  const table: Record<string, Entry> = {
    [`${room}.versions`]: about(open, ({ handle }) => ({ handle }), version, noVersion),
    [`${room}.version`]: about(open, ({ handle }) => ({ handle, number: 1 }), version, noVersion),
    [`${room}.compareVersions`]: about(
      open,
      ({ handle }) => ({ handle, from: 1, to: 1 }),
      version,
      noVersion,
    ),
    [`${room}.compareWorkingCopy`]: about([readers, 'query'], ({ id }) => ({ id, with: null }), draft),
    [`${room}.review`]: about([readers, 'query'], ({ id }) => ({ id }), draft),
    [`${room}.restore`]: about(
      [editors, 'mutation'],
      ({ id, revision }) => ({ id, revision, from: { version: 1 }, replace: true }),
      written,
      { which: wasPublished },
    ),
    [`${room}.remark`]: about(
      [editors, 'mutation'],
      ({ id }) => ({ id, field: 'title', text: 'Mooi.' }),
      written,
    ),
    [`${room}.answerRemark`]: about(
      [editors, 'mutation'],
      ({ id, remark }) => ({ id, remark, text: 'Ja.' }),
      written,
    ),
    [`${room}.settleRemark`]: about(
      [editors, 'mutation'],
      ({ id, remark }) => ({ id, remark, settled: true }),
      written,
    ),
  };
  if (room === 'agendas') {
    const inState =
      (state: Kind['state'], otherwise: string): Rule =>
      (actor, each) =>
        !isOwner(actor, each) ? 'agenda.not_found' : each.state === state ? 'ok' : otherwise;
    table['agendas.submit'] = about(
      [editors, 'mutation'],
      ({ id }) => ({ id }),
      inState('draft', 'agenda.cannot_submit'),
    );
    table['agendas.return'] = about(
      [publishers, 'mutation'],
      ({ id }) => ({ id, remark: 'Nog niet.' }),
      inState('in_review', 'agenda.cannot_return'),
    );
  }
  return { table, standing: all.map(({ standing }) => standing.id) };
}

export async function versionMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const interventions = await roomMatrix(alliance, 'interventions');
  const agendas = await roomMatrix(alliance, 'agendas');
  return {
    table: { ...interventions.table, ...agendas.table },
    standing: [...interventions.standing, ...agendas.standing],
  };
}
