-- Organisations: who sees one follows from the widest page that named it; what a coordinator decides about doubles has
-- its consequences here, in the same transaction. Core decision 'Organisations'.

-- The words of a name and its place, without case, accents, dots and legal form, each once and in one order: doubles have
-- the same. A name of such words only keeps them.
create function wall.name_key(name text, place text) returns text
language sql stable parallel safe
as $$
  with said as (
    select distinct word
    from regexp_split_to_table(
      regexp_replace(lower(public.unaccent(name || ' ' || coalesce(place, ''))), '[.''’]', '', 'g'), '[^a-z0-9]+') word
    where word <> ''
  ), telling as (
    select word from said
    where word <> all ('{stichting,st,vereniging,ver,bv,nv,ua,vof,cv,cooperatie,gemeente,de,het,een,te,in,van,voor,en}')
  )
  select coalesce(
    (select string_agg(word, ' ' order by word collate "C") from telling),
    (select string_agg(word, ' ' order by word collate "C") from said), '')
$$;
--> statement-breakpoint
create function wall.wider(one text, other text) returns text
language sql immutable parallel safe
as $$ select case when 'public' in (one, other) then 'public' when 'alliance' in (one, other) then 'alliance' else 'municipality' end $$;
--> statement-breakpoint
grant execute on function wall.name_key(text, text), wall.wider(text, text) to wall, app;
--> statement-breakpoint
-- Runs as whoever writes. What a municipality adds begins as its own, whatever the statement says; what belongs to none
-- is everybody's. How far it reaches, and into what it was merged, only the wall says.
create or replace function wall.derive_organisation() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' and current_user <> 'wall' then
    new.reach := 'municipality';
    new.merged_into := null;
    new.survivor_id := null;
    new.created_at := now();
  end if;
  if new.municipality is null then
    new.reach := 'public';
  end if;
  new.name_key := wall.name_key(new.name, (select m.name from municipality m where m.code = new.located_in));
  new.visible_to := wall.visible_to(new.reach <> 'municipality', new.reach, array['municipality:' || new.municipality]);
  new.writable_by := case when new.reach = 'municipality' then array['municipality:' || new.municipality || ':editor']
    else '{operator,alliance:coordinators}' end;
  return new;
