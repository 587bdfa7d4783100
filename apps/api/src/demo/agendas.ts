// The demo's agendas, published by the demo's own people.
import { createHash } from 'node:crypto';
import type { DemoAgenda, DemoGoal } from '../../demo/types.ts';
import { personalDataReason, type Stage } from './stage.ts';

const keyOf = (agenda: string, key: string) =>
  createHash('sha256').update(`${agenda}/${key}`).digest('hex').slice(0, 10);

const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

function flatten(stage: Stage, agenda: string, goals: readonly DemoGoal[], parent: string | null): object[] {
  return goals.flatMap(({ key, number, title, text, intendedResults, goals: below }) => [
    {
      key: keyOf(agenda, key),
      number,
      parent: parent === null ? null : keyOf(agenda, parent),
      title,
      text,
      intendedResults: intendedResults.map((result) => ({
        text: result.text,
        target: result.target ? { ...result.target, year: stage.thisYear + result.target.year } : null,
      })),
    },
    ...flatten(stage, agenda, below, key),
  ]);
}

type Content = Parameters<
  Awaited<ReturnType<Stage['publisherOf']>>['agendas']['save']['mutate']
>[0]['content'];

const signatures = (signatories: DemoAgenda['signatories']) =>
  signatories.map(({ role, organisation, dateDaysAgo }) => ({
    role,
    organisation,
    date: dayBefore(dateDaysAgo),
  }));

function contentOf(
  stage: Stage,
  demo: DemoAgenda,
  empty: Content,
  ids: ReadonlyMap<string, string>,
): Content {
  const { mission, background, principles, bodies, keyFigures, commitments, visibility } = demo;
  const yearOf = (year: number | null) => (year === null ? null : stage.thisYear + year);
  return {
    ...empty,
    mission,
    background,
    principles,
    bodies,
    keyFigures,
    commitments,
    visibility,
    periodFrom: stage.thisYear + demo.periodFrom,
    periodTo: stage.thisYear + demo.periodTo,
    goals: flatten(stage, demo.key, demo.goals, null) as Content['goals'],
    actions: demo.actions.map((action) => ({
      key: keyOf(demo.key, action.key),
      text: action.text,
      goals: action.goals.map((goal) => keyOf(demo.key, goal)),
      status: action.status,
      from: yearOf(action.from),
      until: yearOf(action.until),
      who: action.who,
      interventions: action.interventions.flatMap((key) => ids.get(key) ?? []),
    })),
    signatories: signatures(demo.signatories),
    addenda: (demo.addenda ?? []).map((addendum) => ({
      key: keyOf(demo.key, addendum.key),
      title: addendum.title,
      text: addendum.text,
      periodFrom: yearOf(addendum.periodFrom),
      periodTo: yearOf(addendum.periodTo),
      signedOn: dayBefore(addendum.signedDaysAgo),
      signatories: signatures(addendum.signatories),
    })),
  };
}

const before = { planned: 'planned', under_way: 'planned', done: 'under_way', stopped: 'under_way' } as const;

/** How the agenda was first agreed: actions one step less far, and nothing added to it yet. */
const asAgreed = (content: Content): Content => ({
  ...content,
  actions: content.actions.map((action) => ({ ...action, status: before[action.status] })),
  addenda: [],
});

/** So long after it was agreed that somebody has told how the actions stand. */
const daysUntilTold = 120;

/** Publishes one agenda; its actions point at interventions by their keys in the demo. */
export async function loadAgenda(
  stage: Stage,
  demo: DemoAgenda,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const client = await stage.publisherOf(demo.municipality);
  const { id } = await client.agendas.create.mutate({ title: demo.title, kind: demo.kind });
  const made = await client.agendas.workingCopy.query({ id });
  const content = contentOf(stage, demo, made.content, ids);
  const days = demo.publishedDaysAgo;
  const told = days !== null && days > daysUntilTold;
  const publish = async (revision: number, note: string, daysAgo: number) => {
    const { version } = await client.agendas.publish.mutate({ id, revision, note, personalDataReason });
    await stage.backdate(id, version, daysAgo);
  };
  await client.agendas.save.mutate({ id, revision: 1, content: told ? asAgreed(content) : content });
  if (days === null) return;
  await publish(2, 'Vastgesteld', days);
  if (!told) return;
  const { revision } = await client.agendas.workingCopy.query({ id });
  const saved = await client.agendas.save.mutate({ id, revision, content });
  await publish(saved.revision, 'Stand van de acties bijgewerkt', Math.round(days / 4));
}
