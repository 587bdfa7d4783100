// The filter of the log, from the address of the page and back: everything in the URL, what makes no sense left out.
import type { TrailFilter } from '../wire.ts';

const OUTCOMES = ['done', 'denied', 'failed'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const day = (text: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** Names in the address are Dutch, because people see them. */
export function filterFrom(query: URLSearchParams): TrailFilter {
  const read = (name: string): string => (query.get(name) ?? '').trim();
  const action = read('actie');
  const person = read('persoon');
  const object = read('object').slice(0, 120);
  const found = {
    from: day(read('van')),
    until: day(read('tot')),
    action: /^[a-z]+(\.[a-z_]+)?$/.test(action) ? action.slice(0, 100) : undefined,
    person: UUID.test(person) ? person : undefined,
    object: object === '' ? undefined : object,
    outcome: OUTCOMES.find((known) => known === read('uitkomst')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const DUTCH = {
  from: 'van',
  until: 'tot',
  action: 'actie',
  person: 'persoon',
  object: 'object',
  outcome: 'uitkomst',
} as const satisfies Record<keyof TrailFilter, string>;

/** `?van=…&actie=…`, or nothing when nothing is chosen. */
export function queryOf(filter: TrailFilter, more: Record<string, string> = {}): string {
  const chosen = Object.entries(DUTCH).flatMap(([key, name]): [string, string][] => {
    const value = filter[key as keyof TrailFilter];
    return value === undefined ? [] : [[name, value]];
  });
  const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString();
  return query === '' ? '' : `?${query}`;
}
