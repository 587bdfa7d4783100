-- Counts without reading every document, writing by the set, goals and organisations as hits of their own, and how far
-- something is as a filter. Why it is so: packages/search/decisions/0002-counts-from-bitmaps.md.

do $$
declare
  name text;
begin
  foreach name in array array['search_bitmap', 'search_change'] loop
    execute format('create policy %I on public.%I to wall using (true) with check (true)', name || '_wall', name);
    execute format('grant select, insert, update, delete on public.%I to wall', name);
  end loop;
end
$$;
--> statement-breakpoint
-- Bitmaps are read whole: packing them costs more than it saves.
alter table public.search_bitmap alter column bits set storage external;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- writing

-- Every change of what is counted, whoever makes it. Rows only: publishers do not wait for one another here.
create function wall.search_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into search_change (audience, sign, kind, municipality, theme_mask, phase_mask, course)
    select n.audience, 1, n.kind, n.municipality, n.theme_mask, n.phase_mask, n.course from new_rows n;
  elsif tg_op = 'DELETE' then
    insert into search_change (audience, sign, kind, municipality, theme_mask, phase_mask, course)
    select o.audience, -1, o.kind, o.municipality, o.theme_mask, o.phase_mask, o.course from old_rows o;
  else
    insert into search_change (audience, sign, kind, municipality, theme_mask, phase_mask, course)
    select c.* from old_rows o join new_rows n on n.doc = o.doc
    cross join lateral (values
      (o.audience, -1, o.kind, o.municipality, o.theme_mask, o.phase_mask, o.course),
      (n.audience, 1, n.kind, n.municipality, n.theme_mask, n.phase_mask, n.course)) c
    where (o.audience, o.kind, o.municipality, o.theme_mask, o.phase_mask, o.course)
      is distinct from (n.audience, n.kind, n.municipality, n.theme_mask, n.phase_mask, n.course);
  end if;
  return null;
