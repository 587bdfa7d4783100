// A form says who wrote it. Who signs in after somebody else on the same computer saves nothing in their own name.
import type { Refused } from './api.ts';
import { readText } from './intervention-form.ts';

/** Null when the writer is who is signed in now, or the form names nobody. */
export function otherWriter(form: FormData, me: App.Locals['me']): Refused | null {
  const writer = readText(form, 'schrijver');
  if (writer === '' || me.account === null || me.account.id === writer) return null;
  return { code: 'account.other_writer', status: 403, fields: [] };
}
