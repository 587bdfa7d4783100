-- What would be found with nothing chosen in a dimension, said beside the total: of a search the rows said it already, of a
-- list the bitmaps say it too.

set local role wall;
--> statement-breakpoint
-- The counts of each audience that has bitmaps. A document that fails in one dimension only counts in the slot of that failure.
create or replace function wall.search_counted_bits(
  audiences int[], kinds text[], themes text[], phases text[], municipalities text[], courses text[], with_facets boolean
) returns table (audience int, slots bigint[], counted int[], keys bigint[], highs bigint[], numbers bigint[])
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
declare
  one record;
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  of_kind bit varying;
  of_theme bit varying;
  of_phase bit varying;
  of_course bit varying;
  of_municipality bit varying;
  but_kind bit varying;
  but_theme bit varying;
  but_phase bit varying;
  but_course bit varying;
  but_municipality bit varying;
begin
  for one in
    select b.audience, b.bits, b.blocks from search_bitmap b where b.audience = any(audiences) and b.dimension = 'all'
  loop
    of_kind := wall.search_bits_of(one.audience, one.bits, 'kind', kinds);
    of_theme := wall.search_bits_of(one.audience, one.bits, 'theme', themes);
    of_phase := wall.search_bits_of(one.audience, one.bits, 'phase', phases);
    of_course := wall.search_bits_of(one.audience, one.bits, 'course', courses);
    of_municipality := case when municipality_bits is null then one.bits else one.bits &
      (select coalesce(string_agg(case when m = any(municipality_bits) then repeat('1', 64) else repeat('0', 64) end, '' order by n), '')::bit varying
       from unnest(one.blocks) with ordinality u(m, n)) end;
    but_municipality := of_kind & of_theme & of_phase & of_course;
    audience := one.audience;
    if with_facets then
      but_kind := of_theme & of_phase & of_course & of_municipality;
      but_theme := of_kind & of_phase & of_course & of_municipality;
      but_phase := of_kind & of_theme & of_course & of_municipality;
      but_course := of_kind & of_theme & of_phase & of_municipality;
      select array_agg(one.audience::bigint * 32 + c.failed), array_agg(c.counted), array_agg(c.key & 4294967295), array_agg(c.key >> 32), array_agg(c.n)
      into slots, counted, keys, highs, numbers
      from (
        select 0 as failed, 31 as counted, 0::bigint as key, bit_count(but_municipality & of_municipality) as n
        union all
        select f.failed, 31, 0, bit_count(f.but & ~f.chosen)
        from (values (1, but_kind, of_kind), (2, but_theme, of_theme), (4, but_phase, of_phase), (8, but_municipality, of_municipality),
          (16, but_course, of_course)) f(failed, but, chosen)
        union all
        select 0, case b.dimension when 'kind' then 15 when 'theme' then 27 when 'phase' then 29 else 30 end,
          case when b.dimension in ('theme', 'phase') then 1::bigint << b.value else b.value end,
          bit_count(b.bits & case b.dimension when 'kind' then but_kind when 'theme' then but_theme when 'phase' then but_phase else but_course end)
        from search_bitmap b where b.audience = one.audience and b.dimension <> 'all'
        union all
        select 0, 23, u.m, sum(bit_count(substring(but_municipality from (u.n * 64 - 63)::int for 64)))::bigint
        from unnest(one.blocks) with ordinality u(m, n) group by u.m) c
      where c.n <> 0;
    else
      slots := array[one.audience::bigint * 32];
      counted := array[31];
      keys := array[0];
      highs := array[0];
      numbers := array[bit_count(but_municipality & of_municipality)];
    end if;
    return next;
  end loop;
end
$$;
--> statement-breakpoint
reset role;
