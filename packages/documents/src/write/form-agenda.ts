/** An agenda on the form, in the order in which municipalities sign them; and an addendum, alone or in its agenda. */
import {
  actionColumns,
  chapters,
  dutchHistory,
  dutchMoment,
  dutchNumber,
  dutchPeriod,
  dutchYears,
  factLabels,
  kindNames,
  paperNames,
  partNames,
  portfolioLabel,
  progressColumns,
  resultColumns,
  signatoryColumns,
  statusNames,
} from '../form/wording.ts';
import { plainRun, tidyBlocks } from '../form/content.ts';
import { blocksOfMarkdown } from './blocks.ts';
import { interventionParts, numbered } from './form-intervention.ts';
import {
  chapter,
  documentOf,
  flow,
  frontFacts,
  heading,
  itemOf,
  knownRows,
  lineCell,
  linesCell,
  listOf,
  oneLine,
  provenanceParts,
  sections,
  statements,
} from './form.ts';
import type { List } from '../form/content.ts';
import type { Cell, FormDocument, FormPart } from './form.ts';
import type {
  AddendumPaper,
  AgendaPaper,
  PaperAction,
  PaperActionCounts,
  PaperAddendumContent,
  PaperGoal,
  PaperProgress,
  PaperResult,
  PaperSignatory,
} from './paper.ts';

export function agendaForm(paper: AgendaPaper): FormDocument {
  const parts = [
    heading(1, paper.title),
    frontFacts(paper, kindNames[paper.kind]),
    ...chapter(2, 'mission', flow(blocksOfMarkdown(paper.mission))),
    ...chapter(2, 'background', sections(3, paper.background)),
    ...chapter(2, 'pillars', statements(3, paper.pillars)),
    ...chapter(2, 'principles', statements(3, paper.principles)),
    ...chapter(
      2,
      'goals',
      paper.goals.flatMap((goal) => goalParts(3, goal)),
    ),
    ...chapter(2, 'otherActions', actionParts(paper.otherActions)),
    ...chapter(2, 'progress', paper.progress ? progressParts(paper.progress) : []),
    ...chapter(
      2,
      'interventions',
      paper.interventions.flatMap((one) => [
        heading(3, `${numbered(one.number)}: ${one.title}`),
        ...interventionParts(4, one),
      ]),
    ),
    ...chapter(
      2,
      'bodies',
      statements(
        3,
        paper.bodies.map(({ name, text }) => ({ title: name, text })),
      ),
    ),
    ...chapter(2, 'organisations', flow(blocksOfMarkdown(paper.organisations ?? ''))),
    ...chapter(2, 'keyFigures', keyFigureParts(paper.keyFigures)),
    ...chapter(2, 'commitments', commitmentParts(paper.commitments)),
    ...chapter(2, 'otherAgreements', sections(3, paper.otherAgreements)),
    ...chapter(
      2,
      'addenda',
      paper.addenda.flatMap((one) => addendumParts(one)),
    ),
    ...chapter(2, 'attachments', flow(blocksOfMarkdown(paper.attachments ?? ''))),
    ...chapter(2, 'signatures', signatureParts(paper.signatories)),
    ...provenanceParts(paper),
  ];
  return documentOf(paper, parts);
}

export function addendumForm(paper: AddendumPaper): FormDocument {
  const parts = [
    heading(1, paper.title),
    frontFacts(paper, `${paperNames.addendum} bij een ${kindNames[paper.kind]}`, {
      agenda: paper.agenda,
      signedOn: paper.signedOn ?? null,
    }),
    ...chapter(2, 'content', sections(3, paper.text)),
    ...chapter(2, 'signatures', signatureParts(paper.signatories)),
    ...provenanceParts(paper),
  ];
  return documentOf(paper, parts);
}

function addendumParts(addendum: PaperAddendumContent): FormPart[] {
  const { title, period, status, signedOn = null, text, signatories } = addendum;
  const rows = knownRows([
    [factLabels.period, dutchPeriod(period)],
    [factLabels.status, status],
    [factLabels.signedOn, signedOn && dutchMoment(signedOn)],
  ]);
  const signed = signatureParts(signatories);
  return [
    heading(3, title),
    ...(rows.length > 0 ? [{ kind: 'facts' as const, name: paperNames.addendum, rows }] : []),
    ...sections(4, text),
    ...(signed.length > 0 ? [heading(4, chapters.signatures), ...signed] : []),
  ];
}

/** 'Doelstelling 1.2: …': a title may begin with a number of its own. */
function goalParts(level: number, goal: PaperGoal): FormPart[] {
  const number = goal.number === null || goal.number === '' ? '' : ` ${goal.number}`;
  const results = resultParts(goal.results);
  const actions = actionParts(goal.actions);
  const inside = Math.min(level + 1, 6);
  return [
    heading(level, `Doelstelling${number}: ${goal.title}`),
    ...flow(blocksOfMarkdown(goal.text)),
    ...(results.length > 0 ? [heading(inside, partNames.results), ...results] : []),
    ...(actions.length > 0 ? [heading(inside, partNames.actions), ...actions] : []),
    ...goal.goals.flatMap((below) => goalParts(level + 1, below)),
  ];
}

