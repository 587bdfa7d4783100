-- The best first: what documents say of a question, weighed. Why it is so: packages/search/decisions, the one on ranking.

set local role wall;
--> statement-breakpoint
-- Weights of these documents, those that the actor may see. A weight follows from the document and the question alone, so it
-- is the same on every page and nothing that somebody may not see moves anything.
--   terms          [{weight 0…1, exact, wide, near (tsqueries; near may be ''), themes, phases}]
-- Points of a term: 100 for its own words in the title, 75 in the summary, 50 in the body (30 in that of an agenda, which
-- names much); a little less in other words; a quarter or less for what is beside it. Its phase on the document is worth 70 and
-- another phase costs 40; its theme adds 15 and other themes cost 40; how often it is said adds some ten. The sum is
-- smaller when terms are missing. Ten times that. Decided over the judged questions (tests/search/quality).
create function wall.search_weights(docs int[], terms jsonb) returns table (doc int, weight int)
language sql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set enable_seqscan = off
as $$
  with term as materialized (
    select (t ->> 'weight')::float8 as weight, (t ->> 'exact')::tsquery as exact, (t ->> 'wide')::tsquery as wide,
      nullif(t ->> 'near', '')::tsquery as near,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v
       where v.dimension = 'theme' and t -> 'themes' ? v.value) as theme_mask,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v
       where v.dimension = 'phase' and t -> 'phases' ? v.value) as phase_mask
    from jsonb_array_elements(terms) t
  ), candidate as materialized (
    -- Joined to nothing, a vector is unpacked once instead of for every term.
    select d.doc, d.theme_mask, d.phase_mask, v.title as in_title, v.head || ''::tsvector as in_head,
      v.whole || ''::tsvector as in_whole, case when k.value = 'agenda' then 30 else 50 end as in_body
    from search_document d
    join search_vector v on v.doc = d.doc
    join search_value k on k.dimension = 'kind' and k.bit = d.kind
    where d.doc = any(docs) and d.audience = any((select wall.app_audiences())::int[])
  ), said as (
    select c.doc, t.weight,
      case when c.in_title @@ t.exact then 100 when c.in_title @@ t.wide then 95
        when c.in_head @@ t.exact then 75 when c.in_head @@ t.wide then 70
        when c.in_whole @@ t.wide then c.in_body
        when c.in_head @@ t.near then 25 when c.in_whole @@ t.near then 10 else 0 end as said,
      c.phase_mask & t.phase_mask <> 0 as has_phase,
      t.phase_mask <> 0 and c.phase_mask <> 0 and c.phase_mask & t.phase_mask = 0 as other_phase,
      case when c.theme_mask & t.theme_mask <> 0 then 15
        when c.theme_mask <> 0 and t.theme_mask <> 0 then -40 else 0 end as by_theme,
      150 * ts_rank(c.in_whole, t.wide, 1) as often
    from candidate c cross join term t
  )
  select s.doc, round(10 * (
      sum(s.weight * (case when s.has_phase then greatest(s.said, 70) when s.other_phase then s.said - 40 else s.said end
        + s.by_theme + s.often)) / sum(s.weight)
      * sqrt(sum(s.weight * case when s.has_phase or s.said > 25 then 1 when s.said > 0 then 0.4 else 0 end) / sum(s.weight))))::int
  from said s group by s.doc
$$;
--> statement-breakpoint
revoke execute on function wall.search_weights(int[], jsonb) from public;
grant execute on function wall.search_weights(int[], jsonb) to app;
--> statement-breakpoint
reset role;
