// What a text needs before others read it; a draft needs nothing but a title.
import {
  findPersonalData,
  findPersonalDataInMarkdown,
  plainText,
  type PersonalDataWarning,
} from '../kernel/index.ts';
import type { InterventionContent } from './contract.ts';

const required = [
  'title',
  'summary',
  'goal',
  'targetGroup',
  'activities',
  'themes',
  'phases',
  'contactRole',
] as const;

/** Names of the fields that are still empty. */
export const missingFields = (content: InterventionContent): string[] =>
  required.filter((field) => {
    const value = content[field];
    // A text of marks alone says nothing.
    return typeof value === 'string' ? plainText(value).trim() === '' : value.length === 0;
  });

const contactFields = new Set(['contactRole', 'contactMailbox', 'website']);

/** What the guard sees in all texts of an intervention. */
export const personalDataIn = (content: InterventionContent): PersonalDataWarning[] =>
  Object.entries(content).flatMap(([field, value]) => {
    const texts =
      typeof value === 'string'
        ? [value]
        : field === 'activeIngredients'
          ? content.activeIngredients
          : field === 'programmeLinks'
            ? (content.programmeLinks ?? []).map(({ name }) => name)
            : [];
    return texts.flatMap((text) =>
      contactFields.has(field)
        ? findPersonalData(field, text, true)
        : findPersonalDataInMarkdown(field, text),
    );
  });

/** A text of long ago with the fields that came since, empty. */
export const completeContent = (content: InterventionContent): InterventionContent => ({
  ...emptyContent(content.title),
  ...content,
});

export const emptyContent = (title: string): InterventionContent => ({
  title,
  summary: '',
  parties: '',
  goal: '',
  targetGroup: '',
  locations: '',
  activities: '',
  monitoring: '',
  funding: '',
  website: '',
  contactRole: '',
  contactMailbox: '',
  activeIngredients: [],
  localForm: '',
  transferability: '',
  unwantedEffects: '',
  themes: [],
  phases: [],
  programmes: [],
  ageFrom: null,
  ageTo: null,
  periodFrom: null,
  periodTo: null,
  course: 'preparation',
  costBand: null,
  visibility: 'public',
  evaluates: [],
  partOf: [],
  replaces: [],
  organisations: [],
  programmeLinks: [],
  budget: null,
  budgetPer: null,
});
