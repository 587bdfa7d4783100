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
      groups: groupsOf(shown, byTheme ? 'theme' : 'letter'),
    }),
  };
};
