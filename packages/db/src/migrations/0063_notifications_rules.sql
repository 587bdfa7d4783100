-- What happened is told to who follows it and to whom it concerns. Triggers write it down in the transaction of the change;
-- a job tells it afterwards, each person once. A notification is its person's; when it is mailed, whoever holds the errand
-- enters with the rights that the person has at that moment.

-- whose each row is

create function wall.derive_notification() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array['account:' || new.account_id];
  new.writable_by := new.visible_to;
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_notification_choice() returns trigger
language plpgsql
as $$
begin
  if new.way not in ('none', 'app', 'at_once', 'day', 'week') then
    raise exception 'notification.way' using errcode = 'check_violation';
  end if;
  new.visible_to := array['account:' || new.account_id];
  new.writable_by := new.visible_to;
  return new;
end
$$;
--> statement-breakpoint
-- Nobody follows on behalf of another, nor of where one does not belong any more.
create function wall.derive_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.target !~ '^[a-z_]{1,30}:[a-z0-9-]{1,60}$' then
    raise exception 'follow.target' using errcode = 'check_violation';
  end if;
  new.created_at := now();
  new.visible_to := array['account:' || new.account_id];
  new.writable_by := case when exists (select from membership m
      where m.id = new.membership_id and m.account_id = new.account_id and m.ended_at is null)
    then new.visible_to else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
create trigger a_derive before insert on follow for each row execute function wall.derive_follow();
--> statement-breakpoint
create trigger b_place before insert on follow for each row execute function wall.place();
--> statement-breakpoint
-- Of a notification only whether it was read changes, so that whose it is need not be said again.
create trigger a_derive before insert on notification for each row execute function wall.derive_notification();
--> statement-breakpoint
create trigger a_keep before update on notification for each row execute function wall.keep_columns(
  'id', 'account_id', 'membership_id', 'kind', 'noun', 'key', 'part', 'happened_at', 'mail_at', 'errand_hash', 'errand_until',
  'visible_to', 'audience', 'writable_by');
--> statement-breakpoint
create trigger b_place before insert on notification for each row execute function wall.place();
--> statement-breakpoint
create trigger a_derive before insert or update on notification_choice for each row execute function wall.derive_notification_choice();
--> statement-breakpoint
create trigger a_keep before update on notification_choice for each row execute function wall.keep_columns('account_id', 'kind');
--> statement-breakpoint
create trigger b_place before insert or update on notification_choice for each row execute function wall.place();
--> statement-breakpoint
create trigger d_follow after update on notification_choice for each row execute function wall.follow('account_id', 'kind');
--> statement-breakpoint
-- when it is mailed

-- At once, or the next morning at seven, or the next Monday: in the Netherlands, summer and winter. Null: never.
create function wall.mail_moment(way text, since timestamptz) returns timestamptz
language sql stable parallel safe
as $$
  select case way
    when 'at_once' then since
    when 'day' then (date_trunc('day', (since at time zone 'Europe/Amsterdam') - interval '7 hours') + interval '1 day 7 hours') at time zone 'Europe/Amsterdam'
    when 'week' then (date_trunc('week', (since at time zone 'Europe/Amsterdam') - interval '7 hours') + interval '7 days 7 hours') at time zone 'Europe/Amsterdam'
  end
$$;
--> statement-breakpoint
-- Another way holds for what waits too. A mail that is being made does not go out as it was.
create function wall.way_chosen() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update notification n set mail_at = wall.mail_moment(new.way, now())
  where n.account_id = new.account_id and n.kind = new.kind and n.mail_at is not null;
  update notification n set errand_hash = null, errand_until = null
  where n.account_id = new.account_id and n.errand_hash is not null;
  return null;
end
$$;
--> statement-breakpoint
create trigger e_chosen after insert or update on notification_choice for each row execute function wall.way_chosen();
--> statement-breakpoint
-- what happened

-- Every trigger that has something to tell calls this. `about`: what one can follow to hear of it; `to_scopes`: who is told
-- without following; `by_scopes`: who can see it now. Who did it is not told.
create function wall.happened(what text, of_noun text, of_key uuid, of_part text, of_about text[], to_scopes text[], by_scopes text[])
returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  -- The clock, not the transaction: what happens in one transaction has an order too.
  insert into happening (kind, noun, key, part, about, told_to, seen_by, by_account, at)
  values (what, of_noun, of_key, of_part, of_about, to_scopes, by_scopes, wall.app_account(), clock_timestamp())
