-- Knowledge sessions: who sees and changes what, and how places are given. Places are counted in the row of the part
-- (`session_part`), and that row is locked by whoever gives or frees one: 500 at once pass one by one, each with the next
-- number. Locks are taken in one order: the session as a whole (''), then its workshops by key.

-- Who holds it: the readers of a municipality ('') or those in a role, the moderators of a community, the coordinators.
create function wall.session_host(municipality text, community uuid, role text) returns text
language sql immutable parallel safe
as $$
  select case
    when community is not null then 'community:' || community || ':moderators'
    when municipality is null then 'alliance:coordinators'
    when role = '' then 'municipality:' || municipality
    else 'municipality:' || municipality || ':' || role
  end
$$;
--> statement-breakpoint
-- A clock time of a day as the Netherlands read it; null as long as one of them is not known. That it is one instant is
-- seen to before it is written (dutch-time.ts).
create function wall.dutch_instant(on_day text, clock text) returns timestamptz
language sql stable parallel safe
as $$
  select case when coalesce(on_day, '') <> '' and coalesce(clock, '') <> ''
    then (on_day || ' ' || clock)::timestamp at time zone 'Europe/Amsterdam' end
$$;
--> statement-breakpoint
-- One can register for this programme now.
create function wall.session_registers(page knowledge_session_version) returns boolean
language sql stable parallel safe
as $$
  select page.current and page.state = 'open' and coalesce(page.starts_at > now(), false)
    and (coalesce(page.content ->> 'closes', '') = ''
      or now() < ((page.content ->> 'closes')::date + 1)::timestamp at time zone 'Europe/Amsterdam')
$$;
--> statement-breakpoint
create function wall.derive_knowledge_session() returns trigger
language plpgsql
as $$
begin
  if new.municipality is not null and new.host_community is not null then
    raise exception 'session.one_host' using errcode = 'check_violation';
  end if;
  new.visible_to := array[wall.session_host(new.municipality, new.host_community, '')];
  new.writable_by := array[wall.session_host(new.municipality, new.host_community, 'editor')];
  if tg_op = 'INSERT' then
    new.state := 'proposal';
    new.published_version := null;
    new.cancelled_reason := '';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- What others notice is the publishers': that there is a programme, that one can register, that it does not go on.
