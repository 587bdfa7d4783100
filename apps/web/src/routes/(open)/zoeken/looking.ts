// What the search page needs for one address: what was found in the shape that was asked, its filters, and what to do
// when there is nothing.
import { facetGroups, kindGroup, withValueSearch } from '#lib/facets.ts';
import type { Query, View } from '#lib/find-query.ts';
import type { Client } from '#lib/server/api.ts';

const PAGE = 20;
const PAPER = 100;

/** A question without which page of it. */
export const questionOf = ({ after: _after, ...question }: Query) => question;

const isChosen = (query: Query): boolean =>
  [query.themes, query.phases, query.courses, query.municipalities, query.regions, query.kinds].some(
    (values) => values.length > 0,
  );

export async function look(api: Client, query: Query, view: View) {
  const question = questionOf(query);
  // Of one kind there is nothing to group.
  const isGrouped = view.shape === 'grouped' && query.kinds.length !== 1;
  const limit = view.shape === 'paper' ? PAPER : PAGE;
  const grouped = isGrouped ? await api.finding.grouped.query(question) : null;
  const list = grouped ? null : await api.finding.find.query({ ...query, limit });
  const found = grouped ?? list;
  if (!found) throw new Error('nothing was asked');
  const values =
    view.wanted === ''
      ? []
      : (await api.finding.values.query({ ...question, wanted: view.wanted })).municipalities;
  const isNothing = found.total === 0 && query.after === null && (query.text !== '' || isChosen(query));
  return {
    grouped,
    list,
    found,
    groups: withValueSearch([...kindGroup(found, query), ...facetGroups(found, query)], 'gemeente', {
      field: 'gemeentenaam',
      label: 'Zoek een gemeente',
      typed: view.wanted,
      found: values,
    }),
    wider: isNothing ? await api.finding.wider.query(question) : null,
  };
}

export type Looked = Awaited<ReturnType<typeof look>>;
