-- What goes along with a page. An attachment is seen as the working copy or the version it belongs to is seen, and its file
-- as all its attachments together are; the bytes stand outside the database, and go when their row is gone.

-- Before there was a file store, bytes stood here. Only the wall still reaches them, to move them out.
revoke all on file_content from app, worker;
--> statement-breakpoint
drop trigger a_guard on file_content;
drop function wall.guard_file_content();
--> statement-breakpoint
-- As before; and a file that was attached is seen as everything it is attached to, and changed by nobody.
create or replace function wall.derive_file() returns trigger
language plpgsql
as $$
declare
  owner_of text;
begin
  if tg_op = 'INSERT' then
    new.uploaded_by := wall.app_account();
    new.uploaded_at := now();
  elsif old.held_by is not null and new.held_by is distinct from old.held_by and current_user <> 'wall' then
    raise exception 'row.column_fixed' using detail = 'file.held_by', errcode = 'check_violation';
  end if;
  if current_user <> 'wall' then
    new.attached := tg_op = 'UPDATE' and old.attached;
  end if;
  if new.attached then
    new.visible_to := coalesce((select array_agg(distinct scope) from attachment a, unnest(a.visible_to) scope where a.file_id = new.id), '{}');
    new.writable_by := '{}';
  elsif new.held_by is null then
    new.visible_to := array['account:' || new.uploaded_by];
    new.writable_by := case
      when current_user = 'wall' or exists (select from unnest(wall.app_scopes()) scope where scope ~ '^municipality:[a-z0-9]+:editor$')
      then new.visible_to else '{}' end;
  else
    select d.municipality into owner_of from document_import d
    where d.id = new.held_by and (current_user = 'wall' or wall.acts_for(d.municipality, 'editor'));
    -- A holder that is not there or not ours answers alike: nobody may write this row.
    new.visible_to := case when owner_of is null then '{}' else array['municipality:' || owner_of || ':editor'] end;
    new.writable_by := new.visible_to;
  end if;
  return new;
end
$$;
--> statement-breakpoint
drop trigger a_keep on file;
create trigger a_keep before update on file for each row
  execute function wall.keep_columns('id', 'name', 'type', 'size', 'sha256', 'key', 'tells', 'uploaded_by', 'uploaded_at');
--> statement-breakpoint
-- Runs as whoever writes: a working copy or a file one does not see is one that does not exist, and then nobody may write
-- the row. Attached is one's own file that nothing holds yet and that was looked over. Versions are the wall's alone.
create function wall.derive_attachment() returns trigger
language plpgsql
as $$
declare
  seen text[];
  may text[] := '{}';
begin
  case
    when new.noun = 'intervention' and new.version is null then
      select d.visible_to, d.writable_by into seen, may from intervention d where d.id = new.document_id;
    when new.noun = 'agenda' and new.version is null then
      select d.visible_to, d.writable_by into seen, may from agenda d where d.id = new.document_id;
    when current_user <> 'wall' then
      seen := null;
    when new.noun = 'intervention' then
      select v.visible_to into seen from intervention_version v where v.intervention_id = new.document_id and v.number = new.version;
    when new.noun = 'agenda' then
      select v.visible_to into seen from agenda_version v where v.agenda_id = new.document_id and v.number = new.version;
    else
      seen := null;
  end case;
  if tg_op = 'INSERT' and current_user <> 'wall' and not exists (
    select from file f where f.id = new.file_id and f.held_by is null and f.tells is not null and f.uploaded_by = wall.app_account()
  ) then
    seen := null;
  end if;
  new.visible_to := coalesce(seen, '{}');
  new.writable_by := case when seen is null then '{}' else coalesce(may, '{}') end;
  return new;