$$;
--> statement-breakpoint
create function wall.themes_followed(content jsonb) returns text[]
language sql immutable parallel safe
as $$
  select coalesce(array_agg('theme:' || theme), '{}')
  from jsonb_array_elements_text(case when jsonb_typeof(content -> 'themes') = 'array' then content -> 'themes' else '[]' end) theme
$$;
--> statement-breakpoint
create function wall.intervention_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform wall.happened(case when new.number = 1 then 'published' else 'new_version' end, 'intervention', new.intervention_id,
    new.number::text, array['intervention:' || new.intervention_id, 'municipality:' || new.municipality] || wall.themes_followed(new.content),
    '{}', new.visible_to);
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on intervention_version for each row execute function wall.intervention_happened();
--> statement-breakpoint
create function wall.agenda_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform wall.happened(case when new.number = 1 then 'published' else 'new_version' end, 'agenda', new.agenda_id,
    new.number::text, array['municipality:' || new.municipality], '{}', new.visible_to);
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on agenda_version for each row execute function wall.agenda_happened();
--> statement-breakpoint
create function wall.withdrawal_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_table_name = 'agenda_withdrawal' then
    perform wall.happened('withdrawn', 'agenda', new.agenda_id, '', array['municipality:' || new.municipality], '{}', new.visible_to);
  else
    perform wall.happened('withdrawn', 'intervention', new.intervention_id, '',
      array['intervention:' || new.intervention_id, 'municipality:' || new.municipality] || coalesce(
        (select wall.themes_followed(v.content) from intervention_version v where v.intervention_id = new.intervention_id and v.current), '{}'),
      '{}', new.visible_to);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on intervention_withdrawal for each row execute function wall.withdrawal_happened();
--> statement-breakpoint
create trigger e_happened after insert on agenda_withdrawal for each row execute function wall.withdrawal_happened();
--> statement-breakpoint
-- Somebody published what it took over: told once, to who follows the source and to who writes it.
create function wall.adoption_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  page intervention_version%rowtype;
  of_source text;
begin
  if exists (select from intervention_relation r where r.intervention_id = new.intervention_id and r.number < new.number
      and r.kind = new.kind and r.target = new.target) then
    return null;
  end if;
  select * into page from intervention_version v where v.intervention_id = new.intervention_id and v.number = new.number;
  select i.municipality into of_source from intervention i where i.id = new.target;
  perform wall.happened('adopted', 'intervention', new.intervention_id, '', array['intervention:' || new.target],
    array['municipality:' || of_source || ':editor'], page.visible_to);
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on intervention_relation for each row when (new.kind = 'adapted_from') execute function wall.adoption_happened();
--> statement-breakpoint
-- A municipality hears in the app that it is asked when it is told by mail, not while the lead still types.
create function wall.question_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.told_at is null and new.told_at is not null and new.answered_at is null then
    perform wall.happened('asked', 'participation', new.intervention_id, new.municipality || '/' || new.round, '{}',
      array['municipality:' || new.municipality || ':publisher'], new.visible_to);
  end if;
  if old.answered_at is null and new.answered_at is not null then
    perform wall.happened('answered', 'participation', new.intervention_id, new.municipality || '/' || new.round, '{}',
      array['municipality:' || new.lead || ':editor'], new.visible_to);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after update on participation_question for each row execute function wall.question_happened();
--> statement-breakpoint
-- Argument: the noun. Handed in is told to who publishes; sent back, and what is remarked, to who handed it in or spoke
-- about it; where nobody did, to all who write.
create function wall.review_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  what text := case to_jsonb(new) ->> 'what' when 'submitted' then 'submitted' when 'returned' then 'returned'
    when 'remark' then 'remarked' when 'answer' then 'remarked' end;
  owner_of text := substr(new.visible_to[1], length('municipality:') + 1);
  writers text[];
