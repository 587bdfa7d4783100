import { conceptsWith, groupsOf } from '#lib/concepts.ts';
import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { concepts } = await locals.api.finding.concepts.query();
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
  const byTheme = url.searchParams.get('op') === 'thema';
  const shown = text === '' ? concepts : conceptsWith(concepts, text);
  return {
    list: new OnServer({
      text,
      byTheme,
      total: concepts.length,
      shown: shown.length,
      // A few words need no letters above them.
      flat: text !== '' && !byTheme,
      groups:
        text !== '' && !byTheme && shown.length > 0
          ? [{ id: 'gevonden', name: '', concepts: shown }]
          : groupsOf(shown, byTheme ? 'theme' : 'letter'),
    }),
  };
};
