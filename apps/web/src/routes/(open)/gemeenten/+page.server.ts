import { OnServer } from '#lib/on-server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { municipalities } = await locals.api.municipalities.list.query();
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
  const byProvince = url.searchParams.get('op') === 'provincie';
  const onlyJoined = url.searchParams.get('alleen') === 'meedoen';
  const plain = (word: string): string =>
    word
      .normalize('NFD')
      .replace(/[\u0300-\u036f']/g, '')
      .toLowerCase();

  const shown = municipalities.filter(
    (place) =>
      (!onlyJoined || place.joined) &&
      (plain(place.name).includes(plain(text)) || plain(place.province) === plain(text)),
  );
  const letterOf = (name: string): string =>
    plain(name.replace(/^['’]s-/, ''))
      .charAt(0)
      .toUpperCase();
  const groups = Map.groupBy(shown, (place) => (byProvince ? place.province : letterOf(place.name)));
  return {
    list: new OnServer({
      text,
      byProvince,
      onlyJoined,
      total: municipalities.length,
      joined: municipalities.filter((place) => place.joined),
      shown: shown.length,
      groups: [...groups]
        .map(([name, places]) => ({ name, places }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    }),
  };
};
