-- Derived, not typed: who may see and who may change a row follows from its state, its owner and the rows beside it.
-- Every function that looks at other rows is owned by `wall`; guards run as whoever changes the row.

-- The one rule of publication: state and visibility, or the insiders (own municipality and who agreed to take part).
create function wall.visible_to(published boolean, visibility text, insiders text[]) returns text[]
language sql immutable parallel safe
as $$
  select case
    when published and visibility = 'public' then '{public}'
    when published and visibility = 'alliance' then '{alliance}'
    else insiders
  end
$$;

create function wall.acts_for(municipality text, role text) returns boolean
language sql stable parallel safe
as $$ select wall.app_scopes() @> array['municipality:' || municipality || ':' || role] $$;

grant execute on function wall.visible_to(boolean, text, text[]), wall.acts_for(text, text) to wall, app;

-- Raises when a column named in the arguments changed, unless the wall itself changes it.
create function wall.keep_columns() returns trigger
language plpgsql
as $$
declare
  kept text;
begin
  if current_user = 'wall' then
    return new;
  end if;
  foreach kept in array tg_argv loop
    if to_jsonb(new) -> kept is distinct from to_jsonb(old) -> kept then
      raise exception 'row.column_fixed' using detail = tg_table_name || '.' || kept, errcode = 'check_violation';
    end if;
  end loop;
  return new;
end
$$;

-- organisations

create function wall.derive_organisation() returns trigger
language plpgsql
as $$
begin
  new.visible_to := '{public}';
  new.writable_by := '{operator,alliance:coordinators}';
  return new;
end
$$;

-- people

create function wall.administrators_of(kind text, municipality text) returns text
language sql immutable parallel safe
as $$ select case when kind = 'municipality' then 'municipality:' || municipality || ':administrator' else 'operator' end $$;

grant execute on function wall.administrators_of(text, text) to wall, app;

create function wall.derive_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.visible_to := array['account:' || new.id] || coalesce(
    (select array_agg(wall.administrators_of(m.kind, m.municipality))
     from membership m where m.account_id = new.id and m.ended_at is null), '{}');
  new.writable_by := '{}';
  return new;
end
$$;

create function wall.derive_membership() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.visible_to := array['account:' || new.account_id, wall.administrators_of(new.kind, new.municipality)];
  new.writable_by := array[wall.administrators_of(new.kind, new.municipality)];
  if tg_op = 'UPDATE' and old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    raise exception 'membership.ended' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- Who belongs to a municipality is seen by its administrators, and no longer when the membership ends.
create function wall.membership_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  derived bigint;
begin
  update account set name = name where id = new.account_id;
  get diagnostics derived = row_count;
  if derived <> 1 then
    raise exception 'wall.row_missed' using detail = 'account';
  end if;
  return null;
end
$$;

create function wall.derive_invitation() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array[wall.administrators_of(new.kind, new.municipality)];
  if new.accepted_at is null and new.revoked_at is null then
    new.visible_to := new.visible_to || array['token:' || new.token_hash];
  end if;
  new.writable_by := array[wall.administrators_of(new.kind, new.municipality)];
  return new;
end
$$;

create function wall.derive_audit_event() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array[coalesce('municipality:' || new.municipality || ':administrator', 'operator')];
  new.writable_by := '{}';
  return new;
end
$$;

-- interventions

create function wall.insiders(of_intervention uuid, of_lead text) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select array['municipality:' || of_lead] || coalesce(array_agg('municipality:' || p.municipality), '{}')
  from participation p
  where p.intervention_id = of_intervention and p.agreed_at is not null and p.commitment <> 'withdrawn'
$$;

create function wall.derive_intervention() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  new.visible_to := wall.insiders(new.id, new.municipality);
  new.writable_by := array['municipality:' || new.municipality || ':editor'];
  return new;
end
$$;

-- Who is named in an intervention must know in which one, before it may see the draft.
create function wall.intervention_retitled() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update participation set title = new.title where intervention_id = new.id;
  return null;
end
$$;

