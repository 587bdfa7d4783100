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

/** Publishes one agenda; its actions point at interventions by their keys in the demo. */
export async function loadAgenda(
  stage: Stage,
  demo: DemoAgenda,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const client = await stage.publisherOf(demo.municipality);
  const { id } = await client.agendas.create.mutate({ title: demo.title, kind: demo.kind });
  const { content } = await client.agendas.workingCopy.query({ id });
  const { mission, background, principles, bodies, keyFigures, commitments, visibility } = demo;
  await client.agendas.save.mutate({
    id,
    revision: 1,
    content: {
      ...content,
      mission,
      background,
      principles,
      bodies,
      keyFigures,
      commitments,
      visibility,
      periodFrom: stage.thisYear + demo.periodFrom,
      periodTo: stage.thisYear + demo.periodTo,
      goals: flatten(stage, demo.key, demo.goals, null) as (typeof content)['goals'],
      actions: demo.actions.map((action) => ({
        key: keyOf(demo.key, action.key),
        text: action.text,
        goals: action.goals.map((goal) => keyOf(demo.key, goal)),
        status: action.status,
        from: action.from === null ? null : stage.thisYear + action.from,
        until: action.until === null ? null : stage.thisYear + action.until,
        who: action.who,
        interventions: action.interventions.flatMap((key) => ids.get(key) ?? []),
      })),
      signatories: demo.signatories.map(({ role, organisation, dateDaysAgo }) => ({
        role,
        organisation,
        date: dayBefore(dateDaysAgo),
      })),
    },
  });
  if (demo.publishedDaysAgo === null) return;
  const { version } = await client.agendas.publish.mutate({
    id,
    revision: 2,
    note: 'Vastgesteld',
    personalDataReason,
  });
  await stage.backdate(id, version, demo.publishedDaysAgo);
}
