-- What resembles a page, and what municipalities work on. How rare a word is, is counted over what everybody may read:
-- over anything else, a page that somebody may not read would change which words say something, and with them the order
-- and the reasons. Why it is as it is: the decision on what resembles what (packages/core/decisions).

create policy search_frequency_wall on public.search_frequency to wall using (true) with check (true);
grant select, insert, update, delete on public.search_frequency to wall;
--> statement-breakpoint
-- Counts anew and writes only what differs; answers how many words that are.
create function wall.search_count_words() returns int
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  written int;
begin
  perform pg_advisory_xact_lock(hashtext('search_frequency'));
  with everybodys as materialized (
    select d.doc from search_document d
    join search_value k on k.dimension = 'kind' and k.value = 'intervention' and k.bit = d.kind
    join audience a on a.id = d.audience
    where 'public' = any(a.scopes)
  ), counted as materialized (
    select u.word, count(*)::int as docs
    from everybodys e
    join search_vector v on v.doc = e.doc
    cross join lateral unnest(tsvector_to_array(v.head)) as u(word)
    where u.word <> ''
    group by u.word having count(*) > 1
    union all
    select '', count(*)::int from everybodys
  ), gone as (
    delete from search_frequency f where not exists (select from counted c where c.word = f.word) returning 1
  ), kept as (
    insert into search_frequency as f (word, docs) select c.word, c.docs from counted c
    on conflict (word) do update set docs = excluded.docs where f.docs <> excluded.docs
    returning 1
  )
  select (select count(*) from gone) + (select count(*) from kept) into written;
  return written;
