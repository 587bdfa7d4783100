-- Export and erasure of one person, and what is thrown away when its time is over. The first two are written from the
-- register of personal data (packages/core/src/person-functions.ts); a test compares them with it.

create or replace function wall.export_person(of_account uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_address text := (select a.address from account a where a.id = of_account and a.erased_at is null);
begin
  if of_address is null then
    return null;
  end if;
  return jsonb_build_object(
    'login_session', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select '(bewaard, niet getoond)' as "id", t.created_at, t.last_seen, t.expires_at from login_session t where t.account_id = of_account) r),
    'credential', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select '(bewaard, niet getoond)' as "password_hash" from credential t where t.account_id = of_account) r),
    'outgoing_mail', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select t.recipient, t.subject, '(bewaard, niet getoond)' as "body", t.created_at, t.sent_at, t.last_error from outgoing_mail t where t.recipient = of_address) r),
    'invitation', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select '(bewaard, niet getoond)' as "token_hash", t.address, t.kind, t.municipality, t.organisation_id, t.role, t.created_at, t.expires_at, t.accepted_at, t.revoked_at from invitation t where t.address = of_address) r),
    'membership', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select t.account_id, t.kind, t.municipality, t.organisation_id, t.role, t.created_at, t.ended_at from membership t where t.account_id = of_account) r),
    'audit_event', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select t.at, t.municipality, t.account_id, t.action, t.object, t.reason from audit_event t where t.account_id = of_account) r),
    'account', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from
      (select t.id, t.address, t.name, t.created_at, t.erased_at from account t where t.id = of_account) r));
end
$$;

create or replace function wall.erase_person(of_account uuid, regardless boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_address text := (select a.address from account a where a.id = of_account and a.erased_at is null for update);
  with_salt text := coalesce((select s.salt from tombstone s order by s.erased_at limit 1), replace(gen_random_uuid()::text, '-', ''));
begin
  if of_address is null then
    return false;
  end if;
  -- Locked, so that two last administrators who leave at once cannot each count on the other.
  perform from membership o
  where o.role = 'administrator' and o.ended_at is null and exists (
    select from membership m where m.account_id = of_account and m.municipality = o.municipality and m.ended_at is null)
  order by o.id for update;
  if not regardless and exists (
    select from membership m where m.account_id = of_account and m.role = 'administrator' and m.ended_at is null
      and not exists (select from membership o where o.municipality = m.municipality and o.role = 'administrator'
        and o.ended_at is null and o.account_id <> of_account)) then
    raise exception 'person.last_administrator' using errcode = 'check_violation';
  end if;
  perform wall.append_event('membership.ended', m.id::text, m.municipality, null, of_account)
  from membership m where m.account_id = of_account and m.ended_at is null and m.municipality is not null;
  perform wall.append_event('person.erased', of_account::text, null, null, of_account);
  delete from login_session t where t.account_id = of_account;
  delete from credential t where t.account_id = of_account;
  delete from outgoing_mail t where t.recipient = of_address;
  delete from invitation t where t.address = of_address;
  update membership t set ended_at = coalesce(t.ended_at, now()) where t.account_id = of_account;
  update account t set address = 'verwijderd-' || t.id || '@kansenplein.invalid', name = 'Verwijderde persoon', erased_at = now() where t.id = of_account;
  insert into tombstone (account_hash, salt)
  values (encode(sha256(convert_to(with_salt || of_account, 'UTF8')), 'hex'), with_salt) on conflict do nothing;
  return true;
end
$$;

-- The person itself: the account comes from the login, a request cannot name another.
create function wall.export_own_person() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select wall.export_person(wall.app_account()) $$;

create function wall.erase_own_person() returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ select wall.erase_person(wall.app_account(), false) $$;

-- Hashes only: the job keeps them outside the database too, for when an older backup is restored.
create function wall.tombstones() returns table (salt text, hash text, erased_at text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select t.salt, t.account_hash, to_json(t.erased_at) #>> '{}' from tombstone t order by t.erased_at, t.account_hash $$;

-- Throws away what is older than its period (packages/core/src/retention/periods.ts) and answers how many rows that
-- were. Never younger than an hour, whatever the caller says.
create function wall.forget(noun text, period interval) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before constant timestamptz := now() - greatest(period, interval '1 hour');
  gone integer;
begin
  case noun
    when 'invitation' then
      delete from invitation where coalesce(accepted_at, revoked_at, expires_at) < before;
    when 'attempt' then
      delete from attempt where expire < extract(epoch from before) * 1000;
    when 'outgoing_mail' then
      delete from outgoing_mail where coalesce(sent_at, created_at) < before;
    when 'unused_import' then
      delete from document_import where state <> 'drafted' and created_at < before;
    when 'used_import' then
      delete from document_import where state = 'drafted' and created_at < before;
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

grant execute on function wall.export_person(uuid), wall.erase_person(uuid, boolean) to wall;
grant execute on function wall.export_own_person(), wall.erase_own_person() to app;
grant execute on function wall.forget(text, interval), wall.tombstones() to worker;

do $$
declare
  listed text;
begin
  foreach listed in array array['export_person(uuid)', 'erase_person(uuid, boolean)', 'export_own_person()', 'erase_own_person()',
    'forget(text, interval)', 'tombstones()'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