end
$$;
--> statement-breakpoint
revoke execute on function wall.search_changed() from public;
grant execute on function wall.search_changed() to session_user;
--> statement-breakpoint
-- Publishes documents, or replaces them: all of them in a few statements, one or a thousand. An array of objects with
-- kind, id, audience, municipality, address, title, head (shown as summary), rest (searched, and shown as a passage),
-- themes, phases, course, at; no document twice. What stays the same is not written again.
create function wall.search_put_all(documents jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp set jit to off
as $$
declare
  touched int[];
begin
  -- Numbers of new values first: given out in one order, nobody waits for somebody who waits.
  perform wall.search_bit(v.dimension, v.value)
  from (
    select distinct u.dimension, u.value
    from jsonb_to_recordset(documents) as g(kind text, municipality text, course text, themes text[], phases text[])
    cross join lateral (
      values ('kind', array[g.kind]), ('municipality', array[g.municipality]), ('course', array[g.course]),
        ('theme', g.themes), ('phase', g.phases)) d(dimension, held)
    cross join lateral (select d.dimension, held.value from unnest(d.held) held(value)) u
    where u.value <> '' and not exists (select from search_value o where o.dimension = u.dimension and o.value = u.value)
    order by u.dimension, u.value) v;

  with given as materialized (
    select g.id, g.audience, g.at, k.bit as kind, coalesce(m.bit, 0::smallint) as municipality,
      coalesce(c.bit, 0::smallint) as course, coalesce(g.address, '') as address, coalesce(g.title, '') as title,
      coalesce(g.head, '') as head, left(coalesce(g.rest, ''), 300000) as rest,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v where v.dimension = 'theme' and v.value = any(g.themes)) as theme_mask,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v where v.dimension = 'phase' and v.value = any(g.phases)) as phase_mask,
      wall.search_plain(coalesce(g.title, '')) as title_plain, wall.search_plain(left(coalesce(g.head, ''), 20000)) as head_plain,
      wall.search_plain(left(concat_ws(' ', g.rest, g.municipality), 300000)) as rest_plain
    from jsonb_to_recordset(documents) as g(kind text, id uuid, audience int, municipality text, address text, title text,
      head text, rest text, themes text[], phases text[], course text, at timestamptz)
    join search_value k on k.dimension = 'kind' and k.value = g.kind
    left join search_value m on m.dimension = 'municipality' and m.value = nullif(g.municipality, '')
    left join search_value c on c.dimension = 'course' and c.value = nullif(g.course, '')
  ), formed as materialized (
    select g.kind, g.id, g.audience, g.title_plain, g.head_plain, g.rest_plain, wall.search_forms(g.title_plain) as title_forms,
      wall.search_forms(g.head_plain) as head_forms, wall.search_forms(g.rest_plain) as rest_forms
    from given g
  ), placed as (
    insert into search_document as d (audience, kind, municipality, theme_mask, phase_mask, course, at, id)
    select g.audience, g.kind, g.municipality, g.theme_mask, g.phase_mask, g.course, g.at, g.id from given g
    on conflict (kind, id) do update set audience = excluded.audience, municipality = excluded.municipality,
      theme_mask = excluded.theme_mask, phase_mask = excluded.phase_mask, course = excluded.course, at = excluded.at
    returning d.doc, d.kind, d.id
  ), texts as (
    insert into search_text as t (doc, address, title, head, rest)
    select p.doc, g.address, g.title, g.head, g.rest from given g join placed p on p.kind = g.kind and p.id = g.id
    on conflict (doc) do update set address = excluded.address, title = excluded.title, head = excluded.head, rest = excluded.rest
    where (t.address, t.title, t.head, t.rest) is distinct from (excluded.address, excluded.title, excluded.head, excluded.rest)
  ), vectors as (
    insert into search_vector as v (doc, title, head, whole)
    select p.doc, x.title, y.head, y.head || wall.search_lexemes(f.rest_plain, f.rest_forms)
    from formed f join placed p on p.kind = f.kind and p.id = f.id
    cross join lateral (select wall.search_lexemes(f.title_plain, f.title_forms) as title offset 0) x
    cross join lateral (select x.title || wall.search_lexemes(f.head_plain, f.head_forms) as head offset 0) y
    on conflict (doc) do update set title = excluded.title, head = excluded.head, whole = excluded.whole
    where (v.title, v.head, v.whole) is distinct from (excluded.title, excluded.head, excluded.whole)
  ), words as (
    insert into search_word as k (word, stem, open)
    select n.word, coalesce((ts_lexize('dutch_stem', n.word))[1], n.word), n.open
    from (
      select u.word, bool_or('public' = any(a.scopes)) as open
      from formed f join audience a on a.id = f.audience
      cross join lateral unnest(tsvector_to_array(f.title_forms) || tsvector_to_array(f.head_forms) || tsvector_to_array(f.rest_forms)) u(word)
      group by u.word offset 0) n
    -- Most words are known: asked first, because an expression for each word costs more.
    where not exists (select from search_word o where o.word = n.word and (o.open or not n.open))
      and n.word ~ '^[a-z]{3,40}$'
    order by n.word
    on conflict (word) do update set open = true where excluded.open and not k.open
  )
  select array_agg(distinct each.audience) into touched
  from (select g.audience from given g
        union all select d.audience from given g join search_document d on d.kind = g.kind and d.id = g.id) each;

  perform wall.search_touch(touched);
end
$$;
--> statement-breakpoint
drop function wall.search_put(text, uuid, integer, text, text, text, text, text, text[], text[], timestamptz);
--> statement-breakpoint
-- One document.
create function wall.search_put(
  kind text, id uuid, audience int, municipality text, address text, title text, head text, rest text,
  themes text[], phases text[], at timestamptz, course text default ''
) returns void
language sql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select wall.search_put_all(jsonb_build_array(jsonb_build_object('kind', kind, 'id', id, 'audience', audience,
    'municipality', municipality, 'address', address, 'title', title, 'head', head, 'rest', rest,
    'themes', coalesce(themes, '{}'), 'phases', coalesce(phases, '{}'), 'course', course, 'at', at)))
$$;
--> statement-breakpoint
revoke execute on function wall.search_put_all(jsonb) from public;
revoke execute on function wall.search_put(text, uuid, integer, text, text, text, text, text, text[], text[], timestamptz, text) from public;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- bitmaps

