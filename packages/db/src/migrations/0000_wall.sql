-- The wall: what a caller may see, computed from the login, and the integer that stands for a set of scopes.
-- Roles `wall`, `app` and `worker` exist before the first migration (engine/roles.ts); this role may SET ROLE wall.

create schema wall;
grant usage on schema wall to wall, app, worker;
grant create on schema wall to wall;
alter default privileges revoke execute on functions from public;

-- One immutable row per distinct set of scopes. An id never changes its meaning, so a list of ids that is too old
-- hides rows and never shows one. `generation` is raised whenever what an audience can find changes.
create table public.audience (
  id integer generated always as identity primary key,
  scopes text[] not null unique,
  generation bigint not null default 0
);
create index audience_scopes on public.audience using gin (scopes);
alter table public.audience enable row level security;
alter table public.audience force row level security;
create policy audience_wall on public.audience to wall using (true) with check (true);
grant select, insert, update on public.audience to wall;

create function wall.app_scopes() returns text[]
language sql stable parallel safe
-- After a commit a local setting reads '' instead of null: without nullif the next reader would get an error, not nothing.
as $$ select coalesce(nullif(current_setting('app.scopes', true), ''), '{}')::text[] $$;

create function wall.app_account() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function wall.app_audiences() returns integer[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
as $$ select coalesce(array_agg(id), '{}') from audience where scopes && wall.app_scopes() $$;

-- The id of a set of scopes, made when it is new. Compared as sorted, distinct text.
create function wall.audience_of(wanted text[]) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  sorted text[] := coalesce((select array_agg(distinct s collate "C" order by s collate "C") from unnest(wanted) s), '{}');
  found_id integer;
begin
  if exists (select from unnest(sorted) s where s !~ '^[a-z0-9:+-]{1,100}$') then
    raise exception 'scope.malformed' using errcode = 'check_violation';
  end if;
  select id into found_id from audience where scopes = sorted;
  if found_id is null then
    insert into audience (scopes) values (sorted) on conflict (scopes) do nothing returning id into found_id;
  end if;
  if found_id is null then
    select id into strict found_id from audience where scopes = sorted;
  end if;
  return found_id;
end
$$;

-- BEFORE, after the table's own derivation: sorts the scopes and sets the audience, whatever the statement says.
-- An UPDATE keeps its old audience until AFTER (wall.follow), because PostgreSQL checks the new row of an UPDATE
-- against the SELECT policy with the list of audiences it computed before: leaving one's own sight would be refused.
create function wall.place() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  wanted integer;
begin
  new.visible_to := coalesce((select array_agg(distinct s collate "C" order by s collate "C") from unnest(new.visible_to) s), '{}');
  wanted := wall.audience_of(new.visible_to);
  if tg_op = 'INSERT' or pg_trigger_depth() > 1 then
    new.audience := wanted;
  else
    new.audience := old.audience;
  end if;
  return new;
end
$$;

-- AFTER UPDATE: moves the row to its new audience, as the one role that sees every row. Arguments: the key columns.
create function wall.follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  condition text;
  moved bigint;
begin
  if pg_trigger_depth() > 1 or new.audience = wall.audience_of(new.visible_to) then
    return null;
  end if;
  select string_agg(format('%1$I = $1.%1$I', key), ' and ') into condition from unnest(tg_argv) key;
  execute format('update %I set audience = audience where %s', tg_table_name, condition) using new;
  get diagnostics moved = row_count;
  if moved <> 1 then
    raise exception 'wall.row_missed' using detail = tg_table_name;
  end if;
  return null;
end
$$;

-- Granted first: once a function is wall's, the owner of the database has no say over it.
grant execute on function wall.app_scopes(), wall.app_account() to wall, app, worker;
grant execute on function wall.app_audiences() to app, worker;

alter function wall.app_audiences() owner to wall;
alter function wall.audience_of(text[]) owner to wall;
alter function wall.place() owner to wall;
alter function wall.follow() owner to wall;

-- Migrations put these two on every owned table.
set local role wall;
grant execute on function wall.place(), wall.follow() to session_user;
reset role;
