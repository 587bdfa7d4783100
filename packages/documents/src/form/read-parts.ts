/** Who takes part in an intervention of the form, with what each says of its own part. */
import { isConditional } from '../read/participations.ts';
import { mark, sourced } from '../read/sourced.ts';
import { isBlank } from '../read/characters.ts';
import { shareIn } from './amounts.ts';
import {
  factOf,
  fieldOf,
  isEmptyCell,
  plainOf,
  recordsOf,
  rowsOf,
  spanOf,
  sure,
  wordsOfNode,
} from './fields.ts';
import {
  agreedEarlier,
  commitmentNames,
  leadName,
  notAgreed,
  numberOf,
  participationColumns,
} from './wording.ts';
import type { InterventionDraft, ParticipationDraft, PlannedReach, SourcedText } from '../draft.ts';
import type { FormNode, RowNode } from './form-node.ts';
import type { FormContext } from './read-form.ts';

const [municipalityColumn, commitmentColumn, schoolsColumn, pupilsColumn, shareColumn, contactColumn] =
  participationColumns;

export function readParticipations(
  context: FormContext,
  intervention: InterventionDraft,
  inside: readonly FormNode[],
): void {
  const { text, draft } = context;
  const rows = rowsOf(inside);
  const head = rows.find(({ isHead }) => isHead);
  if (head) draft.structure.push(mark(text, 'label', head.start, head.end));
  // The totals follow from the rows.
  for (const node of inside)
    if (node.kind !== 'row') draft.structure.push(mark(text, 'derived', node.start, node.end));
  for (const record of recordsOf(rows)) {
    const cell = (column: string): FormNode[] => record.get(column) ?? [];
    const [nameNode] = cell(municipalityColumn);
    if (!nameNode) continue;
    const name = sourced(text, nameNode.start, nameNode.end, sure);
    const participation = participationOf(context, name, cell);
    intervention.participations.push(participation);
    const { stated } = participation;
    for (const column of participationColumns) {
      const span = spanOf(cell(column));
      if (cell(column).length > 0 && column !== schoolsColumn)
        draft.structure.push(mark(text, 'label', span.start, span.end));
    }
    if (stated?.commitment !== 'withdrawn') intervention.plannedReach.push(reachOf(participation));
  }
}

function participationOf(
  { text, municipalities }: FormContext,
  name: SourcedText,
  cell: (column: string) => FormNode[],
): ParticipationDraft {
  const told = cell(commitmentColumn).map(wordsOfNode);
  const [first = ''] = told;
  const [commitment] =
    Object.entries(commitmentNames).find(([, words]) => first === words || first.startsWith(`${words}: `)) ??
    [];
  const known = (commitment ?? 'intended') as keyof typeof commitmentNames;
  const pupils = plainOf(cell(pupilsColumn));
  return {
    municipality: municipalities.codeOf(name.text),
    name,
    status: known === 'conditional' || isConditional(first) ? 'conditional' : 'intended',
    stated: {
      lead: cell(municipalityColumn).some((node) => wordsOfNode(node) === leadName),
      commitment: known,
      agreed: !told.includes(notAgreed) && !told.includes(agreedEarlier),
      ...(told.includes(agreedEarlier) ? { earlier: true } : {}),
      condition: first.slice(commitmentNames[known].length + 2),
      schools: fieldOf(text, cell(schoolsColumn)),
      pupils: isBlank(pupils) ? null : numberOf(pupils),
      ...shareIn(linesOf(cell(shareColumn))),
      contact: plainOf(cell(contactColumn)),
    },
  };
}

const linesOf = (nodes: readonly FormNode[]): string[] =>
  isEmptyCell(nodes) ? [] : nodes.map((node) => wordsOfNode(node));

/** A text of a municipality that takes no part stays without a place. */
export function readLocalForms(
  { text, draft }: FormContext,
  { participations }: InterventionDraft,
  rows: RowNode[],
): void {
  for (const row of rows) {
    const fact = factOf(row);
    const part = participations.find(({ name, stated }) => name.text === fact?.label && !stated?.localForm);
    const localForm = fact && fieldOf(text, fact.value);
    if (!fact || !part?.stated || !localForm) continue;
    const label = spanOf(fact.labelNodes);
    draft.structure.push(mark(text, 'label', label.start, label.end));
    part.stated.localForm = localForm;
  }
}

/** The schools are the location; without any it is the municipality. */
function reachOf(participation: ParticipationDraft): PlannedReach {
  const { name, municipality, status, stated } = participation;
  return {
    location: stated?.schools ?? name,
    municipality,
    pupils: stated?.pupils ?? null,
    conditional: status === 'conditional',
  };
}
