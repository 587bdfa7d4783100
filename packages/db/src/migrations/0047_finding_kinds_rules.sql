-- What can be found, said once for each room: a trigger publishes it, and rebuilding the read model reads the same. Goals
-- and organisations are hits of their own.
set local role wall;
--> statement-breakpoint
create function wall.findable(v public.intervention_version) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select jsonb_build_array(jsonb_build_object('kind', 'intervention', 'id', v.intervention_id, 'audience', v.audience,
    'municipality', v.municipality, 'address', v.handle, 'title', v.title, 'head', v.content ->> 'summary',
    'rest', concat_ws(E'\n', (select m.name from municipality m where m.code = v.municipality),
      wall.text_of(v.content, '{$.goal,$.targetGroup,$.activities,$.activeIngredients[*],$.monitoring,$.parties,$.locations,$.funding,$.localForm,$.transferability,$.unwantedEffects}'),
      wall.names_in('intervention', v.intervention_id, v.number, v.visibility)),
    'themes', coalesce(v.content -> 'themes', '[]'), 'phases', coalesce(v.content -> 'phases', '[]'),
    'course', v.content ->> 'course', 'at', v.published_at))
$$;
--> statement-breakpoint
-- Goals have no id of their own, only a key within their agenda that stays the same over versions.
create function wall.goal_id(of_agenda uuid, key text) returns uuid
language sql immutable strict parallel safe
as $$ select md5('goal:' || of_agenda || ':' || key)::uuid $$;
--> statement-breakpoint
-- A moment before the year 2000 that puts names in their order, newest first: of organisations it matters not which is new,
-- and when one was added, perhaps for a draft, is nobody's business.
create function wall.moment_of_name(name text) returns timestamptz
language sql stable strict parallel safe
as $$
  select timestamptz '2000-01-01T00:00:00Z' - make_interval(secs =>
    (select sum(greatest(ascii(substr(said.letters, n, 1)) - 96, 0) * 27 ^ (5 - n))::float8 from generate_series(1, 5) n))
  from (select regexp_replace(lower(public.unaccent(name)), '[^a-z]', '', 'g') as letters) said
$$;
--> statement-breakpoint
-- An agenda, and each of its goals with what is intended and done for it. Goals carry an old date: they are no news
-- beside the agenda they came with. They stand in the order of their agendas' publication, and in that of the agenda.
create function wall.findable(v public.agenda_version) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select jsonb_build_array(jsonb_build_object('kind', 'agenda', 'id', v.agenda_id, 'audience', v.audience,
    'municipality', v.municipality, 'address', v.handle, 'title', v.title, 'head', wall.words_of(v.content ->> 'mission'),
    'rest', concat_ws(E'\n', place.name,
      wall.text_of(v.content, '{$.goals[*].title,$.goals[*].text,$.goals[*].intendedResults[*].text,$.actions[*].text,$.principles[*].title,$.principles[*].text,$.background,$.bodies[*].name,$.keyFigures[*],$.addenda[*].title,$.addenda[*].text}'),
      wall.names_in('agenda', v.agenda_id, v.number, v.visibility)),
    'themes', '[]'::jsonb, 'phases', '[]'::jsonb, 'course', '', 'at', v.published_at))
  || coalesce((
    select jsonb_agg(jsonb_build_object('kind', 'goal', 'id', wall.goal_id(v.agenda_id, g.goal ->> 'key'), 'audience', v.audience,
      'municipality', v.municipality, 'address', v.handle || '#' || (g.goal ->> 'key'), 'title', wall.words_of(g.goal ->> 'title'),
      'head', wall.words_of(g.goal ->> 'text'),
      'rest', concat_ws(E'\n', place.name, wall.text_of(g.goal, '{$.intendedResults[*].text}'),
        (select string_agg(wall.words_of(a ->> 'text'), E'\n') from jsonb_array_elements(v.content -> 'actions') a
         where a -> 'goals' ? (g.goal ->> 'key'))),
      'themes', '[]'::jsonb, 'phases', '[]'::jsonb, 'course', '',
      'at', timestamptz '2000-01-01T00:00:00Z' + (v.published_at - timestamptz '2000-01-01T00:00:00Z') / 1000
        - make_interval(secs => g.place::float8 / 1000)))
    from (select distinct on (each ->> 'key') each as goal, place
          from jsonb_array_elements(v.content -> 'goals') with ordinality goals(each, place) order by each ->> 'key', place) g
    where g.goal ->> 'title' <> ''), '[]')
  from (select max(m.name) as name from municipality m where m.code = v.municipality) place
