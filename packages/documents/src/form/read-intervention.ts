/** An intervention of the form as a draft: the nine fields, who takes part, and what it holds besides. */
import { templateFields } from '../draft.ts';
import { lowerFirst, organisationBefore, readContacts } from '../read/contacts.ts';
import { fieldNames, indicatorsOf } from '../read/interventions.ts';
import { mentionsOf } from '../read/mentions.ts';
import { participationsOf } from '../read/participations.ts';
import { plannedReachOf } from '../read/reach.ts';
import { mark, sourced } from '../read/sourced.ts';
import { factOf, fieldOf, lineOf, partsAt, rowsOf, spanOf, sure, wordsOfNode } from './fields.ts';
import { fieldLabels, paperNames, partNames } from './wording.ts';
import { readLocalForms, readParticipations } from './read-parts.ts';
import type { ContactDraft, Finding, InterventionDraft, Span } from '../draft.ts';
import type { FormNode, HeadingNode, RowNode } from './form-node.ts';
import type { FormContext } from './read-form.ts';

const headingPattern = new RegExp(`^${paperNames.intervention}(?: (\\d+))?(?=$|:)`);

/** The number in 'Interventie 2: …'; undefined when the heading is none of an intervention. */
export function interventionNumber(
  heading: HeadingNode,
): { number: number | null; length: number } | undefined {
  const match = headingPattern.exec(wordsOfNode(heading));
  if (!match) return undefined;
  return { number: match[1] === undefined ? null : Number(match[1]), length: match[0].length };
}

export function readIntervention(
  context: FormContext,
  heading: HeadingNode,
  inside: readonly FormNode[],
): InterventionDraft {
  const { text, draft } = context;
  const found = interventionNumber(heading);
  const length = found?.length ?? 0;
  const headingEnd = length > 0 ? heading.start + length : heading.end;
  if (headingEnd < heading.end) draft.structure.push(mark(text, 'heading', headingEnd, heading.end));
  const intervention: InterventionDraft = {
    number: found?.number ?? null,
    position: draft.interventions.length + 1,
    heading: sourced(text, heading.start, headingEnd, sure),
    fields: Object.fromEntries(templateFields.map((field) => [field, null])) as InterventionDraft['fields'],
    participations: [],
    plannedReach: [],
    indicators: [],
    contacts: [],
    mentions: [],
  };
  const parts = partsAt(inside, heading.level + 1);
  for (const part of parts) {
    const name = part.heading ? wordsOfNode(part.heading) : null;
    if (part.heading) draft.structure.push(mark(text, 'heading', part.heading.start, part.heading.end));
    if (name === null) readTemplate(context, intervention, rowsOf(part.inside));
    else if (name === partNames.participations) readParticipations(context, intervention, part.inside);
    else if (name === partNames.localForms) readLocalForms(context, intervention, rowsOf(part.inside));
    else if (name === partNames.details) readDetails(context, intervention, rowsOf(part.inside));
  }
  deriveFacts(context, intervention);
  intervention.mentions = mentionsOf(text, intervention);
  return intervention;
}

function readTemplate({ text, draft }: FormContext, intervention: InterventionDraft, rows: RowNode[]): void {
  for (const row of rows) {
    const fact = factOf(row);
    const field = templateFields.find((one) => fieldLabels[one] === fact?.label);
    if (!fact || !field) continue;
    const label = spanOf(fact.labelNodes);
    draft.structure.push(mark(text, 'label', label.start, label.end));
    const value = field === 'title' ? lineOf(text, fact.value) : fieldOf(text, fact.value);
    intervention.fields[field] ??= value;
    if (value !== null) continue;
    const message = `Het veld '${fieldNames[field]}' is leeg.`;
    draft.findings.push({ code: 'intervention.field_empty', message, spans: [label] });
  }
}

/** What the reader finds in the fields of any document, found here in the same way. */
function deriveFacts(context: FormContext, intervention: InterventionDraft): void {
  const { text, draft, municipalities, replaced } = context;
  const { parties, locations, monitoring, moreInformation } = intervention.fields;
  const findings: Finding[] = [];
  if (parties && intervention.participations.length === 0) {
    const named = participationsOf(text, parties.span, sure, municipalities);
    intervention.participations = named.participations;
    findings.push(...named.findings);
  }
  if (locations && intervention.plannedReach.length === 0)
    intervention.plannedReach = plannedReachOf(text, locations.span, sure, municipalities);
  if (monitoring) intervention.indicators = indicatorsOf(text, monitoring.span, sure);
  if (moreInformation) {
    const contacts = readContacts(text, moreInformation.span, sure, municipalities);
    replaced.push(...contacts.replaced);
    // Somebody wrote a name into the form: in the draft a role stands for it, as in every other document.
    if (contacts.replaced.length > 0) intervention.fields.moreInformation = contacts.field;
    intervention.contacts = [...contacts.contacts, ...toldContacts(context, moreInformation.span)];
  }
  draft.findings.push(...findings);
}

/** 'Gemeente X: contactpersoon': what an earlier reading put in the place of a name. */
function toldContacts({ text, municipalities }: FormContext, span: Span): ContactDraft[] {
  let from = span.start;
  return [...text.slice(span.start, span.end).matchAll(/(?<=: ?|^|\n- |\n)contactpersoon(?!\p{L})/gu)].map(
    (match) => {
      const start = span.start + match.index;
      const organisation = organisationBefore(text, from, start, sure);
      from = start + match[0].length;
      const named =
        organisation && municipalities.namesIn(text, organisation.span.start, organisation.span.end)[0];
      const role = `contactpersoon${organisation ? ` ${lowerFirst(organisation.text)}` : ''}`;
      return {
        role: sourced(text, start, from, sure, role),
        organisation,
        municipality: named?.code ?? null,
      };
    },
  );
}

function readDetails({ text, draft }: FormContext, intervention: InterventionDraft, rows: RowNode[]): void {
  const details = rows.flatMap((row) => {
    const fact = factOf(row);
    if (!fact) return [];
    const label = spanOf(fact.labelNodes);
    draft.structure.push(mark(text, 'label', label.start, label.end));
    const value = fieldOf(text, fact.value);
    return value ? [{ label: fact.label, text: value }] : [];
  });
  if (details.length > 0) intervention.details = details;
}
