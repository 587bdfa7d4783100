-- Shares of the costs, how each municipality does it, and a part that is kept up to date after agreeing.

-- As before, with the money. The local form is not part of what a lead can state.
create or replace function wall.part_of(p participation) returns jsonb
language sql immutable parallel safe
as $$
  select jsonb_build_object('commitment', p.commitment, 'pupils', p.pupils, 'schools', p.schools, 'condition', p.condition,
    'budgetEuros', p.budget_euros, 'budgetPer', p.budget_per,
    'budgetShare', p.budget_share, 'contactRole', p.contact_role, 'contactMailbox', p.contact_mailbox)
$$;
--> statement-breakpoint
-- As before, and: what all of it costs. A text from before that was asked costs the same as one that does not say it.
create or replace function wall.concerning(content jsonb) returns jsonb
language sql immutable parallel safe
as $$
  select coalesce(jsonb_object_agg(field.key, md5(field.value::text)), '{}')
    || jsonb_build_object('budget', md5(concat_ws('/', content ->> 'budget', content ->> 'budgetPer')))
  from jsonb_each(content) as field
  where field.key in ('goal', 'activities', 'locations', 'funding', 'periodFrom', 'periodTo', 'visibility')
$$;
--> statement-breakpoint
-- Nobody is asked again because something can be said that could not be said before. The triggers keep what was consented
-- to as it is, so they are silent meanwhile.
alter table participation disable trigger user;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
update public.participation set consented_to = consented_to || jsonb_build_object('budget', md5('')) where consented_to is not null;
--> statement-breakpoint
reset role;
--> statement-breakpoint
alter table participation enable trigger user;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
-- As before, and: of who left, only that; how somebody does it only while it stands behind it.
create or replace function wall.participation_entry(p participation) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select case when p.commitment = 'withdrawn' then jsonb_build_object('commitment', 'withdrawn', 'pupils', null, 'schools', '',
        'condition', '', 'budgetEuros', null, 'budgetPer', null, 'budgetShare', '', 'contactRole', '', 'contactMailbox', '')
      else wall.part_of(p) end
    || jsonb_build_object(
    'municipality', jsonb_build_object('code', m.code, 'name', m.name, 'slug', m.slug), 'lead', p.municipality = p.lead,
    'agreed', p.agreed_at is not null and p.asked_again_at is null, 'earlier', p.agreed_at is not null and p.asked_again_at is not null,
    'localForm', case when p.agreed_at is null or p.commitment = 'withdrawn' then '' else p.local_form end)
  from municipality m where m.code = p.municipality
$$;
--> statement-breakpoint
-- As before, and: how a municipality does it is written by that municipality; of the lead it stands in the text.
create or replace function wall.derive_participation() returns trigger
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
  -- Only a condition that is one is kept: 'confirmed, provided that' would be neither.
  if new.commitment <> 'conditional' then
    new.condition := '';
  end if;
  -- Deeper are the wall's own updates, which say themselves what they change.
  if pg_trigger_depth() = 1 then
    if new.municipality = new.lead then
      new.local_form := '';
    elsif not wall.acts_for(new.municipality, 'publisher') then
      new.local_form := case when tg_op = 'UPDATE' then old.local_form else '' end;
    end if;
    new.asked_again_at := case when tg_op = 'UPDATE' then old.asked_again_at end;
    new.consented_to := case when tg_op = 'UPDATE' then old.consented_to end;
    if new.municipality <> new.lead and (new.agreed_at is null or new.commitment = 'withdrawn') then
      new.asked_again_at := null;
      new.consented_to := null;
    elsif tg_op = 'UPDATE' and new.municipality <> new.lead and new.agreed_at is distinct from old.agreed_at then
      new.asked_again_at := null;
      new.consented_to := wall.concerning(parent.content);
    end if;
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- As before, and: a participant that changes its part and not its answer changes the page, and nobody's sight of anything.
create or replace function wall.participation_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_intervention uuid := coalesce(new.intervention_id, old.intervention_id);
  of_municipality text := coalesce(new.municipality, old.municipality);
  answered constant boolean := tg_op = 'UPDATE' and new.agreed_at is distinct from old.agreed_at and new.agreed_at is not null;
  kept_up constant boolean := tg_op = 'UPDATE' and new.agreed_at is not null and new.municipality <> new.lead
    and (new.agreed_at, new.commitment) is not distinct from (old.agreed_at, old.commitment)
    and (wall.part_of(new), new.local_form) is distinct from (wall.part_of(old), old.local_form);
  declined constant boolean := tg_op = 'DELETE' and exists (
    select from participation_question q where q.intervention_id = of_intervention and q.municipality = of_municipality
      and q.answer = 'declined' and q.answered_at = now());
  derived bigint;
  page intervention_version%rowtype;
  entries jsonb;
begin
  if pg_trigger_depth() > 1 then
    return null;
  end if;
  if not kept_up then
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
  end if;
  if not answered and not declined and not kept_up then
    return null;
  end if;
  select * into page from intervention_version v
  where v.intervention_id = of_intervention and v.current and v.withdrawn_at is null
    and v.participations @> jsonb_build_array(jsonb_build_object('municipality', jsonb_build_object('code', of_municipality)));
  if not found then
    return null;
  end if;
  select jsonb_agg(case when entry #>> '{municipality,code}' = of_municipality then wall.participation_entry(new) else entry end order by position)
  into entries
  from jsonb_array_elements(page.participations) with ordinality as each(entry, position)
  where not declined or entry #>> '{municipality,code}' <> of_municipality;
  -- Who declined is named no more, also not as somebody who declined.
  perform wall.page_with(of_intervention, entries, case when declined then 'Bijgewerkt wie meedoet.'
    else (select case when kept_up then 'Gemeente ' || m.name || ' heeft haar eigen deel bijgewerkt.'
        when new.commitment = 'withdrawn' then 'Gemeente ' || m.name || ' doet niet meer mee.'
        when new.commitment = 'conditional' then 'Gemeente ' || m.name || ' doet mee onder voorbehoud.'
        when new.commitment = 'intended' then 'Gemeente ' || m.name || ' wil meedoen.'
        else 'Gemeente ' || m.name || ' heeft bevestigd dat zij meedoet.' end from municipality m where m.code = of_municipality) end);
  return null;
end
$$;
--> statement-breakpoint
reset role;