create function wall.guard_knowledge_session() returns trigger
language plpgsql
as $$
begin
  if current_user = 'wall' or (new.state, new.published_version) is not distinct from (old.state, old.published_version) then
    return new;
  end if;
  if not wall.app_scopes() @> array[wall.session_host(new.municipality, new.host_community, 'publisher')] then
    raise exception 'session.publisher_needed' using errcode = 'check_violation';
  end if;
  if new.state <> old.state and not (old.state || '>' || new.state) = any(array['proposal>planned', 'planned>open',
    'open>planned', 'planned>held', 'open>held', 'held>reported', 'planned>cancelled', 'open>cancelled', 'held>cancelled']) then
    raise exception 'session.state' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_knowledge_session_version() returns trigger
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
    if new.writable_by && wall.app_scopes() and new.number <> coalesce(newest, 0) + 1 then
      raise exception 'version.number' using errcode = 'check_violation';
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
    else wall.visible_to(true, new.visibility, array[host, 'session:' || parent.id]
      || array(select 'municipality:' || code from jsonb_array_elements_text(new.content #> '{invited,municipalities}') code)
      || array(select 'organisation:' || id from jsonb_array_elements_text(new.content #> '{invited,organisations}') id))
    end;
  return new;
end
$$;
--> statement-breakpoint
-- The places that a programme has: those of the whole, and of each workshop.
create function wall.parts_of(programme jsonb) returns table (part text, places integer)
language sql immutable parallel safe
as $$
  select '', (programme ->> 'places')::integer
  union all
  select workshop ->> 'key', (workshop ->> 'places')::integer
  from jsonb_array_elements(programme -> 'rounds') round, jsonb_array_elements(round -> 'workshops') workshop
$$;
--> statement-breakpoint
create function wall.knowledge_session_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  earlier knowledge_session_version%rowtype;
  wanted record;
  found_part session_part%rowtype;
begin
  select * into earlier from knowledge_session_version
  where session_id = new.session_id and number < new.number and current;
  update knowledge_session_version set current = false where session_id = new.session_id and number < new.number and current;
  for wanted in select p.part, p.places from wall.parts_of(new.content) p order by p.part collate "C" loop
    insert into session_part (session_id, part, places) values (new.session_id, wanted.part, wanted.places)
    on conflict (session_id, part) do nothing;
    select * into strict found_part from session_part where session_id = new.session_id and part = wanted.part for update;
    if wanted.places < found_part.taken then
      raise exception 'session.places_below' using errcode = 'check_violation', detail = wanted.part;
    end if;
    update session_part set places = wanted.places where session_id = new.session_id and part = wanted.part;
  end loop;
  if exists (select from session_seat s where s.session_id = new.session_id
      and not exists (select from wall.parts_of(new.content) p where p.part = s.part)) then
    raise exception 'session.workshop_taken' using errcode = 'check_violation';
  end if;
  delete from session_part s where s.session_id = new.session_id
    and not exists (select from wall.parts_of(new.content) p where p.part = s.part);
  insert into session_outcome (session_id, number, key, position, kind, text, intervention_id, municipality)
  select new.session_id, new.number, each.item ->> 'key', each.position, each.item ->> 'kind', each.item ->> 'text',
    (each.item ->> 'intervention')::uuid, each.item ->> 'municipality'
  from jsonb_array_elements(new.content #> '{report,outcomes}') with ordinality each(item, position);
  if earlier.number is not null and new.state in ('planned', 'open')
    and (new.starts_at, new.ends_at, new.content ->> 'form', new.content ->> 'place', new.content ->> 'address')
      is distinct from (earlier.starts_at, earlier.ends_at, earlier.content ->> 'form', earlier.content ->> 'place', earlier.content ->> 'address') then
    perform wall.tell_registered(new.session_id, 'changed');
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- Whoever comes or hopes to come is mailed. What was not told yet is replaced: the newest is what counts. A guest who did
-- not confirm wants nothing yet.
create function wall.tell_registered(which uuid, about text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update session_registration r set tell = about, tell_since = now()
  where r.session_id = which and r.state in ('requested', 'admitted')
    and (about <> 'feedback' or exists (select from session_seat s where s.registration_id = r.id and s.part = '' and s.state = 'seated'))
$$;
--> statement-breakpoint
create function wall.knowledge_session_moved() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update knowledge_session_version set state = new.state, state_at = now(), cancelled_reason = new.cancelled_reason
  where session_id = new.id and current;
  if new.state = 'cancelled' then
    perform wall.tell_registered(new.id, 'cancelled');
  elsif new.state = 'held' then
    perform wall.tell_registered(new.id, 'feedback');
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- Runs as whoever writes: a session one does not see is one that does not exist, and then nobody may write the row.
create function wall.derive_session_link() returns trigger
language plpgsql
as $$
declare
  parent record;
begin
  select s.id, s.municipality, s.host_community into parent from knowledge_session s where s.id = new.session_id;
  if parent.id is null then
    new.visible_to := '{}';
    new.writable_by := '{}';
  else
    new.visible_to := array['session:' || parent.id, wall.session_host(parent.municipality, parent.host_community, '')];
    new.writable_by := array[wall.session_host(parent.municipality, parent.host_community, 'editor')];
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- The person, and who works on the session for the host; what was thought of it only the host.
create function wall.derive_session_attendance() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  host text;
begin
  select wall.session_host(s.municipality, s.host_community, 'editor') into strict host
  from knowledge_session s where s.id = new.session_id;
  new.visible_to := array[host] || array(select 'account:' || person from (select to_jsonb(new) ->> 'account_id' as person) whose
    where person is not null);
  new.writable_by := '{}';
  return new;
end
$$;
--> statement-breakpoint
-- How many places are given and how many people wait, whatever gives or frees one: also when a person is erased.
create function wall.count_seat() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before text := case when tg_op <> 'INSERT' then old.state end;
  after text := case when tg_op <> 'DELETE' then new.state end;
begin
  update session_part p set
    taken = p.taken + coalesce(after in ('seated', 'offered'), false)::integer - coalesce(before in ('seated', 'offered'), false)::integer,
    waiting = p.waiting + coalesce(after = 'waiting', false)::integer - coalesce(before = 'waiting', false)::integer
  where p.session_id = coalesce(new.session_id, old.session_id) and p.part = coalesce(new.part, old.part);
  return null;
end
$$;
--> statement-breakpoint
-- A place under the lock of its part, with the next number: seated while there is one and nobody waits, else in the row.
create function wall.give_seat(to_registration uuid, of_session uuid, wanted text, by_host boolean) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  room session_part%rowtype;
  given text;
begin
  select * into room from session_part p where p.session_id = of_session and p.part = wanted for update;
  if not found then
    raise exception 'session.no_such_part' using errcode = 'check_violation';
  end if;
  given := case
    when by_host then 'requested'
    when room.places is null or (room.taken < room.places and room.waiting = 0) then 'seated'
    else 'waiting'
  end;
  update session_part p set next_ordinal = p.next_ordinal + 1 where p.session_id = of_session and p.part = wanted;
  insert into session_seat (registration_id, part, session_id, ordinal, state)
  values (to_registration, wanted, of_session, room.next_ordinal, given);
  return given;
end
$$;
--> statement-breakpoint
-- The parts of a session locked in the one order, so that nobody waits for who waits for oneself.
create function wall.lock_parts(of_session uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select from session_part p where p.session_id = of_session order by p.part collate "C" for update $$;
--> statement-breakpoint
create function wall.seat_registration(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
  approval boolean;
  wanted text;
  outcome text;
begin
  select * into strict entry from session_registration r where r.id = which;
  select coalesce((v.content ->> 'approval')::boolean, false) into strict approval
  from knowledge_session_version v where v.session_id = entry.session_id and v.current;
  delete from session_seat s where s.registration_id = which;
  outcome := wall.give_seat(which, entry.session_id, '', approval);
  for wanted in select distinct c collate "C" from unnest(entry.choices) c order by 1 loop
    perform wall.give_seat(which, entry.session_id, wanted, approval);
  end loop;
  update session_registration r set state = case when approval then 'requested' else 'admitted' end, confirm_until = null,
    changed_at = now(), tell = case when approval then 'requested' else 'registered' end, tell_since = now()
  where r.id = which;
  return outcome;
end
$$;
--> statement-breakpoint
-- For whom the actor acts, as the host reads it on the list of who comes.
create function wall.acting_label() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(
    (select wall.label_of('municipality', nullif(current_setting('app.municipality', true), ''), null)
      where coalesce(current_setting('app.municipality', true), '') <> ''),
    (select wall.label_of('organisation', null, substr(scope, 14)::uuid) from unnest(wall.app_scopes()) scope where scope like 'organisation:%' limit 1),
    (select wall.label_of('alliance', null, null) where wall.app_scopes() @> array['alliance:coordinators']),
    '')
$$;
--> statement-breakpoint
-- Registers who is signed in. No row: the actor does not see such a session. Asked twice it is the same registration.
create function wall.register_for_session(which uuid, chosen text[], says text) returns table (registration uuid, outcome text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid := wall.app_account();
  page knowledge_session_version%rowtype;
  entry session_registration%rowtype;
begin
  if person is null or not exists (select from knowledge_session_version v
      where v.session_id = which and v.current and v.visible_to && wall.app_scopes()) then
    return;
  end if;
  perform wall.lock_parts(which);
  select * into page from knowledge_session_version v
  where v.session_id = which and v.current and v.visible_to && wall.app_scopes();
  if not found then
    return;
  end if;
  select * into entry from session_registration r where r.session_id = which and r.account_id = person for update;
  -- Who let an offer pass may stand in the row again, at its end.
  if entry.state in ('requested', 'admitted') and not exists (
      select from session_seat s where s.registration_id = entry.id and s.part = '' and s.state = 'lapsed') then
    return query select entry.id, 'known';
    return;
  end if;
  -- The host said no: asking again is no way around it.
  if entry.state = 'declined' then
    raise exception 'session.declined' using errcode = 'check_violation';
  end if;
  if not wall.session_registers(page) then
    raise exception 'session.closed' using errcode = 'check_violation';
  end if;
  if entry.id is null then
    insert into session_registration (id, session_id, account_id, name, belongs, answer, choices, state)
    select gen_random_uuid(), which, a.id, a.name, wall.acting_label(), says, chosen, 'admitted' from account a where a.id = person
    returning * into strict entry;
  else
    update session_registration r set answer = says, choices = chosen, belongs = wall.acting_label(), attended_at = null,
      reminded_at = null, name = a.name
    from account a where r.id = entry.id and a.id = person;
  end if;
  return query select entry.id, wall.seat_registration(entry.id);
end
$$;
--> statement-breakpoint
-- Notes down a guest, who takes no place before opening the mail. Answers alike for an address that is on the list already:
-- the mail says so to who reads it. False: there is no such session for guests.
create function wall.note_guest(which uuid, called text, at_address text, chosen text[], says text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  page knowledge_session_version%rowtype;
begin
  perform from session_part p where p.session_id = which and p.part = '' for update;
  select * into page from knowledge_session_version v
  where v.session_id = which and v.current and v.visible_to && wall.app_scopes() and (v.content ->> 'guests')::boolean;
  if not found then
    return false;
  end if;
  if not wall.session_registers(page) then
    raise exception 'session.closed' using errcode = 'check_violation';
  end if;
  insert into session_registration (id, session_id, name, guest_address, answer, choices, state, confirm_until, tell, tell_since)
  values (gen_random_uuid(), which, called, at_address, says, chosen, 'unconfirmed', now() + interval '48 hours', 'confirm', now())
  on conflict (session_id, guest_address) do update set
    -- Who is on the list, or was refused, stays there as it is, and is told so.
    name = case when session_registration.state in ('requested', 'admitted', 'declined') then session_registration.name else excluded.name end,
    answer = case when session_registration.state in ('requested', 'admitted', 'declined') then session_registration.answer else excluded.answer end,
    choices = case when session_registration.state in ('requested', 'admitted', 'declined') then session_registration.choices else excluded.choices end,
    confirm_until = case when session_registration.state in ('requested', 'admitted', 'declined') then null else excluded.confirm_until end,
    state = case when session_registration.state in ('requested', 'admitted', 'declined') then session_registration.state else 'unconfirmed' end,
    tell = case when session_registration.state in ('requested', 'admitted') then 'known'
      when session_registration.state = 'declined' then 'declined' else 'confirm' end,
    tell_since = now();
  return true;
end
$$;
--> statement-breakpoint
-- The registration that the holder of a link from a mail opens.
create function wall.registration_of_link() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id from session_registration r
  where r.link_hashes && array(select substr(scope, 7) from unnest(wall.app_scopes()) scope where scope like 'token:%')
$$;
--> statement-breakpoint
-- One's own registration: of who is signed in, or of the link that somebody holds. Null: not yours, or not there.
create function wall.own_registration(which uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id from session_registration r
  where r.id = coalesce(which, wall.registration_of_link())
    and (r.id = wall.registration_of_link() or r.account_id = wall.app_account())
$$;
--> statement-breakpoint
-- A registration of a session that the actor works on for its host.
create function wall.hosted_registration(which uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id from session_registration r join knowledge_session s on s.id = r.session_id
  where r.id = which and wall.app_scopes() @> array[wall.session_host(s.municipality, s.host_community, 'editor')]
$$;
--> statement-breakpoint
-- How many wait before somebody, and oneself: told to that person and to the host. Null: not waiting.
create function wall.seat_turn(which uuid, wanted text) returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select (select count(*)::integer from session_seat o where o.session_id = s.session_id and o.part = s.part and o.state = 'waiting' and o.ordinal <= s.ordinal)
  from session_seat s
  where s.registration_id = coalesce(wall.own_registration(which), wall.hosted_registration(which)) and s.part = wanted and s.state = 'waiting'
$$;
--> statement-breakpoint
-- What the page of a link shows: the session and the registration as they are now. Addresses only for who has a place.
create function wall.session_of_link() returns table (registration uuid, session uuid, handle text, title text, starts_at timestamptz,
  ends_at timestamptz, form text, place text, address text, session_state text, cancelled_reason text, registers boolean, public boolean,
  municipality text, guest boolean, called text, state text, confirm_until timestamptz, attended boolean, gave_feedback boolean,
  seats jsonb, links jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select r.id, r.session_id, v.handle, v.title, v.starts_at, v.ends_at, v.content ->> 'form', v.content ->> 'place', v.content ->> 'address',
    v.state, v.cancelled_reason, wall.session_registers(v), v.visibility = 'public', v.municipality, r.account_id is null, r.name, r.state,
    r.confirm_until, r.attended_at is not null, r.feedback_at is not null,
    coalesce((select jsonb_agg(jsonb_build_object('part', s.part, 'state', s.state,
        'offeredUntil', to_char(s.offered_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'title', (select w ->> 'title' from jsonb_array_elements(v.content -> 'rounds') o, jsonb_array_elements(o -> 'workshops') w where w ->> 'key' = s.part)) order by s.part)
      from session_seat s where s.registration_id = r.id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'title', l.title, 'url', l.url) order by l.kind, l.position, l.id)
      from session_link l where l.session_id = r.session_id and r.state = 'admitted'
        and exists (select from session_seat s where s.registration_id = r.id and s.part = '' and s.state = 'seated')), '[]')
  from session_registration r join knowledge_session_version v on v.session_id = r.session_id and v.current
  where r.id = wall.registration_of_link()
$$;
--> statement-breakpoint
-- A guest who opened the mail is registered, while there is time. Null: nothing waits to be confirmed.
create function wall.confirm_guest() returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
  page knowledge_session_version%rowtype;
begin
  select * into entry from session_registration r where r.id = wall.registration_of_link();
  if not found then
    return null;
  end if;
  perform wall.lock_parts(entry.session_id);
  select * into entry from session_registration r
  where r.id = entry.id and r.state = 'unconfirmed' and r.confirm_until > now() for update;
  if not found then
    return null;
  end if;
  select * into strict page from knowledge_session_version v where v.session_id = entry.session_id and v.current;
  if not wall.session_registers(page) then
    raise exception 'session.closed' using errcode = 'check_violation';
  end if;
  -- A workshop that was taken out of the programme meanwhile is no reason to send somebody away.
  update session_registration r set choices = array(select c from unnest(r.choices) c
    where exists (select from session_part p where p.session_id = r.session_id and p.part = c)) where r.id = entry.id;
  return wall.seat_registration(entry.id);
end
$$;
--> statement-breakpoint
-- Does not come after all: the places are free at once, and the next in the row is asked. Pressed twice it is the same.
-- Too late once the session is over: who was there was there.
create function wall.withdraw_registration(which uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
begin
  select * into entry from session_registration r where r.id = wall.own_registration(which);
  if not found then
    return null;
  end if;
  perform wall.lock_parts(entry.session_id);
  if exists (select from knowledge_session_version v where v.session_id = entry.session_id and v.current and v.ends_at < now()) then
    raise exception 'session.over' using errcode = 'check_violation';
  end if;
  update session_registration r set state = 'cancelled', changed_at = now(), tell = case when entry.state = 'unconfirmed' then null else 'withdrawn' end,
    tell_since = now()
  where r.id = entry.id and r.state in ('unconfirmed', 'requested', 'admitted');
  delete from session_seat s where s.registration_id = entry.id;
  return entry.id;
end
$$;
--> statement-breakpoint
-- Takes the place that was kept. False: it was not kept any more. Null: no such registration.
create function wall.accept_seat(which uuid, wanted text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
begin
  select * into entry from session_registration r where r.id = wall.own_registration(which);
  if not found then
    return null;
  end if;
  perform wall.lock_parts(entry.session_id);
  update session_seat s set state = 'seated', offered_until = null
  where s.registration_id = entry.id and s.part = wanted and s.state = 'offered' and s.offered_until > now();
  if not found then
    return exists (select from session_seat s where s.registration_id = entry.id and s.part = wanted and s.state = 'seated');
  end if;
  update session_registration r set changed_at = now(), tell = 'registered', tell_since = now() where r.id = entry.id;
  return true;
end
$$;
--> statement-breakpoint
-- The host says yes (a place, or the row when it is full) or no (also to who had a place). Null: not the host's.
create function wall.decide_registration(which uuid, yes boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
  seat record;
begin
  select * into entry from session_registration r where r.id = wall.hosted_registration(which);
  if not found then
    return null;
  end if;
  perform wall.lock_parts(entry.session_id);
  select * into entry from session_registration r where r.id = which for update;
  if yes and entry.state = 'requested' then
    update session_registration r set state = 'admitted', changed_at = now(), tell = 'registered', tell_since = now() where r.id = which;
    for seat in select s.part from session_seat s where s.registration_id = which and s.state = 'requested' order by s.part collate "C" loop
      update session_seat s set state = case when p.places is null or (p.taken < p.places and p.waiting = 0) then 'seated' else 'waiting' end
      from session_part p
      where s.registration_id = which and s.part = seat.part and p.session_id = s.session_id and p.part = s.part;
    end loop;
  elsif not yes and entry.state in ('requested', 'admitted') then
    update session_registration r set state = 'declined', changed_at = now(), tell = 'declined', tell_since = now() where r.id = which;
    delete from session_seat s where s.registration_id = which;
  elsif entry.state is distinct from (case when yes then 'admitted' else 'declined' end) then
    raise exception 'session.cannot_decide' using errcode = 'check_violation';
  end if;
  return which;
end
$$;
--> statement-breakpoint
-- Was there, or was not after all; only who has a place. Null: not the host's.
create function wall.check_in(which uuid, there boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  hosted uuid := wall.hosted_registration(which);
begin
  if hosted is null then
    return null;
  end if;
  update session_registration r set attended_at = case when there then coalesce(r.attended_at, now()) end
  where r.id = hosted and r.state = 'admitted'
    and exists (select from session_seat s where s.registration_id = r.id and s.part = '' and s.state = 'seated');
  if not found then
    raise exception 'session.no_place' using errcode = 'check_violation';
  end if;
  return hosted;
end
$$;
--> statement-breakpoint
-- What somebody thought of it, once, after the end. The row does not say whose it is. False: said before, or nothing to say.
create function wall.give_feedback(which uuid, points integer, was_useful text, can_be_better text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  entry session_registration%rowtype;
begin
  update session_registration r set feedback_at = date_trunc('day', now())
  from knowledge_session_version v
  where r.id = wall.own_registration(which) and r.feedback_at is null and r.state = 'admitted'
    and v.session_id = r.session_id and v.current and v.state in ('held', 'reported')
    and exists (select from session_seat s where s.registration_id = r.id and s.part = '' and s.state = 'seated')
  returning r.* into entry;
  if entry.id is null then
    return false;
  end if;
  insert into session_feedback (session_id, score, useful, better) values (entry.session_id, points, was_useful, can_be_better);
  return true;
end
$$;
--> statement-breakpoint
-- Has a place, and nothing was heard for a day: may need a reminder.
create function wall.is_forgotten(entry session_registration) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select entry.state = 'admitted' and entry.reminded_at is null and entry.tell is null and entry.changed_at < now() - interval '1 day'
    and exists (select from session_seat s where s.registration_id = entry.id and s.part = '' and s.state = 'seated')
$$;
--> statement-breakpoint
-- The work that comes with time, one thing at a call: a session that is over, an offer that was not taken, a place that
-- came free, a reminder. No row when there is nothing to do. A part that somebody holds now is looked at the next time.
create function wall.settle_session() returns table (happened text, session uuid, municipality text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  page knowledge_session_version%rowtype;
  room session_part%rowtype;
  reminded uuid;
begin
  select v.* into page from knowledge_session_version v
  where v.current and v.state in ('planned', 'open') and v.ends_at < now() limit 1;
  if found then
    update knowledge_session s set state = 'held' where s.id = page.session_id and s.state in ('planned', 'open');
    return query select 'session.held', page.session_id, page.municipality;
    return;
  end if;
  select p.* into room from session_part p
  join knowledge_session_version v on v.session_id = p.session_id and v.current and v.state in ('planned', 'open')
  where exists (select from session_seat s where s.session_id = p.session_id and s.part = p.part and s.state = 'offered' and s.offered_until < now())
    or (p.waiting > 0 and v.starts_at > now() and (p.places is null or p.taken < p.places))
  order by p.session_id, p.part collate "C" limit 1 for update of p skip locked;
  if found then
    select v.* into strict page from knowledge_session_version v where v.session_id = room.session_id and v.current;
    with lapsed as (
      update session_seat s set state = 'lapsed', offered_until = null
      where s.session_id = room.session_id and s.part = room.part and s.state = 'offered' and s.offered_until < now()
      returning s.registration_id
    )
    update session_registration r set tell = 'lapsed', tell_since = now() from lapsed where r.id = lapsed.registration_id;
    select p.* into strict room from session_part p where p.session_id = room.session_id and p.part = room.part;
    if page.starts_at > now() then
      with turn as (
        select s.registration_id from session_seat s
        where s.session_id = room.session_id and s.part = room.part and s.state = 'waiting'
        order by s.ordinal limit case when room.places is not null then greatest(room.places - room.taken, 0) end
      ), offered as (
        -- Two days to accept, or half of what is left when the session is near.
        update session_seat s set state = 'offered', offered_until = now() + least(interval '48 hours', (page.starts_at - now()) / 2)
        from turn where s.registration_id = turn.registration_id and s.part = room.part
        returning s.registration_id
      )
      update session_registration r set tell = 'offered', tell_since = now() from offered where r.id = offered.registration_id;
    end if;
    return query select 'session.moved_up', page.session_id, page.municipality;
    return;
  end if;
  -- Two days ahead, and only who registered so long ago that it may be forgotten.
  select v.* into page from knowledge_session_version v
  where v.current and v.state in ('planned', 'open') and v.starts_at > now() and v.starts_at < now() + interval '2 days'
    and exists (select from session_registration r where r.session_id = v.session_id and wall.is_forgotten(r)) limit 1;
  if found then
    update session_registration r set reminded_at = now(), tell = 'reminder', tell_since = now()
    where r.session_id = page.session_id and wall.is_forgotten(r);
    return query select 'session.reminded', page.session_id, page.municipality;
  end if;
end
$$;
--> statement-breakpoint
-- What one person must be mailed, taken once; whoever reads the mail holds a link of its own. No address goes out with it.
create function wall.take_session_message(link text) returns table (registration uuid, tell text, called text, guest boolean,
  municipality text, session uuid, handle text, title text, starts_at timestamptz, ends_at timestamptz, form text, place text,
  address text, cancelled_reason text, state text, seats jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  taken session_registration%rowtype;
begin
  if link !~ '^[0-9a-f]{64}$' then
    raise exception 'link.malformed' using errcode = 'check_violation';
  end if;
  select r.* into taken from session_registration r where r.tell is not null
  order by r.tell_since, r.id limit 1 for update skip locked;
  if not found then
    return;
  end if;
  update session_registration r set tell = null, link_hashes = (array[link] || r.link_hashes)[1:20] where r.id = taken.id;
  return query select taken.id, taken.tell, taken.name, taken.account_id is null, v.municipality, v.session_id, v.handle, v.title,
    v.starts_at, v.ends_at, v.content ->> 'form', v.content ->> 'place', v.content ->> 'address', v.cancelled_reason, taken.state,
    coalesce((select jsonb_agg(jsonb_build_object('part', s.part, 'state', s.state,
        'offeredUntil', to_char(s.offered_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'title', (select w ->> 'title' from jsonb_array_elements(v.content -> 'rounds') o, jsonb_array_elements(o -> 'workshops') w where w ->> 'key' = s.part)) order by s.part)
      from session_seat s where s.registration_id = taken.id), '[]')
  from knowledge_session_version v where v.session_id = taken.session_id and v.current;
end
$$;
--> statement-breakpoint
-- In the transaction that took the message: what is rolled back was never told, what is committed never twice.
create function wall.mail_registration(which uuid, about text, says text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into outgoing_mail (recipient, subject, body)
  select coalesce(r.guest_address, a.address), about, says
  from session_registration r left join account a on a.id = r.account_id
  where r.id = which and coalesce(r.guest_address, a.address) is not null
$$;
--> statement-breakpoint
-- How long is remembered who registers, as retention/periods.ts says; from the end of the session, or of the time to confirm.
create function wall.session_kept_for(noun text) returns interval
language sql immutable parallel safe
as $$
  select make_interval(hours => case noun
    when 'session_unconfirmed' then 2 * 24
    when 'session_guest' then 30 * 24
    when 'session_registration' then 2 * 365 * 24
  end)
$$;
--> statement-breakpoint
-- Who came is forgotten when its time is over: of guests who did not confirm everything, of guests their name and address,
-- of members the row. That somebody was there stays in the count.
create function wall.forget_registrations(what text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone integer;
begin
  if what = 'session_unconfirmed' then
    delete from session_registration r where r.state = 'unconfirmed' and r.confirm_until < now() - wall.session_kept_for(what);
  elsif what = 'session_guest' then
    update session_registration r set name = '', guest_address = null, answer = '', link_hashes = '{}', tell = null
    from knowledge_session_version v
    where v.session_id = r.session_id and v.current and v.ends_at < now() - wall.session_kept_for(what) and r.guest_address is not null;
  elsif what = 'session_registration' then
    delete from session_registration r using knowledge_session_version v
    where v.session_id = r.session_id and v.current and v.ends_at < now() - wall.session_kept_for(what);
  else
    raise exception 'period.unknown' using errcode = 'check_violation', detail = what;
  end if;
  get diagnostics gone = row_count;
  return gone;
end
$$;
--> statement-breakpoint
-- The sessions one has a place in: their joining link and materials are read with it.
create function wall.session_scopes(of_account uuid) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg('session:' || r.session_id order by r.session_id), '{}')
  from session_registration r join session_seat s on s.registration_id = r.id and s.part = '' and s.state = 'seated'
  where r.account_id = of_account and r.state = 'admitted'
$$;
--> statement-breakpoint
create trigger a_keep before update on knowledge_session for each row
  execute function wall.keep_columns('id', 'municipality', 'host_community', 'handle', 'created_at');
--> statement-breakpoint
create trigger b_guard before update on knowledge_session for each row execute function wall.guard_knowledge_session();
--> statement-breakpoint
do $$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('knowledge_session', 'derive_knowledge_session', 'id'), ('knowledge_session_version', 'derive_knowledge_session_version', 'session_id,number'),
      ('session_link', 'derive_session_link', 'id'), ('session_registration', 'derive_session_attendance', 'id'),
      ('session_feedback', 'derive_session_attendance', 'id')
    ) as listed(name, derivation, keys)
  loop
    execute format('create trigger b_derive before insert or update on %I for each row execute function wall.%I()', owned.name, owned.derivation);
    execute format('create trigger c_place before insert or update on %I for each row execute function wall.place()', owned.name);
    execute format('create trigger d_follow after update on %I for each row execute function wall.follow(%s)',
      owned.name, (select string_agg(quote_literal(key), ', ') from unnest(string_to_array(owned.keys, ',')) key));
  end loop;
end
$$;
--> statement-breakpoint
create trigger c_published after insert on knowledge_session_version for each row execute function wall.knowledge_session_published();
--> statement-breakpoint
create trigger c_moved after update on knowledge_session for each row
  when ((new.state, new.cancelled_reason) is distinct from (old.state, old.cancelled_reason)) execute function wall.knowledge_session_moved();
--> statement-breakpoint
create trigger c_count after insert or update or delete on session_seat for each row execute function wall.count_seat();
--> statement-breakpoint
grant execute on function wall.session_host(text, uuid, text), wall.session_registers(knowledge_session_version) to wall, app;
--> statement-breakpoint
grant execute on function wall.dutch_instant(text, text), wall.parts_of(jsonb), wall.session_kept_for(text) to wall;
--> statement-breakpoint
grant execute on function wall.register_for_session(uuid, text[], text), wall.note_guest(uuid, text, text, text[], text), wall.confirm_guest(),
  wall.registration_of_link(), wall.seat_turn(uuid, text), wall.session_of_link(), wall.withdraw_registration(uuid), wall.accept_seat(uuid, text),
  wall.decide_registration(uuid, boolean), wall.check_in(uuid, boolean), wall.give_feedback(uuid, integer, text, text) to app;
--> statement-breakpoint
grant execute on function wall.settle_session(), wall.take_session_message(text), wall.mail_registration(uuid, text, text),
  wall.forget_registrations(text) to worker;
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array['derive_knowledge_session_version()', 'knowledge_session_published()', 'tell_registered(uuid, text)',
    'knowledge_session_moved()', 'derive_session_attendance()', 'count_seat()', 'give_seat(uuid, uuid, text, boolean)', 'lock_parts(uuid)',
    'seat_registration(uuid)', 'acting_label()', 'register_for_session(uuid, text[], text)', 'note_guest(uuid, text, text, text[], text)',
    'registration_of_link()', 'own_registration(uuid)', 'hosted_registration(uuid)', 'seat_turn(uuid, text)', 'session_of_link()', 'confirm_guest()',
    'withdraw_registration(uuid)', 'accept_seat(uuid, text)', 'decide_registration(uuid, boolean)', 'check_in(uuid, boolean)',
    'give_feedback(uuid, integer, text, text)', 'is_forgotten(session_registration)', 'settle_session()', 'take_session_message(text)',
    'mail_registration(uuid, text, text)', 'forget_registrations(text)', 'session_scopes(uuid)'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
