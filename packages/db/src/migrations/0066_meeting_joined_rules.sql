-- What communities, sessions and following have in common: whoever enters, whoever is mailed and whoever is told reads by
-- the same scopes; and everything that is kept of a person.

-- Reading scopes of one acting membership; never the union of all a person has. Beside the membership's own: the sessions
-- the person has a place in, and its communities.
create or replace function wall.scopes_of(account uuid, kind text, key text, role text) returns text[]
language sql stable parallel safe
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
    || case when account is null then '{}'::text[] else wall.session_scopes(account) || wall.community_scopes(account, kind) end
$$;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
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
    'intervention_remark', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.what, t.field, t.text, t.by_account, t.by_role, t.at from intervention_remark t where t.by_account = of_account) r),
    'agenda_remark', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.what, t.field, t.text, t.by_account, t.by_role, t.at from agenda_remark t where t.by_account = of_account) r),
    'intervention_step', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.what, t.version, t.by_account, t.by_role, t.at from intervention_step t where t.by_account = of_account) r),
    'agenda_step', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.what, t.version, t.by_account, t.by_role, t.at from agenda_step t where t.by_account = of_account) r),
    'intervention_presence', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.by_municipality, t.by_role, t.place, t.until from intervention_presence t where t.account_id = of_account) r),
    'agenda_presence', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.by_municipality, t.by_role, t.place, t.until from agenda_presence t where t.account_id = of_account) r),
    'saved_search', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.name, t.question, t.alert, t.created_at, t.told_until, t.due_at from saved_search t where t.account_id = of_account) r),
    'session_registration', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.name, t.belongs, t.answer, t.choices, t.state, t.created_at, t.changed_at, t.attended_at, t.feedback_at, t.in_calendar, '(bewaard, niet getoond)' as "link_hashes" from session_registration t where t.account_id = of_account) r),
    'calendar_address', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "secret_hash", t.created_at from calendar_address t where t.account_id = of_account) r),
    'follow', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.target, t.created_at from follow t where t.account_id = of_account) r),
    'notification', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.kind, t.noun, t.key, t.part, t.happened_at, t.read_at, t.mail_at from notification t where t.account_id = of_account) r),
    'notification_choice', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.kind, t.way from notification_choice t where t.account_id = of_account) r),
    'stop_link', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "hash", t.kinds, t.search_id, t.made_at from stop_link t where t.account_id = of_account) r),
    'happening', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.kind, t.noun, t.key, t.part, t.by_account, t.at from happening t where t.by_account = of_account) r),
    'profile_field', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.field, t.shown_to, t.text, t.themes, t.municipality, t.organisation_id from profile_field t where t.account_id = of_account) r),
    'profile', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.handle, t.name from profile t where t.account_id = of_account) r),
    'login_session', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "id", t.created_at, t.last_seen, t.expires_at, t.confirmed_at, t.browser from login_session t where t.account_id = of_account) r),
    'totp', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "seed", t.last_period, t.confirmed_at from totp t where t.account_id = of_account) r),
    'recovery_code', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "id", t.used_at from recovery_code t where t.account_id = of_account) r),
    'passkey', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "credential_id", '(bewaard, niet getoond)' as "public_key", t.transports, t.backed_up, t.name, t.created_at, t.last_used_at from passkey t where t.account_id = of_account) r),
    'external_identity', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.issuer, t.subject, t.created_at from external_identity t where t.account_id = of_account) r),
    'mailed_link', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "id", t.purpose, t.address, t.created_at, t.expires_at, t.used_at from mailed_link t where t.account_id = of_account) r),
    'sign_in_step', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "id", t.purpose, '(bewaard, niet getoond)' as "payload", t.created_at, t.expires_at, t.used_at from sign_in_step t where t.account_id = of_account) r),
    'credential', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "password_hash" from credential t where t.account_id = of_account) r),
    'outgoing_mail', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.recipient, t.subject, '(bewaard, niet getoond)' as "body", t.calendar, '(bewaard, niet getoond)' as "html", '(bewaard, niet getoond)' as "headers", t.created_at, t.sent_at, t.last_error, t.given_up_at from outgoing_mail t where t.recipient = of_address) r),
    'invitation', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select '(bewaard, niet getoond)' as "token_hash", t.address, t.kind, t.municipality, t.organisation_id, t.role, t.created_at, t.expires_at, t.accepted_at, t.revoked_at from invitation t where t.address = of_address) r),
    'membership', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.account_id, t.kind, t.municipality, t.organisation_id, t.role, t.created_at, t.ended_at from membership t where t.account_id = of_account) r),
    'audit_event', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.at, t.municipality, t.pseudonym, t.role, t.action, t.object, t.outcome, t.origin, t.reason, t.times from audit_event t where t.pseudonym = (select p.pseudonym from audit_person p where p.account_id = of_account)) r),
    'community_post', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.account_id, t.body, t.mentions, t.cards, t.answer, t.created_at, t.edited_at, t.removed_at, t.removed_by from community_post t where t.account_id = of_account) r),
    'community_post_earlier', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.number, t.body, t.at from community_post_earlier t where t.account_id = of_account) r),
    'community_reaction', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.kind from community_reaction t where t.account_id = of_account) r),
    'community_report', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.reason, t.at, t.outcome, t.settled_at from community_report t where t.account_id = of_account) r),
    'community_log', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.what, t.account_id, t.reason, t.at from community_log t where t.account_id = of_account) r),
    'community_library', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.kind, t.account_id, t.at from community_library t where t.account_id = of_account) r),
    'community_member', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.community_id, t.role, t.state, t.note, t.joined_at, t.changed_at from community_member t where t.account_id = of_account) r),
    'community_invitation', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.address, t.state, t.created_at, t.expires_at from community_invitation t where t.address = of_address) r),
    'audit_person', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.pseudonym from audit_person t where t.account_id = of_account) r),
    'import_presence', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.seen_at from import_presence t where t.account_id = of_account) r),
    'import_decision', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.item, t.verdict, t.choice, t.reason, t.decided_by, t.decided_at from import_decision t where t.decided_by = of_account) r),
    'file', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.type, t.size, t.uploaded_by, t.uploaded_at from file t where t.uploaded_by = of_account) r),
    'account', (select coalesce(jsonb_agg(to_jsonb(r) order by r), '[]') from
      (select t.id, t.address, t.name, t.created_at, t.erased_at from account t where t.id = of_account) r));
