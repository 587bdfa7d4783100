// From the editor to the page that finds and adds parties, with nothing that was typed left behind.
import { redirect } from '@sveltejs/kit';
import { readText } from '#lib/server/intervention-form.ts';
import { saving, type Event } from './saving.ts';

export const toParties = (event: Event) =>
  saving(
    event,
    async (form) => {
      const asked = new URLSearchParams({ q: readText(form, 'partySearch').trim() });
      return redirect(303, `${event.url.pathname}/partijen?${asked}`);
    },
    'bewaard',
  );
