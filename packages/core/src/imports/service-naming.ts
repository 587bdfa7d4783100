// The partners and schools that a paper names by address: records again, as far as the importer may see them. What it may
// not see, or what is not there, stays in the text by its name; so nothing is lost and nothing is told.
import type { Tx } from '@kansenplein/db';
import { organisationsByHandle } from '../organisations/index.ts';
import { type Named, partyHandleOf } from '../papers/index.ts';
import { type Plan, type PlannedIntervention, tooLongIn } from './deciding.ts';

/** As many as a text names. */
const most = 60;

const alsoNamed = (text: string, names: readonly string[]) =>
  names.length === 0 ? text : [text, `Ook genoemd: ${names.join('; ')}`].filter(Boolean).join('\n\n');

interface Found {
  readonly ids: string[];
  /** Names of those without a record. */
  readonly others: string[];
}

function foundOf(named: readonly Named[], known: ReadonlyMap<string, string>): Found {
  const ids = new Set<string>();
  const others: string[] = [];
  for (const one of named) {
    const id = partyHandleOf(one).map((handle) => known.get(handle))[0];
    if (id && (ids.has(id) || ids.size < most)) ids.add(id);
    else if (one.title !== '') others.push(one.title);
  }
  return { ids: [...ids], others };
}

const inIntervention = (
  planned: PlannedIntervention,
  known: ReadonlyMap<string, string>,
): PlannedIntervention => {
  const { ids, others } = foundOf(planned.organisations, known);
  const { content } = planned;
  return {
    ...planned,
    content: { ...content, organisations: ids, parties: alsoNamed(content.parties, others) },
  };
};

/** The plan with the partners it names; what stays in the text can make it too long. */
export async function withOrganisations(tx: Tx, plan: Plan): Promise<Plan> {
  const named = [...plan.organisations, ...plan.interventions.flatMap(({ organisations }) => organisations)];
  if (named.length === 0) return plan;
  const known = await organisationsByHandle(tx, [...new Set(named.flatMap(partyHandleOf))]);
  const { ids, others } = foundOf(plan.organisations, known);
  const agenda = {
    ...plan.agenda,
    organisations: ids,
    background: alsoNamed(plan.agenda.background, others),
  };
  const interventions = plan.interventions.map((each) => inIntervention(each, known));
  return { ...plan, agenda, interventions, tooLong: tooLongIn(agenda, interventions) };
}
