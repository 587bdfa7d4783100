import { fail } from '@sveltejs/kit';
import { attempt, type Refused } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const ROLES = ['reader', 'editor', 'publisher', 'administrator'] as const;

export const load: PageServerLoad = async ({ locals }) => ({
  people: await locals.api.accounts.people.query(),
});

const roleFrom = (form: FormData) => ROLES.find((role) => role === form.get('rol')) ?? 'reader';
const textFrom = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

const told = (refused: Refused | null, done: string, address = '') =>
  refused ? fail(refused.status, { code: refused.code, done: '', address }) : { code: '', done, address: '' };

export const actions: Actions = {
  uitnodigen: async ({ request, locals }) => {
    const form = await request.formData();
    const address = textFrom(form, 'adres');
    const { refused } = await attempt(locals.api.accounts.invite.mutate({ address, role: roleFrom(form) }));
    return told(refused, `De uitnodiging voor ${address} is verstuurd.`, address);
  },
  intrekken: async ({ request, locals }) => {
    const id = textFrom(await request.formData(), 'id');
    const { refused } = await attempt(locals.api.accounts.revokeInvitation.mutate({ id }));
    return told(refused, 'De uitnodiging is ingetrokken.');
  },
  rol: async ({ request, locals }) => {
    const form = await request.formData();
    const change = { membership: textFrom(form, 'lidmaatschap'), role: roleFrom(form) };
    const { refused } = await attempt(locals.api.accounts.changeRole.mutate(change));
    return told(refused, 'De rol is gewijzigd.');
  },
  beeindigen: async ({ request, locals }) => {
    const membership = textFrom(await request.formData(), 'lidmaatschap');
    const { refused } = await attempt(locals.api.accounts.endMembership.mutate({ membership }));
    return told(refused, 'Het lidmaatschap is beëindigd.');
  },
};