end
$$;
--> statement-breakpoint
-- A file follows what it is attached to. One that is attached to nothing any more goes, and so do its bytes, later.
create function wall.attachment_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  derived bigint;
begin
  if tg_op = 'DELETE' then
    if exists (select from attachment a where a.file_id = old.file_id) then
      update file set name = name where id = old.file_id;
    else
      delete from file where id = old.file_id;
    end if;
    return null;
  end if;
  if tg_op = 'INSERT' and new.version is null then
    update file set held_by = new.document_id, attached = true where id = new.file_id and held_by is null;
  elsif tg_op = 'INSERT' or new.visible_to is distinct from old.visible_to then
    update file set name = name where id = new.file_id;
  else
    return null;
  end if;
  get diagnostics derived = row_count;
  if derived <> 1 then
    raise exception 'wall.row_missed' using detail = 'file';
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- Who sees a working copy or a version changed, so who sees what goes along with it does. Arguments: the noun, its column
-- of the document, and its column of the number (empty: a working copy).
create function wall.attachments_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_row constant jsonb := to_jsonb(new);
begin
  update attachment set title = title
  where noun = tg_argv[0] and document_id = (of_row ->> tg_argv[1])::uuid
    and version is not distinct from (of_row ->> nullif(tg_argv[2], ''))::integer;
  return null;
end
$$;
--> statement-breakpoint
-- A working copy that is thrown away takes along what goes with it.
create function wall.attachments_go() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from attachment where noun = tg_argv[0] and document_id = old.id;
  return null;
end
$$;
--> statement-breakpoint
-- A version keeps what it was published with. Arguments: the noun, and its column of the document.
create function wall.attachments_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  document constant uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  -- A participant answered: what its lead attached since, is not published by that.
  source constant integer := case when not new.writable_by && wall.app_scopes() then new.number - 1 end;
begin
  insert into attachment (id, noun, document_id, version, file_id, position, title, alternative)
  select gen_random_uuid(), a.noun, a.document_id, new.number, a.file_id, a.position, a.title, a.alternative
  from attachment a where a.noun = tg_argv[0] and a.document_id = document and a.version is not distinct from source;
  return null;
end
$$;
--> statement-breakpoint
create function wall.file_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into file_removal (key) values (old.key) on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
-- Of these keys those that a file has, or that wait to be taken away: whatever else stands in the store is nobody's.
create function wall.file_keys_known(keys text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select f.key from file f where f.key = any(keys)
  union all
  select r.key from file_removal r where r.key = any(keys)
$$;
revoke execute on function wall.file_keys_known(text[]) from public;
grant execute on function wall.file_keys_known(text[]) to worker;
--> statement-breakpoint
create trigger a_derive before insert or update on attachment for each row execute function wall.derive_attachment();
create trigger a_keep before update on attachment for each row
  execute function wall.keep_columns('id', 'noun', 'document_id', 'version', 'file_id');
create trigger b_place before insert or update on attachment for each row execute function wall.place();
create trigger c_changed after insert or update or delete on attachment for each row execute function wall.attachment_changed();
create trigger d_follow after update on attachment for each row execute function wall.follow('id');
--> statement-breakpoint
create trigger c_gone after delete on file for each row execute function wall.file_gone();
--> statement-breakpoint
create trigger c_attachments after update on intervention for each row when (new.visible_to is distinct from old.visible_to)
  execute function wall.attachments_follow('intervention', 'id', '');
create trigger c_attachments after update on agenda for each row when (new.visible_to is distinct from old.visible_to)
  execute function wall.attachments_follow('agenda', 'id', '');
create trigger c_attachments after update on intervention_version for each row when (new.visible_to is distinct from old.visible_to)
  execute function wall.attachments_follow('intervention', 'intervention_id', 'number');
create trigger c_attachments after update on agenda_version for each row when (new.visible_to is distinct from old.visible_to)
  execute function wall.attachments_follow('agenda', 'agenda_id', 'number');
create trigger c_attachments_go after delete on intervention for each row execute function wall.attachments_go('intervention');
create trigger c_attachments_go after delete on agenda for each row execute function wall.attachments_go('agenda');
create trigger c_attach after insert on intervention_version for each row
  execute function wall.attachments_published('intervention', 'intervention_id');
create trigger c_attach after insert on agenda_version for each row
  execute function wall.attachments_published('agenda', 'agenda_id');
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array[
    'attachment_changed()', 'attachments_follow()', 'attachments_go()', 'attachments_published()', 'file_gone()',
    'file_keys_known(text[])'
  ] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
