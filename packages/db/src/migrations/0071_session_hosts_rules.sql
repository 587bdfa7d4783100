-- A session that a community holds: its moderators work on it, and its members can be the ones it is for. And the message
-- that a host writes to all who have a place.

set local role wall;
--> statement-breakpoint
-- As before, but for a community: `community` shows the programme to its members only. Of a community by invitation nothing
-- shows to others, so that whatever it holds is for its members.
create or replace function wall.derive_knowledge_session_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  parent knowledge_session%rowtype;
  newest integer;
  host text;
begin
  select * into parent from knowledge_session where id = new.session_id for update;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  host := wall.session_host(parent.municipality, parent.host_community, '');
  new.municipality := parent.municipality;
  new.host_community := parent.host_community;
  new.handle := parent.handle;
  new.writable_by := array[wall.session_host(parent.municipality, parent.host_community, 'publisher')];
  if tg_op = 'INSERT' then
    select max(number) into newest from knowledge_session_version where session_id = parent.id;
    -- Who may not publish here is refused by the row rule, alike for what exists and what does not.
    if new.writable_by && wall.app_scopes() then
      if new.number <> coalesce(newest, 0) + 1 then
        raise exception 'version.number' using errcode = 'check_violation';
      end if;
      if not wall.session_circle_fits(parent.host_community, new.content ->> 'visibility') then
        raise exception 'session.circle' using errcode = 'check_violation';
      end if;
    end if;
    new.current := true;
    new.title := new.content ->> 'title';
    new.visibility := new.content ->> 'visibility';
    new.published_at := now();
    new.published_role := wall.app_role();
    new.starts_at := wall.dutch_instant(new.content ->> 'day', new.content ->> 'from');
    new.ends_at := wall.dutch_instant(coalesce(nullif(new.content ->> 'lastDay', ''), new.content ->> 'day'), new.content ->> 'until');
    new.state := case parent.state when 'proposal' then 'planned' else parent.state end;
    new.state_at := now();
    new.cancelled_reason := parent.cancelled_reason;
    if new.starts_at is null or new.ends_at is null or new.ends_at <= new.starts_at then
      raise exception 'session.times' using errcode = 'check_violation';
    end if;
  elsif (new.title, new.content, new.number, new.note, new.visibility, new.starts_at, new.ends_at)
      is distinct from (old.title, old.content, old.number, old.note, old.visibility, old.starts_at, old.ends_at) then
    raise exception 'version.immutable' using errcode = 'check_violation';
  end if;
  new.visible_to := case
    when not new.current then array[host]
    -- Who leaves the community reads it no more, also with a place in the session.
    when new.visibility = 'community' then array[host, 'community:' || parent.host_community]
    else wall.visible_to(true, new.visibility, array[host, 'session:' || parent.id]
      || array(select 'municipality:' || code from jsonb_array_elements_text(new.content #> '{invited,municipalities}') code)
      || array(select 'organisation:' || id from jsonb_array_elements_text(new.content #> '{invited,organisations}') id))
    end;
  return new;
end
$$;
--> statement-breakpoint
-- Whether a programme may be for this circle, by who holds it.
create function wall.session_circle_fits(holder uuid, circle text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when holder is null then circle is distinct from 'community'
    else circle = 'community' or exists (select from community c where c.id = holder and c.joining <> 'invitation') end
$$;
--> statement-breakpoint
-- Who belongs to the community no more does not come to what was for its members only: the place is for another, and the
-- person is told. What is over stays as it was.
create function wall.community_left_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry record;
begin
  for entry in
    select r.id, r.session_id from session_registration r
    join knowledge_session_version v on v.session_id = r.session_id and v.current
    where r.account_id = new.account_id and v.host_community = new.community_id and v.visibility = 'community'
      and v.ends_at > now() and r.state in ('requested', 'admitted')
    order by r.session_id
  loop
    perform wall.lock_parts(entry.session_id);
    update session_registration r set state = 'cancelled', changed_at = now(), tell = 'withdrawn', tell_since = now() where r.id = entry.id;
    delete from session_seat s where s.registration_id = entry.id;
  end loop;
  return null;
end
$$;
--> statement-breakpoint
-- Mails everybody who has a place, at most three times in a day; the host learns how many, and nobody's address. The same
-- words again are the same message. Null: not the host's.
create function wall.mail_participants(which uuid, about text, says text, mail_subject text, mail_body text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mailed integer;
begin
  -- The lock lets two who press at once pass one by one.
  perform from knowledge_session s
  where s.id = which and wall.app_scopes() @> array[wall.session_host(s.municipality, s.host_community, 'editor')] for update;
  if not found then
    return null;
  end if;
  select m.sent_to into mailed from session_message m where m.session_id = which and m.subject = about and m.text = says;
  if found then
    return mailed;
  end if;
  -- Guests are forgotten a month after it (session_kept_for).
  if not exists (select from knowledge_session_version v
      where v.session_id = which and v.current and v.ends_at > now() - wall.session_kept_for('session_guest')) then
    raise exception 'session.over' using errcode = 'check_violation';
  end if;
  if (select count(*) from session_message m where m.session_id = which and m.sent_at > now() - interval '1 day') >= 3 then
    raise exception 'session.messages_enough' using errcode = 'check_violation';
  end if;
  insert into outgoing_mail (recipient, subject, body)
  select coalesce(r.guest_address, a.address), mail_subject, mail_body
  from session_registration r join session_seat s on s.registration_id = r.id and s.part = '' and s.state = 'seated'
  left join account a on a.id = r.account_id
  where r.session_id = which and r.state = 'admitted' and coalesce(r.guest_address, a.address) is not null;
  get diagnostics mailed = row_count;
  if mailed = 0 then
    raise exception 'session.nobody' using errcode = 'check_violation';
  end if;
  insert into session_message (session_id, subject, text, sent_to) values (which, about, says, mailed);
  return mailed;
end
$$;
--> statement-breakpoint
revoke execute on function wall.session_circle_fits(uuid, text), wall.community_left_sessions(), wall.mail_participants(uuid, text, text, text, text) from public;
--> statement-breakpoint
grant execute on function wall.mail_participants(uuid, text, text, text, text) to app;
--> statement-breakpoint
grant execute on function wall.derive_session_attendance(), wall.community_left_sessions() to session_user;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger b_derive before insert or update on session_message for each row execute function wall.derive_session_attendance();
--> statement-breakpoint
create trigger c_place before insert or update on session_message for each row execute function wall.place();
--> statement-breakpoint
create trigger d_follow after update on session_message for each row execute function wall.follow('id');
--> statement-breakpoint
create trigger d_sessions after update of state on community_member for each row
  when (old.state = 'member' and new.state <> 'member') execute function wall.community_left_sessions();
