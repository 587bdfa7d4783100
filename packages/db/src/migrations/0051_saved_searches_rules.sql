-- Questions that somebody keeps: each is its person's. What a job must know to mail what is new stands in the same row,
-- and is written by the wall only. The job itself sees no row: it takes an errand, and whoever holds the errand enters with
-- the rights that the person has at that moment.

-- The next morning at seven, or the next Monday, in the Netherlands: summer and winter.
create function wall.alert_due(alert text) returns timestamptz
language sql stable parallel safe
as $$
  select case alert
    when 'day' then (date_trunc('day', now() at time zone 'Europe/Amsterdam') + interval '1 day 7 hours') at time zone 'Europe/Amsterdam'
    when 'week' then (date_trunc('week', now() at time zone 'Europe/Amsterdam') + interval '7 days 7 hours') at time zone 'Europe/Amsterdam'
  end
$$;
--> statement-breakpoint
-- Whoever published at this moment has committed by now: no transaction lives so long. In milliseconds, as finding says
-- when something was published.
create function wall.alert_moment() returns timestamptz
language sql stable parallel safe
as $$ select date_trunc('milliseconds', now() - interval '5 minutes') $$;
--> statement-breakpoint
create function wall.derive_saved_search() returns trigger
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
    new.stop_hashes := '{}';
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
create trigger a_keep before update on saved_search for each row execute function wall.keep_columns(
  'id', 'account_id', 'question', 'created_at', 'told_until', 'due_at', 'errand_hash', 'errand_until', 'stop_hashes');
--> statement-breakpoint
create trigger b_derive before insert or update on saved_search for each row execute function wall.derive_saved_search();
--> statement-breakpoint
create trigger c_place before insert or update on saved_search for each row execute function wall.place();
--> statement-breakpoint
create trigger d_follow after update on saved_search for each row execute function wall.follow('id');
--> statement-breakpoint
-- The question that waits longest, for the job that brings the hash of a secret of its own; whoever holds that secret may
-- look for five minutes. Who does not belong there any more is told nothing, and the mail has stopped.
create function wall.take_due_alert(errand text)
returns table (id uuid, name text, question jsonb, alert text, municipality text, since timestamptz, until timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  taken saved_search%rowtype;
  of_municipality text;
begin
  if errand !~ '^[0-9a-f]{64}$' then
    raise exception 'errand.malformed' using errcode = 'check_violation';
  end if;
  loop
    select s.* into taken from saved_search s
    where s.due_at <= now() and (s.errand_until is null or s.errand_until < now())
    order by s.due_at, s.id limit 1 for update skip locked;
    if not found then
      return;
    end if;
    select m.municipality into of_municipality from membership m
    where m.id = taken.membership_id and m.account_id = taken.account_id and m.ended_at is null;
    exit when found;
    update saved_search s set alert = 'none' where s.id = taken.id;
  end loop;
  update saved_search s set errand_hash = take_due_alert.errand, errand_until = now() + interval '5 minutes' where s.id = taken.id;
  return query select taken.id, taken.name, taken.question, taken.alert, of_municipality, taken.told_until,
    greatest(taken.told_until, wall.alert_moment());
end
$$;
--> statement-breakpoint
-- Who an errand is for, with what that person may see now; like wall.enter, and for reading only (actor.ts).
create function wall.enter_errand(errand text)
returns table (account uuid, membership uuid, kind text, key text, role text, scopes text[], confirmed boolean, due boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.account_id, m.id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role,
    wall.scopes_of(s.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role), false, false
  from saved_search s
  join membership m on m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null
  where s.errand_hash = errand and s.errand_until > now()
$$;
--> statement-breakpoint
-- What was found is told once: the mail and how far was looked go together, and only for the errand that looked. False
-- when the question was changed, stopped or taken by another errand meanwhile. Without a mail there was nothing new.
create function wall.tell_alert(which uuid, errand text, upto timestamptz, stop text, about text, says text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  person uuid;
begin
  update saved_search s set told_until = upto, due_at = wall.alert_due(s.alert), errand_hash = null, errand_until = null,
    stop_hashes = case when says is null then s.stop_hashes else (array[stop] || s.stop_hashes)[1:30] end
  where s.id = which and s.errand_hash = errand and s.alert <> 'none' and upto <= now()
    and exists (select from membership m where m.id = s.membership_id and m.account_id = s.account_id and m.ended_at is null)
  returning s.account_id into person;
  if person is null then
    return false;
  end if;
  if says is not null then
    insert into outgoing_mail (recipient, subject, body) select a.address, about, says from account a where a.id = person;
  end if;
  return true;
end
$$;
--> statement-breakpoint
-- The question of the link in a mail, for who holds it.
create function wall.alert_of_link() returns table (id uuid, name text, alert text, municipality text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.id, s.name, s.alert, m.municipality
  from saved_search s join membership m on m.id = s.membership_id
  where s.stop_hashes && array(select substr(scope, 7) from unnest(wall.app_scopes()) scope where scope like 'token:%')
$$;
--> statement-breakpoint
create function wall.stop_alert_of_link() returns table (id uuid, name text, alert text, municipality text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
begin
  update saved_search s set alert = 'none' from wall.alert_of_link() l where s.id = l.id and s.alert <> 'none';
  return query select l.id, l.name, l.alert, l.municipality from wall.alert_of_link() l;
end
$$;
--> statement-breakpoint
revoke execute on function wall.alert_due(text), wall.alert_moment(), wall.derive_saved_search(), wall.take_due_alert(text),
  wall.enter_errand(text), wall.tell_alert(uuid, text, timestamptz, text, text, text), wall.alert_of_link(), wall.stop_alert_of_link() from public;
--> statement-breakpoint
grant execute on function wall.alert_due(text), wall.alert_moment() to wall;
--> statement-breakpoint
grant execute on function wall.enter_errand(text), wall.alert_of_link(), wall.stop_alert_of_link() to app;
--> statement-breakpoint
grant execute on function wall.take_due_alert(text), wall.tell_alert(uuid, text, timestamptz, text, text, text) to worker;
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array['derive_saved_search()', 'take_due_alert(text)', 'enter_errand(text)',
    'tell_alert(uuid, text, timestamptz, text, text, text)', 'alert_of_link()', 'stop_alert_of_link()'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
