-- The best first, and cheap enough: what documents say of the question, weighed; searches that read one table; compounds by their
-- end. Why it is so: packages/search/decisions/0005-what-stands-first.md.

set local role wall;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- one table to read

update search_vector v set audience = d.audience, kind = d.kind, municipality = d.municipality, theme_mask = d.theme_mask,
  phase_mask = d.phase_mask, course = d.course, at = d.at
from search_document d where d.doc = v.doc;
--> statement-breakpoint
-- Who may see a document, and what it is filtered by, stands beside its words too: whoever changes it.
create function wall.search_mirrored() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
begin
  update search_vector v set audience = n.audience, kind = n.kind, municipality = n.municipality, theme_mask = n.theme_mask,
    phase_mask = n.phase_mask, course = n.course, at = n.at
  from new_rows n
  where v.doc = n.doc and (v.audience, v.kind, v.municipality, v.theme_mask, v.phase_mask, v.course, v.at)
    is distinct from (n.audience, n.kind, n.municipality, n.theme_mask, n.phase_mask, n.course, n.at);
  return null;
end
$$;
--> statement-breakpoint
revoke execute on function wall.search_mirrored() from public;
grant execute on function wall.search_mirrored() to session_user;
--> statement-breakpoint
create or replace function wall.search_put_all(documents jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp set jit to off
as $$
declare
  touched int[];
  new_words text[];
  are_open boolean[];
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
    select g.id, g.audience, g.at,
      -- Looked up one by one: joined, the planner would expect one document and compare each with each further down.
      (select v.bit from search_value v where v.dimension = 'kind' and v.value = g.kind) as kind,
      coalesce((select v.bit from search_value v where v.dimension = 'municipality' and v.value = g.municipality), 0::smallint) as municipality,
      coalesce((select v.bit from search_value v where v.dimension = 'course' and v.value = g.course), 0::smallint) as course,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v where v.dimension = 'theme' and v.value = any(g.themes)) as theme_mask,
      (select coalesce(bit_or(1::bigint << v.bit), 0) from search_value v where v.dimension = 'phase' and v.value = any(g.phases)) as phase_mask,
      coalesce(g.address, '') as address, coalesce(g.title, '') as title, coalesce(g.head, '') as head,
      left(coalesce(g.rest, ''), 300000) as rest,
      wall.search_plain(coalesce(g.title, '')) as title_plain, wall.search_plain(left(coalesce(g.head, ''), 20000)) as head_plain,
      wall.search_plain(left(concat_ws(' ', g.rest, g.municipality), 300000)) as rest_plain
    from jsonb_to_recordset(documents) as g(kind text, id uuid, audience int, municipality text, address text, title text,
      head text, rest text, themes text[], phases text[], course text, at timestamptz)
  ), formed as materialized (
    select g.*, wall.search_forms(g.title_plain) as title_forms, wall.search_forms(g.head_plain) as head_forms,
      wall.search_forms(g.rest_plain) as rest_forms,
      coalesce((select 'public' = any(a.scopes) from audience a where a.id = g.audience), false) as is_open
    from given g
  ), placed as (
    insert into search_document as d (audience, kind, municipality, theme_mask, phase_mask, course, at, id)
    select g.audience, g.kind, g.municipality, g.theme_mask, g.phase_mask, g.course, g.at, g.id from given g
    on conflict (kind, id) do update set audience = excluded.audience, municipality = excluded.municipality,
      theme_mask = excluded.theme_mask, phase_mask = excluded.phase_mask, course = excluded.course, at = excluded.at
    returning d.doc, d.kind, d.id
  ), document as materialized (
    select p.doc, f.* from formed f join placed p on p.kind = f.kind and p.id = f.id
  ), texts as (
    insert into search_text as t (doc, address, title, head, rest)
    select n.doc, n.address, n.title, n.head, n.rest from document n
    on conflict (doc) do update set address = excluded.address, title = excluded.title, head = excluded.head, rest = excluded.rest
    where (t.address, t.title, t.head, t.rest) is distinct from (excluded.address, excluded.title, excluded.head, excluded.rest)
  ), vectors as (
    insert into search_vector as v (doc, title, head, whole, audience, kind, municipality, theme_mask, phase_mask, course, at)
    select n.doc, x.title, y.head, y.head || wall.search_lexemes(n.rest_plain, n.rest_forms), n.audience, n.kind, n.municipality,
      n.theme_mask, n.phase_mask, n.course, n.at
    from document n
    cross join lateral (select wall.search_lexemes(n.title_plain, n.title_forms) as title offset 0) x
    cross join lateral (select x.title || wall.search_lexemes(n.head_plain, n.head_forms) as head offset 0) y
    on conflict (doc) do update set title = excluded.title, head = excluded.head, whole = excluded.whole
    where (v.title, v.head, v.whole) is distinct from (excluded.title, excluded.head, excluded.whole)
  ), words as (
    select n.word, n.open
    from (
      select u.word, bool_or(f.is_open) as open
      from formed f
      cross join lateral unnest(tsvector_to_array(f.title_forms) || tsvector_to_array(f.head_forms) || tsvector_to_array(f.rest_forms)) u(word)
      group by u.word offset 0) n
    -- Most words are known: asked first, because an expression for each word costs more.
    where not exists (select from search_word o where o.word = n.word and (o.open or not n.open))
      and length(n.word) between 3 and 40 and n.word !~ '[^a-z]'
  )
  select array_agg(distinct each.audience), (select array_agg(w.word order by w.word) from words w), (select array_agg(w.open order by w.word) from words w)
  into touched, new_words, are_open
  from (select g.audience from given g
        union all select (select d.audience from search_document d where d.kind = g.kind and d.id = g.id) from given g) each;

  -- At the end: who publishes the same new word meanwhile waits for the end of this transaction, but not for all its work.
  insert into search_word as k (word, stem, open)
  select n.word, coalesce((ts_lexize('dutch_stem', n.word))[1], n.word), n.open
  from unnest(new_words, are_open) n(word, open) order by n.word
  on conflict (word) do update set open = true where excluded.open and not k.open;

  perform wall.search_touch(touched);
