-- Who has a working copy open now is seen by whoever may read it, and said of oneself only. Runs as whoever writes: a
-- working copy one does not see is one that does not exist, and then nobody may write the row. Argument: its table.
create function wall.derive_presence() returns trigger
language plpgsql
as $$
declare
  seen_by text[];
begin
  execute format('select d.visible_to from %I d where d.id = $1', tg_argv[0]) into seen_by using new.document_id;
  if current_user <> 'wall' then
    if tg_op = 'INSERT' then
      new.account_id := wall.app_account();
    end if;
    new.by_municipality := wall.app_municipality();
    new.by_role := wall.app_role();
    -- Nobody is said to be here for long after the page has gone.
    new.until := least(new.until, now() + interval '2 minutes');
  end if;
  new.visible_to := coalesce(seen_by, '{}');
  new.writable_by := case when seen_by is null then '{}' else array['account:' || new.account_id] end;
  return new;
end
$$;
--> statement-breakpoint
grant execute on function wall.app_municipality() to app;
--> statement-breakpoint
-- Who may read the draft changed: nobody is here until it is said again, a few seconds later, by who still may.
create function wall.presence_ends() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  execute format('delete from %I p where p.document_id = $1', tg_argv[0]) using new.id;
  return null;
end
$$;
--> statement-breakpoint
do $$
declare
  noun text;
begin
  foreach noun in array array['intervention', 'agenda'] loop
    execute format('create trigger a_derive before insert or update on %I for each row execute function wall.derive_presence(%L)',
      noun || '_presence', noun);
    execute format('create trigger b_place before insert or update on %I for each row execute function wall.place()', noun || '_presence');
    execute format('create trigger d_follow after update on %I for each row execute function wall.follow(''document_id'', ''account_id'')',
      noun || '_presence');
    execute format('create trigger a_keep before update on %I for each row execute function wall.keep_columns(''document_id'', ''account_id'')',
      noun || '_presence');
    execute format('create trigger e_presence after update on %I for each row when (old.visible_to is distinct from new.visible_to) execute function wall.presence_ends(%L)',
      noun, noun || '_presence');
  end loop;
end
$$;
--> statement-breakpoint
revoke execute on function wall.presence_ends() from public;
--> statement-breakpoint
alter function wall.presence_ends() owner to wall;
--> statement-breakpoint
create or replace function wall.kept_for(noun text) returns interval
language sql immutable parallel safe
as $$
  select make_interval(hours => case noun
    when 'attempt' then 1
    when 'draft_presence' then 1
    when 'sign_in_step' then 24
    when 'loose_file' then 24
    when 'import_presence' then 24
    when 'mailed_link' then 30 * 24
    when 'outgoing_mail' then 30 * 24
    when 'invitation' then 90 * 24
    when 'unused_import' then 180 * 24
    when 'account_without_membership' then 365 * 24
    when 'used_import' then 2 * 365 * 24
    when 'draft_intervention' then 3 * 365 * 24
    when 'draft_agenda' then 3 * 365 * 24
    when 'audit_event' then 7 * 365 * 24
  end)
$$;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
create or replace function wall.forget(noun text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before constant timestamptz := now() - wall.kept_for(noun);
  gone integer;
  more integer;
begin
  if before is null then
    raise exception 'retention.unknown' using detail = noun;
  end if;
  case noun
    when 'invitation' then
      delete from invitation where coalesce(accepted_at, revoked_at, expires_at) < before;
    when 'attempt' then
      delete from attempt where expire < extract(epoch from before) * 1000;
    when 'outgoing_mail' then
      delete from outgoing_mail where coalesce(sent_at, created_at) < before;
    when 'unused_import' then
      delete from file f using document_import d where d.id = f.held_by and d.state <> 'drafted' and d.created_at < before;
      delete from document_import where state <> 'drafted' and created_at < before;
    when 'used_import' then
      delete from file f using document_import d where d.id = f.held_by and d.state = 'drafted' and d.created_at < before;
      delete from document_import where state = 'drafted' and created_at < before;
    when 'loose_file' then
      delete from file where held_by is null and uploaded_at < before;
    when 'import_presence' then
      delete from import_presence where seen_at < before;
    when 'draft_presence' then
      delete from intervention_presence where until < before;
      get diagnostics more = row_count;
      delete from agenda_presence where until < before;
      get diagnostics gone = row_count;
      return gone + more;
    when 'sign_in_step' then
      delete from sign_in_step where expires_at < before;
    when 'mailed_link' then
      delete from mailed_link where coalesce(used_at, expires_at) < before;
    when 'draft_intervention' then
      delete from intervention i where i.updated_at < before
        and not exists (select from intervention_version v where v.intervention_id = i.id);
    when 'draft_agenda' then
      delete from agenda a where a.updated_at < before
        and not exists (select from agenda_version v where v.agenda_id = a.id);
    when 'account_without_membership' then
      perform wall.erase_person(a.id, false) from account a
      where a.erased_at is null and a.created_at < before
        and not exists (select from membership m where m.account_id = a.id and (m.ended_at is null or m.ended_at >= before));
    else
      raise exception 'retention.unknown' using detail = noun;
  end case;
  get diagnostics gone = row_count;
  return gone;
end
$$;
--> statement-breakpoint
reset role;
