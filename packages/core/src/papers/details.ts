// What an intervention holds beside the nine fields of the template: one row each on paper, read back by its label. The
// writer and the reader of a row stand beside one another, so that neither can change alone.
import { amountOf, amountWords, plainMarkdown } from '@kansenplein/documents';
import type { Attached } from '../files/index.ts';
import { InterventionContent } from '../interventions/index.ts';
import { plainText } from '../kernel/index.ts';
import { lineOf, listOfNamed, type Named, namedIn } from './naming.ts';
import { costWords, courseWords, fileWords, phaseWords, programmeWords, themeWords } from './words.ts';

export const relationFields = ['evaluates', 'partOf', 'replaces'] as const;
export type RelationField = (typeof relationFields)[number];
export type Relations = Readonly<Record<RelationField, readonly Named[]>>;

/** What an intervention names or has with it: of everything only what the reader may see. */
export interface Surroundings {
  readonly relations: Relations;
  readonly organisations: readonly Named[];
  readonly attachments: readonly Attached[];
}

/** Without who may read it: only whether that is not everybody, see `readers`. */
export type Described = Omit<InterventionContent, RelationField | 'organisations'>;

interface Detail {
  readonly label: string;
  /** Markdown; '' is left out. */
  write(content: Described): string;
  /** What the row says, as far as it can be understood. */
  read(text: string): Partial<Described>;
}

const itemsOf = (text: string): string[] =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const listOf = (items: readonly string[]) =>
  items.map((item) => `- ${plainMarkdown(item).replaceAll('\n', ' ')}`).join('\n');

const prose = (label: string, field: 'localForm' | 'transferability' | 'unwantedEffects'): Detail => ({
  label,
  write: (content) => content[field],
  read: (text) => ({ [field]: text }),
});

/** Choices from a closed list, in its own words. */
function chosen<Field extends 'themes' | 'phases' | 'programmes'>(
  label: string,
  field: Field,
  words: Readonly<Record<string, string>>,
): Detail {
  const codes = new Map(Object.entries(words).map(([code, word]) => [word, code]));
  return {
    label,
    write: (content) => listOf(content[field].map((code) => words[code] ?? code)),
    read: (text) => {
      const known = itemsOf(text).flatMap((word) => codes.get(word) ?? []);
      return { [field]: known } as Partial<Described>;
    },
  };
}

function oneOf<Field extends 'course' | 'costBand'>(
  label: string,
  field: Field,
  words: Readonly<Record<string, string>>,
): Detail {
  return {
    label,
    write: (content) => words[content[field] ?? ''] ?? '',
    read: (text) => {
      const code = Object.keys(words).find((each) => words[each] === lineOf(text));
      return code === undefined ? {} : ({ [field]: code } as Partial<Described>);
    },
  };
}

const between = / tot en met /;

/** '4 tot en met 12 jaar', 'vanaf 2024', 'tot en met 2026'; '' when both are open. */
export function rangeWords(from: number | null, to: number | null, unit = ''): string {
  if (from !== null && to !== null) return `${from} tot en met ${to}${unit}`;
  if (from !== null) return `vanaf ${from}${unit}`;
  return to === null ? '' : `tot en met ${to}${unit}`;
}

/** What `rangeWords` said; open ends where it is understood only in part. */
export function rangeIn(text: string): { from: number | null; to: number | null } {
  const line = lineOf(text).replace(/ jaar$/, '');
  const number = (part: string | undefined) => (/^\d{1,4}$/.test(part ?? '') ? Number(part) : null);
  if (line.startsWith('vanaf ')) return { from: number(line.slice(6)), to: null };
  if (line.startsWith('tot en met ')) return { from: null, to: number(line.slice(11)) };
  const [from, to] = line.split(between);
  return { from: number(from), to: number(to) };
}

const readerWords = {
  alliance: 'wie is ingelogd',
  municipality: 'de eigen gemeente en wie meedoet',
} as const;

