-- The read model of finding: extensions, text search configurations, indexes, row rules, functions.
-- Runs after the tables of tables.ts, `audience`, `wall.app_audiences()` and the roles wall and app exist.
-- Why it is as it is: packages/search/decisions/0001-search-port.md.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create text search dictionary public.dutch_stop (template = pg_catalog.simple, stopwords = dutch);

create text search configuration public.dutch_unaccent (copy = pg_catalog.simple);
alter text search configuration public.dutch_unaccent
  alter mapping for asciiword, word with public.unaccent, dutch_stem;
alter text search configuration public.dutch_unaccent
  alter mapping for numword with public.unaccent, pg_catalog.simple;

create text search configuration public.simple_unaccent (copy = pg_catalog.simple);
alter text search configuration public.simple_unaccent
  alter mapping for asciiword, word with public.unaccent, public.dutch_stop;
alter text search configuration public.simple_unaccent
  alter mapping for numword with public.unaccent, pg_catalog.simple;

-- Vectors out of line: a bitmap scan for a common word then reads few pages.
alter table public.search_vector set (toast_tuple_target = 128);
alter table public.search_vector alter column whole set storage external;

create index search_document_newest on public.search_document (at desc, doc desc);
create index search_document_by_kind on public.search_document (kind, at desc, doc desc);
create index search_document_by_municipality on public.search_document (municipality, at desc, doc desc);
create index search_vector_title on public.search_vector using gin (title) with (gin_pending_list_limit = 256);
create index search_vector_head on public.search_vector using gin (head) with (gin_pending_list_limit = 256);
create index search_vector_whole on public.search_vector using gin (whole) with (gin_pending_list_limit = 512);
create index search_word_alike on public.search_word using gin (word public.gin_trgm_ops);
create index search_word_stem on public.search_word using gin (stem public.gin_trgm_ops);
create index search_word_begin on public.search_word (word text_pattern_ops);

do $$
declare
  name text;
begin
  foreach name in array array['search_document', 'search_text', 'search_vector', 'search_word', 'search_value'] loop
    execute format('alter table public.%I enable row level security', name);
    execute format('alter table public.%I force row level security', name);
    execute format('create policy %I on public.%I to wall using (true) with check (true)', name || '_wall', name);
    execute format('grant select, insert, update, delete on public.%I to wall', name);
  end loop;
end
$$;

-- ---------------------------------------------------------------------------------------------- words