begin
  if what is null then
    return null;
  end if;
  if what = 'submitted' then
    writers := array['municipality:' || owner_of || ':publisher'];
  else
    execute format('select array_agg(distinct ''account:'' || by_account) from (
        select by_account from %I where document_id = $1 and what = ''submitted''
        union all select by_account from %I where document_id = $1 and what in (''remark'', ''answer'') and $2) said
        where by_account is not null and by_account is distinct from $3', tg_argv[0] || '_step', tg_argv[0] || '_remark')
    into writers using new.document_id, what = 'remarked', new.by_account;
  end if;
  perform wall.happened(what, tg_argv[0], new.document_id, new.id::text, '{}',
    coalesce(writers, array['municipality:' || owner_of || ':editor']), new.visible_to);
  return null;
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
      execute format('create trigger e_happened after insert on %I for each row execute function wall.review_happened(%L)', noun || '_' || kind, noun);
    end loop;
  end loop;
end
$$;
--> statement-breakpoint
-- Who brought a document is told when it was read, by whichever job: that is written down when it comes.
create function wall.import_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    insert into happening (kind, noun, key, told_to, seen_by, held)
    select 'import_ready', 'import', new.id, array['account:' || wall.app_account()], new.visible_to, true
    where wall.app_account() is not null and new.state = 'received';
  else
    update happening h set held = false, at = clock_timestamp(), part = new.state
    where h.kind = 'import_ready' and h.key = new.id and h.held;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on document_import for each row execute function wall.import_happened();
--> statement-breakpoint
create trigger e_read after update of state on document_import for each row when (old.state = 'received' and new.state <> 'received')
  execute function wall.import_happened();
--> statement-breakpoint
-- who is told