-- Makes the bitmaps of an audience anew: what changed until now stands in them afterwards, and its rows go. One statement,
-- so one moment: a publication that comes in between leaves a document and a row of change that both come later.
create function wall.search_pack(of_audience int) returns void
language sql security definer set search_path = pg_catalog, public, wall, pg_temp set jit to off set work_mem to '64MB'
as $$
  with gone as (
    delete from search_change c where c.audience = of_audience
  ), placed as materialized (
    select d.kind, d.course, d.theme_mask, d.phase_mask, d.municipality, o.first + n / 64 as block, (63 - n % 64)::int as place
    from (select d.*, row_number() over (partition by d.municipality order by d.doc) - 1 as n
          from search_document d where d.audience = of_audience) d
    join (select b.municipality, sum(b.blocks) over (order by b.municipality) - b.blocks as first
          from (select m.municipality, (count(*) + 63) / 64 as blocks
                from search_document m where m.audience = of_audience group by m.municipality) b) o
      on o.municipality = d.municipality
  ), block as materialized (
    select p.block, min(p.municipality) as municipality from placed p group by p.block
  ), held as (
    select 'all' as dimension, 0::smallint as value, p.block, bit_or(1::bigint << p.place) as bits from placed p group by p.block
    union all
    select 'kind', p.kind, p.block, bit_or(1::bigint << p.place) from placed p group by p.kind, p.block
    union all
    select 'course', p.course, p.block, bit_or(1::bigint << p.place) from placed p where p.course <> 0 group by p.course, p.block
    union all
    select v.dimension, v.bit, p.block, bit_or(1::bigint << p.place)
    from search_value v join placed p
      on case v.dimension when 'theme' then p.theme_mask else p.phase_mask end & (1::bigint << v.bit) <> 0
    where v.dimension in ('theme', 'phase') group by v.dimension, v.bit, p.block
  ), every as (
    select 'all' as dimension, 0::smallint as value
    union all select v.dimension, v.bit from search_value v where v.dimension in ('kind', 'course', 'theme', 'phase')
  )
  insert into search_bitmap as b (audience, dimension, value, bits, blocks)
  select of_audience, e.dimension, e.value,
    coalesce(string_agg(coalesce(h.bits, 0)::bit(64)::text, '' order by k.block), '')::bit varying,
    case when e.dimension = 'all' then coalesce(array_agg(k.municipality order by k.block) filter (where k.block is not null), '{}') end
  from every e left join block k on true
  left join held h on h.dimension = e.dimension and h.value = e.value and h.block = k.block
  group by e.dimension, e.value
  on conflict (audience, dimension, value) do update set bits = excluded.bits, blocks = excluded.blocks
$$;
--> statement-breakpoint
-- Packs every audience in which much changed; one with few documents needs no bitmaps. Answers how many were packed. One
-- at a time: two that pack the same would each keep the other's moment.
create function wall.search_compact(since int default 500, worth int default 1000) returns int
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  one record;
  packed int := 0;
begin
  perform pg_advisory_xact_lock(7316000430);
  for one in
    select c.audience, exists (select from search_bitmap b where b.audience = c.audience and b.dimension = 'all') as is_packed
    from search_change c group by c.audience having count(*) >= since order by c.audience
  loop
    if one.is_packed or (select count(*) from search_document d where d.audience = one.audience) >= worth then
      perform wall.search_pack(one.audience);
      packed := packed + 1;
    else
      -- Without bitmaps the documents themselves are counted, and nobody reads these rows.
      delete from search_change c where c.audience = one.audience;
    end if;
  end loop;
  return packed;
end
$$;
--> statement-breakpoint
revoke execute on function wall.search_pack(int) from public;
revoke execute on function wall.search_compact(int, int) from public;
grant execute on function wall.search_compact(int, int) to worker;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- reading

