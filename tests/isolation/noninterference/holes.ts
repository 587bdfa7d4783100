// Leaks planted on purpose: a property that finds none of them would prove nothing.
import { rewritten } from '../../support/planting.ts';

const openPolicy = (table: string) => `
  drop policy ${table}_seen on ${table};
  create policy ${table}_seen on ${table} for select to app using (true)`;

export const holes: Readonly<Record<string, string>> = {
  'drafts are seen by everybody': openPolicy('intervention'),
  'published versions are seen by everybody': openPolicy('intervention_version'),
  'files are had by everybody': openPolicy('file'),
  // Who may see is asked in both places: only without both something is told.
  'counts add up every audience': `${rewritten(
    'wall.search_generations()',
    'where a.id = any((select wall.app_audiences())::int[])',
    '',
  )};
  ${rewritten(
    'wall.search_counts(int[], text, text[], text[], text[], text[], text[], boolean)',
    'array(select unnest(wall.app_audiences()) intersect select unnest(wanted))',
    'wanted',
  )}`,
  'suggestions come from every word': rewritten(
    'wall.search_suggest(text, text, integer)',
    'd.audience = any(auds)',
    'true',
  ),
  'a title is unique across owners': 'create unique index intervention_title on intervention (title)',
  'who withdrew stays inside': rewritten('wall.insiders(uuid, text)', `and p.commitment <> 'withdrawn'`, ''),
};
