// The two agenda documents of the demo enter as a municipality's own would: brought in, read by our reader, completed
// by an editor, published.
import { readNextImport } from '@kansenplein/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documents, type DemoDocument } from '../../demo/imported.ts';
import { personalDataReason, type Client, type Stage } from './stage.ts';

const folder = join(import.meta.dirname, '../../demo');

type AgendaContent = Awaited<ReturnType<Client['agendas']['workingCopy']['query']>>['content'];

async function completeInterventions(
  stage: Stage,
  client: Client,
  demo: DemoDocument,
  made: readonly string[],
): Promise<void> {
  for (const [index, id] of made.entries()) {
    const added = demo.interventions[index];
    if (!added) continue;
    const { content, revision } = await client.interventions.workingCopy.query({ id });
    const { content: _none, ownPupils: _pupils, ownSchools: _schools, ...fields } = added;
    await client.interventions.save.mutate({
      id,
      revision,
      content: { ...content, ...fields, periodFrom: content.periodFrom, periodTo: content.periodTo },
    });
    for (const { municipality, commitment, positions } of demo.answers.filter((each) =>
      each.positions.includes(index + 1),
    )) {
      const { participations } = await client.interventions.workingCopy.query({ id });
      const part = participations.find((each) => each.municipality.code === municipality);
      if (!part || positions.length === 0) continue;
      const { pupils, schools } = part;
      const participant = await stage.publisherOf(municipality);
      await participant.interventions.answerParticipation.mutate({ id, commitment, pupils, schools });
    }
    const { revision: newest } = await client.interventions.workingCopy.query({ id });
    const { version } = await client.interventions.publish.mutate({
      id,
      revision: newest,
      note: 'Overgenomen uit de agenda',
      personalDataReason,
    });
    await stage.backdate(id, version, demo.publishedDaysAgo);
  }
}

function withProgress(
  stage: Stage,
  demo: DemoDocument,
  content: AgendaContent,
  made: readonly string[],
  ids: ReadonlyMap<string, string>,
): AgendaContent {
  const [goal] = content.goals;
  return {
    ...content,
    actions:
      content.actions.length > 0
        ? content.actions.map((action, index) => {
            const known = demo.actions[index];
            if (!known) return action;
            return {
              ...action,
              status: known.status,
              who: known.who,
              from: known.from === null ? null : stage.thisYear + known.from,
              until: known.until === null ? null : stage.thisYear + known.until,
              interventions: (known.interventions ?? []).flatMap((key) => ids.get(key) ?? []),
            };
          })
        : // A GKA-agenda names no actions of its own: each intervention is one.
          made.map((id, index) => ({
            key: `action${index}`,
            text: demo.actionPerIntervention[index] ?? '',
            goals: goal ? [goal.key] : [],
            status: 'under_way' as const,
            from: content.periodFrom,
            until: stage.thisYear,
            who: 'Gemeente en schoolbesturen',
            interventions: [id],
          })),
  };
}

/** Brings in both documents; `ids` are the interventions that were there before, by their keys. */
export async function loadDocuments(stage: Stage, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const demo of documents) {
    const client = await stage.as(demo.publisher);
    const text = await readFile(join(folder, demo.file), 'utf8');
    const { id } = await client.imports.start.mutate({ fileName: demo.file, text });
    await readNextImport(stage.database, stage.files);
    const made = await client.imports.makeDrafts.mutate({ id });
    const agenda = made.agenda;
    if (agenda === null) throw new Error('the document made no agenda');
    await completeInterventions(stage, client, demo, made.interventions);
    const { content, revision } = await client.agendas.workingCopy.query({ id: agenda });
    const saved = await client.agendas.save.mutate({
      id: agenda,
      revision,
      content: withProgress(stage, demo, content, made.interventions, ids),
    });
    const { version } = await client.agendas.publish.mutate({
      id: agenda,
      revision: saved.revision,
      note: 'Vastgesteld',
      personalDataReason,
    });
    await stage.backdate(agenda, version, demo.publishedDaysAgo);
  }
}
