-- Proving who one is: the listed functions by which steps, factors, passkeys, identities and mailed links are reached.
-- Every table of it is sealed. Where a function takes an account, it is the own one or there is no login yet.

set local role wall;
drop function wall.enter(text, text);
drop function wall.find_login_session(text);
drop function wall.start_login_session(text, uuid, uuid, timestamptz);
reset role;

-- login sessions

-- The one place where scopes come from: the hash of the cookie's secret, or the hash of a link's secret. Never input.
-- `confirmed`: proved in full less than five minutes ago. `due`: not seen for five minutes, so its life is to be extended.
create function wall.enter(login text, link text)
returns table (account uuid, membership uuid, kind text, key text, role text, scopes text[], confirmed boolean, due boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.account_id, m.id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role,
    wall.scopes_of(s.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role)
      || case when link is null then '{}'::text[] else array['token:' || link] end,
    coalesce(s.confirmed_at > now() - interval '5 minutes', false),
    coalesce(s.last_seen < now() - interval '5 minutes', false)
  from (values (1)) one
  left join login_session s on s.id = login and wall.living(s.created_at, s.expires_at)
  left join membership m on m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null
$$;

-- Asked by the session engine when a login session is due: to be looked up is to be seen.
create function wall.find_login_session(session text)
returns table (id text, account_id uuid, membership_id uuid, expires_at timestamptz)
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update login_session s set last_seen = now() where s.id = session and wall.living(s.created_at, s.expires_at)
  returning s.id, s.account_id, s.membership_id, s.expires_at
$$;

create function wall.start_login_session(session text, of_account uuid, acting uuid, expires timestamptz, with_browser text)
returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into login_session (id, account_id, membership_id, expires_at, confirmed_at, browser)
  select session, a.id, (select m.id from membership m where m.id = acting and m.account_id = a.id and m.ended_at is null),
    expires, now(), with_browser
  from account a where a.id = of_account
$$;

-- Another secret for the same login session; the seven days go on counting. Proven: who it is was just proved in full
-- again, so what asks for confirmation goes through for a while.
create function wall.renew_login_session(session text, to_session text, proven boolean) returns timestamptz
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update login_session s set id = to_session, last_seen = now(),
    confirmed_at = case when proven then now() else s.confirmed_at end
  where s.id = session and s.account_id = wall.app_account() and wall.living(s.created_at, s.expires_at)
  returning s.expires_at
$$;

create function wall.my_login_sessions(this text)
returns table (handle uuid, browser text, created_at timestamptz, last_seen timestamptz, expires_at timestamptz, current boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.handle, s.browser, s.created_at, s.last_seen, least(s.expires_at, s.created_at + interval '7 days'), s.id = this
  from login_session s where s.account_id = wall.app_account() and wall.living(s.created_at, s.expires_at)
  order by s.id = this desc, s.last_seen desc
$$;

create function wall.end_my_login_session(which uuid) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with ended as (delete from login_session where handle = which and account_id = wall.app_account() returning 1)
  select exists (select from ended)
$$;

-- Whoever may speak for an account here: itself, or a request that has no login yet and has just proved something.
create function wall.speaks_for(of_account uuid) returns boolean
language sql stable parallel safe
as $$ select wall.app_account() is null or wall.app_account() = of_account $$;

-- All but one (null: all) of an account's login sessions, because what opened them has changed.
create function wall.end_login_sessions_but(of_account uuid, but text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from login_session where account_id = of_account and wall.speaks_for(of_account) and id is distinct from but
$$;

set local role wall;
create or replace function wall.end_expired_login_sessions() returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from login_session where not wall.living(created_at, expires_at);
  delete from sign_in_step where expires_at < now() - interval '1 day';
  delete from mailed_link where expires_at < now() - interval '30 days';
$$;

-- The invitation whose link the actor holds, while it can be used. Known: an account has the address, however it signs in.
create or replace function wall.open_invitation()
returns table (id uuid, address text, label text, role text, expires_at timestamptz, known boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select i.id, i.address, wall.label_of(i.kind, i.municipality, i.organisation_id), i.role, i.expires_at,
    exists (select from account a where a.address = i.address)
  from invitation i
  where 'token:' || i.token_hash = any(wall.app_scopes())
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;
reset role;

-- audit and mail of an account

-- An event about an account, for the administrators of each municipality it works for, or for the installation. Before
-- there is a login the request names the account, so the actions are those of signing in and of its own means only.
create function wall.account_event(what text, of_account uuid, why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not wall.speaks_for(of_account) or what not like 'account.%' then
    raise exception 'event.not_own' using errcode = 'insufficient_privilege';
  end if;
  perform wall.append_event(what, of_account::text, body.municipality, why, of_account)
  from (
    select distinct m.municipality from membership m where m.account_id = of_account and m.ended_at is null
    union
    select null where not exists (select from membership m where m.account_id = of_account and m.ended_at is null)
  ) body;
end
$$;

-- To the account's own address, which the request need not know.
create function wall.mail_account(of_account uuid, about text, says text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into outgoing_mail (recipient, subject, body)
  select a.address, about, says from account a where a.id = of_account and wall.speaks_for(of_account)
$$;

create function wall.account_at(at_address text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select id from account where address = at_address $$;

-- steps

create function wall.open_step(step text, for_purpose text, of_account uuid, of_link text, of_login text, holds jsonb, minutes integer)
returns timestamptz
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into sign_in_step (id, purpose, account_id, link, login, payload, expires_at)
  values (step, for_purpose, of_account, of_link, of_login, holds, now() + make_interval(mins => minutes))
  returning expires_at
$$;

create function wall.living_step(used_at timestamptz, expires_at timestamptz) returns boolean
language sql stable parallel safe
as $$ select used_at is null and expires_at > now() $$;

-- With the address of who it is about: of the account, or of the invitation it began with.
create function wall.find_step(step text)
returns table (purpose text, account_id uuid, link text, login text, payload jsonb, expires_at timestamptz, address text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.purpose, s.account_id, s.link, s.login, s.payload, s.expires_at, coalesce(a.address, i.address)
  from sign_in_step s
  left join account a on a.id = s.account_id
  left join invitation i on i.token_hash = s.link
  where s.id = step and wall.living_step(s.used_at, s.expires_at)
$$;

create function wall.keep_in_step(step text, holds jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update sign_in_step set payload = payload || holds where id = step and wall.living_step(used_at, expires_at)
$$;

-- One of five tries; false when they are used up.
create function wall.try_step(step text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with tried as (
    update sign_in_step set attempts = attempts + 1
    where id = step and wall.living_step(used_at, expires_at) and attempts < 5 returning 1
  )
  select exists (select from tried)
$$;

-- Used once: of two at the same moment one gets false.
create function wall.use_step(step text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with used as (
    update sign_in_step set used_at = now(), payload = '{}' where id = step and wall.living_step(used_at, expires_at) returning 1
  )
  select exists (select from used)
$$;

-- factors

create function wall.means_of(of_account uuid)
returns table (has_password boolean, totp_since timestamptz, recovery_codes integer, passkeys integer, issuers text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from credential c where c.account_id = of_account),
    (select t.confirmed_at from totp t where t.account_id = of_account),
    (select count(*)::int from recovery_code r where r.account_id = of_account and r.used_at is null),
    (select count(*)::int from passkey p where p.account_id = of_account),
    array(select e.issuer from external_identity e where e.account_id = of_account)
  where wall.speaks_for(of_account)
$$;

create function wall.password_of(of_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select password_hash from credential where account_id = of_account and wall.speaks_for(of_account) $$;

create function wall.keep_password(of_account uuid, password text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into credential (account_id, password_hash) select of_account, password where wall.speaks_for(of_account)
  on conflict (account_id) do update set password_hash = excluded.password_hash
$$;

create function wall.totp_of(of_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select seed from totp where account_id = of_account and wall.speaks_for(of_account) $$;

-- A code works once: its period must be newer than that of the last one, also for two at the same moment.
create function wall.use_totp(of_account uuid, period bigint) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with used as (
    update totp set last_period = period
    where account_id = of_account and wall.speaks_for(of_account) and last_period < period returning 1
  )
  select exists (select from used)
$$;

-- The same seed under another key of the installation.
create function wall.reseal_totp(of_account uuid, sealed text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ update totp set seed = sealed where account_id = of_account and wall.speaks_for(of_account) $$;

create function wall.keep_totp(of_account uuid, sealed text, period bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into totp (account_id, seed, last_period) select of_account, sealed, period where wall.speaks_for(of_account)
  on conflict (account_id) do update
    set seed = excluded.seed, last_period = excluded.last_period, confirmed_at = now()
$$;

create function wall.drop_totp(of_account uuid) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from recovery_code where account_id = of_account and wall.speaks_for(of_account);
  with dropped as (delete from totp where account_id = of_account and wall.speaks_for(of_account) returning 1)
  select exists (select from dropped)
$$;

-- A new set replaces the old one.
create function wall.keep_recovery_codes(of_account uuid, codes text[]) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  delete from recovery_code where account_id = of_account and wall.speaks_for(of_account);
  insert into recovery_code (id, account_id) select each, of_account from unnest(codes) each where wall.speaks_for(of_account);
$$;

create function wall.use_recovery_code(of_account uuid, code text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with used as (
    update recovery_code set used_at = now()
    where id = code and account_id = of_account and wall.speaks_for(of_account) and used_at is null returning 1
  )
  select exists (select from used)
$$;

-- passkeys

create function wall.passkey_candidate(credential text)
returns table (id uuid, account_id uuid, public_key text, transports text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select p.id, p.account_id, p.public_key, p.transports from passkey p
  where p.credential_id = credential and wall.speaks_for(p.account_id)
$$;

create function wall.passkeys_of(of_account uuid)
returns table (id uuid, credential_id text, transports text[], name text, created_at timestamptz, last_used_at timestamptz, backed_up boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select p.id, p.credential_id, p.transports, p.name, p.created_at, p.last_used_at, p.backed_up from passkey p
  where p.account_id = of_account and wall.speaks_for(of_account) order by p.created_at, p.id
$$;

-- False when another account has this credential already: its maker promises that this cannot happen.
create function wall.keep_passkey(of_account uuid, credential text, key text, count bigint, ways text[], is_backed_up boolean, called text)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with kept as (
    insert into passkey (account_id, credential_id, public_key, counter, transports, backed_up, name)
    select of_account, credential, key, count, ways, is_backed_up, called where wall.speaks_for(of_account)
    on conflict (credential_id) do nothing returning 1
  )
  select exists (select from kept)
$$;

-- A counter that does not rise is that of a copy (Web Authentication, 6.1.1); zero is of a device that does not count.
create function wall.use_passkey(which uuid, count bigint, is_backed_up boolean) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with used as (
    update passkey set counter = count, last_used_at = now(), backed_up = is_backed_up
    where id = which and wall.speaks_for(account_id) and (count > counter or (count = 0 and counter = 0)) returning 1
  )
  select exists (select from used)
$$;

create function wall.rename_passkey(which uuid, called text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with renamed as (update passkey set name = called where id = which and account_id = wall.app_account() returning 1)
  select exists (select from renamed)
$$;

create function wall.drop_passkey(which uuid) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with dropped as (delete from passkey where id = which and account_id = wall.app_account() returning 1)
  select exists (select from dropped)
$$;

create function wall.drop_passkeys(of_account uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from passkey where account_id = of_account and wall.speaks_for(of_account) $$;

-- identities at issuers

create function wall.identity_candidate(at_issuer text, with_subject text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select account_id from external_identity where issuer = at_issuer and subject = with_subject $$;

create function wall.my_identities() returns table (id uuid, issuer text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select e.id, e.issuer, e.created_at from external_identity e where e.account_id = wall.app_account() order by e.created_at $$;

-- False when the identity belongs to another account; true as well when it is the account's own already.
create function wall.keep_identity(of_account uuid, at_issuer text, with_subject text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into external_identity (account_id, issuer, subject)
  select of_account, at_issuer, with_subject where wall.speaks_for(of_account)
  on conflict (issuer, subject) do nothing;
  select exists (
    select from external_identity e where e.issuer = at_issuer and e.subject = with_subject and e.account_id = of_account)
$$;

create function wall.drop_identity(which uuid) returns text
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from external_identity where id = which and account_id = wall.app_account() returning issuer $$;

-- links by mail

-- A newer link replaces the older ones of its purpose.
create function wall.open_mailed_link(token text, for_purpose text, of_account uuid, to_address text, hours integer) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update mailed_link set used_at = now()
  where account_id = of_account and purpose = for_purpose and used_at is null and wall.speaks_for(of_account);
  insert into mailed_link (id, purpose, account_id, address, expires_at)
  select token, for_purpose, of_account, to_address, now() + make_interval(hours => hours) where wall.speaks_for(of_account);
$$;

-- The same for a member of the municipality the actor administers; goes to the member's own address. False: no such member.
create function wall.send_factor_link(token text, of_membership uuid, hours integer, about text, says text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person account%rowtype;
begin
  select a.* into person from membership m join account a on a.id = m.account_id
  where m.id = of_membership and m.ended_at is null and wall.acts_for(m.municipality, 'administrator');
  if not found then
    return false;
  end if;
  update mailed_link set used_at = now() where account_id = person.id and purpose = 'new_factor' and used_at is null;
  insert into mailed_link (id, purpose, account_id, address, expires_at)
  values (token, 'new_factor', person.id, person.address, now() + make_interval(hours => hours));
  insert into outgoing_mail (recipient, subject, body) values (person.address, about, says);
  return true;
end
$$;

-- The same by whoever runs the installation, for an administrator who is the only one and lost everything.
create function wall.operator_factor_link(token text, at_address text, hours integer, about text, says text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid := wall.account_at(at_address);
begin
  if person is null then
    return false;
  end if;
  update mailed_link set used_at = now() where account_id = person and purpose = 'new_factor' and used_at is null;
  insert into mailed_link (id, purpose, account_id, address, expires_at)
  values (token, 'new_factor', person, at_address, now() + make_interval(hours => hours));
  insert into outgoing_mail (recipient, subject, body) values (at_address, about, says);
  perform wall.account_event('account.factor_reset_sent', person, 'operator');
  return true;
end
$$;

create function wall.pending_address() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select address from mailed_link
  where account_id = wall.app_account() and purpose = 'new_address' and wall.living_step(used_at, expires_at)
  order by created_at desc limit 1
$$;

-- The mailed link whose secret the actor holds, while it can be used.
create function wall.opened_link() returns table (purpose text, account_id uuid, address text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.purpose, l.account_id, l.address, l.expires_at from mailed_link l
  where 'token:' || l.id = any(wall.app_scopes()) and wall.living_step(l.used_at, l.expires_at)
$$;

create function wall.use_mailed_link(for_purpose text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with used as (
    update mailed_link set used_at = now()
    where 'token:' || id = any(wall.app_scopes()) and purpose = for_purpose and wall.living_step(used_at, expires_at) returning 1
  )
  select exists (select from used)
$$;

-- The address the link was sent to becomes the account's. False when somebody else has it by now.
create function wall.take_address() returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  opened record;
begin
  select * into opened from wall.opened_link();
  if not found or opened.purpose <> 'new_address' or not wall.use_mailed_link('new_address') then
    return false;
  end if;
  update account set address = opened.address where id = opened.account_id;
  return true;
exception when unique_violation then
  return false;
end
$$;

-- How the person is called, chosen by itself.
create function wall.rename_account(called text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ update account set name = called where id = wall.app_account() $$;

-- Which members of the municipality the actor administers have something beside a password.
create function wall.members_with_factor() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select m.id from membership m
  where m.ended_at is null and m.municipality is not null and wall.acts_for(m.municipality, 'administrator')
    and (exists (select from totp t where t.account_id = m.account_id)
      or exists (select from passkey p where p.account_id = m.account_id)
      or exists (select from external_identity e where e.account_id = m.account_id))
$$;

grant execute on function wall.speaks_for(uuid), wall.living_step(timestamptz, timestamptz) to wall;
grant execute on function wall.operator_factor_link(text, text, integer, text, text) to worker;
alter function wall.operator_factor_link(text, text, integer, text, text) owner to wall;

do $$
declare
  listed text;
begin
  foreach listed in array array[
    'enter(text, text)', 'find_login_session(text)', 'start_login_session(text, uuid, uuid, timestamptz, text)',
    'renew_login_session(text, text, boolean)', 'my_login_sessions(text)', 'end_my_login_session(uuid)',
    'end_login_sessions_but(uuid, text)', 'account_event(text, uuid, text)', 'mail_account(uuid, text, text)',
    'account_at(text)', 'open_step(text, text, uuid, text, text, jsonb, integer)', 'find_step(text)',
    'keep_in_step(text, jsonb)', 'try_step(text)', 'use_step(text)', 'means_of(uuid)', 'password_of(uuid)',
    'keep_password(uuid, text)', 'totp_of(uuid)', 'use_totp(uuid, bigint)', 'reseal_totp(uuid, text)',
    'keep_totp(uuid, text, bigint)', 'drop_totp(uuid)', 'keep_recovery_codes(uuid, text[])',
    'use_recovery_code(uuid, text)', 'passkey_candidate(text)', 'passkeys_of(uuid)',
    'keep_passkey(uuid, text, text, bigint, text[], boolean, text)', 'use_passkey(uuid, bigint, boolean)',
    'rename_passkey(uuid, text)', 'drop_passkey(uuid)', 'drop_passkeys(uuid)', 'identity_candidate(text, text)',
    'my_identities()', 'keep_identity(uuid, text, text)', 'drop_identity(uuid)',
    'open_mailed_link(text, text, uuid, text, integer)', 'send_factor_link(text, uuid, integer, text, text)',
    'pending_address()', 'opened_link()', 'use_mailed_link(text)', 'take_address()', 'rename_account(text)', 'members_with_factor()'
  ] loop
    execute format('grant execute on function wall.%s to app', listed);
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
