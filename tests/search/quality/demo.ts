// The demo alliance as documents, with the words that the triggers index of a publication (wall.index_intervention,
// wall.index_agenda): its last version, its last agenda.
import { readAgenda } from '@kansenplein/documents';
import type { TestDocument } from '@kansenplein/search/conformance';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agendas } from '../../../apps/api/demo/agendas.ts';
import { documents as imported } from '../../../apps/api/demo/imported.ts';
import { interventions } from '../../../apps/api/demo/interventions.ts';
import type { DemoAgenda, DemoGoal, DemoIntervention } from '../../../apps/api/demo/types.ts';
import { findMunicipalityName, municipalityNames } from '../../../packages/core/src/municipalities/names.ts';
import type { Judged } from './corpus.ts';
import { demoReadings } from './demo-facts.ts';

/** The demo is dated from today; a judged set is not. */
const today = Date.UTC(2026, 9, 1);
const thisYear = 2026;
const folder = join(import.meta.dirname, '../../../apps/api/demo');

const nameOf = (code: string) => findMunicipalityName(code) ?? '';
const at = (daysAgo: number) => new Date(today - daysAgo * 86_400_000).toISOString();
const lines = (parts: readonly (string | undefined)[]) => parts.filter((part) => part).join('\n');

let made = 0;
function judged(
  key: string,
  parts: Pick<
    TestDocument,
    'kind' | 'municipality' | 'title' | 'head' | 'rest' | 'themes' | 'phases' | 'at'
  > & {
    visibility: DemoIntervention['visibility'];
  },
  facts: Pick<Judged['facts'], 'phases' | 'programmes' | 'years'>,
): Judged {
  const reading = demoReadings[key];
  if (!reading) throw new Error(`${key} was not read`);
  const [about, also, touches] = reading;
  const { visibility, ...shown } = parts;
  made += 1;
  return {
    document: {
      ...shown,
      id: `00000000-0000-4000-a000-${String(made).padStart(12, '0')}`,
      address: key,
      scopes: [visibility === 'municipality' ? `municipality:${parts.municipality}` : visibility],
    },
    facts: { about, also, touches, municipality: parts.municipality, ...facts },
  };
}

function interventionOf(demo: DemoIntervention): Judged {
  const last = (demo.versions ?? []).reduce<DemoIntervention>(
    (stands, { changes }) => ({ ...stands, ...changes, content: { ...stands.content, ...changes.content } }),
    demo,
  );
  const { content, phases, programmes, themes, municipality, title, visibility } = last;
  return judged(
    demo.key,
    {
      kind: 'intervention',
      municipality,
      title,
      head: last.summary,
      rest: lines([
        nameOf(municipality),
        content.goal,
        content.targetGroup,
        content.activities,
        ...content.activeIngredients,
        content.monitoring,
        content.parties,
        content.locations,
        content.funding,
        content.localForm,
        content.transferability,
        content.unwantedEffects,
      ]),
      themes,
      phases,
      at: at(demo.versions?.at(-1)?.daysAgo ?? demo.publishedDaysAgo ?? 0),
      visibility,
    },
    { phases, programmes, years: null },
  );
}

const textOfGoals = (goals: readonly DemoGoal[]): string[] =>
  goals.flatMap((goal) => [
    goal.title,
    goal.text,
    ...goal.intendedResults.map((result) => result.text),
    ...textOfGoals(goal.goals),
  ]);

function agendaOf(demo: DemoAgenda): Judged {
  return judged(
    demo.key,
    {
      kind: 'agenda',
      municipality: demo.municipality,
      title: demo.title,
      head: demo.mission,
      rest: lines([
        nameOf(demo.municipality),
        ...textOfGoals(demo.goals),
        ...demo.actions.map((action) => action.text),
        ...demo.principles.flatMap(({ title, text }) => [title, text]),
        demo.background,
        ...demo.bodies.map((body) => body.name),
        ...demo.keyFigures,
      ]),
      themes: [],
      phases: [],
      at: at(demo.publishedDaysAgo ?? 0),
      visibility: demo.visibility,
    },
    { phases: [], programmes: ['gka'], years: [thisYear + demo.periodFrom, thisYear + demo.periodTo] },
  );
}

/** The two papers, read as an editor brings them in; the agenda is found by the whole of its text. */
async function ofPaper({
  file,
  interventions: added,
  publishedDaysAgo,
}: (typeof imported)[number]): Promise<Judged[]> {
  const bytes = await readFile(join(folder, file));
  const answer = readAgenda(bytes, 'text/plain', { municipalities: municipalityNames });
  if (!answer.ok) throw new Error(`${file} could not be read`);
  const key = file.replace('.txt', '');
  const municipality = key === 'brunssum' ? 'gm0899' : 'gm1952';
  const { draft } = answer;
  const shared = { municipality, at: at(publishedDaysAgo), visibility: 'public' as const };
  const years: [number, number] = key === 'brunssum' ? [2021, 2024] : [2023, 2026];
  const agenda = judged(
    `agenda-${key}`,
    {
      ...shared,
      kind: 'agenda',
      title: draft.title?.text ?? '',
      head: draft.mission?.text ?? '',
      rest: lines([nameOf(municipality), bytes.toString('utf8')]),
      themes: [],
      phases: [],
    },
    { phases: [], programmes: ['gka'], years },
  );
  const made = draft.interventions.map(({ fields }, index) => {
    const {
      summary = '',
      themes = [],
      phases = [],
      programmes = [],
      activeIngredients = [],
    } = added[index] ?? {};
    return judged(
      `${key}-${index + 1}`,
      {
        ...shared,
        kind: 'intervention',
        title: fields.title?.text ?? '',
        head: summary,
        rest: lines([
          nameOf(municipality),
          fields.goal?.text,
          fields.targetGroup?.text,
          fields.activities?.text,
          ...activeIngredients,
          fields.monitoring?.text,
          fields.parties?.text,
          fields.locations?.text,
          fields.funding?.text,
        ]),
        themes,
        phases,
      },
      { phases, programmes, years: null },
    );
  });
  return [agenda, ...made];
}

export const demoDocuments = async (): Promise<Judged[]> => [
  ...interventions
    .filter(({ state, visibility }) => state === 'published' && visibility !== 'municipality')
    .map(interventionOf),
  ...agendas.map(agendaOf),
  ...(await Promise.all(imported.map(ofPaper))).flat(),
];
