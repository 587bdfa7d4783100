// A document laid beside its drafts as they stand, and taken over field by field.
import type { Actor, Tx } from '@kansenplein/db';
import { eq, inArray } from 'drizzle-orm';
import { agenda, type AgendaContent, saveAgenda } from '../agendas/index.ts';
import { intervention, saveIntervention } from '../interventions/index.ts';
import { conflict, createMarking, notFound, recordEvent } from '../kernel/index.ts';
import { agendaWithOnly } from './addenda.ts';
import {
  addendumFields,
  agendaFields,
  type ComparedField,
  differenceOf,
  interventionFields,
} from './comparing.ts';
import { type Plan, planOf } from './deciding.ts';
import { matchInterventions } from './matching.ts';
import { draftIntervention } from './service-drafting.ts';
import { draftedOf, hasDrafts, type Row } from './service-following.ts';
import { withOrganisations } from './service-naming.ts';
import { getReviewed, verdictsOf } from './service-review.ts';
import { getRow } from './service.ts';
import { documentImport } from './tables.ts';

const plan = async (tx: Tx, row: Row): Promise<Plan | null> =>
  row.draft ? planOf(row.draft, row.extracted ?? '', await verdictsOf(tx, row.id), row.fileName) : null;

/** What the document says of its agenda: of the paper of an addendum only that addendum. */
const agendaSaid = ({ addendumKey }: Row, said: Plan): AgendaContent =>
  addendumKey === null ? said.agenda : agendaWithOnly(said, addendumKey);

const fieldsOf = ({ addendumKey }: Row, ...contents: readonly AgendaContent[]) =>
  addendumKey === null ? agendaFields(...contents) : addendumFields(addendumKey);

/** The document with its drafts; refuses as long as there are none. */
async function laidBeside(tx: Tx, id: string) {
  const { row } = await getReviewed(tx, id);
  const incoming = await plan(tx, row);
  if (!incoming || !hasDrafts(row)) throw conflict('import.not_ready');
  const earlierRow = row.follows ? await getRow(tx, row.follows) : null;
  const [current] = row.agendaId ? await tx.select().from(agenda).where(eq(agenda.id, row.agendaId)) : [];
  return { row, incoming, earlierRow, agendaNow: current ?? null, drafted: await draftedOf(tx, row) };
}

const compared = <Content>(
  markWords: ReturnType<typeof createMarking>,
  fields: readonly ComparedField<Content>[],
  earlier: Content | null,
  incoming: Content,
  current: Content,
) =>
  fields.map((each) => {
    const texts = {
      earlier: earlier === null ? null : each.text(earlier),
      incoming: each.text(incoming),
      current: each.text(current),
    };
    const difference = differenceOf(texts.earlier, texts.incoming, texts.current);
    const [from, to] =
      difference === 'ours' ? [texts.incoming, texts.current] : [texts.current, texts.incoming];
    const isSince = difference !== 'same' && texts.earlier !== null && texts.earlier !== texts.current;
    return {
      field: each.field,
      number: each.number,
      difference,
      ...texts,
      words: difference === 'same' ? [] : markWords(from, to),
      sinceEarlier: isSince ? markWords(texts.earlier ?? '', texts.incoming) : null,
    };
  });