end
$$;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- reading

-- How many documents the planner believes to hold this. Decides how something is looked up, never what is found. Changes
-- nothing; volatile only because no other function may ask the planner.
create function wall.search_estimate(place text, question text) returns float8
language plpgsql volatile security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  plan json;
begin
  execute format('explain (format json) select from search_vector v where v.%I @@ %L::tsquery', place, question) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end
$$;
--> statement-breakpoint
-- Conditions on vectors v that together find what is asked for and have no document in common. Words of which one is enough are
-- asked apart when they are usual, because the index compares each document with every word of a question: one list a word, put
-- together, is quicker; what begins like a word stands for longer ones. Words in an order are asked apart from single ones,
-- because the index only guesses about them, and would have everything looked at that stands near a guess.
create function wall.search_conditions(place text, question text, is_usual boolean) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  arms constant text[] := array(select distinct btrim(a, ' ()') from unnest(string_to_array(question, '|')) u(a));
  single text[] := array(select a from unnest(arms) u(a) where a !~ '<');
  ordered constant text[] := array(select a from unnest(arms) u(a) where a ~ '<');
begin
  if question ~ '[&!]' or single = '{}' or ordered = '{}' and not is_usual then
    return array[format('v.%I @@ %L::tsquery', place, question)];
  end if;
  single := array(select a from unnest(single) u(a) where not exists (
    select from unnest(single) o(a) where o.a like '%:*' and u.a <> o.a and starts_with(rtrim(u.a, ':*'''), left(o.a, -3))));
  return array[
    case when is_usual then '(' || (select string_agg(format('v.%I @@ %L::tsquery', place, a), ' or ') from unnest(single) u(a)) || ')'
      else format('v.%I @@ %L::tsquery', place, array_to_string(single, ' | ')) end]
    || case when ordered <> '{}' then array[format('v.%1$I @@ %2$L::tsquery and not v.%1$I @@ %3$L::tsquery', place,
         array_to_string(ordered, ' | '), array_to_string(single, ' | '))] else '{}' end;