drop function wall.search_list(text[], text[], text[], text[], timestamptz, integer, integer);
--> statement-breakpoint
-- The newest, by the index of the dimension chosen, merged: some twenty rows are read for each value chosen, whatever
-- the size. Kept as plain SQL so that its plan is made once a session.
create function wall.search_list(
  kinds text[], themes text[], phases text[], municipalities text[], courses text[], after_at timestamptz, after_doc int, page_size int
) returns setof wall.search_row
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
declare
  auds int[] := wall.app_audiences();
  kind_bits smallint[] := coalesce(wall.search_chosen('kind', kinds),
                                   array(select v.bit from search_value v where v.dimension = 'kind'));
  theme_bits bigint := wall.search_chosen_mask('theme', themes);
  phase_bits bigint := wall.search_chosen_mask('phase', phases);
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  course_bits smallint[] := wall.search_chosen('course', courses);
  last_at timestamptz := coalesce(after_at, 'infinity');
  last_doc int := coalesce(after_doc, 2147483647);
begin
  if municipality_bits is null then
    return query
      select d.doc, d.kind, d.municipality, d.id, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             0, t.address, t.title, t.head
      from (
        select n.* from unnest(kind_bits) as one(bit) cross join lateral (
          select c.* from search_document c
          where c.kind = one.bit and c.audience = any(auds) and (c.at, c.doc) < (last_at, last_doc)
            and (theme_bits is null or c.theme_mask & theme_bits <> 0)
            and (phase_bits is null or c.phase_mask & phase_bits <> 0)
            and (course_bits is null or c.course = any(course_bits))
          order by c.at desc, c.doc desc limit page_size) n
        order by n.at desc, n.doc desc limit page_size) d
      join search_text t on t.doc = d.doc
      order by d.at desc, d.doc desc;
  else
    return query
      select d.doc, d.kind, d.municipality, d.id, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             0, t.address, t.title, t.head
      from (
        select n.* from unnest(municipality_bits) as one(bit) cross join lateral (
          select c.* from search_document c
          where c.municipality = one.bit and c.audience = any(auds) and (c.at, c.doc) < (last_at, last_doc)
            and c.kind = any(kind_bits)
            and (theme_bits is null or c.theme_mask & theme_bits <> 0)
            and (phase_bits is null or c.phase_mask & phase_bits <> 0)
            and (course_bits is null or c.course = any(course_bits))
          order by c.at desc, c.doc desc limit page_size) n
        order by n.at desc, n.doc desc limit page_size) d
      join search_text t on t.doc = d.doc
      order by d.at desc, d.doc desc;
  end if;
end
$$;
--> statement-breakpoint
drop function wall.search_page(text, text, text, text, text[], text[], text[], text[], boolean, integer, timestamptz, integer, integer);
--> statement-breakpoint
-- One page of a search. Tiers: decisions/0001.
create function wall.search_page(
  exact text, wide text, relaxed text, excluded text,
  kinds text[], themes text[], phases text[], municipalities text[], courses text[],
  by_date boolean, after_tier int, after_at timestamptz, after_doc int, page_size int
) returns setof wall.search_row
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
declare
  auds int[] := wall.app_audiences();
  kind_bits smallint[] := wall.search_chosen('kind', kinds);
  theme_bits bigint := wall.search_chosen_mask('theme', themes);
  phase_bits bigint := wall.search_chosen_mask('phase', phases);
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  course_bits smallint[] := wall.search_chosen('course', courses);
  condition text := ' where d.audience = any($1)';
  after_condition text := '';
  step record;
  seen int[] := '{}';
  matching int[];
  found_count int;
  remaining int := page_size;