create function wall.derive_participation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  parent intervention%rowtype;
begin
  -- The intervention is locked first, so that two participants answering at once cannot each miss the other.
  select * into parent from intervention where id = new.intervention_id for update;
  if not found then
    -- Answered like an intervention of somebody else: nobody may write this row.
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  new.lead := parent.municipality;
  new.title := parent.title;
  new.visible_to := array['municipality:' || new.municipality] || wall.insiders(parent.id, parent.municipality);
  new.writable_by := array['municipality:' || parent.municipality || ':editor', 'municipality:' || new.municipality || ':publisher'];
  if new.municipality = parent.municipality then
    new.agreed_at := coalesce(new.agreed_at, now());
  end if;
  if tg_op = 'INSERT' and not wall.acts_for(parent.municipality, 'editor') then
    new.writable_by := '{}'; -- nobody names itself in an intervention of another
  end if;
  return new;
end
$$;

-- Stated by the lead, agreed only by the participant; who withdrew comes back only when the lead invites again.
create function wall.guard_participation() returns trigger
language plpgsql
as $$
declare
  by_participant boolean := wall.acts_for(new.municipality, 'publisher');
begin
  if current_user = 'wall' or new.municipality = new.lead then
    return new;
  end if;
  if tg_op = 'INSERT' then
    -- Who may not write it is refused by the row rule, alike for what exists and what does not.
    if new.agreed_at is not null and new.writable_by && wall.app_scopes() then
      raise exception 'participation.agreed_by_participant' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if by_participant then
    if old.commitment = 'withdrawn' and old.agreed_at is not null then
      raise exception 'participation.needs_new_invitation' using errcode = 'check_violation';
    end if;
    if new.agreed_at is null then
      raise exception 'participation.answer_is_dated' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.agreed_at is not null or (old.agreed_at is not null and old.commitment <> 'withdrawn') then
    raise exception 'participation.agreed_by_participant' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- What a version says about who takes part, as an immutable part of it. Who withdrew before is not named.
create function wall.participations_of(of_intervention uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'municipality', jsonb_build_object('code', m.code, 'name', m.name, 'slug', m.slug),
      'lead', p.municipality = p.lead, 'commitment', p.commitment, 'agreed', p.agreed_at is not null,
      'pupils', p.pupils, 'schools', p.schools)
    order by p.municipality <> p.lead, m.name), '[]')
  from participation p join municipality m on m.code = p.municipality
  where p.intervention_id = of_intervention and p.commitment <> 'withdrawn'
$$;

-- A participant added, agreed, changed or withdrawn changes who may see the working copy, its siblings and what is
-- published to insiders. Its own answer after publication makes a new version, so that the page stays true.
create function wall.participation_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_intervention uuid := coalesce(new.intervention_id, old.intervention_id);
  answered constant boolean := tg_op = 'UPDATE' and new.agreed_at is distinct from old.agreed_at and new.agreed_at is not null;
  derived bigint;
  page intervention_version%rowtype;
begin
  if pg_trigger_depth() > 1 then
    return null;
  end if;
  update intervention set title = title where id = of_intervention;
  get diagnostics derived = row_count;
  if derived = 0 then
    if tg_op = 'DELETE' then
      return null; -- the intervention itself is being thrown away
    end if;
    raise exception 'wall.row_missed' using detail = 'intervention';
  end if;
  update participation set title = title where intervention_id = of_intervention;
  update intervention_version set note = note where intervention_id = of_intervention;
  if answered then
    select * into page from intervention_version
    where intervention_id = of_intervention and current and withdrawn_at is null
      and participations @> jsonb_build_array(jsonb_build_object('municipality', jsonb_build_object('code', new.municipality)));
    if found then
      insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
      select page.intervention_id, page.number + 1, page.municipality, page.handle, page.visibility, page.title, page.content,
        jsonb_agg(case when entry #>> '{municipality,code}' = new.municipality
            then entry || jsonb_build_object('commitment', new.commitment, 'agreed', true, 'pupils', new.pupils, 'schools', new.schools)
            else entry end order by position),
        case new.commitment when 'withdrawn' then 'Gemeente ' || m.name || ' doet niet meer mee.'
          when 'conditional' then 'Gemeente ' || m.name || ' doet mee onder voorbehoud.'
          when 'intended' then 'Gemeente ' || m.name || ' wil meedoen.'
          else 'Gemeente ' || m.name || ' heeft bevestigd dat zij meedoet.' end
      from jsonb_array_elements(page.participations) with ordinality as each(entry, position), municipality m
      where m.code = new.municipality
      group by m.name;
      update intervention set published_version = page.number + 1 where id = of_intervention;
    end if;
  end if;
  return null;