-- Punctuation becomes spaces, so that 'taal/rekenen', '2024-2025' and 'po-vo' are words. The list is explicit because
-- character classes depend on the locale of the database; a regular expression, because translate() is 50 times slower.
create function wall.search_plain(text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public, wall, pg_temp
as $$
  select regexp_replace(case when $1 ~ '[\u0300-\u036f]' then normalize($1, NFC) else $1 end,
    '[]\[!"#$%&''()*+,./:;<=>?@\\^_`{|}~‘’‚“”„–—…•·´«»©®°€→←✓▪●■\u00a0\u2028-]', ' ', 'g')
$$;

-- Words as they are written, for prefixes and phrases; takes plain text.
create function wall.search_forms(plain text) returns tsvector
language sql stable parallel safe as $$ select to_tsvector('public.simple_unaccent', plain) $$;

-- Forms and stems in one vector, at the same places; takes plain text and its forms.
create function wall.search_lexemes(plain text, forms tsvector) returns tsvector
language sql stable parallel safe
as $$ select (to_tsvector('public.dutch_unaccent', plain)::text || ' ' || forms::text)::tsvector $$;

-- ---------------------------------------------------------------------------------------------- writing

-- The number of a value, given out at first use. Themes and phases are bits of a bigint: 63 at most.
create function wall.search_bit(of_dimension text, of_value text) returns smallint
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  found_bit smallint;
begin
  select v.bit into found_bit from search_value v where v.dimension = of_dimension and v.value = of_value;
  if found then
    return found_bit;
  end if;
  perform pg_advisory_xact_lock(hashtext('search_value:' || of_dimension));
  insert into search_value as v (dimension, value, bit)
    select of_dimension, of_value, coalesce(max(o.bit) + 1, case when of_dimension in ('theme', 'phase') then 0 else 1 end)
    from search_value o where o.dimension = of_dimension
  on conflict (dimension, value) do update set value = excluded.value
  returning v.bit into found_bit;
  if of_dimension in ('theme', 'phase') and found_bit > 62 then
    raise exception 'search.too_many_values' using detail = of_dimension;
  end if;
  return found_bit;
end
$$;

create function wall.search_mask(of_dimension text, of_values text[]) returns bigint
language sql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select coalesce(bit_or(1::bigint << wall.search_bit(of_dimension, v)), 0)
  from (select distinct v from unnest(of_values) as u(v) where v <> '' order by v) as values_given
$$;

-- One step per audience and transaction, in a fixed order: readers keep counts by (audience, generation).
create function wall.search_touch(touched int[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  one int;
begin
  for one in select distinct t from unnest(touched) as u(t) where t is not null order by t loop
    update audience a set generation = a.generation + 1
    where a.id = one and a.xmin is distinct from pg_current_xact_id()::xid;
  end loop;
end
$$;

-- Publishes a document, or replaces it. `head` is the summary that is shown, `rest` is only searched.
create function wall.search_put(
  kind text, id uuid, audience int, municipality text, address text, title text, head text, rest text,
  themes text[], phases text[], at timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  kind_bit smallint := wall.search_bit('kind', search_put.kind);
  municipality_bit smallint := case when coalesce(search_put.municipality, '') = '' then 0
                               else wall.search_bit('municipality', search_put.municipality) end;
  theme_bits bigint := wall.search_mask('theme', coalesce(search_put.themes, '{}'));
  phase_bits bigint := wall.search_mask('phase', coalesce(search_put.phases, '{}'));
  title_plain text := wall.search_plain(coalesce(search_put.title, ''));
  head_plain text := wall.search_plain(left(coalesce(search_put.head, ''), 20000));
  rest_plain text := wall.search_plain(left(concat_ws(' ', search_put.rest, search_put.municipality), 300000));
  title_forms tsvector := wall.search_forms(title_plain);
  head_forms tsvector := wall.search_forms(head_plain);
  rest_forms tsvector := wall.search_forms(rest_plain);
  title_vector tsvector := wall.search_lexemes(title_plain, title_forms);
  head_vector tsvector := title_vector || wall.search_lexemes(head_plain, head_forms);
  whole_vector tsvector := head_vector || wall.search_lexemes(rest_plain, rest_forms);
  number int;
  old_audience int;
begin
  select d.doc, d.audience into number, old_audience
  from search_document d where d.kind = kind_bit and d.id = search_put.id for update;
  if number is null then
    insert into search_document as d (audience, kind, municipality, theme_mask, phase_mask, at, id)
    values (search_put.audience, kind_bit, municipality_bit, theme_bits, phase_bits, search_put.at, search_put.id)
    returning d.doc into number;
  else
    update search_document d set audience = search_put.audience, municipality = municipality_bit,
      theme_mask = theme_bits, phase_mask = phase_bits, at = search_put.at
    where d.doc = number;
  end if;

  insert into search_text as t (doc, address, title, head)
  values (number, search_put.address, coalesce(search_put.title, ''), coalesce(search_put.head, ''))
  on conflict (doc) do update set address = excluded.address, title = excluded.title, head = excluded.head;
  insert into search_vector as v (doc, title, head, whole)
  values (number, title_vector, head_vector, whole_vector)
  on conflict (doc) do update set title = excluded.title, head = excluded.head, whole = excluded.whole;

  insert into search_word (word, stem)
  select w, coalesce((ts_lexize('dutch_stem', w))[1], w)
  from unnest(tsvector_to_array(title_forms || head_forms || rest_forms)) as u(w)
  where w ~ '^[a-z]{3,40}$' and not exists (select from search_word k where k.word = w)
  order by w
  on conflict (word) do nothing;

  perform wall.search_touch(array[old_audience, search_put.audience]);
end
$$;

create function wall.search_remove(kind text, id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  old_audience int;
begin
  delete from search_document d
  using search_value v
  where v.dimension = 'kind' and v.value = search_remove.kind and d.kind = v.bit and d.id = search_remove.id
  returning d.audience into old_audience;
  perform wall.search_touch(array[old_audience]);
end
$$;

-- The same text for another audience.
create function wall.search_move(kind text, id uuid, audience int) returns void
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  number int;
  old_audience int;
begin
  select d.doc, d.audience into number, old_audience
  from search_document d
  join search_value v on v.dimension = 'kind' and v.value = search_move.kind and v.bit = d.kind
  where d.id = search_move.id
  for update of d;
  if number is not null and old_audience <> search_move.audience then
    update search_document d set audience = search_move.audience where d.doc = number;
    perform wall.search_touch(array[old_audience, search_move.audience]);
  end if;
end
$$;

-- ---------------------------------------------------------------------------------------------- reading
-- Every function below takes the audiences from the transaction and filters by them before it limits. The read model
-- fits in memory, hence random_page_cost: otherwise a few hundred hits are joined by reading the whole table.

-- Numbers of the values chosen in a dimension: null when nothing is chosen, empty when nothing chosen exists.
create function wall.search_chosen(of_dimension text, of_values text[]) returns smallint[]
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select case when coalesce(cardinality(of_values), 0) = 0 then null else
    array(select v.bit from search_value v where v.dimension = of_dimension and v.value = any(of_values)) end
$$;

create function wall.search_chosen_mask(of_dimension text, of_values text[]) returns bigint
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select case when coalesce(cardinality(of_values), 0) = 0 then null else
    (select coalesce(bit_or(1::bigint << v.bit), 0)
     from search_value v where v.dimension = of_dimension and v.value = any(of_values)) end
$$;

-- The audiences of the actor with their generations; `cacheable` only where a snapshot cannot move and
-- nothing uncommitted can be seen.
create function wall.search_generations() returns table (audience int, generation bigint, cacheable boolean)
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select a.id, a.generation,
    current_setting('transaction_read_only') = 'on'
      and current_setting('transaction_isolation') in ('repeatable read', 'serializable')
  from audience a where a.id = any((select wall.app_audiences())::int[])
$$;

-- Documents that match, whoever may see them: only for the functions here, which filter at once.
-- Without sequential scans, because the planner thinks `@@` cheap and would unpack every vector.
create function wall.search_matching(place text, question tsquery) returns int[]
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set enable_seqscan = off set jit = off
as $$
declare
  docs int[];
begin
  execute format('select array_agg(v.doc) from search_vector v where v.%I @@ $1', place) into docs using question;
  return coalesce(docs, '{}');
end
$$;

-- Names of the numbers above, for whoever reads pages and counts.
create function wall.search_values() returns table (dimension text, number smallint, value text)
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$ select v.dimension, v.bit, v.value from search_value v $$;

create type wall.search_row as (
  doc int, kind smallint, municipality smallint, id uuid, at text, tier int, address text, title text, head text
);

-- The newest, by the index of the dimension chosen, merged: some twenty rows are read for each value chosen, whatever
-- the size. Kept as plain SQL so that its plan is made once a session.
create function wall.search_list(
  kinds text[], themes text[], phases text[], municipalities text[], after_at timestamptz, after_doc int, page_size int
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
          order by c.at desc, c.doc desc limit page_size) n
        order by n.at desc, n.doc desc limit page_size) d
      join search_text t on t.doc = d.doc
      order by d.at desc, d.doc desc;
  end if;
end
$$;

-- One page of a search. Tiers: decisions/0001.
create function wall.search_page(
  exact text, wide text, relaxed text, excluded text,
  kinds text[], themes text[], phases text[], municipalities text[],
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
              matching, seen, step.tier;
      get diagnostics found_count = row_count;
      remaining := remaining - found_count;
      exit when remaining <= 0;
    end if;
    seen := seen || matching;
  end loop;
end
$$;

-- Total and disjunctive facet counts per audience, in one pass over the masks: a row that fails exactly one dimension
-- counts in that dimension only (`failed`: 1 kind, 2 theme, 4 phase, 8 municipality). Five arrays of equal length:
-- slot (audience * 16 + failed), grouping set (7 kind, 11 municipality, 13 themes, 14 phases), key, high half of a
-- mask, count. Masks are taken apart by who reads this.
create function wall.search_counts(
  wanted int[], question text, kinds text[], themes text[], phases text[], municipalities text[], with_facets boolean
) returns json
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
declare
  auds int[] := array(select unnest(wall.app_audiences()) intersect select unnest(wanted));
  kind_bits smallint[] := wall.search_chosen('kind', kinds);
  theme_bits bigint := wall.search_chosen_mask('theme', themes);
  phase_bits bigint := wall.search_chosen_mask('phase', phases);
  municipality_bits smallint[] := wall.search_chosen('municipality', municipalities);
  failed text := '';
  matching int[];
  source text := 'search_document d';
  result json;
begin
  if question is not null then
    matching := wall.search_matching('whole', question::tsquery);
    source := 'unnest($6) as hit(doc) join search_document d on d.doc = hit.doc';
  end if;
  if kind_bits is not null then failed := failed || ' + case when d.kind = any($2) then 0 else 1 end'; end if;
  if theme_bits is not null then failed := failed || ' + case when d.theme_mask & $3 <> 0 then 0 else 2 end'; end if;
  if phase_bits is not null then failed := failed || ' + case when d.phase_mask & $4 <> 0 then 0 else 4 end'; end if;
  if municipality_bits is not null then failed := failed || ' + case when d.municipality = any($5) then 0 else 8 end'; end if;

  if with_facets then
    execute '
      select json_build_array(json_agg(slot), json_agg(set_number), json_agg(key & 4294967295), json_agg(key >> 32), json_agg(n))
      from (select slot, grouping(kind, municipality, theme_mask, phase_mask) as set_number,
                   coalesce(kind, municipality, theme_mask, phase_mask) as key, count(*) as n
            from (select d.audience * 16' || failed || ' as slot, d.kind, d.municipality, d.theme_mask, d.phase_mask
                  from ' || source || ' where d.audience = any($1)) seen'
            || case when failed = '' then '' else ' where slot & 15 in (0, 1, 2, 4, 8)' end
            || ' group by grouping sets ((slot, kind), (slot, municipality), (slot, theme_mask), (slot, phase_mask))) counted'
      into result
      using auds, kind_bits, theme_bits, phase_bits, municipality_bits, matching;
  else
    execute '
      select json_build_array(json_agg(audience * 16), json_agg(7), json_agg(0), json_agg(0), json_agg(n))
      from (select d.audience, count(*) as n from ' || source || ' where d.audience = any($1)'
            || case when failed = '' then '' else ' and 0' || failed || ' = 0' end || ' group by d.audience) counted'
      into result
      using auds, kind_bits, theme_bits, phase_bits, municipality_bits, matching;
  end if;
  return result;
end
$$;

-- Which of these questions any visible document answers.
create function wall.search_answered(questions text[]) returns boolean[]
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select array(
    select exists (select from unnest(wall.search_matching('whole', q::tsquery)) as hit(doc)
                   join search_document d on d.doc = hit.doc
                   where d.audience = any((select wall.app_audiences())::int[]))
    from unnest(questions) with ordinality as u(q, n) order by n)
$$;

-- ---------------------------------------------------------------------------------------------- words, read

-- Optimal string alignment: as Levenshtein, but two swapped neighbours count one.
create function wall.search_distance(a text, b text) returns int
language plpgsql immutable parallel safe set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  width constant int := length(b) + 1;
  d int[] := array_fill(0, array[(length(a) + 1) * (length(b) + 1)]);
  cost int;
  best int;
begin
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

-- What somebody meant: <5 letters no error, 5–8 one, 9 and more two. Only words that stand in a document the
-- actor may see. The threshold of `%` is pg_trgm's own 0.3.
create function wall.search_meant(typed text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  allowed constant int := case when length(typed) < 5 then 0 when length(typed) < 9 then 1 else 2 end;
  candidate record;
  visible int;
  best text;
  best_distance int;
  best_visible int := 0;
begin
  if allowed = 0 or length(typed) > 40 then
    return null;
  end if;
  for candidate in
    select c.word, wall.search_distance(typed, c.word) as distance
    from (select k.word from search_word k
          where k.word % typed and abs(length(k.word) - length(typed)) <= allowed
          order by similarity(k.word, typed) desc limit 200) c
    where levenshtein_less_equal(typed, c.word, 2 * allowed) <= 2 * allowed
    order by 2, 1
  loop
    exit when candidate.distance > allowed or candidate.distance > best_distance;
    select count(*) into visible
    from unnest(wall.search_matching('whole', quote_literal(candidate.word)::tsquery)) as hit(doc)
    join search_document d on d.doc = hit.doc
    where d.audience = any((select wall.app_audiences())::int[]);
    if visible > best_visible then
      best := candidate.word;
      best_distance := candidate.distance;
      best_visible := visible;
    end if;
  end loop;
  return best;
end
$$;

-- Compounds that end in a word (verzuim → schoolverzuim) and the two words a compound is made of. A front part
-- must itself be a word that was published, or one of the usual front parts given.
create function wall.search_compounds(words text[], fronts text[])
returns table (word text, compounds text[], parts text[])
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select w.word,
    case when length(w.stem) < 5 then '{}' else array(
      select distinct k.stem
      from search_word k
      cross join lateral (select left(k.stem, length(k.stem) - length(w.stem)) as front) f
      where k.stem like '%' || w.stem and length(f.front) >= 3
        and (f.front = any(fronts) or exists (select from search_word r where r.word in
             (f.front, regexp_replace(f.front, 's$', ''), regexp_replace(f.front, 'en?$', ''))))
      limit 60) end,
    case when length(w.word) < 8 then '{}' else array(
      select front.word || ' ' || back.word
      from generate_series(4, length(w.word) - 4) as cut(n)
      join search_word back on back.word = substr(w.word, cut.n + 1)
      cross join lateral (select r.word from search_word r
        where r.word in (left(w.word, cut.n), regexp_replace(left(w.word, cut.n), 's$', ''))
          and length(r.word) >= 4
        order by length(r.word) desc limit 1) front
      limit 4) end
  from (select u.word, coalesce((ts_lexize('dutch_stem', u.word))[1], u.word) as stem from unnest(words) as u(word)) w
$$;

-- Titles and words that begin like this. `question` is the prefix as a tsquery.
create function wall.search_suggest(question text, beginning text, at_most int)
returns table (suggestion text, kind text, id uuid, address text)
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
declare
  auds int[] := wall.app_audiences();
begin
  return query
    select t.title, k.value, d.id, t.address
    from (select d.doc, d.kind, d.id, d.at
          from unnest(wall.search_matching('title', question::tsquery)) as hit(doc)
          join search_document d on d.doc = hit.doc
          where d.audience = any(auds) order by d.at desc, d.doc desc limit at_most) d
    join search_text t on t.doc = d.doc
    join search_value k on k.dimension = 'kind' and k.bit = d.kind
    order by d.at desc, d.doc desc;
  if length(beginning) >= 3 then
    return query
      select w.word, null::text, null::uuid, null::text
      from (select k.word from search_word k where k.word like beginning || '%' order by length(k.word), k.word limit 30) w
      where exists (select from unnest(wall.search_matching('whole', quote_literal(w.word)::tsquery)) as hit(doc)
                    join search_document d on d.doc = hit.doc where d.audience = any(auds))
      limit at_most;
  end if;
end
$$;

-- ---------------------------------------------------------------------------------------------- owners, grants

do $$
declare
  entry record;
begin
  for entry in
    select p.oid::regprocedure as signature, p.proname
    from pg_proc p where p.pronamespace = 'wall'::regnamespace and p.proname like 'search\_%'
  loop
    execute format('revoke all on function %s from public', entry.signature);
    if entry.proname in ('search_generations', 'search_values', 'search_list', 'search_page', 'search_counts', 'search_answered', 'search_meant',
                         'search_compounds', 'search_suggest') then
      execute format('grant execute on function %s to app', entry.signature);
    end if;
    -- Last: once a function is wall's, the owner of the database has no say over it.
    execute format('alter function %s owner to wall', entry.signature);
  end loop;
end
$$;
