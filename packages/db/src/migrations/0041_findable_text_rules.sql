-- What is found is kept as text too, so that another engine is filled from one place and a hit deep in a text can show
-- where it stands. What was published before keeps '' until it is published or indexed anew.
set local role wall;

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

  insert into search_text as t (doc, address, title, head, rest)
  values (number, search_put.address, coalesce(search_put.title, ''), coalesce(search_put.head, ''), left(coalesce(search_put.rest, ''), 300000))
  on conflict (doc) do update set address = excluded.address, title = excluded.title, head = excluded.head, rest = excluded.rest;
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

reset role;