end
$$;
--> statement-breakpoint
create trigger a_keep before update on organisation for each row
  execute function wall.keep_columns('id', 'handle', 'municipality', 'reach', 'merged_into', 'survivor_id', 'created_at');
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
update public.organisation set name = name;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Which of the named organisations the person who publishes may see, with what each stands for now; they become known to
-- the readers of the page. Locked in one order, so that publishing and merging wait for each other.
create function wall.name_organisations(content jsonb, visibility text) returns table (named uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  wanted constant uuid[] := array(
    select distinct each::uuid from jsonb_array_elements_text(coalesce(content -> 'organisations', '[]')) each);
  found_ids uuid[];
begin
  perform from organisation o
  where o.id = any(wanted || array(select w.survivor_id from organisation w where w.id = any(wanted)))
  order by o.id for no key update;
  found_ids := array(
    select o.id from organisation o where o.id = any(wanted) and o.audience = any(wall.app_audiences()));
  update organisation o set reach = wall.wider(o.reach, visibility)
  where o.id = any(found_ids || array(select w.survivor_id from organisation w where w.id = any(found_ids)))
    and o.reach <> wall.wider(o.reach, visibility);
  return query select o.id, coalesce(o.survivor_id, o.id) from organisation o where o.id = any(found_ids);
end
$$;
--> statement-breakpoint
create function wall.intervention_names() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.writable_by && wall.app_scopes() then
    insert into intervention_party (intervention_id, number, named, organisation_id)
    select new.intervention_id, new.number, o.named, o.organisation_id
    from wall.name_organisations(new.content, new.visibility) o;
  else
    -- A participant answered: it names nobody, and may not see whom the lead named.
    insert into intervention_party (intervention_id, number, named, organisation_id)
    select new.intervention_id, new.number, p.named, p.organisation_id
    from intervention_party p where p.intervention_id = new.intervention_id and p.number = new.number - 1;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function wall.agenda_names() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into agenda_party (agenda_id, number, named, organisation_id)
  select new.agenda_id, new.number, o.named, o.organisation_id
  from wall.name_organisations(new.content, new.visibility) o;
  return null;
end
$$;
--> statement-breakpoint
-- Runs as the coordinator: one that it does not see does not exist, and what is already merged is not merged again.
create function wall.derive_organisation_merge() returns trigger
language plpgsql
as $$
begin
  new.visible_to := '{alliance:coordinators}';
  new.writable_by := '{alliance:coordinators}';
  if current_user = 'wall' then
    return new;
  end if;
  new.at := now();
  if new.organisation_id = new.into_id or not exists (
    select from organisation o, organisation i
    where o.id = new.organisation_id and i.id = new.into_id
      and o.merged_into is not distinct from case when new.what = 'undone' then new.into_id end
      and (new.what = 'undone' or i.merged_into is null)
  ) then
    raise exception 'organisation.cannot_be_merged' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- Texts and versions stay as they were written; what is shown of them follows. Undoing is therefore exact: each name
-- returns to the one it was given for. Only how far the remaining one is known does not shrink again.
create function wall.organisation_merged() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  under constant uuid[] := array(
    with recursive below as (
      select new.organisation_id as id
      union
      select o.id from organisation o join below on o.merged_into = below.id
    ) select id from below);
  stands_for constant uuid := case when new.what = 'merged' then new.into_id else new.organisation_id end;
begin
  perform from organisation o where o.id = any(under || new.into_id) order by o.id for no key update;
  -- Somebody may have been quicker.
  if not exists (
    select from organisation o, organisation i
    where o.id = new.organisation_id and i.id = new.into_id
      and o.merged_into is not distinct from case when new.what = 'undone' then new.into_id end
      and (new.what = 'undone' or i.merged_into is null)
  ) then
    raise exception 'organisation.cannot_be_merged' using errcode = 'check_violation';
  end if;
  if new.what = 'merged' and wall.organisation_has_people(new.organisation_id) then
    raise exception 'organisation.has_people' using errcode = 'check_violation';
  end if;
  update organisation o set merged_into = case when new.what = 'merged' then new.into_id end
  where o.id = new.organisation_id;
  update organisation o set survivor_id = nullif(stands_for, o.id) where o.id = any(under);
  -- Whoever could follow the old name can follow it to where it leads now.
  update organisation i set reach = wall.wider(i.reach, o.reach)
  from organisation o
  where i.id = new.into_id and o.id = new.organisation_id and new.what = 'merged' and i.reach <> wall.wider(i.reach, o.reach);
  update intervention_party p set organisation_id = stands_for where p.named = any(under);
  update agenda_party p set organisation_id = stands_for where p.named = any(under);
  return null;
end
$$;
--> statement-breakpoint
-- Yes or no, for coordinators: who works somewhere keeps acting for it, so that one cannot be the one that goes.
create function wall.organisation_has_people(of_organisation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select wall.app_scopes() && '{alliance:coordinators}' and (
    exists (select from membership m where m.organisation_id = of_organisation and m.ended_at is null)
    or exists (select from invitation i where i.organisation_id = of_organisation and i.accepted_at is null
      and i.revoked_at is null and i.expires_at > now()))
$$;
--> statement-breakpoint
grant execute on function wall.organisation_has_people(uuid) to app;
--> statement-breakpoint
create trigger a_derive before insert or update on organisation_merge for each row execute function wall.derive_organisation_merge();
--> statement-breakpoint
create trigger b_place before insert or update on organisation_merge for each row execute function wall.place();
--> statement-breakpoint
create trigger d_follow after update on organisation_merge for each row execute function wall.follow('id');
--> statement-breakpoint
create trigger c_merged after insert on organisation_merge for each row execute function wall.organisation_merged();
--> statement-breakpoint
-- Before c_index, which reads what is named.
create trigger b_names after insert on intervention_version for each row execute function wall.intervention_names();
--> statement-breakpoint
create trigger b_names after insert on agenda_version for each row execute function wall.agenda_names();
--> statement-breakpoint
alter function wall.name_organisations(jsonb, text) owner to wall;
--> statement-breakpoint
alter function wall.intervention_names() owner to wall;
--> statement-breakpoint
alter function wall.agenda_names() owner to wall;
--> statement-breakpoint
alter function wall.organisation_merged() owner to wall;
--> statement-breakpoint
alter function wall.organisation_has_people(uuid) owner to wall;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
-- The names a page is found by: of those that everybody who reads the page knows.
create function wall.names_in(noun text, of_document uuid, of_number integer, of_visibility text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select string_agg(distinct o.name, E'\n') from (
    select p.organisation_id from intervention_party p
    where noun = 'intervention' and p.intervention_id = of_document and p.number = of_number
    union select p.organisation_id from agenda_party p
    where noun = 'agenda' and p.agenda_id = of_document and p.number = of_number
  ) named join organisation o on o.id = named.organisation_id
  where o.reach <> 'municipality' and (of_visibility <> 'public' or o.reach = 'public')
$$;
--> statement-breakpoint
revoke execute on function wall.names_in(text, uuid, integer, text) from public;
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
  perform wall.search_put('intervention', new.intervention_id, new.audience, new.municipality, new.handle, new.title,
    new.content ->> 'summary',
    concat_ws(E'\n', (select name from municipality where code = new.municipality),
      wall.text_of(new.content, '{$.goal,$.targetGroup,$.activities,$.activeIngredients[*],$.monitoring,$.parties,$.locations,$.funding,$.localForm,$.transferability,$.unwantedEffects}'),
      wall.names_in('intervention', new.intervention_id, new.number, new.visibility)),
    array(select jsonb_array_elements_text(new.content -> 'themes')),
    array(select jsonb_array_elements_text(new.content -> 'phases')),
    new.published_at);
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
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.published_at = old.published_at then
    if new.audience <> old.audience then
      perform wall.search_move('agenda', new.agenda_id, new.audience);
    end if;
    return null;
  end if;
  perform wall.search_put('agenda', new.agenda_id, new.audience, new.municipality, new.handle, new.title,
    wall.words_of(new.content ->> 'mission'),
    concat_ws(E'\n', (select name from municipality where code = new.municipality),
      wall.text_of(new.content, '{$.goals[*].title,$.goals[*].text,$.goals[*].intendedResults[*].text,$.actions[*].text,$.principles[*].title,$.principles[*].text,$.background,$.bodies[*].name,$.keyFigures[*],$.addenda[*].title,$.addenda[*].text}'),
      wall.names_in('agenda', new.agenda_id, new.number, new.visibility)),
    '{}', '{}', new.published_at);
  return null;
end
$$;
--> statement-breakpoint
reset role;
