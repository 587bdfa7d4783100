-- The best first: what a document says of the question, weighed. Why it is so: packages/search/decisions, the one on ranking.

set local role wall;
--> statement-breakpoint
-- A page of answers. The first hundred and twenty by tier and date are weighed, found by wall.search_page, which keeps to the
-- audiences of the transaction before it limits; what comes after them follows by tier and date. A weight follows from the
-- document and the question alone, so it is the same on every page and nothing that somebody may not see moves anything.
--   terms          [{weight 0…1, exact, wide, near (tsqueries; near may be ''), themes, phases}]
--   end_…          where the weighed part ended when its first page was read; null when all was weighed
--   after_score    null on the first page and after the weighed part
-- Points of a term: 100 for its own words in the title, 75 in the summary, 50 in the body (30 in that of an agenda, which
-- names much); a little less in other words; a quarter or less for what is beside it. Its phase on the document is worth 70 and
-- another phase costs 40; its theme adds 15 and other themes cost 40; how often it is said adds some ten. The sum is
-- smaller when terms are missing. Decided over the judged questions (tests/search/quality).
create function wall.search_ranked(
  exact text, wide text, relaxed text, excluded text,
  kinds text[], themes text[], phases text[], municipalities text[], courses text[], terms jsonb,
  end_tier int, end_at timestamptz, end_doc int, after_score int, after_at timestamptz, after_doc int, page_size int
) returns table (
  doc int, kind smallint, municipality smallint, id uuid, at text, tier int, address text, title text, head text,
  score int, end_of_weighed text
)
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1 set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  weighed constant int := 120;
  -- What may be published between two pages without anything being left out.
  meanwhile constant int := 200;
  is_open constant boolean := end_tier is null;
  last_tier int := end_tier;
  last_at timestamptz := end_at;
  last_doc int := end_doc;
  one wall.search_row;
  held wall.search_row[] := '{}';
  end_said text;
  shown int := 0;
begin
  if after_score is not null or is_open then
    for one in
      select p.* from wall.search_page(exact, wide, relaxed, excluded, kinds, themes, phases, municipalities, courses,
        false, null, null, null, case when is_open then weighed else weighed + meanwhile end) p
    loop
      exit when not is_open and (one.tier > end_tier
        or one.tier = end_tier and (one.at::timestamptz, one.doc) < (end_at, end_doc));
      held := held || one;
    end loop;
    if is_open and cardinality(held) = weighed then
      last_tier := held[weighed].tier;
      last_at := held[weighed].at::timestamptz;
      last_doc := held[weighed].doc;
    end if;
    if last_tier is not null then
      end_said := concat_ws(' ', last_tier, to_char(last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        (select d.id from search_document d where d.doc = last_doc));
    end if;
    return query
      with term as materialized (
        select (t ->> 'weight')::float8 as weight, (t ->> 'exact')::tsquery as exact, (t ->> 'wide')::tsquery as wide,
          coalesce(t ->> 'near', '')::tsquery as near,
          (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v
           where v.dimension = 'theme' and t -> 'themes' ? v.value) as theme_mask,
          (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v
           where v.dimension = 'phase' and t -> 'phases' ? v.value) as phase_mask
        from jsonb_array_elements(terms) t
      ), candidate as materialized (
        -- Joined to nothing, a vector is unpacked once instead of for every term.
        select h.*, v.title as in_title, v.head as in_head, v.whole || ''::tsvector as in_whole, d.theme_mask, d.phase_mask,
          case when k.value = 'agenda' then 30 else 50 end as in_body
        from unnest(held) h
        join search_vector v on v.doc = h.doc
        join search_document d on d.doc = h.doc
        join search_value k on k.dimension = 'kind' and k.bit = d.kind
      ), found as (
        select c.doc, c.tier, t.weight,
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
      ), scored as materialized (
        select f.doc, round(10 * (
            sum(f.weight * (case when f.has_phase then greatest(f.said, 70) when f.other_phase then f.said - 40 else f.said end
              + f.by_theme + f.often)) / sum(f.weight)
            * sqrt(sum(f.weight * case when f.has_phase or f.said > 25 then 1 when f.said > 0 then 0.4 else 0 end) / sum(f.weight))
            + case when min(f.tier) < 7 then 10 else 0 end))::int as score
        from found f group by f.doc
      )
      select c.doc, c.kind, c.municipality, c.id, c.at, c.tier, c.address, c.title, c.head, s.score, end_said
      from candidate c join scored s on s.doc = c.doc
      where after_score is null
        or (s.score, c.at::timestamptz, c.doc) < (after_score, search_ranked.after_at, search_ranked.after_doc)
      order by s.score desc, c.at desc, c.doc desc
      limit page_size;
    get diagnostics shown = row_count;
  else
    last_at := after_at;
    last_doc := after_doc;
  end if;
  if shown < page_size and last_tier is not null then
    return query
      select p.doc, p.kind, p.municipality, p.id, p.at, p.tier, p.address, p.title, p.head, null::int, null::text
      from wall.search_page(exact, wide, relaxed, excluded, kinds, themes, phases, municipalities, courses,
        false, last_tier, last_at, last_doc, page_size - shown) p;
  end if;
end
$$;
--> statement-breakpoint
revoke execute on function wall.search_ranked(text, text, text, text, text[], text[], text[], text[], text[], jsonb, int,
  timestamptz, int, int, timestamptz, int, int) from public;
grant execute on function wall.search_ranked(text, text, text, text, text[], text[], text[], text[], text[], jsonb, int,
  timestamptz, int, int, timestamptz, int, int) to app;
--> statement-breakpoint
reset role;
