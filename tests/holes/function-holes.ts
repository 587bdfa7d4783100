// Holes in what a function of the wall derives: where it takes a value from, not whom it asks (catalogue-holes.ts).
import { rewritten } from '../support/planting.ts';
import type { DatabaseHole } from './hole.ts';
import { notificationHoles } from './notification-holes.ts';

/** One text in the body of a function becomes another; it must be there. */
export const functionHole = (
  family: string,
  name: string,
  signature: string,
  [from, to]: readonly [from: string, to: string],
  table: string,
): DatabaseHole => ({
  where: 'database',
  family,
  name: `${family}: ${name}`,
  table,
  sql: rewritten(signature, from, to),
});

const derives = (name: string, signature: string, from: string, to: string, table: string) =>
  functionHole('derived', name, signature, [from, to], table);

const review = 'wall.derive_review()';
const page =
  'wall.search_page(text,text,text,text,text[],text[],text[],text[],text[],boolean,integer,timestamptz,integer,integer)';

export const functionHoles: readonly DatabaseHole[] = [
  ...notificationHoles,
  derives(
    'what was said is seen by whoever reads the draft',
    review,
    `new.visible_to := array['municipality:' || owner_of];`,
    `execute format('select d.visible_to from %I d where d.id = $1', tg_argv[0]) into new.visible_to using new.document_id;`,
    'intervention_remark',
  ),
  derives(
    'an answer belongs to a remark on something else',
    review,
    'and r.document_id = $2',
    'and $2 is not null',
    'intervention_remark',
  ),
  derives(
    'who said it is what the statement says',
    review,
    'new.by_account := wall.app_account();',
    'new.by_account := coalesce(new.by_account, wall.app_account());',
    'intervention_remark',
  ),
  derives(
    'in which role is what the statement says',
    review,
    'new.by_role := wall.app_role();',
    'new.by_role := coalesce(new.by_role, wall.app_role());',
    'agenda_step',
  ),
  derives(
    'when is what the statement says',
    review,
    'new.at := now();',
    'new.at := coalesce(new.at, now());',
    'agenda_remark',
  ),
  derives(
    'an editor says that it was published',
    review,
    `then ':publisher' else ':editor' end`,
    `then ':editor' else ':editor' end`,
    'intervention_step',
  ),
  derives(
    'in which role it was published is what the statement says',
    'wall.keep_published_role()',
    'then wall.app_role() end;',
    'then coalesce(new.published_role, wall.app_role()) end;',
    'intervention_version',
  ),
  derives(
    'whose adoption it is, is what the statement says',
    'wall.derive_adoption()',
    'new.municipality := (select i.municipality from intervention i where i.id = new.intervention_id);',
    'new.municipality := coalesce(new.municipality, (select i.municipality from intervention i where i.id = new.intervention_id));',
    'adoption',
  ),
  derives(
    'how rare a word is, is counted over what nobody else may read too',
    'wall.search_count_words()',
    "where 'public' = any(a.scopes)",
    'where cardinality(a.scopes) > 0',
    'search_frequency',
  ),
  derives(
    'what resembles a page is asked of everything there is',
    'wall.search_related(uuid,uuid[],integer)',
    ':= wall.app_audiences();',
    ':= (select array_agg(every.id) from audience every);',
    'search_document',
  ),
  derives(
    'a page of a search is asked of everything there is',
    page,
    'auds int[] := wall.app_audiences();',
    'auds int[] := (select array_agg(every.id) from audience every);',
    'search_vector',
  ),
  derives(
    'a count of what is found counts what is named instead of what is seen',
    'wall.search_counts(integer[],text,text[],text[],text[],text[],text[],boolean)',
    'select unnest(wall.app_audiences()) intersect select unnest(wanted)',
    'select unnest(wanted)',
    'search_vector',
  ),
  derives(
    'what somebody meant is a word of others',
    'wall.search_meant(text)',
    'auds constant int[] := wall.app_audiences();',
    'auds constant int[] := (select array_agg(every.id) from audience every);',
    'search_vector',
  ),
  derives(
    'a question that is kept looks with the rights of another',
    'wall.derive_saved_search()',
    'm.id = new.membership_id and m.account_id = new.account_id and',
    'm.id = new.membership_id and',
    'saved_search',
  ),
  derives(
    'an errand outlives its five minutes',
    'wall.enter_errand(text)',
    's.errand_until > now()',
    's.errand_until is not null',
    'saved_search',
  ),
  derives(
    'an older errand tells what was told',
    'wall.tell_alert(uuid, text, timestamptz, text, text, text, jsonb)',
    's.errand_hash = errand and',
    'errand is not null and',
    'saved_search',
  ),
];
