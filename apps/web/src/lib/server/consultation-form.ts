// The form of a consultation: lists are typed one item per line, so that it works everywhere.
import { fail } from '@sveltejs/kit';
import type { ConsultationText } from '../wire.ts';
import type { Refused } from './api.ts';
import { entriesOf, fieldsOf, numberOrNull, readMany, readText } from './intervention-form.ts';

const linesOf = (form: FormData, name: string): string[] =>
  readText(form, name)
    .split('\n')
    .map((line) => line.replace(/^[\s•*-]+/, '').trim())
    .filter((line) => line !== '');

const reasonFrom = (form: FormData): string | null => readText(form, 'personalDataReason').trim() || null;

export const textFrom = (form: FormData): ConsultationText => ({
  municipalityRoles: linesOf(form, 'municipalityRoles'),
  allianceRoles: linesOf(form, 'allianceRoles'),
  points: linesOf(form, 'points'),
  record: readText(form, 'record'),
  agendas: readMany(form, 'agendas'),
  interventions: readMany(form, 'interventions'),
});

/** What is the same in recording and correcting. */
export const writtenFrom = (form: FormData) => ({
  heldOn: readText(form, 'heldOn'),
  text: textFrom(form),
  personalDataReason: reasonFrom(form),
});

export const stepFrom = (form: FormData, id: string) => ({
  id,
  number: numberOrNull(readText(form, 'number')) ?? 0,
});

export const wordsFrom = (form: FormData) => ({
  words: readText(form, 'words').replace(/\n+/g, ' ').trim(),
  personalDataReason: reasonFrom(form),
});

/** What was refused and everything that was typed. `text.points.0` is the field `points`. */
export const failedWith = (
  refused: Pick<Refused, 'status' | 'code' | 'fields'>,
  form: FormData,
  action: string,
) =>
  fail(refused.status, {
    code: refused.code,
    fields: fieldsOf(
      refused.fields.map(({ field, code }) => ({ field: field.replace(/^text\./, ''), code })),
    ),
    typed: { ...writtenFrom(form), words: readText(form, 'words') },
    entries: entriesOf(form),
    action,
  });
