-- Files, and what is decided about an import: derived from the row they belong to, like everything else.

-- A file is its uploader's until a row holds it; then it is seen as that row is. The holder must be one that whoever
-- ties it may write for, so that nothing can be slipped into another municipality.
create function wall.derive_file() returns trigger
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
  if new.held_by is null then
    new.visible_to := array['account:' || new.uploaded_by];
  else
    select d.municipality into owner_of from document_import d
    where d.id = new.held_by and (current_user = 'wall' or wall.acts_for(d.municipality, 'editor'));
    -- A holder that is not there or not ours answers alike: nobody may write this row.
    new.visible_to := case when owner_of is null then '{}' else array['municipality:' || owner_of || ':editor'] end;
  end if;
  new.writable_by := new.visible_to;
  return new;
end
$$;
--> statement-breakpoint
-- What is kept is what was announced: the bytes belong to their size and checksum, or they are not taken.
create function wall.guard_file_content() returns trigger
language plpgsql
as $$
begin
  if not exists (
    select from file f where f.id = new.file_id
      and f.size = octet_length(new.bytes) and f.sha256 = encode(sha256(new.bytes), 'hex')
  ) then
    raise exception 'file.checksum' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- Runs as whoever writes: an import one does not see is one that does not exist, and then nobody may write the row.
create function wall.derive_import_decision() returns trigger
language plpgsql
as $$
declare
  owner_of text;
begin
  select d.municipality into owner_of from document_import d where d.id = new.import_id;
  new.visible_to := case when owner_of is null then '{}' else array['municipality:' || owner_of || ':editor'] end;
  new.writable_by := new.visible_to;
  if current_user <> 'wall' then
    new.decided_by := wall.app_account();
    new.decided_at := now();
  end if;
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_import_presence() returns trigger
language plpgsql
as $$
declare
  owner_of text;
begin
  if tg_op = 'INSERT' then
    new.account_id := wall.app_account();
  end if;
  new.seen_at := now();
  select d.municipality into owner_of from document_import d where d.id = new.import_id;
  new.visible_to := case when owner_of is null then '{}' else array['municipality:' || owner_of || ':editor'] end;
  -- One's own presence only: nobody says of somebody else that they are there.
  new.writable_by := case when owner_of is null then '{}' else array['account:' || new.account_id] end;
  return new;
end
$$;
--> statement-breakpoint
-- Who belongs, or belonged, to the municipality one writes for: accounts themselves are seen by administrators only.
create function wall.colleague_names() returns table (account uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct a.id, a.name
  from unnest(wall.app_scopes()) scope
  join membership m on m.kind = 'municipality' and scope = 'municipality:' || m.municipality || ':editor'
  join account a on a.id = m.account_id
$$;
--> statement-breakpoint
grant execute on function wall.colleague_names() to app;
--> statement-breakpoint
alter function wall.colleague_names() owner to wall;
--> statement-breakpoint
-- As before, with the pages; and a document with a BSN is not kept, neither as text nor as a file.
set local role wall;
--> statement-breakpoint
drop function wall.import_read(uuid, text, jsonb, text, text);
--> statement-breakpoint
create function wall.import_read(
  which uuid, extracted_text text, extracted_pages integer[], found_draft jsonb, failed_code text, failed_message text
) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update document_import set state = case when failed_code is null then 'read' else 'failed' end,
    extracted = extracted_text, pages = extracted_pages, draft = found_draft,
    failure_code = failed_code, failure_message = failed_message,
    source = case when failed_code = 'document.bsn' then '' else source end
  where id = which and state = 'received';
  if not found then
    raise exception 'wall.row_missed' using detail = 'document_import';
  end if;
  if failed_code = 'document.bsn' then
    delete from file where held_by = which;
  end if;
end
$$;
--> statement-breakpoint
-- The default privileges of the owner do not hold for what wall makes.
revoke execute on function wall.import_read(uuid, text, integer[], jsonb, text, text) from public;
--> statement-breakpoint
grant execute on function wall.import_read(uuid, text, integer[], jsonb, text, text) to worker;
--> statement-breakpoint
reset role;
--> statement-breakpoint
do $$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('file', 'id'), ('import_decision', 'import_id,item'), ('import_presence', 'import_id,account_id')
    ) as listed(name, keys)
  loop
    execute format('create trigger a_derive before insert or update on %I for each row execute function wall.%I()',
      owned.name, 'derive_' || owned.name);
    execute format('create trigger b_place before insert or update on %I for each row execute function wall.place()', owned.name);
    execute format('create trigger d_follow after update on %I for each row execute function wall.follow(%s)',
      owned.name, (select string_agg(quote_literal(key), ', ') from unnest(string_to_array(owned.keys, ',')) key));
  end loop;
end
$$;
--> statement-breakpoint
create trigger a_keep before update on file for each row
  execute function wall.keep_columns('id', 'name', 'type', 'size', 'sha256', 'uploaded_by', 'uploaded_at');
--> statement-breakpoint
create trigger a_guard before insert on file_content for each row execute function wall.guard_file_content();
--> statement-breakpoint
create trigger a_keep before update on import_decision for each row execute function wall.keep_columns('import_id', 'item');
--> statement-breakpoint
create trigger a_keep before update on import_presence for each row execute function wall.keep_columns('import_id', 'account_id');
