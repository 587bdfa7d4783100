// The guard that looks at every text before others may read it (AVG): a BSN stops it, the rest needs a reason.
import { invalid } from './errors.ts';
import type { PersonalDataWarning } from './publication.ts';

type Kind = PersonalDataWarning['kind'];

const bsnWord = /\b(?:bsn|burgerservicenummer|sofi-?nummer|persoonsnummer)\b/i;
const digits9 = /(?<![\d.,€/-])(?<!€ )\d{9}(?![\d]|[.,]\d| ?euro)/g;
const groupedDigits9 = /(?<![\d-])\d{3,4}[. -]\d{2,3}[. -]\d{2,3}(?!\d)/g;
const email = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9.-]{0,200}\.[a-z]{2,24}/gi;
const telephone = /(?<![\d/.,])(?:\+31|0031|0)[ .-]?[1-9](?:[ .-]?\d){8}(?!\d)/g;
const iban = /\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b/g;
const title = String.raw`(?:dhr|mw|mevr|mevrouw|meneer|de heer)`;
const initials = String.raw`(?:[A-Z]\.? ?){0,5}`;
const particle = String.raw`(?:(?:van|de|der|den|ter|ten|te|het|'t|in|op) ){0,3}`;
const personName = new RegExp(
  String.raw`\b${title}\.? {1,3}${initials}${particle}[A-Z][\p{L}'-]{1,40}`,
  'giu',
);

/** Weights 9 … 2 and −1: the eleven-test of the BSN (logisch ontwerp BSN, RvIG). */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1{8}$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

const around = (text: string, index: number, length: number) =>
  text
    .slice(Math.max(0, index - 30), index + length + 30)
    .replace(/\s+/g, ' ')
    .trim();

function findBsns(text: string): { index: number; length: number }[] {
  const plain = [...text.matchAll(digits9)];
  // Grouped digits are also dates and telephone numbers: they count only beside the word itself.
  const grouped = [...text.matchAll(groupedDigits9)].filter(({ index }) =>
    bsnWord.test(text.slice(Math.max(0, index - 60), index + 60)),
  );
  return [...plain, ...grouped]
    .filter(([match]) => isBsn(match.replace(/\D/g, '')))
    .map(({ 0: match, index }) => ({ index, length: match.length }));
}

/** What one text tells about persons; in the `contact` field only a BSN counts. */
export function findPersonalData(field: string, text: string, contact = false): PersonalDataWarning[] {
  const warning = (kind: Kind, index: number, length: number): PersonalDataWarning => ({
    field,
    kind,
    excerpt: around(text, index, length),
    blocking: kind === 'bsn',
  });
  const bsns = findBsns(text).map(({ index, length }) => warning('bsn', index, length));
  if (contact) return bsns;
  const patterns: [Kind, RegExp][] = [
    ['email', email],
    ['telephone', telephone],
    ['iban', iban],
    ['name', personName],
  ];
  // The digits of a bank account are no telephone number.
  const withoutIban = text.replace(iban, (account) => ' '.repeat(account.length));
  const others = patterns.flatMap(([kind, pattern]) =>
    [...(kind === 'telephone' ? withoutIban : text).matchAll(pattern)]
      // The title may be written in capitals, a name starts with one: 'de heer en' is no name.
      .filter(({ 0: match }) => kind !== 'name' || /[A-Z][\p{L}'-]{1,40}$/u.test(match))
      .map(({ 0: match, index }) => warning(kind, index, match.length)),
  );
  return [...bsns, ...others];
}

/** Refuses to publish: a BSN always, other personal data unless a reason is given. */
export function guardPersonalData(warnings: readonly PersonalDataWarning[], reason: string | null): void {
  const fields = warnings.map(({ field, kind }) => ({ field, code: kind }));
  const blocking = fields.filter(({ code }) => code === 'bsn');
  if (blocking.length > 0) throw invalid('publication.bsn', blocking);
  if (fields.length > 0 && !reason?.trim()) throw invalid('publication.personal_data', fields);
}
