-- Member pages: each field is seen by whom its person chose, and the page by whoever sees at least one field. What a
-- municipality promised is kept by coordinators. A consultation is what both sides said of it, in order: people add
-- steps, and how it stands follows here.

-- Who acts for the same municipality or organisation; the coordinators are colleagues of one another.
create function wall.colleagues_of(m membership) returns text
language sql immutable parallel safe
as $$
  select case m.kind
    when 'municipality' then 'municipality:' || m.municipality
    when 'organisation' then 'organisation:' || m.organisation_id
    when 'alliance' then 'alliance:coordinators'
  end
$$;
--> statement-breakpoint
create function wall.derive_profile_field() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  belonging membership%rowtype;
begin
  if new.shown_to not in ('nobody', 'own', 'alliance')
    or new.field not in ('work', 'place', 'themes', 'ask_me', 'about', 'telephone') then
    raise exception 'profile.field' using errcode = 'check_violation';
  end if;
  new.text := case when new.field in ('place', 'themes') then '' else new.text end;
  new.themes := case when new.field = 'themes' then new.themes else '{}' end;
  new.municipality := null;
  new.organisation_id := null;
  new.visible_to := array['account:' || new.account_id];
  -- Nobody writes a page for another, nor for where one does not belong any more.
  select * into belonging from membership m
  where m.id = new.membership_id and m.account_id = new.account_id and m.ended_at is null and m.kind <> 'installation';
  if not found then
    new.writable_by := '{}';
    return new;
  end if;
  new.writable_by := array['account:' || new.account_id];
  if new.field = 'place' then
    new.municipality := belonging.municipality;
    new.organisation_id := belonging.organisation_id;
  end if;
  new.visible_to := new.visible_to || case new.shown_to
    when 'own' then array[wall.colleagues_of(belonging)]
    when 'alliance' then array['alliance']
    else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
-- The page exists for whoever may see at least one field of it; without fields there is none.
create function wall.derive_profile() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  select a.name into strict new.name from account a where a.id = new.account_id;
  new.visible_to := array['account:' || new.account_id] || coalesce(
    (select array_agg(distinct scope) from profile_field f, unnest(f.visible_to) scope where f.membership_id = new.membership_id), '{}');
  new.writable_by := '{}';
  return new;
end
$$;
--> statement-breakpoint
create function wall.profile_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_membership uuid := coalesce(new.membership_id, old.membership_id);
  of_account uuid := coalesce(new.account_id, old.account_id);
begin
  -- Locked, so that of two changes at once the later one looks at both.
  perform from membership m where m.id = of_membership for update;
  if exists (select from profile_field f where f.membership_id = of_membership) then
    insert into profile (membership_id, account_id, name) values (of_membership, of_account, '')
    on conflict (membership_id) do update set name = excluded.name;
  else
    delete from profile p where p.membership_id = of_membership;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function wall.profile_ends() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from profile_field f where f.membership_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
create function wall.profile_renamed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update profile set name = new.name where account_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
create trigger a_keep before update on profile_field for each row
  execute function wall.keep_columns('membership_id', 'field', 'account_id');
--> statement-breakpoint
create trigger e_profile after insert or update or delete on profile_field for each row execute function wall.profile_follows();
--> statement-breakpoint
create trigger e_profile after update of ended_at on membership for each row
  when (new.ended_at is not null) execute function wall.profile_ends();
--> statement-breakpoint
create trigger e_profile after update of name on account for each row
  when (new.name is distinct from old.name) execute function wall.profile_renamed();
--> statement-breakpoint
-- commitments
create function wall.derive_signed_commitment() returns trigger
language plpgsql
as $$
begin
  if new.commitment not in ('consultation', 'knowledge_session', 'sharing', 'national_agenda') then
    raise exception 'commitment.unknown' using errcode = 'check_violation';
  end if;
  new.visible_to := array['municipality:' || new.municipality, 'alliance:coordinators'];
  new.writable_by := array['alliance:coordinators'];
  return new;
end
$$;
--> statement-breakpoint
create trigger a_keep before update on signed_commitment for each row
  execute function wall.keep_columns('municipality', 'commitment');
--> statement-breakpoint
-- consultations

-- For which of the two sides the actor speaks; null for who speaks for neither. Nobody speaks for the alliance about a
-- municipality to which the same person belongs: a conflict of interest looks at all memberships.
create function wall.consultation_side(of_municipality text) returns text
language sql stable
as $$
  select case
    when wall.app_scopes() @> '{alliance:coordinators}' then case when not exists (
      select from membership m where m.account_id = wall.app_account() and m.municipality = of_municipality and m.ended_at is null)
      then 'alliance' end
    when wall.acts_for(of_municipality, 'publisher') then 'municipality'
  end
