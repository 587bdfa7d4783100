// The editor's form as content, and content as it came: what a browser sends is text, lines end in CRLF, empty means none.
import {
  commitmentLabels,
  costLabels,
  courseLabels,
  perLabels,
  phaseLabels,
  programmeLabels,
  themeLabels,
  visibilityLabels,
} from '../messages/labels.ts';
import type { InterventionContent, Part, Participation } from '../wire.ts';

const oneOf = <T extends string>(known: Record<T, unknown>, value: string): T | null =>
  Object.hasOwn(known, value) ? (value as T) : null;

const manyOf = <T extends string>(known: Record<T, unknown>, values: string[]): T[] =>
  values.flatMap((value) => oneOf(known, value) ?? []);

export function numberOrNull(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(number) ? number : null;
}

export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

export function readMany(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Rows of a name and an address; a row that was emptied is no more. */
const programmeLinksFrom = (form: FormData): InterventionContent['programmeLinks'] => {
  const addresses = readMany(form, 'programmeAddress');
  return readMany(form, 'programmeName')
    .map((name, at) => ({ name: name.trim(), address: (addresses[at] ?? '').trim() }))
    .filter(({ name, address }) => name !== '' || address !== '');
};
/** Euros as people write them: '12500', '12.500', '€ 12.500,-'. What is no whole amount comes out as one that is refused. */
export function eurosFrom(text: string): number | null {
  const digits = text.trim().replace(/^€\s*|,(-|00)$/g, '');
  if (digits.trim() === '') return null;
  return /^(\d+|\d{1,3}(\.\d{3})+)$/.test(digits) ? Number(digits.replaceAll('.', '')) : -1;
}

function budgetFrom(form: FormData): Pick<InterventionContent, 'budget' | 'budgetPer'> {
  const budget = eurosFrom(readText(form, 'budget'));
  return {
    budget,
    budgetPer: budget === null ? null : (oneOf(perLabels, readText(form, 'budgetPer')) ?? 'whole'),
  };
}

export function contentFrom(form: FormData): InterventionContent {
  const text = (name: keyof InterventionContent): string => readText(form, name);
  return {
    title: text('title').trim(),
    summary: text('summary').replace(/\n+/g, ' ').trim(),
    parties: text('parties'),
    goal: text('goal'),
    targetGroup: text('targetGroup'),
    locations: text('locations'),
    activities: text('activities'),
    monitoring: text('monitoring'),
    funding: text('funding'),
    website: text('website').trim(),
    contactRole: text('contactRole').trim(),
    contactMailbox: text('contactMailbox').trim(),
    activeIngredients: text('activeIngredients')
      .split('\n')
      .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
      .filter(Boolean),
    localForm: text('localForm'),
    transferability: text('transferability'),
    unwantedEffects: text('unwantedEffects'),
    themes: manyOf(themeLabels, readMany(form, 'themes')),
    phases: manyOf(phaseLabels, readMany(form, 'phases')),
    programmes: manyOf(programmeLabels, readMany(form, 'programmes')),
    ageFrom: numberOrNull(text('ageFrom')),
    ageTo: numberOrNull(text('ageTo')),
    periodFrom: numberOrNull(text('periodFrom')),
    periodTo: numberOrNull(text('periodTo')),
    course: oneOf(courseLabels, text('course')) ?? 'preparation',
    costBand: oneOf(costLabels, text('costBand')),
    // Nothing is shown to more people because a choice did not arrive.
    visibility: oneOf(visibilityLabels, text('visibility')) ?? 'municipality',
    evaluates: readMany(form, 'evaluates'),
    partOf: readMany(form, 'partOf'),
    replaces: readMany(form, 'replaces'),
    organisations: [...new Set(readMany(form, 'organisations'))],
    programmeLinks: programmeLinksFrom(form),
    ...budgetFrom(form),
  };
}

export function commitmentFrom(form: FormData): Participation['commitment'] {
  return oneOf(commitmentLabels, readText(form, 'commitment')) ?? 'intended';
}

/** A choice that did not arrive is no answer: nobody agrees by accident. */
export const answerFrom = (form: FormData): Participation['commitment'] | null =>
  oneOf(commitmentLabels, readText(form, 'commitment'));

export const partFrom = (form: FormData): Omit<Part, 'commitment'> => ({
  budgetEuros: eurosFrom(readText(form, 'budgetEuros')),
  budgetPer: oneOf(perLabels, readText(form, 'budgetPer')),
  pupils: numberOrNull(readText(form, 'pupils')),
  schools: readText(form, 'schools').trim(),
  condition: readText(form, 'condition').replace(/\n+/g, ' ').trim(),
  budgetShare: readText(form, 'budgetShare').trim(),
  contactRole: readText(form, 'contactRole').trim(),
  contactMailbox: readText(form, 'contactMailbox').trim(),
});

/** What only the municipality itself says of its part. */
export const ownPartFrom = (form: FormData) => ({
  ...partFrom(form),
  localForm: readText(form, 'localForm'),
});

export const revisionFrom = (form: FormData): number => numberOrNull(readText(form, 'revision')) ?? 0;

/** Fields as the pages name them, each said once: the API says `content.website`, the form knows `website`. */
export function fieldsOf(
  fields: readonly { field: string; code: string }[],
): { field: string; code: string }[] {
  const named = fields.map(({ field, code }) => ({
    field: field.replace(/^content\./, '').split('.')[0] ?? field,
    code,
  }));
  return named.filter(
    (one, at) => named.findIndex((other) => other.field === one.field && other.code === one.code) === at,
  );
}

/** Every text of a form, so that it can be handed back when it could not be saved. */
export const entriesOf = (form: FormData): { name: string; value: string }[] =>
  [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
