-- From a login to scopes, and the few listed functions that work before there is an actor.

-- Reading scopes of one acting membership; never the union of all a person has.
create function wall.scopes_of(account uuid, kind text, key text, role text) returns text[]
language sql immutable parallel safe
as $$
  select array['public']
    || case when account is null then '{}'::text[] else array['account:' || account] end
    || case kind
      when 'municipality' then array['alliance', 'municipality:' || key]
        || case when role in ('editor', 'publisher', 'administrator') then array['municipality:' || key || ':editor'] else '{}' end
        || case when role in ('publisher', 'administrator') then array['municipality:' || key || ':publisher'] else '{}' end
        || case when role = 'administrator' then array['municipality:' || key || ':administrator'] else '{}' end
      when 'organisation' then array['alliance', 'organisation:' || key]
      when 'alliance' then array['alliance', 'alliance:coordinators']
      when 'installation' then array['operator']
      else '{}'::text[]
    end
$$;

-- A login session lives at most 8 hours idle (its expiry is extended while it is used) and 7 days in all.
create function wall.living(created_at timestamptz, expires_at timestamptz) returns boolean
language sql stable parallel safe
as $$ select expires_at > now() and created_at > now() - interval '7 days' $$;

-- The one place where scopes come from: the hash of the cookie's secret, or the hash of a link's secret. Never input.
create function wall.enter(login text, link text)
returns table (account uuid, membership uuid, kind text, key text, role text, scopes text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.account_id, m.id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role,
    wall.scopes_of(s.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role)
      || case when link is null then '{}'::text[] else array['token:' || link] end
  from (values (1)) one
  left join login_session s on s.id = login and wall.living(s.created_at, s.expires_at)
  left join membership m on m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null
$$;

-- login sessions, for the session engine

create function wall.find_login_session(session text)
returns table (id text, account_id uuid, membership_id uuid, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.id, s.account_id, s.membership_id, s.expires_at from login_session s
  where s.id = session and wall.living(s.created_at, s.expires_at)
$$;

create function wall.start_login_session(session text, of_account uuid, acting uuid, expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into login_session (id, account_id, membership_id, expires_at)
  select session, a.id, (select m.id from membership m where m.id = acting and m.account_id = a.id and m.ended_at is null), expires
  from account a where a.id = of_account
$$;

-- Other rights, another secret; the seven days go on counting from when the person signed in.
create function wall.move_login_session(session text, to_session text, acting uuid) returns timestamptz
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update login_session s set id = to_session, membership_id = m.id, last_seen = now()
  from membership m
  where s.id = session and wall.living(s.created_at, s.expires_at)
    and m.id = acting and m.account_id = s.account_id and m.ended_at is null
  returning s.expires_at
$$;

create function wall.extend_login_session(session text, expires timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update login_session set last_seen = now(), expires_at = least(expires, created_at + interval '7 days')
  where id = session and wall.living(created_at, expires_at)
$$;

create function wall.end_login_session(session text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from login_session where id = session $$;

create function wall.end_login_sessions(of_account uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from login_session where account_id = of_account and of_account = wall.app_account() $$;

create function wall.end_expired_login_sessions() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from login_session where not wall.living(created_at, expires_at) $$;

-- signing in

create function wall.sign_in_candidate(at_address text) returns table (account uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select a.id, c.password_hash from account a join credential c on c.account_id = a.id where a.address = at_address $$;

create function wall.first_membership(of_account uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select id from membership where account_id = of_account and ended_at is null order by created_at, id limit 1 $$;

-- invitations

create function wall.label_of(kind text, of_municipality text, organisation uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case kind
    when 'municipality' then (select 'gemeente ' || name from municipality where code = of_municipality)
    when 'organisation' then (select name from organisation o where o.id = organisation)
    when 'alliance' then 'de Gelijke Kansen Alliantie'
    else 'het beheer van Kansenplein'
  end
$$;

-- The invitation whose link the actor holds, while it can be used.
create function wall.open_invitation()
returns table (id uuid, address text, label text, role text, expires_at timestamptz, known boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select i.id, i.address, wall.label_of(i.kind, i.municipality, i.organisation_id), i.role, i.expires_at,
    exists (select from account a join credential c on c.account_id = a.id where a.address = i.address)
  from invitation i
  where 'token:' || i.token_hash = any(wall.app_scopes())
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

create function wall.accept_invitation(with_name text, password text)
returns table (account uuid, membership uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  open invitation%rowtype;
  person uuid;
  belonging uuid;
begin
  update invitation i set accepted_at = now()
  where i.id = (select o.id from wall.open_invitation() o) and i.accepted_at is null
  returning * into open;
  if not found then
    return;
  end if;
  select a.id into person from account a where a.address = open.address;
  if person is null then
    insert into account (address, name) values (open.address, with_name) returning id into person;
  end if;
  insert into credential (account_id, password_hash) select person, password where password is not null
  on conflict (account_id) do nothing;
  -- Who belongs there already gets the role of the invitation, not a second membership.
  update membership m set role = open.role
  where m.account_id = person and m.kind = open.kind and m.ended_at is null
    and m.municipality is not distinct from open.municipality and m.organisation_id is not distinct from open.organisation_id
  returning m.id into belonging;
  if belonging is null then
    insert into membership (account_id, kind, municipality, organisation_id, role)
    values (person, open.kind, open.municipality, open.organisation_id, open.role) returning id into belonging;
  end if;
  update municipality set joined_at = now() where code = open.municipality and joined_at is null;
  perform wall.append_event('invitation.accepted', open.id::text, open.municipality, null, person);
  return query select person, belonging;
end
$$;

create function wall.operator_invite(token text, to_address text, as_role text, of_municipality text, organisation uuid, hours integer)
returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_kind text := case when of_municipality is not null then 'municipality' when organisation is not null then 'organisation'
    when as_role = 'operator' then 'installation' else 'alliance' end;
  invited uuid := gen_random_uuid();
  named text := wall.label_of(of_kind, of_municipality, organisation);
begin
  if named is null then
    return null;
  end if;
  insert into invitation (id, token_hash, address, kind, municipality, organisation_id, role, expires_at)
  values (invited, token, to_address, of_kind, of_municipality, organisation, as_role, now() + make_interval(hours => hours));
  perform wall.append_event('invitation.sent', invited::text, of_municipality, null, null);
  return named;
end
$$;

-- audit and mail: appended by everybody, read by few

create function wall.append_event(what text, which text, of_municipality text, why text, who uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into audit_event (municipality, account_id, action, object, reason) values (of_municipality, who, what, which, why)
$$;

-- The account is the one that signed in; a request cannot name another.
create function wall.record_event(what text, which text, of_municipality text, why text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select wall.append_event(what, which, of_municipality, why, wall.app_account()) $$;

create function wall.queue_mail(to_address text, about text, says text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if session_user = 'app' and wall.app_account() is null then
    raise exception 'mail.sign_in_first' using errcode = 'insufficient_privilege';
  end if;
  insert into outgoing_mail (recipient, subject, body) values (to_address, about, says);
end
$$;

-- imports: what the job found

create function wall.import_read(which uuid, extracted_text text, found_draft jsonb, failed_code text, failed_message text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update document_import set state = case when failed_code is null then 'read' else 'failed' end,
    extracted = extracted_text, draft = found_draft, failure_code = failed_code, failure_message = failed_message
  where id = which and state = 'received';
  if not found then
    raise exception 'wall.row_missed' using detail = 'document_import';
  end if;
end
$$;

-- demo mode

create function wall.demo_person(at_address text, with_name text, password text, as_role text, of_municipality text, of_organisation text)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid;
  partner uuid;
begin
  select id into person from account where address = at_address;
  if person is null then
    insert into account (address, name) values (at_address, with_name) returning id into person;
    insert into credential (account_id, password_hash) values (person, password);
  end if;
  if of_organisation is not null then
    select id into partner from organisation where name = of_organisation;
    if partner is null then
      insert into organisation (id, name, kind) values (gen_random_uuid(), of_organisation, 'other') returning id into partner;
    end if;
  end if;
  -- clock_timestamp, because several are made in one transaction and their order says which one is acted for first.
  insert into membership (account_id, kind, municipality, organisation_id, role, created_at)
  values (person, case when of_municipality is not null then 'municipality' when partner is not null then 'organisation'
    when as_role = 'operator' then 'installation' else 'alliance' end, of_municipality, partner, as_role, clock_timestamp());
  update municipality set joined_at = now() where code = of_municipality and joined_at is null;
end
$$;

-- Moves what the demo published into the past, so that its dates are believable.
create function wall.demo_backdate(of_document uuid, version integer, days_ago integer) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update intervention_version set published_at = now() - make_interval(days => days_ago)
  where intervention_id = of_document and number = version;
  update agenda_version set published_at = now() - make_interval(days => days_ago)
  where agenda_id = of_document and number = version;
$$;

create function wall.demo_backdate_withdrawal(of_document uuid, days_ago integer) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update intervention_withdrawal set withdrawn_at = now() - make_interval(days => days_ago) where intervention_id = of_document
$$;

create function wall.demo_state() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when exists (select from audit_event where action = 'demo.loaded') then 'loaded'
    when exists (select from audit_event where action = 'demo.started') then 'half'
    when exists (select from account) then 'in_use' else 'empty' end
$$;

create function wall.demo_accounts() returns table (address text, name text, label text, role text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select a.address, a.name, wall.label_of(m.kind, m.municipality, m.organisation_id), m.role
  from account a join membership m on m.account_id = a.id and m.ended_at is null
  where a.address like '%.example'
  order by m.kind, 3, m.role, a.name
$$;

grant execute on function wall.scopes_of(uuid, text, text, text), wall.living(timestamptz, timestamptz) to wall;
grant execute on function wall.enter(text, text), wall.find_login_session(text),
  wall.start_login_session(text, uuid, uuid, timestamptz), wall.extend_login_session(text, timestamptz),
  wall.move_login_session(text, text, uuid),
  wall.end_login_session(text), wall.end_login_sessions(uuid), wall.sign_in_candidate(text), wall.first_membership(uuid),
  wall.open_invitation(), wall.accept_invitation(text, text), wall.record_event(text, text, text, text),
  wall.queue_mail(text, text, text) to app;
grant execute on function wall.end_expired_login_sessions(), wall.operator_invite(text, text, text, text, uuid, integer),
  wall.record_event(text, text, text, text), wall.queue_mail(text, text, text), wall.import_read(uuid, text, jsonb, text, text),
  wall.demo_person(text, text, text, text, text, text), wall.demo_accounts(), wall.demo_state(),
  wall.demo_backdate(uuid, integer, integer), wall.demo_backdate_withdrawal(uuid, integer) to worker;

do $$
declare
  listed text;
begin
  foreach listed in array array[
    'enter(text, text)', 'find_login_session(text)', 'move_login_session(text, text, uuid)', 'start_login_session(text, uuid, uuid, timestamptz)',
    'extend_login_session(text, timestamptz)', 'end_login_session(text)', 'end_login_sessions(uuid)',
    'end_expired_login_sessions()', 'sign_in_candidate(text)', 'first_membership(uuid)', 'label_of(text, text, uuid)',
    'open_invitation()', 'accept_invitation(text, text)', 'operator_invite(text, text, text, text, uuid, integer)',
    'append_event(text, text, text, text, uuid)', 'record_event(text, text, text, text)', 'queue_mail(text, text, text)',
    'import_read(uuid, text, jsonb, text, text)', 'demo_person(text, text, text, text, text, text)', 'demo_accounts()', 'demo_state()',
    'demo_backdate(uuid, integer, integer)', 'demo_backdate_withdrawal(uuid, integer)'
  ] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