begin
  if kind_bits is not null then condition := condition || ' and d.kind = any($2)'; end if;
  if theme_bits is not null then condition := condition || ' and d.theme_mask & $3 <> 0'; end if;
  if phase_bits is not null then condition := condition || ' and d.phase_mask & $4 <> 0'; end if;
  if municipality_bits is not null then condition := condition || ' and d.municipality = any($5)'; end if;
  if course_bits is not null then condition := condition || ' and d.course = any($12)'; end if;
  if after_at is not null then after_condition := ' and (d.at, d.doc) < ($6, $7)'; end if;
  if excluded is not null then
    seen := wall.search_matching('whole', excluded::tsquery);
  end if;

  for step in
    select s.tier, s.place, s.question
    from (values (1, 'title', exact), (2, 'head', exact), (3, 'title', wide), (4, 'head', wide),
                 (5, 'whole', exact), (6, 'whole', wide), (7, 'head', relaxed), (8, 'whole', relaxed)
         ) as s(tier, place, question)
    where s.question is not null and (s.tier in (1, 2, 5) or s.question is distinct from exact)
      and (not by_date or (s.tier = case when relaxed is null then (case when wide = exact then 5 else 6 end) else 8 end))
    order by s.tier
  loop
    matching := wall.search_matching(step.place, step.question::tsquery);
    if by_date or step.tier >= coalesce(after_tier, 0) then
      return query execute 'select d.doc, d.kind, d.municipality, d.id,
               to_char(d.at at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.US"Z"''), $11, t.address, t.title, t.head
        from (select d.doc, d.kind, d.municipality, d.id, d.at
              from unnest($9) as hit(doc) join search_document d on d.doc = hit.doc'
        || condition
        || case when cardinality(seen) > 0 then ' and d.doc <> all($10)' else '' end
        || case when by_date or step.tier = after_tier then after_condition else '' end
        || ' order by d.at desc, d.doc desc limit $8) d
        join search_text t on t.doc = d.doc
        order by d.at desc, d.doc desc'
        using auds, kind_bits, theme_bits, phase_bits, municipality_bits, after_at, after_doc, remaining,
              matching, seen, step.tier, course_bits;
      get diagnostics found_count = row_count;
      remaining := remaining - found_count;
      exit when remaining <= 0;
    end if;
    seen := seen || matching;
  end loop;
end
$$;
--> statement-breakpoint
drop function wall.search_counts(integer[], text, text[], text[], text[], text[], boolean);
--> statement-breakpoint
-- Total and disjunctive facet counts per audience. Five arrays of equal length: slot (audience * 32 + what failed: 1 kind,
-- 2 theme, 4 phase, 8 municipality, 16 course), what is counted (15 kind, 23 municipality, 27 themes, 29 phases, 30 course,
-- 31 all), key, high half of a mask, count. A row that fails exactly one dimension counts in that dimension only. Rows
-- of the same slot and key add up, also to nothing: a list is counted from bitmaps, and from what changed since.
create function wall.search_counts(
  wanted int[], question text, kinds text[], themes text[], phases text[], municipalities text[], courses text[], with_facets boolean
) returns json
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1 set work_mem to '16MB'
as $$
declare
  auds int[] := array(select unnest(wall.app_audiences()) intersect select unnest(wanted));
  kind_bits smallint[] := wall.search_chosen('kind', kinds);
  theme_bits bigint := wall.search_chosen_mask('theme', themes);
  phase_bits bigint := wall.search_chosen_mask('phase', phases);
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  course_bits smallint[] := wall.search_chosen('course', courses);
  packed int[] := '{}';
  failed text := '0';
  source text;
  tally text;
  columns text;
  column_sets int[];
  column_keys bigint[];
  slots bigint[];
  counted int[];
  keys bigint[];
  highs bigint[];
  numbers bigint[];
  one record;
begin
  if question is null then
    for one in select * from wall.search_counted_bits(auds, kinds, themes, phases, municipalities, courses, with_facets) loop
      packed := packed || one.audience;
      slots := slots || one.slots;
      counted := counted || one.counted;
      keys := keys || one.keys;
      highs := highs || one.highs;
      numbers := numbers || one.numbers;
    end loop;
    auds := array(select unnest(auds) except select unnest(packed));
    source := '(select audience, 1 as sign, kind, municipality, theme_mask, phase_mask, course from search_document where audience = any($1)
      union all select audience, sign, kind, municipality, theme_mask, phase_mask, course from search_change where audience = any($7)) d';
  else
    -- The words come from their index and who may see from the key, whatever the planner believes of `@@`.
    source := '(select d.audience, 1 as sign, d.kind, d.municipality, d.theme_mask, d.phase_mask, d.course
      from unnest($8) as hit(doc) join search_document d on d.doc = hit.doc where d.audience = any($1)) d';
  end if;
  if kind_bits is not null then failed := failed || ' + case when kind = any($2) then 0 else 1 end'; end if;
  if theme_bits is not null then failed := failed || ' + case when theme_mask & $3 <> 0 then 0 else 2 end'; end if;
  if phase_bits is not null then failed := failed || ' + case when phase_mask & $4 <> 0 then 0 else 4 end'; end if;
  if municipality_bits is not null then failed := failed || ' + case when municipality = any($5) then 0 else 8 end'; end if;
  if course_bits is not null then failed := failed || ' + case when course = any($6) then 0 else 16 end'; end if;
  -- One group for each municipality, and a column for each other value: a group for each combination of themes would be
  -- many groups.
  tally := case when question is null then 'sum(sign)' else 'count(*)' end;
  select string_agg(tally || ' filter (where ' || c.condition || ')', ', ' order by c.counted, c.key),
    array_agg(c.counted order by c.counted, c.key), array_agg(c.key order by c.counted, c.key)
  into columns, column_sets, column_keys
  from (
    select 15 as counted, v.bit::bigint as key, 'kind = ' || v.bit as condition from search_value v where v.dimension = 'kind'
    union all select 30, v.bit, 'course = ' || v.bit from search_value v where v.dimension = 'course'
    union all select 27, 1::bigint << v.bit, 'theme_mask & ' || (1::bigint << v.bit) || ' <> 0' from search_value v where v.dimension = 'theme'
    union all select 29, 1::bigint << v.bit, 'phase_mask & ' || (1::bigint << v.bit) || ' <> 0' from search_value v where v.dimension = 'phase'
  ) c where with_facets;

  for one in execute '
      with grouped as materialized (
        select audience::bigint * 32 + ' || failed || ' as slot, ' || case when with_facets then 'municipality' else '0' end || ' as place,
          ' || tally || ' as n, array[' || coalesce(columns, '') || ']::bigint[] as columns
        from ' || source || '
        where ' || failed || ' in ' || case when with_facets then '(0, 1, 2, 4, 8, 16)' else '(0)' end || '
        group by 1, 2)
      select array_agg(slot) as slots, array_agg(counted) as counted, array_agg(key & 4294967295) as keys,
        array_agg(key >> 32) as highs, array_agg(n) as numbers
      from (
        select g.slot, 31 as counted, 0::bigint as key, sum(g.n)::bigint as n from grouped g group by g.slot
        union all select g.slot, 23, g.place, g.n from grouped g where $9
        union all select g.slot, u.counted, u.key, sum(u.n)::bigint
          from grouped g cross join lateral unnest(g.columns, $10, $11) u(n, counted, key) group by g.slot, u.counted, u.key) every
      where n <> 0'
    using auds, kind_bits, theme_bits, phase_bits, municipality_bits, course_bits, packed,
      case when question is not null then wall.search_matching('whole', question::tsquery) end, with_facets, column_sets, column_keys
  loop
    slots := slots || one.slots;
    counted := counted || one.counted;
    keys := keys || one.keys;
    highs := highs || one.highs;
    numbers := numbers || one.numbers;
  end loop;
  return json_build_array(slots, counted, keys, highs, numbers);
