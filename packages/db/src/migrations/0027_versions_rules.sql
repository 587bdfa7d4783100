-- Versions say in which role somebody published; what was said about a working copy and what happened to it stands in
-- rows that only grow. Who, in which role and when come from the login, never from the statement.

-- A field of a content, or one item of a list by its key: 'mission', 'goals/ab12cd'. Null for the whole.
create function wall.field_of(content jsonb, path text) returns jsonb
language sql immutable parallel safe
as $$
  select case when split_part(path, '/', 2) = '' then content -> path
    else (select item from jsonb_array_elements(
        case when jsonb_typeof(content -> split_part(path, '/', 1)) = 'array' then content -> split_part(path, '/', 1) else '[]' end) item
      where item ->> 'key' = split_part(path, '/', 2) limit 1) end
$$;
--> statement-breakpoint
create function wall.field_hash(content jsonb, path text) returns text
language sql immutable parallel safe
as $$ select md5(wall.field_of(content, path)::text) $$;
--> statement-breakpoint
grant execute on function wall.field_of(jsonb, text), wall.field_hash(jsonb, text) to wall, app;
--> statement-breakpoint
-- Derivations that run as whoever writes ask in which role that is.
grant execute on function wall.app_role() to app;
--> statement-breakpoint
-- Arguments: the table of the working copies, and what is derived: a remark or a step. Runs as whoever writes: a working
-- copy one does not see is one that does not exist, and then nobody may write the row. Who takes part sees the draft and
-- belongs to another municipality: it neither sees nor writes here.
create function wall.derive_review() returns trigger
language plpgsql
as $$
declare
  owner_of text;
  written jsonb;
  belongs boolean := true;
begin
  execute format('select d.municipality, d.content from %I d where d.id = $1', tg_argv[0]) into owner_of, written using new.document_id;
  if tg_op = 'INSERT' then
    if current_user <> 'wall' then
      new.by_account := wall.app_account();
      new.by_role := wall.app_role();
      new.at := now();
    end if;
    if tg_argv[1] = 'remark' then
      if new.what = 'remark' then
        new.thread := new.id;
        new.field_hash := wall.field_hash(written, new.field);
      else
        -- An answer to a remark on something else is an answer to nothing.
        execute format('select exists (select from %I r where r.id = $1 and r.document_id = $2 and r.what = ''remark'')', tg_table_name)
        into belongs using new.thread, new.document_id;
        new.field := '';
        new.field_hash := null;
      end if;
    end if;
  end if;
  if owner_of is null or not belongs then
    new.visible_to := '{}';
    new.writable_by := '{}';
  else
    new.visible_to := array['municipality:' || owner_of];
    new.writable_by := array['municipality:' || owner_of ||
      case when tg_argv[1] = 'step' and to_jsonb(new) ->> 'what' not in ('submitted', 'restored') then ':publisher' else ':editor' end];
  end if;
  return new;
end
$$;
--> statement-breakpoint
do $$
declare
  noun text;
  kind text;
begin
  foreach noun in array array['intervention', 'agenda'] loop
    foreach kind in array array['remark', 'step'] loop
      execute format('create trigger a_derive before insert or update on %I for each row execute function wall.derive_review(%L, %L)',
        noun || '_' || kind, noun, kind);
      execute format('create trigger b_place before insert or update on %I for each row execute function wall.place()', noun || '_' || kind);
      execute format('create trigger d_follow after update on %I for each row execute function wall.follow(''id'')', noun || '_' || kind);
    end loop;
  end loop;
end
$$;
--> statement-breakpoint
-- The role of who published so far stands in the trail, at the same moment.
set local role wall;
--> statement-breakpoint
update public.intervention_version v set published_role = e.role from public.audit_event e
where e.action = 'intervention.published' and e.object = v.intervention_id::text and e.at = v.published_at;
--> statement-breakpoint
update public.agenda_version v set published_role = e.role from public.audit_event e
where e.action = 'agenda.published' and e.object = v.agenda_id::text and e.at = v.published_at;
--> statement-breakpoint
-- What a publisher asked so far was one text: it becomes a remark on the whole.
insert into public.intervention_remark (id, document_id, thread, what, field, text, by_role, at)
select made.id, i.id, made.id, 'remark', '', i.remark, 'publisher', i.updated_at
from public.intervention i cross join lateral (select gen_random_uuid() as id where i.id is not null) made
where i.remark is not null and i.remark <> '';
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A version that follows from the answer of a participant is nobody's: who answers may not publish here.
create function wall.keep_published_role() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    new.published_role := case when new.writable_by && wall.app_scopes() then wall.app_role() end;
  elsif new.published_role is distinct from old.published_role then
    raise exception 'version.immutable' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger a_published_role before insert or update on intervention_version for each row execute function wall.keep_published_role();
--> statement-breakpoint
create trigger a_published_role before insert or update on agenda_version for each row execute function wall.keep_published_role();
