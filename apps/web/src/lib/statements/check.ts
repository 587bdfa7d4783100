// What a statement must hold before it may be shown: complete, and no date that is still to come.
import type { AccessibilityStatement } from './accessibility.ts';
import type { PrivacyStatement } from './privacy.ts';

const DAY = 86_400_000;
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().startsWith(text);

/** Every text that was left empty, by its place; null may be meant. */
function emptyTexts(value: unknown, place: string): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [`${place} is empty`] : [];
  if (Array.isArray(value))
    return value.length === 0
      ? [`${place} holds nothing`]
      : value.flatMap((each, at) => emptyTexts(each, `${place}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => emptyTexts(each, `${place}.${key}`));
}

function wrongDay(day: string | null, place: string, now: Date): string[] {
  if (day === null) return [];
  if (!isDay(day)) return [`${place} is no day`];
  return Date.parse(day) > now.getTime() ? [`${place} lies in the future`] : [];
}

/** What is wrong with it; empty when it may be shown. */
export const wrongInPrivacy = (statement: PrivacyStatement, now: Date): string[] => [
  ...emptyTexts(statement, 'privacy'),
  ...wrongDay(statement.checkedOn, 'privacy.checkedOn', now),
];

/**
 * The same, with the rules of the five states (digitoegankelijk.nl, 'De status'): A and B rest on an examination of at
 * most three years ago, C on one within six months, and only A has nothing left to mend.
 */
export function wrongInAccessibility(statement: AccessibilityStatement, now: Date): string[] {
  const { status, examinedOn, examinationPlannedBefore: planned, checkedOn, issues } = statement;
  const { issues: _issues, ...rest } = statement;
  const examined = status === 'A' || status === 'B';
  const age = examinedOn === null ? Infinity : now.getTime() - Date.parse(examinedOn);
  const rules: [boolean, string][] = [
    [status === 'E', 'a page that is there cannot say that there is none'],
    [examined && age > 3 * 366 * DAY, `${status} needs an examination of at most three years ago`],
    [
      status === 'C' && (planned === null || Date.parse(planned) - Date.parse(checkedOn) > 184 * DAY),
      'C needs an examination that is planned within six months',
    ],
    [status === 'D' && planned !== null, 'with an examination planned the state is C'],
    [status === 'A' && issues.length > 0, 'A has no known issues'],
    [status !== 'A' && issues.length === 0, `${status} names what does not comply`],
  ];
  return [
    ...emptyTexts(rest, 'accessibility'),
    ...issues.flatMap((issue, at) => emptyTexts(issue, `accessibility.issues[${at}]`)),
    ...issues.flatMap(({ by }, at) =>
      by === null || isDay(by) ? [] : [`accessibility.issues[${at}].by is no day`],
    ),
    ...wrongDay(checkedOn, 'accessibility.checkedOn', now),
    ...wrongDay(examinedOn, 'accessibility.examinedOn', now),
    ...rules.filter(([wrong]) => wrong).map(([, sentence]) => sentence),
  ];
}