end
$$;

--> statement-breakpoint
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
  delete from intervention_presence t where t.account_id = of_account;
  delete from agenda_presence t where t.account_id = of_account;
  delete from saved_search t where t.account_id = of_account;
  delete from session_registration t where t.account_id = of_account;
  delete from calendar_address t where t.account_id = of_account;
  delete from follow t where t.account_id = of_account;
  delete from notification t where t.account_id = of_account;
  delete from notification_choice t where t.account_id = of_account;
  delete from stop_link t where t.account_id = of_account;
  update happening t set by_account = null where t.by_account = of_account;
  delete from profile_field t where t.account_id = of_account;
  delete from profile t where t.account_id = of_account;
  delete from login_session t where t.account_id = of_account;
  delete from totp t where t.account_id = of_account;
  delete from recovery_code t where t.account_id = of_account;
  delete from passkey t where t.account_id = of_account;
  delete from external_identity t where t.account_id = of_account;
  delete from mailed_link t where t.account_id = of_account;
  delete from sign_in_step t where t.account_id = of_account;
  delete from credential t where t.account_id = of_account;
  delete from outgoing_mail t where t.recipient = of_address;
  delete from invitation t where t.address = of_address;
  update membership t set ended_at = coalesce(t.ended_at, now()) where t.account_id = of_account;
  update community_post t set body = '', mentions = '{}', cards = '[]', removed_at = coalesce(t.removed_at, now()), removed_by = coalesce(t.removed_by, 'author') where t.account_id = of_account;
  delete from community_post_earlier t where t.account_id = of_account;
  delete from community_reaction t where t.account_id = of_account;
  delete from community_report t where t.account_id = of_account;
  delete from community_member t where t.account_id = of_account;
  delete from community_invitation t where t.address = of_address;
  delete from audit_person t where t.account_id = of_account;
  delete from import_presence t where t.account_id = of_account;
  update account t set address = 'verwijderd-' || t.id || '@kansenplein.invalid', name = 'Verwijderde persoon', erased_at = now() where t.id = of_account;
  insert into tombstone (account_hash, salt)
  values (encode(sha256(convert_to(with_salt || of_account, 'UTF8')), 'hex'), with_salt) on conflict do nothing;
  return true;
end
$$;
--> statement-breakpoint
reset role;
