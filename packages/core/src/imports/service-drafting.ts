// Drafts of what was read, as far as it was decided: what nobody looked at yet is taken as read and stays marked.
import type { Actor, Tx } from '@kansenplein/db';
import { eq } from 'drizzle-orm';
import { createAgenda, saveAgenda } from '../agendas/index.ts';
import {
  createIntervention,
  idsByHandle,
  saveIntervention,
  stateParticipation,
} from '../interventions/index.ts';
import { conflict, invalid, recordEvent } from '../kernel/index.ts';
import { handleOf, relationFields } from '../papers/index.ts';
import { isAddendum } from './addenda.ts';
import type { Into } from './contract.ts';
import { needsAgenda, type Plan, planOf, type PlannedIntervention } from './deciding.ts';
import type { Part } from './drafting.ts';
import { canMakeDrafts } from './permissions.ts';
import { joinAgenda } from './service-addenda.ts';
import { withOrganisations } from './service-naming.ts';
import { verdictsOf } from './service-review.ts';
import { getRow } from './service.ts';
import { documentImport } from './tables.ts';

const saysMore = ({ budgetEuros = null, budgetShare, contactRole, contactMailbox }: Part) =>
  budgetEuros !== null || [budgetShare, contactRole, contactMailbox].some(Boolean);

/** One draft of the own municipality; the others it names are only stated. */
export async function draftIntervention(
  tx: Tx,
  actor: Actor,
  municipality: string,
  { content, parts }: PlannedIntervention,
): Promise<string> {
  const lead = parts.find((part) => part.municipality === municipality);
  const { id } = await createIntervention(tx, actor, {
    title: content.title,
    content,
    ...(lead ? { reach: lead } : {}),
  });
  // Pupils and schools of the lead came with the draft itself.
  for (const part of parts.filter((other) => other !== lead || saysMore(other)))
    await stateParticipation(tx, actor, { id, ...part });
  return id;
}

type Made = ReadonlyMap<number, string>;

/** What interventions are to one another: in the document itself, else at the address that stands beside a title. */
async function linkInterventions(tx: Tx, actor: Actor, plan: Plan, made: Made): Promise<void> {
  const titled = new Map(
    plan.interventions.map(({ content, position }) => [content.title, made.get(position)]),
  );
  const named = plan.interventions.flatMap(({ relations }) =>
    relationFields.flatMap((field) => relations[field]),
  );
  const elsewhere = await idsByHandle(tx, [...new Set(named.flatMap(handleOf))]);
  for (const { position, evaluates, relations, content } of plan.interventions) {
    const own = made.get(position);
    const idsOf = (field: (typeof relationFields)[number]) => {
      const positions = field === 'evaluates' ? evaluates.flatMap((other) => made.get(other) ?? []) : [];
      const others = relations[field].flatMap(
        (one) => titled.get(one.title) ?? handleOf(one).flatMap((handle) => elsewhere.get(handle) ?? []),
      );
      return [...new Set([...positions, ...others])].filter((id) => id !== own);
    };
    const ids = { evaluates: idsOf('evaluates'), partOf: idsOf('partOf'), replaces: idsOf('replaces') };
    if (own && Object.values(ids).some((list) => list.length > 0))
      await saveIntervention(tx, actor, { id: own, revision: 1, content: { ...content, ...ids } });
  }
}

/** Which interventions carry out the actions of the agenda. */
async function linkActions(
  tx: Tx,
  actor: Actor,
  { agenda, actionLinks }: Plan,
  { agendaId, made }: { agendaId: string; made: Made },
): Promise<void> {
  const actions = agenda.actions.map((action) => ({
    ...action,
    interventions: (actionLinks.get(action.key) ?? []).flatMap((position) => made.get(position) ?? []),
  }));
  if (actions.every(({ interventions }) => interventions.length === 0)) return;
  await saveAgenda(tx, actor, { id: agendaId, revision: 1, content: { ...agenda, actions } });
}

/**
 * Makes the agenda and its interventions drafts of the own municipality. The paper of an addendum goes where a person says,
 * and is refused with `import.addendum_of_which` as long as nobody says it.
 */
export async function makeDrafts(
  tx: Tx,
  actor: Actor,
  { id, into }: { id: string; into?: Into | undefined },
) {
  const row = await getRow(tx, id);
  const { draft } = row;
  if (!draft || row.follows || !canMakeDrafts(row, draft.municipality)) throw conflict('import.not_ready');
  const decided = planOf(draft, row.extracted ?? '', await verdictsOf(tx, id), row.fileName);
  const plan = await withOrganisations(tx, decided);
  if (plan.tooLong.length > 0)
    throw invalid(
      'import.too_long',
      plan.tooLong.map((field) => ({ field, code: 'too_big' })),
    );
  if (isAddendum(draft) && into === undefined)
    throw invalid('import.addendum_of_which', [{ field: 'into', code: 'empty' }]);
  if (into !== undefined && into !== 'new') {
    if (!isAddendum(draft)) throw conflict('import.not_ready');
    await joinAgenda(tx, actor, { row, plan }, into);
    await recordEvent(tx, { action: 'import.drafted', object: id, municipality: row.municipality });
    return { agenda: into.agenda, interventions: [] };
  }
  const { title, kind } = plan.agenda;
  const agendaId = needsAgenda(draft, decided)
    ? (await createAgenda(tx, actor, { title, kind, content: plan.agenda })).id
    : null;
  const made = new Map<number, string>();
  for (const each of plan.interventions)
    made.set(each.position, await draftIntervention(tx, actor, row.municipality, each));
  await linkInterventions(tx, actor, plan, made);
  if (agendaId !== null) await linkActions(tx, actor, plan, { agendaId, made });
  const interventions = [...made.values()];
  await tx
    .update(documentImport)
    .set({
      state: 'drafted',
      agendaId,
      interventionIds: interventions,
      interventionPositions: [...made.keys()],
    })
    .where(eq(documentImport.id, id));
  await recordEvent(tx, { action: 'import.drafted', object: id, municipality: row.municipality });
  return { agenda: agendaId, interventions };
}
