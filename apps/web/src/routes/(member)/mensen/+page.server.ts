import { OnServer } from '#lib/on-server.ts';
import { themeLabels } from '#lib/messages/labels.ts';
import type { PageServerLoad } from './$types';

type Theme = keyof typeof themeLabels;
const isTheme = (text: string): text is Theme => Object.hasOwn(themeLabels, text);

export const load: PageServerLoad = async ({ locals, url }) => {
  const read = (name: string): string => (url.searchParams.get(name) ?? '').trim();
  const text = read('q').slice(0, 100);
  const theme = isTheme(read('thema')) ? (read('thema') as Theme) : null;
  const municipality = /^gm\d{4}$/.test(read('gemeente')) ? read('gemeente') : null;
  const [name, handle] = [read('na').slice(0, 200), read('pagina')];
  const after = name !== '' && /^[a-z0-9]{10}$/.test(handle) ? { name, handle } : null;
  const { next, ...found } = await locals.api.people.list.query({ text, theme, municipality, after });
  const kept = Object.entries({ q: text, thema: theme ?? '', gemeente: municipality ?? '' }).filter(
    ([, value]) => value !== '',
  );
  const hrefWith = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...Object.fromEntries(kept), ...more }).toString();
    return query === '' ? '/mensen' : `/mensen?${query}`;
  };
  return {
    found: new OnServer(found),
    chosen: { text, theme, municipality },
    isFiltered: kept.length > 0,
    next: next && hrefWith({ na: next.name, pagina: next.handle }),
    start: after ? hrefWith({}) : null,
  };
};