end
$$;
--> statement-breakpoint
-- The same from the bitmaps, for those of these audiences that have them; a row each.
create function wall.search_counted_bits(
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
      select array_agg(one.audience::bigint * 32), array_agg(c.counted), array_agg(c.key & 4294967295), array_agg(c.key >> 32), array_agg(c.n)
      into slots, counted, keys, highs, numbers
      from (
        select 31 as counted, 0::bigint as key, bit_count(but_municipality & of_municipality) as n
        union all
        select case b.dimension when 'kind' then 15 when 'theme' then 27 when 'phase' then 29 else 30 end,
          case when b.dimension in ('theme', 'phase') then 1::bigint << b.value else b.value end,
          bit_count(b.bits & case b.dimension when 'kind' then but_kind when 'theme' then but_theme when 'phase' then but_phase else but_course end)
        from search_bitmap b where b.audience = one.audience and b.dimension <> 'all'
        union all
        select 23, u.m, sum(bit_count(substring(but_municipality from (u.n * 64 - 63)::int for 64)))::bigint
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
-- The documents of an audience that have one of the chosen values; all of them when nothing is chosen.
create function wall.search_bits_of(of_audience int, everything bit varying, of_dimension text, of_values text[]) returns bit varying
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select case when coalesce(cardinality(of_values), 0) = 0 then everything else
    (select coalesce(bit_or(b.bits), everything & ~everything) from search_bitmap b
     join search_value v on v.dimension = of_dimension and v.bit = b.value
     where b.audience = of_audience and b.dimension = of_dimension and v.value = any(of_values)) end
$$;
--> statement-breakpoint
-- What else these documents say, for a piece of it to be shown: only of those that the actor may see.
create function wall.search_rest(docs int[]) returns table (doc int, rest text)
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select t.doc, left(t.rest, 60000) from search_text t join search_document d on d.doc = t.doc
  where t.doc = any(docs) and d.audience = any((select wall.app_audiences())::int[])
$$;
--> statement-breakpoint
-- What somebody meant: <5 letters no error, 5–8 one, 9 and more two; the word that most of what the actor sees holds.
create or replace function wall.search_meant(typed text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off set jit to off
as $$
declare
  allowed constant int := case when length(typed) < 5 then 0 when length(typed) < 9 then 1 else 2 end;
  auds constant int[] := wall.app_audiences();
  candidate record;
  visible int;
  best text;
  best_distance int;
  best_visible int := 0;
begin
  if allowed = 0 or length(typed) > 40 then
    return null;
  end if;
  -- No limit on the words that are alike: those of others would fill it.
  for candidate in
    select k.word, wall.search_distance(typed, k.word) as distance
    from search_word k
    where k.word % typed and abs(length(k.word) - length(typed)) <= allowed
      and levenshtein_less_equal(typed, k.word, 2 * allowed) <= 2 * allowed
    order by 2, 1
  loop
    exit when candidate.distance > allowed or candidate.distance > best_distance;
    -- As many as tell usual words from rare ones: two that stand in thousands of pages are both usual.
    select count(*) into visible from (
      select from (select v.doc from search_vector v where v.whole @@ quote_literal(candidate.word)::tsquery offset 0) hit
      join search_document d on d.doc = hit.doc where d.audience = any(auds) limit 2000) seen;
    if visible > best_visible then
      best := candidate.word;
      best_distance := candidate.distance;
      best_visible := visible;
    end if;
  end loop;
  return best;
end
$$;
--> statement-breakpoint
-- Which of these questions any visible document answers. Ends at the first one: of a usual word the newest pages hold it,
-- and otherwise the words come from their index.
create or replace function wall.search_answered(questions text[]) returns boolean[]
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off set jit to off
as $$
declare
  auds constant int[] := wall.app_audiences();
  newest constant int[] := array(
    select n.doc from unnest(auds) as one(audience) cross join lateral (
      select d.doc from search_document d where d.audience = one.audience limit 20) n limit 40);
  question text;
  answered boolean[] := '{}';
begin
  foreach question in array questions loop
    answered := answered || (
      exists (select from search_vector v where v.doc = any(newest) and v.whole @@ question::tsquery)
      or exists (
        select from (select v.doc from search_vector v where v.whole @@ question::tsquery offset 0) hit
        join search_document d on d.doc = hit.doc where d.audience = any(auds)));
  end loop;
  return answered;
end
$$;
--> statement-breakpoint
do $$
declare
  entry record;
begin
  for entry in
    select p.oid::regprocedure as signature, p.proname from pg_proc p
    where p.pronamespace = 'wall'::regnamespace
      and p.proname in ('search_list', 'search_page', 'search_counts', 'search_rest', 'search_counted_bits', 'search_bits_of')
  loop
    execute format('revoke execute on function %s from public', entry.signature);
    if entry.proname in ('search_list', 'search_page', 'search_counts', 'search_rest') then
      execute format('grant execute on function %s to app', entry.signature);
    end if;
  end loop;
end
$$;
--> statement-breakpoint
-- What was published before there were bitmaps.
select wall.search_pack(d.audience) from public.search_document d group by d.audience having count(*) >= 1000;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger a_changed_new after insert on public.search_document referencing new table as new_rows
  for each statement execute function wall.search_changed();
create trigger a_changed_gone after delete on public.search_document referencing old table as old_rows
  for each statement execute function wall.search_changed();
create trigger a_changed after update on public.search_document referencing old table as old_rows new table as new_rows
  for each statement execute function wall.search_changed();