/** A list while there is nothing to put beside the results, else a table. */
function resultParts(results: PaperResult[]): FormPart[] {
  const cells = results.map(({ text }) => blocksOfMarkdown(text));
  const list = results.every(({ target }) => target === null) ? listOf(cells) : null;
  if (list !== null || results.length === 0) return list ? [list] : [];
  const rows = results.map(({ target }, index): Cell[] => [
    cells[index] ?? [],
    lineCell(typeof target?.value === 'number' ? dutchNumber(target.value) : ''),
    lineCell(target?.unit ?? ''),
    lineCell(target?.year?.toString() ?? ''),
  ]);
  const columns = resultColumns.map((label, index) => ({
    label,
    share: [0.55, 0.17, 0.17, 0.11][index] ?? 0,
  }));
  return [{ kind: 'table', name: partNames.results, columns, rows, forSigning: false }];
}

function actionParts(actions: PaperAction[]): FormPart[] {
  const cells = actions.map(({ text }) => blocksOfMarkdown(text));
  const isBare = actions.every(
    ({ status, from, until, who, interventions }) =>
      status === null && from === null && until === null && who === '' && interventions.length === 0,
  );
  const list = isBare ? listOf(cells) : null;
  if (list !== null || actions.length === 0) return list ? [list] : [];
  const linked = actions.some(({ interventions }) => interventions.length > 0);
  const shares = linked ? [0.34, 0.18, 0.16, 0.11, 0.21] : [0.48, 0.2, 0.19, 0.13];
  const columns = actionColumns
    .slice(0, shares.length)
    .map((label, index) => ({ label, share: shares[index] ?? 0 }));
  const rows = actions.map((action, index): Cell[] =>
    [
      cells[index] ?? [],
      lineCell(action.who),
      lineCell(dutchYears(action.from, action.until)),
      linesCell([
        action.status === null ? '' : statusNames[action.status],
        ...(action.status === null ? [] : dutchHistory(action.history ?? [])),
      ]),
      linesCell(action.interventions),
    ].slice(0, shares.length),
  );
  return [{ kind: 'table', name: partNames.actions, columns, rows, forSigning: false }];
}

/** What follows from the goals and actions above; read back it is nothing. */
function progressParts({ goals, all, measured }: PaperProgress): FormPart[] {
  const row = (name: string, { done, underWay, planned, stopped, late }: PaperActionCounts): Cell[] =>
    [name, ...[done, underWay, planned, stopped, late].map(String)].map(lineCell);
  const columns = progressColumns.map((label, index) => ({ label, share: index === 0 ? 0.4 : 0.12 }));
  const rows = [...goals.map(({ name, counts }) => row(name, counts)), row('Alle acties', all)];
  const { results, measurable } = measured;
  const told = `${measurable} van ${results} ${results === 1 ? 'beoogd resultaat is' : 'beoogde resultaten zijn'} meetbaar: de tekst zegt wie, hoeveel, wanneer en waarmee het gemeten wordt.`;
  return [
    { kind: 'table', name: chapters.progress, columns, rows, forSigning: false },
    {
      kind: 'remark',
      text: `Een actie kan bij meer doelen horen; in het totaal telt zij één keer.${results > 0 ? ` ${told}` : ''}`,
    },
  ];
}

function keyFigureParts(figures: string[]): FormPart[] {
  const items = figures
    .map(oneLine)
    .filter((figure) => figure !== '')
    .map((figure) => ({ words: [plainRun(figure)], lists: [] }));
  return items.length > 0 ? flow([{ kind: 'list', ordered: false, start: 1, items }]) : [];
}

/** Every commitment keeps its own number; one list as long as they count on. */
function commitmentParts(commitments: AgendaPaper['commitments']): FormPart[] {
  const lists = commitments.map(({ number, text }): List => {
    const item = itemOf(blocksOfMarkdown(text)) ?? { words: [plainRun(oneLine(text))], lists: [] };
    return { kind: 'list', ordered: number !== null, start: number ?? 1, items: [item] };
  });
  return flow(tidyBlocks(lists));
}

const signatureWidths = [0.26, 0.22, 0.14, 0.16, 0.22];

function signatureParts(signatories: PaperSignatory[]): FormPart[] {
  if (signatories.length === 0) return [];
  const rows = signatories.map(({ role, portfolio, organisation, place, date }): Cell[] => [
    linesCell([role, ...(portfolio === '' ? [] : [portfolioLabel + portfolio])]),
    lineCell(organisation),
    lineCell(place),
    lineCell(date === null ? '' : dutchMoment(date)),
    [],
  ]);
  const columns = signatoryColumns.map((label, index) => ({ label, share: signatureWidths[index] ?? 0 }));
  return [{ kind: 'table', name: chapters.signatures, columns, rows, forSigning: true }];
}