export async function compareImport(tx: Tx, id: string) {
  const { row, incoming, earlierRow, agendaNow, drafted } = await laidBeside(tx, id);
  const earlier = earlierRow && (await plan(tx, earlierRow));
  const said = agendaSaid(row, incoming);
  const saidThen = earlier && agendaSaid(row, earlier);
  const markWords = createMarking();
  const before =
    earlierRow?.draft && row.draft
      ? matchInterventions(earlierRow.draft, row.draft)
      : new Map<number, number>();
  const ofAgenda = agendaNow && {
    kind: 'agenda' as const,
    id: agendaNow.id,
    title: agendaNow.title,
    revision: agendaNow.revision,
    gone: false,
    fields: compared(
      markWords,
      fieldsOf(row, said, agendaNow.content, ...(saidThen ? [saidThen] : [])),
      saidThen,
      said,
      agendaNow.content,
    ),
  };
  const ids = [...drafted.values()];
  const rows =
    ids.length > 0 ? await tx.select().from(intervention).where(inArray(intervention.id, ids)) : [];
  const ofInterventions = incoming.interventions.flatMap(({ position, content }) => {
    const now = rows.find((each) => each.id === drafted.get(position));
    const then = earlier?.interventions.find((each) => each.position === before.get(position));
    return now
      ? [
          {
            kind: 'intervention' as const,
            id: now.id,
            title: now.title,
            revision: now.revision,
            gone: false,
            fields: compared(markWords, interventionFields, then?.content ?? null, content, now.content),
          },
        ]
      : [];
  });
  const gone = earlierRow ? await goneFrom(tx, earlierRow, new Set(ids)) : [];
  return {
    follows: earlierRow && { id: earlierRow.id, fileName: earlierRow.fileName },
    drafts: [...(ofAgenda ? [ofAgenda] : []), ...ofInterventions, ...gone],
    without: incoming.interventions
      .filter(({ position }) => !drafted.has(position))
      .map(({ position, content }) => ({ position, title: content.title })),
  };
}

/** Drafts of the earlier document that the newer one does not speak of: they stay, and it is said. */
async function goneFrom(tx: Tx, earlier: Row, still: ReadonlySet<string>) {
  const ids = earlier.interventionIds.filter((id) => !still.has(id));
  if (ids.length === 0) return [];
  const rows = await tx.select().from(intervention).where(inArray(intervention.id, ids));
  return rows.map(({ id, title, revision }) => ({
    kind: 'intervention' as const,
    id,
    title,
    revision,
    gone: true,
    fields: [],
  }));
}

interface Taking {
  readonly id: string;
  readonly draft: string;
  readonly revision: number;
  readonly field: string;
  readonly number: string;
}

/** Puts one field of the document into its draft; refuses as a save does when the draft was changed meanwhile. */
export async function takeOver(tx: Tx, actor: Actor, input: Taking) {
  const { row, incoming, agendaNow, drafted } = await laidBeside(tx, input.id);
  const named = <Content>(fields: readonly ComparedField<Content>[]) => {
    const found = fields.find(({ field, number }) => field === input.field && number === input.number);
    if (!found) throw notFound('field');
    return found;
  };
  const { revision } =
    agendaNow?.id === input.draft
      ? await saveAgenda(tx, actor, {
          id: input.draft,
          revision: input.revision,
          content: named(fieldsOf(row, agendaSaid(row, incoming), agendaNow.content)).takeOver(
            agendaNow.content,
            agendaSaid(row, incoming),
          ),
        })
      : await takeIntoIntervention();
  await recordEvent(tx, { action: 'import.taken_over', object: row.id, municipality: row.municipality });
  return { revision };

  async function takeIntoIntervention() {
    const position = [...drafted].find(([, id]) => id === input.draft)?.[0];
    const from = incoming.interventions.find((each) => each.position === position);
    const [now] = await tx.select().from(intervention).where(eq(intervention.id, input.draft));
    if (!from || !now) throw notFound('draft');
    return saveIntervention(tx, actor, {
      id: now.id,
      revision: input.revision,
      content: named(interventionFields).takeOver(now.content, from.content),
    });
  }
}

/** A draft of an intervention that the earlier document did not have. */
export async function draftOne(tx: Tx, actor: Actor, input: { id: string; position: number }) {
  const { row, incoming, drafted } = await laidBeside(tx, input.id);
  const wanted = incoming.interventions.find(({ position }) => position === input.position);
  if (!wanted) throw notFound('intervention');
  const [named] = (await withOrganisations(tx, { ...incoming, interventions: [wanted] })).interventions;
  if (drafted.has(input.position)) throw conflict('import.not_ready');
  const made = await draftIntervention(tx, actor, row.municipality, named ?? wanted);
  const all = [...drafted, [input.position, made] as const];
  await tx
    .update(documentImport)
    .set({ interventionPositions: all.map(([at]) => at), interventionIds: all.map(([, each]) => each) })
    .where(eq(documentImport.id, row.id));
  await recordEvent(tx, { action: 'import.drafted', object: row.id, municipality: row.municipality });
  return { id: made };
}
