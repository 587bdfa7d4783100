-- Calendars of one's own: the secret address, what is read behind it, and the calendar that goes along with a mail.

create function wall.derive_calendar_address() returns trigger
language plpgsql
as $$
begin
  if new.secret_hash !~ '^[0-9a-f]{64}$' then
    raise exception 'calendar.secret' using errcode = 'check_violation';
  end if;
  new.created_at := now();
  new.visible_to := array['account:' || new.account_id];
  new.writable_by := array['account:' || new.account_id];
  return new;
end
$$;
--> statement-breakpoint
create trigger b_derive before insert or update on calendar_address for each row execute function wall.derive_calendar_address();
--> statement-breakpoint
create trigger c_place before insert or update on calendar_address for each row execute function wall.place();
--> statement-breakpoint
-- Whose calendar the link of this request follows; null for every other link.
create function wall.followed_account() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.account_id from calendar_address c
  where c.secret_hash = any(array(select substr(scope, 7) from unnest(wall.app_scopes()) scope where scope like 'token:%'))
  limit 1
$$;
--> statement-breakpoint
create function wall.calendar_is_followed() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select wall.followed_account() is not null $$;
--> statement-breakpoint
-- A published session as files and mails tell of it; columns as in knowledge-sessions/calendar-events.ts.
create function wall.session_in_calendar(page knowledge_session_version)
returns table (id uuid, handle text, number integer, title text, summary text, form text, place text, address text,
  state text, reason text, starts timestamptz, ends timestamptz, published timestamptz, settled timestamptz, host text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select page.session_id, page.handle, page.number, page.title, page.content ->> 'summary', page.content ->> 'form',
    page.content ->> 'place', page.content ->> 'address', page.state, page.cancelled_reason, page.starts_at, page.ends_at,
    page.published_at, page.state_at, (select m.name from municipality m where m.code = page.municipality)
$$;
--> statement-breakpoint
-- The sessions that the person has a place in, and nothing else: what one only hopes to come to is not there. What was for
-- members is gone for who belongs nowhere any more.
create function wall.sessions_of_calendar_link()
returns table (id uuid, handle text, number integer, title text, summary text, form text, place text, address text,
  state text, reason text, starts timestamptz, ends timestamptz, published timestamptz, settled timestamptz, host text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select told.*
  from (select wall.followed_account() as account) person
  join session_registration r on r.account_id = person.account and r.state = 'admitted'
  join session_seat s on s.registration_id = r.id and s.part = '' and s.state = 'seated'
  join knowledge_session_version v on v.session_id = r.session_id and v.current
  cross join lateral wall.session_in_calendar(v) told
  where v.ends_at > now() - interval '1 year'
    and ('public' = any(v.visible_to) or exists (select from membership m where m.account_id = person.account and m.ended_at is null))
  order by v.starts_at, v.session_id limit 500
$$;
--> statement-breakpoint
-- What the calendar of one person must be told with a mail, and that it was: a place in a session that goes on puts it
-- there, and again when it is news; no place any more, or a session that is off, takes it out where it was put. Each time
-- with a higher number, also when somebody comes back.
create function wall.calendar_turn(which uuid, is_news boolean)
returns table (method text, sequence integer, recipient text, called text, id uuid, handle text, number integer, title text,
  summary text, form text, place text, address text, state text, reason text, starts timestamptz, ends timestamptz,
  published timestamptz, settled timestamptz, host text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  entry session_registration%rowtype;
  page knowledge_session_version%rowtype;
  has_place boolean;
  puts boolean;
begin
  select r.* into entry from session_registration r where r.id = which for update;
  select v.* into page from knowledge_session_version v where v.session_id = entry.session_id and v.current;
  if entry.id is null or page.session_id is null then
    return;
  end if;
  has_place := entry.state = 'admitted'
    and exists (select from session_seat s where s.registration_id = which and s.part = '' and s.state = 'seated');
  if has_place and page.state in ('planned', 'open') and (is_news or not entry.in_calendar) then
    puts := true;
  elsif entry.in_calendar and (not has_place or page.state = 'cancelled') then
    puts := false;
  else
    return;
  end if;
  update session_registration r set in_calendar = puts, calendar_sequence = greatest(r.calendar_sequence + 1, page.number - 1)
  where r.id = which returning r.* into entry;
  return query select case when puts then 'REQUEST' else 'CANCEL' end, entry.calendar_sequence,
    coalesce(entry.guest_address, (select a.address from account a where a.id = entry.account_id)), entry.name, told.*
  from wall.session_in_calendar(page) told
  where coalesce(entry.guest_address, (select a.address from account a where a.id = entry.account_id)) is not null;
end
$$;
--> statement-breakpoint
-- As wall.queue_mail, with a calendar file beside the text.
create function wall.queue_calendar_mail(to_address text, about text, says text, file text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if session_user = 'app' and wall.app_account() is null then
    raise exception 'mail.sign_in_first' using errcode = 'insufficient_privilege';
  end if;
  insert into outgoing_mail (recipient, subject, body, calendar) values (to_address, about, says, file);
end
$$;
--> statement-breakpoint
grant execute on function wall.calendar_is_followed(), wall.sessions_of_calendar_link() to app;
--> statement-breakpoint
grant execute on function wall.calendar_turn(uuid, boolean) to worker;
--> statement-breakpoint
grant execute on function wall.queue_calendar_mail(text, text, text, text) to app, worker;
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array['followed_account()', 'calendar_is_followed()', 'session_in_calendar(knowledge_session_version)',
    'sessions_of_calendar_link()', 'calendar_turn(uuid, boolean)', 'queue_calendar_mail(text, text, text, text)'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