end
$$;
--> statement-breakpoint
-- The words of a question of which each must stand there, when all of them are usual and in no order: then each is looked up by
-- itself. Null when the index is quick itself, because something asked for is rare.
create function wall.search_usual_parts(place text, question text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  asked constant text := question::tsquery::text;
  one constant text := '(''[^'']+''(:\*)?|\( [^()&!<]+ \))';
begin
  return case when asked ~ format('^%s( & %s)+$', one, one) and wall.search_estimate(place, question) >= 3000
    then regexp_split_to_array(asked, ' & ') end;
end
$$;
--> statement-breakpoint
-- One page of a search. Tiers: decisions/0001. Of a first page every tier before the one that fills it was read to its end, so
-- what was found is what must not come again; a page that goes on asks what the tiers before did not hold.
create or replace function wall.search_page(
  exact text, wide text, relaxed text, excluded text,
  kinds text[], themes text[], phases text[], municipalities text[], courses text[],
  by_date boolean, after_tier int, after_at timestamptz, after_doc int, page_size int
) returns setof wall.search_row
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1 set enable_seqscan = off
set max_parallel_workers_per_gather = 0
as $$
declare
  auds int[] := wall.app_audiences();
  kind_bits smallint[] := wall.search_chosen('kind', kinds);
  theme_bits bigint := wall.search_chosen_mask('theme', themes);
  phase_bits bigint := wall.search_chosen_mask('phase', phases);
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  course_bits smallint[] := wall.search_chosen('course', courses);
  is_filtered constant boolean := num_nonnulls(kind_bits, theme_bits, phase_bits, municipality_bits, course_bits) > 0;
  last_at constant timestamptz := coalesce(after_at, 'infinity');
  last_doc constant int := case when after_at is null then 2147483647 else after_doc end;
  -- Where a word stands in a quarter of all, so many of the newest fill a page.
  newest constant int := 1000;
  everything constant float8 := (select greatest(c.reltuples, newest) from pg_class c where c.oid = 'public.search_vector'::regclass);
  filters text := ' and v.audience = any($1)';
  condition text;
  step record;
  -- When not even the widest question finds many, nothing is usual.
  estimate float8 := wall.search_estimate('whole', coalesce(relaxed, wide));
  may_be_usual constant boolean := estimate >= 3000;
  excluded_docs int[] := '{}';
  found int[];
  docs int[] := '{}';
  tiers int[] := '{}';
begin
  if kind_bits is not null then filters := filters || ' and v.kind = any($2)'; end if;
  if theme_bits is not null then filters := filters || ' and v.theme_mask & $3 <> 0'; end if;
  if phase_bits is not null then filters := filters || ' and v.phase_mask & $4 <> 0'; end if;
  if municipality_bits is not null then filters := filters || ' and v.municipality = any($5)'; end if;
  if course_bits is not null then filters := filters || ' and v.course = any($6)'; end if;
  if excluded is not null then
    excluded_docs := wall.search_matching('whole', excluded::tsquery);
  end if;

  for step in
    select s.tier, s.place, s.question,
      (select string_agg(format(' and not v.%I @@ %L::tsquery', b.place, b.question), '')
       from (values (2, 'title', exact), (3, 'head', exact), (4, 'head', exact), (4, 'title', wide), (5, 'head', wide),
                    (6, 'head', wide), (6, 'whole', exact), (7, 'whole', wide), (8, 'whole', wide), (8, 'head', relaxed)
            ) as b(tier, place, question)
       where b.tier = s.tier and after_tier is not null and not by_date) as before
    from (values (1, 'title', exact), (2, 'head', exact), (3, 'title', wide), (4, 'head', wide),
                 (5, 'whole', exact), (6, 'whole', wide), (7, 'head', relaxed), (8, 'whole', relaxed)
         ) as s(tier, place, question)
    where s.question is not null and (s.tier in (1, 2, 5) or s.question is distinct from exact)
      and case when by_date then s.tier = case when relaxed is null then (case when wide = exact then 5 else 6 end) else 8 end
          else s.tier >= coalesce(after_tier, 0) end
    order by s.tier
  loop
    condition := filters || coalesce(step.before, '')
      || case when by_date or step.tier = after_tier then ' and (v.at, v.doc) < ($7, $8)' else '' end
      || case when cardinality(excluded_docs) + cardinality(docs) > 0 then ' and v.doc <> all($9)' else '' end;
    if may_be_usual then
      estimate := wall.search_estimate(step.place, step.question);
    end if;
    found := null;
    -- A usual word is met soon among the newest; anything else, and words in an order, are looked up.
    if not is_filtered and step.question !~ '[<!]' and may_be_usual and estimate >= everything / 4 then
      execute format('select array_agg(f.doc) from (
          select v.doc from (select n.* from search_vector n where (n.at, n.doc) < ($7, $8) order by n.at desc, n.doc desc limit %s) v
          where v.%I @@ %L::tsquery', newest, step.place, step.question) || condition
          || ' order by v.at desc, v.doc desc limit $10) f'
        into found
        using auds, kind_bits, theme_bits, phase_bits, municipality_bits, course_bits,
          case when by_date or step.tier = after_tier then last_at else 'infinity' end, coalesce(last_doc, 0), excluded_docs || docs,
          page_size - cardinality(docs);
    end if;
    if found is null or cardinality(found) < page_size - cardinality(docs) then
      execute 'select array_agg(f.doc) from (select m.doc from ('
          || (select string_agg('(select v.doc, v.at from search_vector v where ' || c || condition || ' offset 0)', ' union all ')
              from unnest(wall.search_conditions(step.place, step.question, may_be_usual and estimate >= 3000)) u(c))
          || ') m order by m.at desc, m.doc desc limit $10) f'
        into found
        using auds, kind_bits, theme_bits, phase_bits, municipality_bits, course_bits, last_at, last_doc, excluded_docs || docs,
          page_size - cardinality(docs);
    end if;
    docs := docs || coalesce(found, '{}');
    tiers := tiers || array_fill(step.tier, array[coalesce(cardinality(found), 0)]);
    exit when cardinality(docs) >= page_size;
  end loop;

  return query
    select d.doc, d.kind, d.municipality, d.id, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      u.tier, t.address, t.title, t.head
    from unnest(docs, tiers) with ordinality u(doc, tier, n)
    join search_document d on d.doc = u.doc
    join search_text t on t.doc = u.doc
    order by u.n;
end
$$;
--> statement-breakpoint
-- Total and disjunctive facet counts per audience; how they are said stands in the migration that counts from bitmaps. A search reads
-- the rows beside the words, a list the bitmaps and what changed since.
create or replace function wall.search_counts(
  wanted int[], question text, kinds text[], themes text[], phases text[], municipalities text[], courses text[], with_facets boolean
) returns json
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1 set work_mem to '16MB'
set enable_seqscan = off set max_parallel_workers_per_gather = 0
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
  parts text[];
  docs int[];
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
    -- Of several usual words each is looked up by itself; of anything else the index knows how.
    parts := wall.search_usual_parts('whole', question);
    for n in 1..coalesce(cardinality(parts), 0) - 1 loop
      execute 'select array_agg(v.doc) from search_vector v where v.audience = any($1) and ' || (wall.search_conditions('whole', parts[n], true))[1]
        || case when n > 1 then ' and v.doc + 0 = any($2)' else '' end
        into docs using auds, docs;
    end loop;
    source := '(' || (
      select string_agg('(select v.audience, 1 as sign, v.kind, v.municipality, v.theme_mask, v.phase_mask, v.course from search_vector v where '
        || u.condition || ' and v.audience = any($1) offset 0)', ' union all ')
      from unnest(case when parts is not null then array[(wall.search_conditions('whole', parts[cardinality(parts)], true))[1] || ' and v.doc + 0 = any($8)']
        else wall.search_conditions('whole', question, wall.search_estimate('whole', question) >= 3000) end) u(condition)) || ') d';
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
      docs, with_facets, column_sets, column_keys
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
      select from search_vector v
      where v.whole @@ quote_literal(candidate.word)::tsquery and v.audience = any(auds) limit 2000) seen;
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
-- Optimal string alignment: as Levenshtein, but two swapped neighbours count one. What both begin and end with changes nothing.
create or replace function wall.search_distance(a text, b text) returns int
language plpgsql immutable parallel safe set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  width int;
  d int[];
  cost int;
  best int;
begin
  while a <> '' and left(a, 1) = left(b, 1) loop
    a := substr(a, 2);
    b := substr(b, 2);
  end loop;
  while a <> '' and right(a, 1) = right(b, 1) loop
    a := left(a, -1);
    b := left(b, -1);
  end loop;
  width := length(b) + 1;
  d := array_fill(0, array[(length(a) + 1) * (length(b) + 1)]);
  for i in 0..length(a) loop d[i * width + 1] := i; end loop;
  for j in 0..length(b) loop d[j + 1] := j; end loop;
  for i in 1..length(a) loop
    for j in 1..length(b) loop
      cost := case when substr(a, i, 1) = substr(b, j, 1) then 0 else 1 end;
      best := least(d[(i - 1) * width + j + 1] + 1, d[i * width + j] + 1, d[(i - 1) * width + j] + cost);
      if i > 1 and j > 1 and substr(a, i, 1) = substr(b, j - 1, 1) and substr(a, i - 1, 1) = substr(b, j, 1) then
        best := least(best, d[(i - 2) * width + j - 1] + 1);
      end if;
      d[i * width + j + 1] := best;
    end loop;
  end loop;
  return d[length(a) * width + width];
end
$$;
--> statement-breakpoint
-- Longer words that end like these, and what these are made of: an end is looked up backwards ('{' comes after every letter).
create or replace function wall.search_compounds(words text[], fronts text[])
returns table (word text, compounds text[], parts text[])
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
set enable_seqscan = off set jit = off
as $$
  select w.word,
    case when length(w.stem) < 5 then '{}' else array(
      select k.stem
      from search_word k
      cross join lateral (select left(k.stem, length(k.stem) - length(w.stem)) as front) f
      where reverse(k.stem) ~>=~ reverse(w.stem) and reverse(k.stem) ~<~ (reverse(w.stem) || '{') and length(f.front) >= 3
        and (f.front = any(fronts) or exists (select from search_word r where r.open and r.word in
             (f.front, regexp_replace(f.front, 's$', ''), regexp_replace(f.front, 'en?$', ''))))
      group by k.stem
      order by bool_or(k.open) desc, k.stem limit 60) end,
    case when length(w.word) < 8 then '{}' else array(
      select front.word || ' ' || back.word
      from generate_series(4, length(w.word) - 4) as cut(n)
      join search_word back on back.open and back.word = substr(w.word, cut.n + 1)
      cross join lateral (select r.word from search_word r
        where r.open and r.word in (left(w.word, cut.n), regexp_replace(left(w.word, cut.n), 's$', ''))
          and length(r.word) >= 4
        order by length(r.word) desc limit 1) front
      limit 4) end
  from (select u.word, coalesce((ts_lexize('dutch_stem', u.word))[1], u.word) as stem from unnest(words) as u(word)) w
$$;
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
    select v.doc, v.theme_mask, v.phase_mask, v.title as in_title, v.head || ''::tsvector as in_head,
      v.whole || ''::tsvector as in_whole, case when k.value = 'agenda' then 30 else 50 end as in_body
    from search_vector v
    join search_value k on k.dimension = 'kind' and k.bit = v.kind
    where v.doc = any(docs) and v.audience = any((select wall.app_audiences())::int[])
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
revoke execute on function wall.search_estimate(text, text) from public;
revoke execute on function wall.search_conditions(text, text, boolean) from public;
revoke execute on function wall.search_usual_parts(text, text) from public;
revoke execute on function wall.search_weights(int[], jsonb) from public;
grant execute on function wall.search_weights(int[], jsonb) to app;
--> statement-breakpoint
-- Stems and compounds are asked as everybody asks them, since both engines share one search.
drop function wall.engine_words(text[], text[]);
--> statement-breakpoint
reset role;
--> statement-breakpoint
create index search_vector_newest on public.search_vector (at desc, doc desc);
drop index public.search_word_stem;
create index search_word_end on public.search_word (reverse(stem) text_pattern_ops);
--> statement-breakpoint
create trigger a_mirrored after update on public.search_document referencing new table as new_rows
  for each statement execute function wall.search_mirrored();
