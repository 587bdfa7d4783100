-- What the proofs of isolation found. Everything replaced here is wall's own.
set local role wall;

-- Versions published to fewer people stay with them when a later one is published to more.
create function wall.narrower(one text, other text) returns text
language sql immutable parallel safe
as $$ select case when 'municipality' in (one, other) then 'municipality' when 'alliance' in (one, other) then 'alliance' else 'public' end $$;
revoke execute on function wall.narrower(text, text) from public;

create or replace function wall.version_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Narrowing the circle holds for the older versions too: who may no longer read the page cannot read its past.
  -- Widening it shows nobody an older version.
  update intervention_version set current = false, visibility = wall.narrower(visibility, new.visibility)
  where intervention_id = new.intervention_id and number < new.number
    and (current or visibility <> wall.narrower(visibility, new.visibility));
  delete from intervention_withdrawal where intervention_id = new.intervention_id;
  insert into intervention_relation (intervention_id, number, kind, target)
  select distinct new.intervention_id, new.number, 'evaluates', target::uuid
  from jsonb_array_elements_text(coalesce(new.content -> 'evaluates', '[]')) target;
  return null;
end
$$;

create or replace function wall.agenda_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update agenda_version set current = false, visibility = wall.narrower(visibility, new.visibility)
  where agenda_id = new.agenda_id and number < new.number
    and (current or visibility <> wall.narrower(visibility, new.visibility));
  delete from agenda_withdrawal where agenda_id = new.agenda_id;
  return null;
end
$$;

-- Only words that everybody may read say what a compound is made of: a word that stands in hidden pages only would
-- otherwise change what others find.
update public.search_word k set open = true
where exists (
  select from public.search_vector v join public.search_document d on d.doc = v.doc join public.audience a on a.id = d.audience
  where 'public' = any(a.scopes) and v.whole @@ quote_literal(k.word)::tsquery);

create or replace function wall.search_put(
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
  for_everybody boolean := exists (select from audience a where a.id = search_put.audience and 'public' = any(a.scopes));
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

  insert into search_word as k (word, stem, open)
  select w, coalesce((ts_lexize('dutch_stem', w))[1], w), for_everybody
  from unnest(tsvector_to_array(title_forms || head_forms || rest_forms)) as u(w)
  where w ~ '^[a-z]{3,40}$' and not exists (select from search_word o where o.word = w and (o.open or not for_everybody))
  order by w
  on conflict (word) do update set open = true where excluded.open and not k.open;

  perform wall.search_touch(array[old_audience, search_put.audience]);
end
$$;

create or replace function wall.search_compounds(words text[], fronts text[])
returns table (word text, compounds text[], parts text[])
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select w.word,
    case when length(w.stem) < 5 then '{}' else array(
      select k.stem
      from search_word k
      cross join lateral (select left(k.stem, length(k.stem) - length(w.stem)) as front) f
      where k.stem like '%' || w.stem and length(f.front) >= 3
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

-- The place of a document in the order of pages: a cursor names the document by its random id, because the numbers of
-- documents count also those that the reader may not see.
create function wall.search_place(of_id uuid) returns integer
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$ select max(d.doc) from search_document d where d.id = of_id $$;
revoke execute on function wall.search_place(uuid) from public;
grant execute on function wall.search_place(uuid) to app;

reset role;