const details: readonly Detail[] = [
  {
    label: 'Samenvatting',
    write: ({ summary }) => plainMarkdown(summary),
    read: (text) => ({ summary: lineOf(text) }),
  },
  {
    label: 'Wat moet blijven',
    write: ({ activeIngredients }) => listOf(activeIngredients),
    read: (text) => ({ activeIngredients: itemsOf(text) }),
  },
  prose('Eigen vorm', 'localForm'),
  prose('Om elders te beginnen', 'transferability'),
  prose('Ongewenste effecten', 'unwantedEffects'),
  chosen('Thema’s', 'themes', themeWords),
  chosen('Onderwijs', 'phases', phaseWords),
  chosen('Hoort bij', 'programmes', programmeWords),
  {
    label: 'Leeftijd',
    write: ({ ageFrom, ageTo }) => rangeWords(ageFrom, ageTo, ' jaar'),
    read: (text) => {
      const { from, to } = rangeIn(text);
      return { ageFrom: from, ageTo: to };
    },
  },
  {
    label: 'Jaren',
    write: ({ periodFrom, periodTo }) => rangeWords(periodFrom, periodTo),
    read: (text) => {
      const { from, to } = rangeIn(text);
      return { periodFrom: from, periodTo: to };
    },
  },
  oneOf('Hoe ver het is', 'course', courseWords),
  oneOf('Kosten', 'costBand', costWords),
  {
    label: 'Wat het alles bij elkaar kost',
    write: ({ budget, budgetPer }) => (budget === null ? '' : amountWords({ euros: budget, per: budgetPer })),
    read: (text) => {
      const amount = amountOf(lineOf(text));
      return amount ? { budget: amount.euros, budgetPer: amount.per } : {};
    },
  },
  {
    label: 'Beschreven in',
    write: ({ programmeLinks }) =>
      listOfNamed(programmeLinks.map(({ name, address }) => ({ title: name, address }))),
    // All or nothing: a row of which something cannot be kept is left to a person.
    read: (text) => {
      const links = namedIn(text).map(({ title, address }) => ({ name: title, address }));
      const known = InterventionContent.shape.programmeLinks.safeParse(links);
      return known.success && known.data.length > 0 ? { programmeLinks: known.data } : {};
    },
  },
  {
    label: 'Te lezen voor',
    write: ({ visibility }) => (visibility === 'public' ? '' : readerWords[visibility]),
    read: (text) => {
      const [visibility] = Object.entries(readerWords).find(([, words]) => words === lineOf(text)) ?? [];
      return visibility ? { visibility: visibility as Described['visibility'] } : {};
    },
  },
];

const relationLabels: Record<RelationField, string> = {
  evaluates: 'Is een evaluatie van',
  partOf: 'Is onderdeel van',
  replaces: 'Komt in de plaats van',
};

const organisationsLabel = 'Partijen en scholen';
const attachmentsLabel = 'Bijlagen';

/** Titles with their kind: the files themselves are not in the paper. */
export const attachmentList = (all: readonly Attached[]) =>
  listOf(all.map(({ title, type }) => `${title} (${fileWords[type]})`));

/** The rows of an intervention; what is empty has none. */
export function detailsOf(
  content: Described,
  { relations, organisations, attachments }: Surroundings,
): { label: string; text: string }[] {
  return [
    ...details.map(({ label, write }) => ({ label, text: write(content) })),
    ...relationFields.map((field) => ({
      label: relationLabels[field],
      text: listOfNamed(relations[field]),
    })),
    { label: organisationsLabel, text: listOfNamed(organisations) },
    { label: attachmentsLabel, text: attachmentList(attachments) },
  ].filter(({ text }) => text !== '');
}

interface Row {
  readonly label: string;
  readonly text: string;
}

/** What the rows of a paper say; `left`: what is not understood, for the person who looks over the document. */
export function readDetails(rows: readonly Row[]): {
  content: Partial<Described>;
  relations: Relations;
  organisations: readonly Named[];
  left: readonly Row[];
} {
  const content: Partial<Described> = {};
  const organisations: Named[] = [];
  const left: Row[] = [];
  const relations: Record<RelationField, Named[]> = { evaluates: [], partOf: [], replaces: [] };
  for (const { label, text } of rows) {
    const field = relationFields.find((each) => relationLabels[each] === label);
    if (field) relations[field] = namedIn(text);
    else if (label === organisationsLabel) organisations.push(...namedIn(text));
    else if (label !== attachmentsLabel) {
      const read = details.find((each) => each.label === label)?.read(text) ?? {};
      if (Object.keys(read).length === 0) left.push({ label, text });
      Object.assign(content, read);
    }
  }
  return { content, relations, organisations, left };
}