$$;
--> statement-breakpoint
create function wall.derive_consultation() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array['municipality:' || new.municipality, 'alliance:coordinators'];
  new.writable_by := '{}';
  return new;
end
$$;
--> statement-breakpoint
-- A step that may be taken, and what the consultation is after it. Who speaks for neither side is refused by the row rule,
-- alike for what exists and what does not.
create function wall.derive_consultation_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  head consultation%rowtype;
  speaks_for text;
begin
  if tg_op = 'UPDATE' then
    raise exception 'consultation.immutable' using errcode = 'check_violation';
  end if;
  new.visible_to := '{}';
  new.writable_by := '{}';
  new.at := now();
  new.by_role := wall.app_role();
  if new.what <> 'recorded' then
    select * into head from consultation c where c.id = new.consultation_id for update;
    if not found then
      return new;
    end if;
    new.municipality := head.municipality;
  end if;
  speaks_for := wall.consultation_side(new.municipality);
  if speaks_for is null then
    return new;
  end if;
  new.side := speaks_for;
  if new.number <> (case when new.what = 'recorded' then 1 else head.number + 1 end) then
    raise exception 'consultation.stale' using errcode = 'check_violation';
  end if;
  if not (case new.what
    when 'recorded' then true
    when 'corrected' then head.state in ('recorded', 'denied', 'confirmed')
    -- What one side says, only the other makes true.
    when 'confirmed' then head.state = 'recorded' and head.by_side <> speaks_for
    when 'denied' then head.state = 'recorded' and head.by_side <> speaks_for
    when 'withdrawn' then head.state in ('recorded', 'denied') and head.by_side = speaks_for
    else false end) then
    raise exception 'consultation.not_now' using errcode = 'check_violation';
  end if;
  if new.what = 'denied' and btrim(new.words) = '' then
    raise exception 'consultation.words_missing' using errcode = 'check_violation';
  end if;
  if new.held_on > (now() at time zone 'Europe/Amsterdam')::date then
    raise exception 'consultation.in_future' using errcode = 'check_violation';
  end if;
  new.visible_to := array['municipality:' || new.municipality, 'alliance:coordinators'];
  new.writable_by := case speaks_for when 'alliance' then array['alliance:coordinators']
    else array['municipality:' || new.municipality || ':publisher'] end;
  if new.what = 'recorded' then
    insert into consultation (id, municipality, state, by_side, held_on, content, number)
    values (new.consultation_id, new.municipality, 'recorded', speaks_for, new.held_on, new.content, 1);
  elsif new.what = 'corrected' then
    update consultation c set state = 'recorded', by_side = speaks_for, held_on = new.held_on, content = new.content,
      number = new.number, changed_at = now()
    where c.id = head.id;
  else
    update consultation c set state = new.what, number = new.number, changed_at = now() where c.id = head.id;
  end if;
  return new;
end
$$;
--> statement-breakpoint
do $$
declare
  owned record;
begin
  for owned in
    select * from (values ('profile_field', '''membership_id'', ''field'''), ('profile', '''membership_id'''),
      ('signed_commitment', '''municipality'', ''commitment'''), ('consultation', '''id'''),
      ('consultation_step', '''consultation_id'', ''number''')) as listed(name, keys)
  loop
    execute format('create trigger b_derive before insert or update on %I for each row execute function wall.%I()',
      owned.name, 'derive_' || owned.name);
    execute format('create trigger c_place before insert or update on %I for each row execute function wall.place()', owned.name);
    execute format('create trigger d_follow after update on %I for each row execute function wall.follow(%s)', owned.name, owned.keys);
  end loop;
end
$$;
--> statement-breakpoint
revoke execute on function wall.colleagues_of(membership), wall.derive_profile_field(), wall.derive_profile(), wall.profile_follows(),
  wall.profile_ends(), wall.profile_renamed(), wall.derive_signed_commitment(), wall.consultation_side(text),
  wall.derive_consultation(), wall.derive_consultation_step() from public;
--> statement-breakpoint
grant execute on function wall.colleagues_of(membership) to wall;
--> statement-breakpoint
grant execute on function wall.consultation_side(text) to wall, app;
--> statement-breakpoint
do $$
declare
  listed text;
begin
  foreach listed in array array['derive_profile_field()', 'derive_profile()', 'profile_follows()', 'profile_ends()',
    'profile_renamed()', 'derive_consultation_step()'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
