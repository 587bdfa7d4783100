-- Taking over: only what the person who says so may read; what a version says of its relations; and how many took over.

-- Runs as whoever writes: a working copy or a source one does not see is one that does not exist.
create function wall.derive_adoption() returns trigger
language plpgsql
as $$
begin
  if current_user = 'wall' then
    return new;
  end if;
  new.municipality := (select i.municipality from intervention i where i.id = new.intervention_id);
  if (tg_op = 'INSERT' or new.source_version <> old.source_version) and not exists (
    select from intervention_version v
    where v.intervention_id = new.source_id and v.number = new.source_version and v.withdrawn_at is null
  ) then
    raise exception 'adoption.source' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    new.adopted_at := now();
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger a_keep before update on adoption for each row
  execute function wall.keep_columns('intervention_id', 'municipality', 'source_id', 'adopted_at');
--> statement-breakpoint
create trigger b_derive before insert or update on adoption for each row execute function wall.derive_adoption();
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
-- A listed disclosure: the source learns how many municipalities published what they took over, also unseen ones. Who
-- withdrew leaves no trace: without adopters there is no row.
create function wall.count_adopters(of_source uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  counted constant integer := (
    select count(distinct v.municipality)
    from intervention_relation r
    join intervention_version v on v.intervention_id = r.intervention_id and v.number = r.number
    where r.target = of_source and r.kind = 'adapted_from' and v.current and v.withdrawn_at is null);
begin
  if counted = 0 then
    delete from adoption_count where intervention_id = of_source;
  else
    insert into adoption_count (intervention_id, adopters) values (of_source, counted)
    on conflict (intervention_id) do update set adopters = excluded.adopters;
  end if;
end
$$;
--> statement-breakpoint
revoke execute on function wall.count_adopters(uuid) from public;
--> statement-breakpoint
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
  select distinct new.intervention_id, new.number, named.kind, target::uuid
  from (values ('evaluates', 'evaluates'), ('part_of', 'partOf'), ('replaces', 'replaces')) named(kind, field),
    jsonb_array_elements_text(coalesce(new.content -> named.field, '[]')) target;
  if new.writable_by && wall.app_scopes() then
    insert into intervention_relation (intervention_id, number, kind, target, target_version, reasons)
    select new.intervention_id, new.number, 'adapted_from', a.source_id, a.source_version, a.reasons
    from adoption a where a.intervention_id = new.intervention_id;
  else
    -- A participant answered: what its lead wrote since, is not published by that.
    insert into intervention_relation (intervention_id, number, kind, target, target_version, reasons)
    select new.intervention_id, new.number, r.kind, r.target, r.target_version, r.reasons
    from intervention_relation r
    where r.intervention_id = new.intervention_id and r.number = new.number - 1 and r.kind = 'adapted_from';
  end if;
  perform wall.count_adopters(a.source_id) from adoption a where a.intervention_id = new.intervention_id;
  return null;
end
$$;
--> statement-breakpoint
create or replace function wall.version_withdrawn() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update intervention_version set withdrawn_at = new.withdrawn_at
  where intervention_id = new.intervention_id and withdrawn_at is null;
  perform wall.count_adopters(a.source_id) from adoption a where a.intervention_id = new.intervention_id;
  return null;
end
$$;
--> statement-breakpoint
reset role;