$$;
--> statement-breakpoint
create function wall.findable(m public.municipality) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select jsonb_build_array(jsonb_build_object('kind', 'municipality', 'id', md5('municipality:' || m.code)::uuid,
    'audience', wall.audience_of('{public}'), 'municipality', m.code, 'address', m.slug, 'title', 'Gemeente ' || m.name,
    'head', 'Gemeente in ' || m.province, 'rest', '', 'themes', '[]'::jsonb, 'phases', '[]'::jsonb, 'course', '',
    -- An old date: joining is no news beside what is published.
    'at', '2000-01-01T00:00:00Z'))
$$;
--> statement-breakpoint
-- An organisation is found as far as it is known (core decision 0015). Not by names it had as a double: those may be known
-- to fewer.
create function wall.findable(o public.organisation) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  select jsonb_build_array(jsonb_build_object('kind', 'organisation', 'id', o.id, 'audience', o.audience,
    'municipality', o.located_in, 'address', o.handle, 'title', o.name,
    'head', coalesce((select m.name from municipality m where m.code = o.located_in), ''), 'rest', o.brin,
    'themes', '[]'::jsonb, 'phases', '[]'::jsonb, 'course', '', 'at', wall.moment_of_name(o.name)))
$$;
--> statement-breakpoint
create or replace function wall.index_intervention() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not new.current or new.withdrawn_at is not null then
    if tg_op = 'UPDATE' and old.current and old.withdrawn_at is null and new.withdrawn_at is not null then
      perform wall.search_remove('intervention', new.intervention_id);
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.published_at = old.published_at then
    if new.audience <> old.audience then
      perform wall.search_move('intervention', new.intervention_id, new.audience);
    end if;
    return null;
  end if;
  perform wall.search_put_all(wall.findable(new));
  return null;
end
$$;
--> statement-breakpoint
create or replace function wall.index_agenda() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not new.current or new.withdrawn_at is not null then
    if tg_op = 'UPDATE' and old.current and old.withdrawn_at is null and new.withdrawn_at is not null then
      perform wall.search_remove('agenda', new.agenda_id);
      perform wall.search_remove('goal', wall.goal_id(new.agenda_id, goal ->> 'key'))
      from jsonb_array_elements(new.content -> 'goals') goal;
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.published_at = old.published_at then
    if new.audience <> old.audience then
      perform wall.search_move('agenda', new.agenda_id, new.audience);
      perform wall.search_move('goal', wall.goal_id(new.agenda_id, goal ->> 'key'), new.audience)
      from jsonb_array_elements(new.content -> 'goals') goal;
    end if;
    return null;
  end if;
  perform wall.search_put_all(wall.findable(new));
  -- Goals that an earlier version had and this one has not.
  perform wall.search_remove('goal', wall.goal_id(new.agenda_id, gone.key))
  from (select distinct goal ->> 'key' as key
        from agenda_version v cross join jsonb_array_elements(v.content -> 'goals') goal
        where v.agenda_id = new.agenda_id and v.number < new.number
        except select goal ->> 'key' from jsonb_array_elements(new.content -> 'goals') goal where goal ->> 'title' <> '') gone;
  return null;
end
$$;
--> statement-breakpoint
create or replace function wall.index_municipality() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.joined_at is not null and (tg_op = 'INSERT' or old.joined_at is null) then
    perform wall.search_put_all(wall.findable(new));
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function wall.index_organisation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    perform wall.search_remove('organisation', old.id);
  elsif new.merged_into is not null then
    if tg_op = 'UPDATE' and old.merged_into is null then
      perform wall.search_remove('organisation', new.id);
    end if;
  elsif tg_op = 'INSERT' or old.merged_into is not null
    or (old.name, old.brin, old.located_in) is distinct from (new.name, new.brin, new.located_in) then
    perform wall.search_put_all(wall.findable(new));
  elsif new.audience <> old.audience then
    perform wall.search_move('organisation', new.id, new.audience);
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- ---------------------------------------------------------------------------------------------- rebuilding