-- Tells the oldest that waits to at most so many people; answers how many, or null when nothing waits. What is rolled back
-- is told again, what is committed never: what happened goes, or how far it was told, in the same transaction.
create function wall.fan_out(at_most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  h happening%rowtype;
  reached integer;
  last uuid;
begin
  select * into h from happening w where not w.held order by w.at, w.id limit 1 for update skip locked;
  if not found then
    return null;
  end if;
  with candidate as (
    select f.membership_id as id, true as follows from follow f where f.target = any(h.about)
    union all
    select m.id, false from membership m
    where cardinality(h.told_to) > 0 and m.ended_at is null
      and (m.account_id = any(array(select substr(s, 9)::uuid from unnest(h.told_to) s where s ~ '^account:[0-9a-f-]{36}$'))
        or m.municipality = any(array(select split_part(s, ':', 2) from unnest(h.told_to) s where s like 'municipality:%')))
  ), person as (
    select distinct on (m.account_id) m.account_id, m.id as membership_id
    from candidate c join membership m on m.id = c.id
      cross join lateral wall.scopes_of(m.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role) as scopes
    where m.ended_at is null and m.account_id is distinct from h.by_account
      and (h.told_upto is null or m.account_id > h.told_upto)
      and scopes && h.seen_by and (c.follows or scopes && h.told_to)
    order by m.account_id, m.created_at, m.id
    limit at_most
  ), told as (
    insert into notification (id, account_id, membership_id, kind, noun, key, part, happened_at, mail_at)
    select gen_random_uuid(), p.account_id, p.membership_id, h.kind, h.noun, h.key, h.part, h.at,
      wall.mail_moment(coalesce(c.way, 'app'), now())
    from person p left join notification_choice c on c.account_id = p.account_id and c.kind = h.kind
    where coalesce(c.way, 'app') <> 'none'
  )
  select count(*), max(p.account_id::text)::uuid into reached, last from person p;
  if reached < at_most then
    delete from happening w where w.id = h.id;
  else
    update happening w set told_upto = last where w.id = h.id;
  end if;
  return reached;
end
$$;
--> statement-breakpoint
-- mail

-- For each hash of a secret that the job brings, the notifications that wait longest for a mail, of one membership; without
-- whose they are. Whoever holds such a secret may look for five minutes.
create function wall.take_due_digests(errands text[]) returns table (errand text, on_behalf_of text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  belongs membership%rowtype;
  taken integer := 0;
begin
  if exists (select from unnest(errands) e where e !~ '^[0-9a-f]{64}$') then
    raise exception 'errand.malformed' using errcode = 'check_violation';
  end if;
  -- One taker at a time, so that what is due to one person is not torn apart.
  perform pg_advisory_xact_lock(7316000420);
  for belongs in
    select m.* from (
      select n.membership_id, min(n.mail_at) as since from notification n where n.mail_at <= now()
      group by n.membership_id having coalesce(max(n.errand_until), '-infinity') < now()
      order by since, n.membership_id limit cardinality(errands)
    ) waits join membership m on m.id = waits.membership_id order by waits.since, waits.membership_id
  loop
    if belongs.ended_at is not null then
      -- Who does not belong there any more is mailed nothing.
      update notification n set mail_at = null, errand_hash = null, errand_until = null
      where n.membership_id = belongs.id and n.account_id = belongs.account_id and n.mail_at is not null;
      continue;
    end if;
    taken := taken + 1;
    errand := errands[taken];
    on_behalf_of := wall.label_of(belongs.kind, belongs.municipality, belongs.organisation_id);
    update notification n set errand_hash = errands[taken], errand_until = now() + interval '5 minutes'
    where n.membership_id = belongs.id and n.account_id = belongs.account_id and n.mail_at <= now();
    return next;
  end loop;
end
$$;
--> statement-breakpoint
-- How many people still wait for a mail that is due: a number for the log and for the operator.
create function wall.digests_waiting() returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select count(distinct n.membership_id)::integer from notification n where n.mail_at <= now() $$;
--> statement-breakpoint
-- The mail and what it was about go together, and only for the errand that looked: false when the person chose otherwise or
-- another errand took it meanwhile. Without a mail there was nothing the person may see. `stops`: a list of {hash, kinds}.
create function wall.tell_digest(errand text, about text, says text, as_html text, with_headers jsonb, stops jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid;
begin
  select n.account_id into person from notification n
  join membership m on m.id = n.membership_id and m.ended_at is null
  where n.errand_hash = errand limit 1;
  if person is null then
    return false;
  end if;
  update notification n set mail_at = null, errand_hash = null, errand_until = null where n.errand_hash = errand;
  if says is null then
    return true;
  end if;
  insert into outgoing_mail (recipient, subject, body, html, headers)
  select a.address, about, says, as_html, with_headers from account a where a.id = person;
  insert into stop_link (hash, account_id, kinds)
  select s ->> 'hash', person, array(select jsonb_array_elements_text(s -> 'kinds')) from jsonb_array_elements(stops) s;
  return true;
end
$$;
--> statement-breakpoint
-- Who an errand is for, with what that person may see now: for a question that is kept, or for notifications to mail.
set local role wall;
--> statement-breakpoint
create or replace function wall.enter_errand(errand text)
returns table (account uuid, membership uuid, kind text, key text, role text, scopes text[], confirmed boolean, due boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.account_id, m.id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role,
    wall.scopes_of(s.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role), false, false
  from saved_search s
  join membership m on m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null
  where s.errand_hash = errand and s.errand_until > now()
  union all
  select n.account_id, m.id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role,
    wall.scopes_of(n.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role), false, false
  from (select w.account_id, w.membership_id from notification w where w.errand_hash = errand and w.errand_until > now() limit 1) n
  join membership m on m.id = n.membership_id and m.account_id = n.account_id and m.ended_at is null
$$;
--> statement-breakpoint
-- stopping without signing in: one way, for notifications and for questions that are kept

-- What was tried eight times was given up so far.
update public.outgoing_mail set given_up_at = now() where sent_at is null and attempts >= 8;
--> statement-breakpoint
drop function wall.alert_of_link(), wall.stop_alert_of_link(), wall.tell_alert(uuid, text, timestamptz, text, text, text);
--> statement-breakpoint
insert into public.stop_link (hash, account_id, search_id)
select hash, s.account_id, s.id from public.saved_search s, unnest(s.stop_hashes) hash on conflict do nothing;
--> statement-breakpoint
create or replace function wall.derive_saved_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  -- A boolean of its own: an INSERT has no old row to compare with.
  anew constant boolean := tg_op = 'INSERT';
  belongs boolean;
begin
  if new.alert not in ('none', 'day', 'week') then
    raise exception 'search.alert' using errcode = 'check_violation';
  end if;
  new.visible_to := array['account:' || new.account_id];
  new.writable_by := array['account:' || new.account_id];
  if anew then
    new.created_at := now();
  elsif (new.alert, new.membership_id) is not distinct from (old.alert, old.membership_id) then
    return new;
  end if;
  -- Nobody lets a job look with the rights of another, nor of where one does not belong any more.
  select exists (select from membership m
    where m.id = new.membership_id and m.account_id = new.account_id and m.ended_at is null) into belongs;
  if not belongs and (anew or new.alert <> 'none') then
    new.writable_by := '{}';
  end if;
  -- What was looked for with other rights, or for who does not want it any more, is not told.
  new.errand_hash := null;
  new.errand_until := null;
  new.due_at := wall.alert_due(new.alert);
  if anew or old.alert = 'none' then
    new.told_until := wall.alert_moment();
  end if;
  return new;
end
$$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
drop trigger a_keep on saved_search;
--> statement-breakpoint
create trigger a_keep before update on saved_search for each row execute function wall.keep_columns(
  'id', 'account_id', 'question', 'created_at', 'told_until', 'due_at', 'errand_hash', 'errand_until');
--> statement-breakpoint
drop index saved_search_stop;
--> statement-breakpoint
alter table saved_search drop column stop_hashes;
--> statement-breakpoint
-- What was found is told once: the mail and how far was looked go together, and only for the errand that looked. False
-- when the question was changed, stopped or taken by another errand meanwhile. Without a mail there was nothing new.
create function wall.tell_alert(which uuid, errand text, upto timestamptz, stop text, about text, says text, with_headers jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid;
begin
  update saved_search s set told_until = upto, due_at = wall.alert_due(s.alert), errand_hash = null, errand_until = null
  where s.id = which and s.errand_hash = errand and s.alert <> 'none' and upto <= now()
    and exists (select from membership m where m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null)
  returning s.account_id into person;
  if person is null then
    return false;
  end if;
  if says is not null then
    insert into outgoing_mail (recipient, subject, body, headers) select a.address, about, says, with_headers from account a where a.id = person;
    insert into stop_link (hash, account_id, search_id) values (stop, person, which);
  end if;
  return true;
end
$$;
--> statement-breakpoint
-- What the link of a mail stops, for who holds it. A question that was thrown away and one that never was are the same.
create function wall.stop_of_link() returns table (kinds text[], search text, search_id uuid, account_id uuid, stopped boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.kinds, s.name, l.search_id, l.account_id,
    case when l.search_id is not null then s.alert = 'none'
      else not exists (select from notification_choice c
        where c.account_id = l.account_id and c.kind = any(l.kinds) and c.way in ('at_once', 'day', 'week')) end
  from stop_link l left join saved_search s on s.id = l.search_id and s.account_id = l.account_id
  where l.hash = any(array(select substr(scope, 7) from unnest(wall.app_scopes()) scope where scope like 'token:%'))
    and (l.search_id is null or s.id is not null)
$$;
--> statement-breakpoint
create function wall.stop_by_link() returns table (kinds text[], search_id uuid, municipality text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
  update saved_search s set alert = 'none' from wall.stop_of_link() l where s.id = l.search_id and s.alert <> 'none';
  -- It stays in the app, and who had turned it off altogether keeps it so.
  update notification_choice c set way = 'app' from wall.stop_of_link() l
  where c.account_id = l.account_id and c.kind = any(l.kinds) and c.way in ('at_once', 'day', 'week');
  return query select l.kinds, l.search_id, m.municipality from wall.stop_of_link() l
    left join saved_search s on s.id = l.search_id left join membership m on m.id = s.membership_id;
end
$$;
--> statement-breakpoint
-- what the operator sees of mail that does not arrive

-- Nothing of what a mail is about, and of an address what is needed to recognise it.
create function wall.mail_troubles() returns table (id uuid, recipient text, queued_at timestamptz, attempts integer, error text,
  next_try timestamptz, given_up_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select m.id, regexp_replace(m.recipient, '^(.)[^@]*', '\1…'), m.created_at, m.attempts,
    regexp_replace(m.last_error, '[^\s<>@]+@', '…@', 'g'),
    case when m.given_up_at is null then m.due_at end, m.given_up_at
  from outgoing_mail m
  where 'operator' = any(wall.app_scopes()) and m.sent_at is null and m.last_error is not null
  order by coalesce(m.given_up_at, m.created_at) desc, m.id limit 100
$$;
--> statement-breakpoint
create function wall.mail_numbers() returns table (waiting integer, failing integer, given_up integer, sent_today integer, digests integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select (count(*) filter (where m.sent_at is null and m.given_up_at is null))::integer,
    (count(*) filter (where m.sent_at is null and m.given_up_at is null and m.last_error is not null))::integer,
    (count(*) filter (where m.given_up_at is not null))::integer,
    (count(*) filter (where m.sent_at > now() - interval '24 hours'))::integer, wall.digests_waiting()
  from outgoing_mail m having 'operator' = any(wall.app_scopes())
$$;
--> statement-breakpoint
create function wall.try_mail_again(which uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update outgoing_mail m set given_up_at = null, due_at = now(), attempts = 0
  where m.id = which and m.sent_at is null and m.last_error is not null and 'operator' = any(wall.app_scopes());
  return found;
end
$$;
--> statement-breakpoint
-- how long it is kept

create function wall.told_kept_for(noun text) returns interval
language sql immutable parallel safe
as $$
  select make_interval(hours => case noun
    when 'notification' then 180 * 24
    when 'stop_link' then 90 * 24
    when 'happening' then 30 * 24
  end)
$$;
--> statement-breakpoint
-- Like wall.forget: the job names a kind and no moment.
create function wall.forget_told(noun text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before constant timestamptz := now() - wall.told_kept_for(noun);
  gone integer;
begin
  if before is null then
    raise exception 'retention.unknown' using detail = noun;
  end if;
  case noun
    when 'notification' then
      delete from notification where happened_at < before;
    when 'stop_link' then
      delete from stop_link where made_at < before;
    when 'happening' then
      delete from happening where at < before;
  end case;
  get diagnostics gone = row_count;
  return gone;
end
$$;
--> statement-breakpoint
revoke execute on function wall.derive_follow(), wall.mail_moment(text, timestamptz), wall.way_chosen(),
  wall.happened(text, text, uuid, text, text[], text[], text[]), wall.themes_followed(jsonb), wall.intervention_happened(),
  wall.agenda_happened(), wall.withdrawal_happened(), wall.adoption_happened(), wall.question_happened(), wall.review_happened(),
  wall.import_happened(), wall.fan_out(integer), wall.take_due_digests(text[]), wall.digests_waiting(),
  wall.tell_digest(text, text, text, text, jsonb, jsonb), wall.tell_alert(uuid, text, timestamptz, text, text, text, jsonb),
  wall.stop_of_link(), wall.stop_by_link(), wall.mail_troubles(), wall.mail_numbers(), wall.try_mail_again(uuid),
  wall.told_kept_for(text), wall.forget_told(text) from public;
--> statement-breakpoint
grant execute on function wall.mail_moment(text, timestamptz), wall.themes_followed(jsonb), wall.told_kept_for(text) to wall;
--> statement-breakpoint
grant execute on function wall.stop_of_link(), wall.stop_by_link(), wall.mail_troubles(), wall.mail_numbers(), wall.try_mail_again(uuid) to app;
--> statement-breakpoint
grant execute on function wall.fan_out(integer), wall.take_due_digests(text[]), wall.digests_waiting(),
  wall.tell_digest(text, text, text, text, jsonb, jsonb), wall.tell_alert(uuid, text, timestamptz, text, text, text, jsonb),
  wall.forget_told(text) to worker;
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array['derive_follow()', 'way_chosen()', 'happened(text, text, uuid, text, text[], text[], text[])',
    'intervention_happened()', 'agenda_happened()', 'withdrawal_happened()', 'adoption_happened()', 'question_happened()',
    'review_happened()', 'import_happened()', 'fan_out(integer)', 'take_due_digests(text[])', 'digests_waiting()',
    'tell_digest(text, text, text, text, jsonb, jsonb)', 'tell_alert(uuid, text, timestamptz, text, text, text, jsonb)',
    'stop_of_link()', 'stop_by_link()', 'mail_troubles()', 'mail_numbers()', 'try_mail_again(uuid)', 'forget_told(text)'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