end
$$;
--> statement-breakpoint
-- Pages that resemble a published page, of those the actor may see: by the rarest words of its title and summary, and
-- among the newest by theme and phase together. `kin` is what must not be named: the caller knows the lineage. Every page
-- is filtered by the audiences of the transaction before anything is limited or weighed. Points: up to 100 for each word
-- said in both, four at most; up to 150 for the themes and 100 for the phases that are the same. Whatever the number of
-- pages, some 240 hits and 150 newest are looked at. A generic plan, because making one takes as long as following it.
create function wall.search_related(page uuid, kin uuid[], at_most int)
returns table (id uuid, themes text[], phases text[], words text[])
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set enable_seqscan = off set jit = off set random_page_cost = 1.1
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  auds constant int[] := wall.app_audiences();
  interventions constant smallint := (select v.bit from search_value v where v.dimension = 'kind' and v.value = 'intervention');
  source record;
  others constant uuid[] := coalesce(kin, '{}');
  places constant text[] := array(select lower(m.name) from municipality m);
  -- What every page says, however few there are: words of time, number and doing, and of school itself.
  everyday constant text[] := tsvector_to_array(to_tsvector('public.dutch_unaccent',
    'aantal achter alleen allemaal altijd ander andere anders avond begin beginnen begint beide beter bieden biedt bijna blijft
     blijven buiten daarna daarom dagen dagelijks deel delen deze dezelfde direct doen doet drie echt eens eerst eerste eigen
     elkaar elke enkele even extra gaan gaat geeft geen geven goed goede graag groot grote halen heel hele helpen helpt hier
     hoeft houden houdt hulp jaar jaren jong jonge kennen kent kiezen kijken kijkt klaar klein kleine komen komt krijgen krijgt
     laat laatste lang langs later laten leert leren maak maakt maand maanden maken meedoen meer meeste mensen middag middagen
     minder minuten mogelijk naast nemen nieuw nieuwe nodig nooit ochtend ochtenden ongeveer onze open over paar plaats plek
     plekken rond samen sinds snel soms staan staat start starten steeds tegen terug terwijl thuis tijd tijdens tussen twee uren
     vaak vaker vanaf vast vaste veel verder verschillende vier vijf vinden vindt volgen volgt vooral vraag vragen vraagt waarin
     wanneer week weken wekelijks weer welke weten werk werken werkt willen zelf zelfde zien ziet zitten zodat zoeken zoekt
     zonder zorgen zorgt kind kinderen leerling leerlingen student studenten school scholen basisschool basisscholen onderwijs
     klas klassen groep groepen ouder ouders leerkracht leerkrachten docent docenten project projecten aanpak programma
     interventie interventies gemeente gemeenten'));
  total constant int := coalesce((select f.docs from search_frequency f where f.word = ''), 0);
begin
  select d.doc, d.theme_mask, d.phase_mask, lower(wall.search_plain(concat_ws(' ', t.title, t.head))) as plain into source
  from search_document d join search_text t on t.doc = d.doc
  where d.kind = interventions and d.id = search_related.page and d.audience = any(auds);
  if source.doc is null then
    return;
  end if;
  return query
  with said as (
    select distinct on (s.stem) s.stem, s.form, s.place
    from (select (tsvector_to_array(to_tsvector('public.dutch_unaccent', w.form)))[1] as stem, w.form, w.place
          from regexp_split_to_table(source.plain, '\s+') with ordinality as w(form, place)
          where w.place <= 400 and length(w.form) between 4 and 40 and w.form !~ '[0-9]'
            and w.form <> all(places)) s
    where s.stem <> all(everyday)
    order by s.stem, s.place
  ), rare as (
    select s.*, coalesce(f.docs, 1) as docs, sum(coalesce(f.docs, 1)) over (order by coalesce(f.docs, 1), s.place) as so_far
    from said s left join search_frequency f on f.word = s.stem
    where coalesce(f.docs, 1) <= greatest(3, least(total / 5, 120))
  ), term as materialized (
    select r.form, r.place, quote_literal(r.stem)::tsquery as question,
      round(100 * ln((greatest(total, 50) + 2.0) / (r.docs + 1)) / ln(greatest(total, 50) + 2.0))::int as weight
    from rare r where r.so_far <= 240 order by r.docs, r.place limit 40
  ), hit as (
    select v.doc, sum(t.weight)::int as weight, array_agg(t.form order by t.weight desc, t.place) as forms
    from term t cross join lateral (select o.doc from search_vector o where o.head @@ t.question) v
    group by v.doc
  ), newest as (
    select n.doc
    from (select c.* from search_document c
          where c.kind = interventions and c.audience = any(auds) and c.doc <> source.doc and c.id <> all(others)
          order by c.at desc, c.doc desc limit 150) n
    where n.theme_mask & source.theme_mask <> 0 and n.phase_mask & source.phase_mask <> 0
  ), weighed as (
    select d.doc, d.id, d.at, coalesce(h.forms, '{}') as forms,
      d.theme_mask & source.theme_mask as theme_bits, d.phase_mask & source.phase_mask as phase_bits,
      least(coalesce(h.weight, 0), 400)
      + 150 * bit_count((d.theme_mask & source.theme_mask)::bit(64)) / greatest(bit_count((d.theme_mask | source.theme_mask)::bit(64)), 1)
      + 100 * bit_count((d.phase_mask & source.phase_mask)::bit(64)) / greatest(bit_count((d.phase_mask | source.phase_mask)::bit(64)), 1)
        as points
    from (select h.doc from hit h union select n.doc from newest n) one
    join search_document d on d.doc = one.doc
    left join hit h on h.doc = one.doc
    where d.kind = interventions and d.audience = any(auds) and d.doc <> source.doc and d.id <> all(others)
  ), best as (
    select w.* from weighed w
    where (w.theme_bits <> 0 and w.phase_bits <> 0) or cardinality(w.forms) > 1
      or (cardinality(w.forms) = 1 and (w.theme_bits <> 0 or w.phase_bits <> 0))
    order by w.points desc, w.at desc, w.doc desc
    limit greatest(0, least(at_most, 20))
  )
  -- By name: by number, the order would tell which value somebody used first.
  select b.id,
    array(select v.value from search_value v
          where v.dimension = 'theme' and (1::bigint << v.bit) & b.theme_bits <> 0 order by v.value),
    array(select v.value from search_value v
          where v.dimension = 'phase' and (1::bigint << v.bit) & b.phase_bits <> 0 order by v.value),
    b.forms[1:4]
  from best b
  order by b.points desc, b.at desc, b.doc desc;
end
$$;
--> statement-breakpoint
-- Themes of the ten newest interventions of each of these municipalities, of those the actor may see.
create function wall.search_themes_of(municipalities text[])
returns table (municipality text, themes text[])
language plpgsql stable security definer
set search_path = pg_catalog, public, wall, pg_temp set jit = off set random_page_cost = 1.1
as $$
#variable_conflict use_column
declare
  auds constant int[] := wall.app_audiences();
  interventions constant smallint := (select v.bit from search_value v where v.dimension = 'kind' and v.value = 'intervention');
begin
  return query
  select m.value,
    array(select v.value from search_value v
          where v.dimension = 'theme' and (1::bigint << v.bit) & worked_on.bits <> 0 order by v.value)
  from search_value m
  cross join lateral (
    select coalesce(bit_or(n.theme_mask), 0) as bits
    from (select c.theme_mask from search_document c
          where c.municipality = m.bit and c.kind = interventions and c.audience = any(auds)
          order by c.at desc, c.doc desc limit 10) n) worked_on
  where m.dimension = 'municipality' and m.value = any(municipalities) and worked_on.bits <> 0;
end
$$;
--> statement-breakpoint
revoke all on function wall.search_count_words(), wall.search_related(uuid, uuid[], int), wall.search_themes_of(text[]) from public;
grant execute on function wall.search_related(uuid, uuid[], int), wall.search_themes_of(text[]) to app;
grant execute on function wall.search_count_words() to worker;
-- Last: once a function is wall's, the owner of the database has no say over it.
alter function wall.search_count_words() owner to wall;
alter function wall.search_related(uuid, uuid[], int) owner to wall;
alter function wall.search_themes_of(text[]) owner to wall;
