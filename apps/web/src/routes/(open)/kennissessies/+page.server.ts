import type { FacetGroup } from '#lib/facets.ts';
import { themeLabels } from '#lib/messages/labels.ts';
import { OnServer } from '#lib/on-server.ts';
import { formLabels } from '#lib/knowledge-sessions.ts';
import type { SessionFilter, SessionList } from '#lib/wire.ts';
import type { PageServerLoad } from './$types';

type Counts = SessionList['counts']['themes'];

function group(
  [name, legend]: readonly [string, string],
  counts: Counts,
  labels: Readonly<Record<string, string>>,
  chosen: readonly string[],
): FacetGroup {
  const known = new Set(counts.map(({ value }) => value));
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: '', count: 0 }));
  const options = [...counts, ...gone].map(({ value, label, count }) => ({
    value,
    label: label || (labels[value] ?? value),
    count,
    chosen: chosen.includes(value),
  }));
  return { name, legend, options, search: null };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams;
  const past = asked.get('wanneer') === 'geweest';
  const [themes, forms, hosts] = ['thema', 'vorm', 'organisator'].map((name) => asked.getAll(name)) as [
    string[],
    string[],
    string[],
  ];
  const [startsAt, id] = [asked.get('na'), asked.get('na-id')];
  // What stands in an address is checked by the contract of the API, like everything else that comes in.
  const filter = {
    when: past ? 'past' : 'coming',
    ...{ themes, forms, hosts },
    after: startsAt && id ? { startsAt, id } : null,
  } as SessionFilter;
  const done = await locals.api.knowledgeSessions.list.query(filter);
  const groups = [
    group(['thema', 'Thema'], done.counts.themes, themeLabels, themes),
    group(['vorm', 'Vorm'], done.counts.forms, formLabels, forms),
    group(['organisator', 'Organisator'], done.counts.hosts, { alliance: 'Gelijke Kansen Alliantie' }, hosts),
  ].filter(({ options }) => options.length > 0);
  const onward = new URLSearchParams(asked);
  if (done.next) {
    onward.set('na', done.next.startsAt);
    onward.set('na-id', done.next.id);
  }
  const isNarrowed = themes.length + forms.length + hosts.length > 0;
  return {
    list: new OnServer({ ...done, groups, past, isNarrowed, paging: startsAt !== null }),
    next: done.next ? `/kennissessies?${onward}` : null,
  };
};