end
$$;

create function wall.derive_intervention_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  parent intervention%rowtype;
  newest integer;
begin
  select * into parent from intervention where id = new.intervention_id for update;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  new.municipality := parent.municipality;
  new.handle := parent.handle;
  new.visible_to := wall.visible_to(new.withdrawn_at is null, new.visibility, wall.insiders(parent.id, parent.municipality));
  new.writable_by := array['municipality:' || parent.municipality || ':publisher'];
  if tg_op = 'INSERT' then
    select max(number) into newest from intervention_version where intervention_id = parent.id;
    -- Who may not publish here is refused by the row rule, alike for what exists and what does not.
    if (pg_trigger_depth() > 1 or new.writable_by && wall.app_scopes()) and new.number <> coalesce(newest, 0) + 1 then
      raise exception 'version.number' using errcode = 'check_violation';
    end if;
    new.current := true;
    new.published_at := now();
    new.withdrawn_at := null;
    if new.participations = '[]' then
      new.participations := wall.participations_of(parent.id);
    end if;
  elsif (new.title, new.content, new.participations, new.number, new.note)
      is distinct from (old.title, old.content, old.participations, old.number, old.note) then
    raise exception 'version.immutable' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create function wall.version_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Narrowing the circle holds for the older versions too: who may no longer read the page cannot read its past.
  update intervention_version set current = false, visibility = new.visibility
  where intervention_id = new.intervention_id and number < new.number and (current or visibility <> new.visibility);
  delete from intervention_withdrawal where intervention_id = new.intervention_id;
  insert into intervention_relation (intervention_id, number, kind, target)
  select distinct new.intervention_id, new.number, 'evaluates', target::uuid
  from jsonb_array_elements_text(coalesce(new.content -> 'evaluates', '[]')) target;
  return null;
end
$$;

-- The date and reason are seen by whoever could see the page; the versions themselves by insiders only.
create function wall.derive_intervention_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  page intervention_version%rowtype;
begin
  select * into page from intervention_version where intervention_id = new.intervention_id and current;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  new.municipality := page.municipality;
  new.handle := page.handle;
  new.title := page.title;
  new.visible_to := wall.visible_to(true, page.visibility, wall.insiders(page.intervention_id, page.municipality));
  new.writable_by := array['municipality:' || page.municipality || ':publisher'];
  return new;
end
$$;

create function wall.version_withdrawn() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update intervention_version set withdrawn_at = new.withdrawn_at
  where intervention_id = new.intervention_id and withdrawn_at is null;
  return null;
end
$$;

-- agendas: the same rules without participants

create function wall.derive_agenda() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array['municipality:' || new.municipality];
  new.writable_by := array['municipality:' || new.municipality || ':editor'];
  return new;
end
$$;

create function wall.derive_agenda_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  parent agenda%rowtype;
  newest integer;
begin
  select * into parent from agenda where id = new.agenda_id for update;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  new.municipality := parent.municipality;
  new.handle := parent.handle;
  new.visible_to := wall.visible_to(new.withdrawn_at is null, new.visibility, array['municipality:' || parent.municipality]);
  new.writable_by := array['municipality:' || parent.municipality || ':publisher'];
  if tg_op = 'INSERT' then
    select max(number) into newest from agenda_version where agenda_id = parent.id;
    -- Who may not publish here is refused by the row rule, alike for what exists and what does not.
    if (pg_trigger_depth() > 1 or new.writable_by && wall.app_scopes()) and new.number <> coalesce(newest, 0) + 1 then
      raise exception 'version.number' using errcode = 'check_violation';
    end if;
    new.current := true;
    new.published_at := now();
    new.withdrawn_at := null;
  elsif (new.title, new.content, new.number, new.note)
      is distinct from (old.title, old.content, old.number, old.note) then
    raise exception 'version.immutable' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create function wall.agenda_published() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update agenda_version set current = false, visibility = new.visibility
  where agenda_id = new.agenda_id and number < new.number and (current or visibility <> new.visibility);
  delete from agenda_withdrawal where agenda_id = new.agenda_id;
  return null;
