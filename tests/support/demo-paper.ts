// The demo's agendas and interventions as papers to print: the shapes of the demo in those of the documents package.
import { agendas } from '../../apps/api/demo/agendas.ts';
import { interventions } from '../../apps/api/demo/interventions.ts';
import { municipalityNames } from '../../packages/core/src/municipalities/names.ts';
import type {
  AgendaPaper,
  InterventionPaper,
  PaperFrame,
  PaperGoal,
  PaperInterventionFields,
} from '@kansenplein/documents';
import type { DemoAction, DemoAgenda, DemoGoal, DemoIntervention } from '../../apps/api/demo/types.ts';

/** The year to which the demo's years are relative; fixed, so that a paper is the same every day. */
const thisYear = 2026;
const writtenOn = '2026-11-22';

const dayBefore = (days: number): string =>
  new Date(Date.parse(writtenOn) - days * 86_400_000).toISOString().slice(0, 10);
const yearOf = (relative: number | null): number | null => (relative === null ? null : thisYear + relative);
const nameOf = (code: string): string => municipalityNames.find((one) => one.code === code)?.name ?? code;
const titleOf = (key: string): string => interventions.find((one) => one.key === key)?.title ?? key;

const list = (texts: readonly string[]): string => texts.map((text) => `- ${text}`).join('\n');

function frameOf(
  key: string,
  municipality: string,
  from: number | null,
  to: number | null,
  publishedDaysAgo: number | null,
): Omit<PaperFrame, 'title'> {
  return {
    municipality: nameOf(municipality),
    period: { from: yearOf(from)?.toString() ?? null, to: yearOf(to)?.toString() ?? null },
    status: publishedDaysAgo === null ? 'Concept' : 'Vastgesteld',
    version: publishedDaysAgo === null ? null : { number: 1, date: dayBefore(publishedDaysAgo) },
    provenance: { address: `https://kansenplein.example/${key}`, writtenOn },
  };
}

function fieldsOf(demo: DemoIntervention, number: number | null): PaperInterventionFields {
  const { content } = demo;
  const own = {
    municipality: nameOf(demo.municipality),
    lead: true,
    commitment: 'confirmed' as const,
    agreed: true,
    condition: '',
    schools: demo.ownSchools,
    pupils: demo.ownPupils,
    share: '',
    contact: '',
  };
  const others = demo.participations.map((one) => ({
    municipality: nameOf(one.municipality),
    lead: false,
    commitment: one.status,
    agreed: one.agreed,
    condition: one.condition ?? '',
    schools: one.schools,
    pupils: one.pupils,
    share: one.budgetShare ?? '',
    contact: [one.contactRole, one.contactMailbox].filter(Boolean).join(', '),
  }));
  const more = [content.website, [content.contactRole, content.contactMailbox].filter(Boolean).join(', ')];
  return {
    number,
    title: demo.title,
    parties: content.parties,
    goal: content.goal,
    targetGroup: content.targetGroup,
    locations: content.locations,
    activities: content.activities,
    monitoring: content.monitoring,
    funding: content.funding,
    moreInformation: more.filter((text) => text !== '').join('\n\n'),
    participations: others.length > 0 ? [own, ...others] : [],
    details: [
      { label: 'Samenvatting', text: demo.summary },
      { label: 'Werkzame elementen', text: list(content.activeIngredients) },
      { label: 'Lokale invulling', text: content.localForm },
      { label: 'Wat het vraagt om te beginnen', text: content.transferability },
      { label: 'Ongewenste effecten', text: content.unwantedEffects },
    ],
  };
}

export const demoInterventionPapers: InterventionPaper[] = interventions.map((demo) => ({
  ...frameOf(demo.key, demo.municipality, demo.periodFrom, demo.periodTo, demo.publishedDaysAgo),
  ...fieldsOf(demo, null),
}));

const actionOf = (demo: DemoAction): PaperGoal['actions'][number] => ({
  text: demo.text,
  status: demo.status,
  from: yearOf(demo.from),
  until: yearOf(demo.until),
  who: demo.who,
  interventions: demo.interventions.map(titleOf),
});

const goalOf = (demo: DemoGoal, actions: readonly DemoAction[]): PaperGoal => ({
  number: demo.number,
  title: demo.title,
  text: demo.text,
  results: demo.intendedResults.map(({ text, target }) => ({
    text,
    target: target ? { ...target, year: thisYear + target.year } : null,
  })),
  actions: actions.filter(({ goals }) => goals.includes(demo.key)).map(actionOf),
  goals: demo.goals.map((below) => goalOf(below, actions)),
});

function agendaOf(demo: DemoAgenda): AgendaPaper {
  const keys = [...new Set(demo.actions.flatMap((action) => action.interventions))];
  return {
    ...frameOf(demo.key, demo.municipality, demo.periodFrom, demo.periodTo, demo.publishedDaysAgo),
    title: demo.title,
    kind: demo.kind,
    mission: demo.mission,
    background: [{ heading: null, text: demo.background }],
    pillars: [],
    principles: demo.principles,
    goals: demo.goals.map((goal) => goalOf(goal, demo.actions)),
    otherActions: demo.actions.filter(({ goals }) => goals.length === 0).map(actionOf),
    interventions: interventions
      .filter(({ key }) => keys.includes(key))
      .map((one, index) => fieldsOf(one, index + 1)),
    bodies: demo.bodies,
    keyFigures: demo.keyFigures,
    commitments: demo.commitments.map((text, index) => ({ number: index + 1, text })),
    otherAgreements: [],
    addenda: [],
    signatories: demo.signatories.map(({ role, organisation, dateDaysAgo }) => ({
      role,
      organisation,
      portfolio: '',
      place: '',
      date: dayBefore(dateDaysAgo),
    })),
  };
}

export const demoAgendaPapers: AgendaPaper[] = agendas.map(agendaOf);

/** The first demo agenda with so many interventions: what a large municipality would print. */
export function largeAgendaPaper(count: number): AgendaPaper {
  const [first] = demoAgendaPapers;
  if (!first) throw new Error('the demo has no agenda');
  return {
    ...first,
    interventions: interventions.slice(0, count).map((one, index) => fieldsOf(one, index + 1)),
  };
}
