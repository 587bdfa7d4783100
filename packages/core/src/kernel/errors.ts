// Errors are codes of six classes; the sentences live in the web.
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

export const errorClasses = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  tooMany: 'TOO_MANY_REQUESTS',
} as const satisfies Record<string, TRPC_ERROR_CODE_KEY>;

export type ErrorClass = keyof typeof errorClasses;

/** One field that is wrong: where, and the code of what is wrong with it. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
}

/** A refusal the person can do something about. `code` is `<noun>.<problem>`, such as `intervention.stale`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly class: ErrorClass;
  readonly code: string;
  readonly fields: readonly FieldError[];

  constructor(errorClass: ErrorClass, code: string, fields: readonly FieldError[] = []) {
    super(code);
    this.class = errorClass;
    this.code = code;
    this.fields = fields;
  }
}

/** Unseen and not existing are the same answer. */
export const notFound = (noun: string) => new Refusal('notFound', `${noun}.not_found`);
export const forbidden = (code: string) => new Refusal('forbidden', code);
export const conflict = (code: string) => new Refusal('conflict', code);
export const invalid = (code: string, fields: readonly FieldError[] = []) =>
  new Refusal('invalid', code, fields);