end
$$;

create function wall.derive_agenda_withdrawal() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  page agenda_version%rowtype;
begin
  select * into page from agenda_version where agenda_id = new.agenda_id and current;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  new.municipality := page.municipality;
  new.handle := page.handle;
  new.title := page.title;
  new.visible_to := wall.visible_to(true, page.visibility, array['municipality:' || page.municipality]);
  new.writable_by := array['municipality:' || page.municipality || ':publisher'];
  return new;
end
$$;

create function wall.agenda_withdrawn() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update agenda_version set withdrawn_at = new.withdrawn_at where agenda_id = new.agenda_id and withdrawn_at is null;
  return null;
end
$$;

-- imports: source, draft and findings are the editors' only

create function wall.derive_document_import() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array['municipality:' || new.municipality || ':editor'];
  new.writable_by := new.visible_to;
  return new;
end
$$;

-- Every trigger in one place: derive and place before, the table's own consequences, follow last.

do $$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('organisation', 'id'), ('account', 'id'), ('membership', 'id'), ('invitation', 'id'), ('audit_event', 'id'),
      ('intervention', 'id'), ('participation', 'intervention_id,municipality'),
      ('intervention_version', 'intervention_id,number'), ('intervention_withdrawal', 'intervention_id'),
      ('agenda', 'id'), ('agenda_version', 'agenda_id,number'), ('agenda_withdrawal', 'agenda_id'),
      ('document_import', 'id')
    ) as listed(name, keys)
  loop
    execute format('create trigger a_derive before insert or update on %I for each row execute function wall.%I()',
      owned.name, 'derive_' || owned.name);
    execute format('create trigger b_place before insert or update on %I for each row execute function wall.place()', owned.name);
    execute format('create trigger d_follow after update on %I for each row execute function wall.follow(%s)',
      owned.name, (select string_agg(quote_literal(key), ', ') from unnest(string_to_array(owned.keys, ',')) key));
  end loop;
end
$$;

create trigger a_keep before update on membership for each row
  execute function wall.keep_columns('account_id', 'kind', 'municipality', 'organisation_id', 'created_at');
create trigger a_keep before update on invitation for each row
  execute function wall.keep_columns('token_hash', 'address', 'kind', 'municipality', 'organisation_id', 'role', 'created_at', 'expires_at', 'accepted_at');
create trigger a_keep before update on intervention for each row
  execute function wall.keep_columns('id', 'municipality', 'handle', 'created_at');
create trigger a_keep before update on participation for each row
  execute function wall.keep_columns('intervention_id', 'municipality');
create trigger a_keep before update on agenda for each row
  execute function wall.keep_columns('id', 'municipality', 'handle', 'created_at');
create trigger a_keep before update on document_import for each row
  execute function wall.keep_columns('id', 'municipality', 'source', 'created_at');

create trigger b_guard before insert or update on participation for each row execute function wall.guard_participation();

create trigger c_changed after insert or update on membership for each row execute function wall.membership_changed();
create trigger c_retitled after update of title on intervention for each row
  when (new.title is distinct from old.title) execute function wall.intervention_retitled();
create trigger c_changed after insert or update or delete on participation for each row execute function wall.participation_changed();
create trigger c_published after insert on intervention_version for each row execute function wall.version_published();
create trigger c_withdrawn after insert on intervention_withdrawal for each row execute function wall.version_withdrawn();
create trigger c_published after insert on agenda_version for each row execute function wall.agenda_published();
create trigger c_withdrawn after insert on agenda_withdrawal for each row execute function wall.agenda_withdrawn();

do $$
declare
  listed text;
begin
  foreach listed in array array[
    'derive_account()', 'derive_membership()', 'membership_changed()', 'insiders(uuid, text)', 'derive_intervention()',
    'intervention_retitled()', 'derive_participation()', 'participations_of(uuid)', 'participation_changed()',
    'derive_intervention_version()', 'version_published()', 'derive_intervention_withdrawal()', 'version_withdrawn()',
    'derive_agenda_version()', 'agenda_published()', 'derive_agenda_withdrawal()', 'agenda_withdrawn()'
  ] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