-- Indexes one batch of a room anew, from what is published now, in the order of ids; answers the last id, null when there
-- was nothing more. Rows are locked against a publication in between, whose word is the last. It gives way: when somebody
-- publishes who waits for it and for whom it waits, it ends with lock_not_available, and is to be asked again.
create function wall.search_rebuild(room text, after text default '', at_most int default 200) returns text
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp set lock_timeout to '200ms'
as $$
declare
  documents jsonb[];
  last text;
begin
  case room
    when 'interventions' then
      select array_agg(wall.findable(v.held)), max(v.id) into documents, last from (
        select v as held, v.intervention_id::text as id from intervention_version v
        where v.current and v.withdrawn_at is null and v.intervention_id > coalesce(nullif(after, ''), '00000000-0000-0000-0000-000000000000')::uuid
        order by v.intervention_id limit at_most for share) v;
    when 'agendas' then
      select array_agg(wall.findable(v.held)), max(v.id) into documents, last from (
        select v as held, v.agenda_id::text as id from agenda_version v
        where v.current and v.withdrawn_at is null and v.agenda_id > coalesce(nullif(after, ''), '00000000-0000-0000-0000-000000000000')::uuid
        order by v.agenda_id limit at_most for share) v;
    when 'municipalities' then
      select array_agg(wall.findable(m.held)), max(m.code) into documents, last from (
        select m as held, m.code from municipality m where m.joined_at is not null and m.code > after
        order by m.code limit at_most for share) m;
    when 'organisations' then
      select array_agg(wall.findable(o.held)), max(o.id) into documents, last from (
        select o as held, o.id::text as id from organisation o
        where o.merged_into is null and o.id > coalesce(nullif(after, ''), '00000000-0000-0000-0000-000000000000')::uuid
        order by o.id limit at_most for share) o;
    else
      raise exception 'search.unknown_room' using detail = room;
  end case;
  if documents is not null then
    perform wall.search_put_all((select jsonb_agg(document) from unnest(documents) given(held), jsonb_array_elements(given.held) document));
  end if;
  return last;
end
$$;
--> statement-breakpoint
-- Takes out what is found and no longer published; answers how many. Nothing, as long as every publication did its work.
create function wall.search_sweep() returns int
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  gone int;
begin
  with published as (
    select 'intervention' as kind, v.intervention_id as id from intervention_version v where v.current and v.withdrawn_at is null
    union all select 'agenda', v.agenda_id from agenda_version v where v.current and v.withdrawn_at is null
    union all select 'goal', wall.goal_id(v.agenda_id, goal ->> 'key')
      from agenda_version v cross join jsonb_array_elements(v.content -> 'goals') goal
      where v.current and v.withdrawn_at is null and goal ->> 'title' <> ''
    union all select 'municipality', md5('municipality:' || m.code)::uuid from municipality m where m.joined_at is not null
    union all select 'organisation', o.id from organisation o where o.merged_into is null
  ), stale as (
    select k.value as kind, d.id from search_document d join search_value k on k.dimension = 'kind' and k.bit = d.kind
    where k.value in ('intervention', 'agenda', 'goal', 'municipality', 'organisation')
      and not exists (select from published p where p.kind = k.value and p.id = d.id)
    order by d.doc
  )
  select count(*) into gone from (select wall.search_remove(s.kind, s.id) from stale s) removed;
  return gone;
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
      and p.proname in ('findable', 'goal_id', 'moment_of_name', 'index_organisation', 'search_rebuild', 'search_sweep')
  loop
    execute format('revoke execute on function %s from public', entry.signature);
    if entry.proname in ('search_rebuild', 'search_sweep') then
      execute format('grant execute on function %s to worker', entry.signature);
    end if;
  end loop;
end
$$;
--> statement-breakpoint
grant execute on function wall.index_organisation() to session_user;
--> statement-breakpoint
-- What was published before goals and organisations could be found, and before their text was kept.
do $$
declare
  room text;
  last text;
begin
  foreach room in array array['interventions', 'agendas', 'municipalities', 'organisations'] loop
    last := '';
    loop
      last := wall.search_rebuild(room, last);
      exit when last is null;
    end loop;
  end loop;
  perform wall.search_compact();
end
$$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Before d_follow, as for the pages: its nested update fires this trigger once more.
create trigger c_index after insert or update or delete on public.organisation for each row execute function wall.index_organisation();
