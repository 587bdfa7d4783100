-- Consent: a municipality that is named is asked, told, reminded once, and answers; nobody keeps its consent silently.
-- Questions follow from what lead and participant do with the participation: triggers write them, app only reads them.

-- The part of the text that concerns who takes part: what is done, where, when, with what money, and who may read it.
create function wall.concerning(content jsonb) returns jsonb
language sql immutable parallel safe
as $$
  select coalesce(jsonb_object_agg(field.key, md5(field.value::text)), '{}') from jsonb_each(content) as field
  where field.key in ('goal', 'activities', 'locations', 'funding', 'periodFrom', 'periodTo', 'visibility')
$$;

create function wall.part_of(p participation) returns jsonb
language sql immutable parallel safe
as $$
  select jsonb_build_object('commitment', p.commitment, 'pupils', p.pupils, 'schools', p.schools, 'condition', p.condition,
    'budgetShare', p.budget_share, 'contactRole', p.contact_role, 'contactMailbox', p.contact_mailbox)
$$;

-- The lead and who is asked; a question that was taken back before an answer is the lead's alone.
create function wall.derive_participation_question() returns trigger
language plpgsql
as $$
begin
  new.visible_to := case when new.closed_at is null then array['municipality:' || new.lead, 'municipality:' || new.municipality]
    else array['municipality:' || new.lead] end;
  new.writable_by := '{}';
  return new;
end
$$;

-- As before, and: what was agreed to is remembered at the answer, and forgotten when there is no consent.
set local role wall;
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
reset role;

-- As before, and: who never agreed cannot withdraw, it declines.
create or replace function wall.guard_participation() returns trigger
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
    if old.agreed_at is null and new.commitment = 'withdrawn' then
      raise exception 'participation.decline_instead' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.agreed_at is not null or (old.agreed_at is not null and old.commitment <> 'withdrawn') then
    raise exception 'participation.agreed_by_participant' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- One entry of a version: what it says about one municipality.
create function wall.participation_entry(p participation) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select wall.part_of(p) || jsonb_build_object(
    'municipality', jsonb_build_object('code', m.code, 'name', m.name, 'slug', m.slug), 'lead', p.municipality = p.lead,
    'agreed', p.agreed_at is not null and p.asked_again_at is null, 'earlier', p.agreed_at is not null and p.asked_again_at is not null)
  from municipality m where m.code = p.municipality
$$;

set local role wall;
create or replace function wall.participations_of(of_intervention uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(jsonb_agg(wall.participation_entry(p) order by p.municipality <> p.lead, m.name), '[]')
  from participation p join municipality m on m.code = p.municipality
  where p.intervention_id = of_intervention and p.commitment <> 'withdrawn'
$$;
reset role;

-- The page as it stands with other participations, as its next version; null when there is no page.
create function wall.page_with(of_intervention uuid, entries jsonb, says text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into intervention_version (intervention_id, number, municipality, handle, visibility, title, content, participations, note)
  select v.intervention_id, v.number + 1, v.municipality, v.handle, v.visibility, v.title, v.content, entries, says
  from intervention_version v where v.intervention_id = of_intervention and v.current and v.withdrawn_at is null;
  update intervention set published_version = published_version + 1 where id = of_intervention;
end
$$;

-- A participant added, agreed, changed, declined or withdrawn changes who may see the working copy, its siblings and
-- what is published to insiders. Its own answer after publication makes a new version, so that the page stays true.
set local role wall;
create or replace function wall.participation_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_intervention uuid := coalesce(new.intervention_id, old.intervention_id);
  of_municipality text := coalesce(new.municipality, old.municipality);
  answered constant boolean := tg_op = 'UPDATE' and new.agreed_at is distinct from old.agreed_at and new.agreed_at is not null;
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
  if not answered and not declined then
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
  where answered or entry #>> '{municipality,code}' <> of_municipality;
  -- Who declined is named no more, also not as somebody who declined.
  perform wall.page_with(of_intervention, entries, case when declined then 'Bijgewerkt wie meedoet.'
    else (select case new.commitment when 'withdrawn' then 'Gemeente ' || m.name || ' doet niet meer mee.'
        when 'conditional' then 'Gemeente ' || m.name || ' doet mee onder voorbehoud.'
        when 'intended' then 'Gemeente ' || m.name || ' wil meedoen.'
        else 'Gemeente ' || m.name || ' heeft bevestigd dat zij meedoet.' end from municipality m where m.code = of_municipality) end);
  return null;
end
$$;
reset role;

-- Questions

create function wall.ask(p participation, of_fields text[], due timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into participation_question (intervention_id, municipality, round, lead, title, stated, changed, due_at)
  values (p.intervention_id, p.municipality,
    (select coalesce(max(q.round), 0) + 1 from participation_question q
     where q.intervention_id = p.intervention_id and q.municipality = p.municipality),
    p.lead, p.title, wall.part_of(p), of_fields, due)
$$;

-- A draft that is still being typed asks nobody at each keystroke: the mail waits ten minutes after the last change.
create function wall.participation_asked() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  soon constant timestamptz := now() + interval '10 minutes';
  role constant text := case when wall.acts_for(coalesce(new.municipality, old.municipality), 'administrator') then 'administrator' else 'publisher' end;
begin
  if pg_trigger_depth() > 1 or coalesce(new.municipality, old.municipality) = coalesce(new.lead, old.lead) then
    return null;
  end if;
  if tg_op = 'DELETE' then
    -- Taken back before an answer: the question is gone, and nobody is told of what nobody was told of.
    delete from participation_question
    where intervention_id = old.intervention_id and municipality = old.municipality and answered_at is null and told_at is null;
    update participation_question set closed_at = now(), due_at = null
    where intervention_id = old.intervention_id and municipality = old.municipality and answered_at is null and closed_at is null;
  elsif new.agreed_at is null then
    if tg_op = 'INSERT' or old.agreed_at is not null then
      perform wall.ask(new, '{}', soon);
    elsif wall.part_of(new) <> wall.part_of(old) then
      update participation_question set stated = wall.part_of(new), due_at = case when told_at is null then soon else due_at end
      where intervention_id = new.intervention_id and municipality = new.municipality and answered_at is null and closed_at is null;
    end if;
  elsif new.agreed_at is distinct from old.agreed_at then
    update participation_question q set answered_at = new.agreed_at, answer = new.commitment, answered_role = role,
      -- The lead must hear that somebody leaves; the rest it sees where it writes.
      due_at = case when new.commitment = 'withdrawn' then now() end
    where q.intervention_id = new.intervention_id and q.municipality = new.municipality and q.closed_at is null
      and q.round = (select max(l.round) from participation_question l where l.intervention_id = new.intervention_id
        and l.municipality = new.municipality and l.closed_at is null);
  end if;
  return null;
end
$$;

-- Handed in or published: who is named hears it at once.
create function wall.tell_at_once() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update participation_question set due_at = least(due_at, now())
  where intervention_id = new.id and told_at is null and answered_at is null and closed_at is null;
  return null;
end
$$;

-- As before, and: the question carries the title as long as it is open.
set local role wall;
create or replace function wall.intervention_retitled() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update participation set title = new.title where intervention_id = new.id;
  update participation_question set title = new.title
  where intervention_id = new.id and answered_at is null and closed_at is null;
  return null;
end
$$;
reset role;

-- Who agreed to another text is asked again when the changed one is published; until then the page says so.
create function wall.ask_again(of_intervention uuid, text_now jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  each participation%rowtype;
  differing text[];
  asked boolean;
begin
  for each in
    select * from participation p
    where p.intervention_id = of_intervention and p.municipality <> p.lead and p.agreed_at is not null
      and p.commitment <> 'withdrawn' and p.consented_to is not null
  loop
    select coalesce(array_agg(field.key order by field.key), '{}') into differing
    from jsonb_each(wall.concerning(text_now)) as field where each.consented_to -> field.key is distinct from field.value;
    asked := exists (select from participation_question q where q.intervention_id = each.intervention_id
      and q.municipality = each.municipality and q.answered_at is null and q.closed_at is null);
    if differing = '{}' then
      -- The text is again the one that was agreed to.
      update participation set asked_again_at = null
      where intervention_id = each.intervention_id and municipality = each.municipality and asked_again_at is not null;
      update participation_question set closed_at = now(), due_at = null
      where intervention_id = each.intervention_id and municipality = each.municipality and answered_at is null and closed_at is null;
    else
      update participation set asked_again_at = coalesce(asked_again_at, now())
      where intervention_id = each.intervention_id and municipality = each.municipality;
      if asked then
        update participation_question set changed = differing
        where intervention_id = each.intervention_id and municipality = each.municipality and answered_at is null and closed_at is null;
      else
        perform wall.ask(each, differing, now());
      end if;
    end if;
  end loop;
end
$$;

-- As before, and: before a version says who takes part, those whose consent was to another text are asked again.
set local role wall;
create or replace function wall.derive_intervention_version() returns trigger
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
      if new.writable_by && wall.app_scopes() then
        perform wall.ask_again(parent.id, new.content);
      end if;
      new.participations := wall.participations_of(parent.id);
    end if;
  elsif (new.title, new.content, new.participations, new.number, new.note)
      is distinct from (old.title, old.content, old.participations, old.number, old.note) then
    raise exception 'version.immutable' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
reset role;

-- Everybody locks in the same order: intervention, participations, questions. A participant cannot lock what it may not
-- see, so the wall does it for who may change a participation of it.
create function wall.take_turn(of_intervention uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from participation p where p.intervention_id = of_intervention and p.writable_by && wall.app_scopes()) then
    perform from intervention where id = of_intervention for update;
  end if;
end
$$;

-- Declining: the naming goes, the question stays with its answer. False when the acting municipality has none to decline.
create function wall.decline_participation(of_intervention uuid, of_municipality text, why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  round_now integer;
begin
  if not wall.acts_for(of_municipality, 'publisher') then
    return false;
  end if;
  -- In the order in which everybody locks: intervention, participation, question.
  perform from intervention where id = of_intervention for update;
  perform from participation p where p.intervention_id = of_intervention and p.municipality = of_municipality
    and p.municipality <> p.lead and p.agreed_at is null for update;
  if not found then
    return false;
  end if;
  select max(q.round) into round_now from participation_question q
  where q.intervention_id = of_intervention and q.municipality = of_municipality and q.answered_at is null and q.closed_at is null;
  update participation_question q set answered_at = now(), answer = 'declined', reason = why, due_at = now(),
    answered_role = case when wall.acts_for(of_municipality, 'administrator') then 'administrator' else 'publisher' end
  where q.intervention_id = of_intervention and q.municipality = of_municipality and q.round = round_now;
  if not found then
    raise exception 'wall.row_missed' using detail = 'participation_question';
  end if;
  delete from participation where intervention_id = of_intervention and municipality = of_municipality;
  return true;
end
$$;

-- Telling

-- Who answers for a municipality, and may therefore be told.
create function wall.answerers_of(of_municipality text) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(distinct a.address order by a.address), '{}')
  from membership m join account a on a.id = m.account_id
  where m.municipality = of_municipality and m.kind = 'municipality' and m.ended_at is null and m.role in ('publisher', 'administrator')
$$;

-- An answer is always passed on; a question not while what it is about is withdrawn.
create function wall.still_asks(q participation_question) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select q.answered_at is not null or exists (select from intervention i where i.id = q.intervention_id and i.state <> 'withdrawn')
$$;

-- Takes what is due for one pair of municipalities, marked as told in the transaction that queues the mail: what is
-- rolled back is told again, what is committed never. One teller at a time, so that a group is not torn apart. Where
-- nobody can be told the question waits, and whoever joins first is told.
create function wall.take_due_questions()
returns table (kind text, intervention uuid, title text, answer text, reason text, changed text[], round integer,
  lead text, lead_name text, municipality text, municipality_name text, recipients text[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  first record;
begin
  perform pg_advisory_xact_lock(7316000419);
  select q.lead, q.municipality, q.answered_at is not null as answered, q.told_at is not null as told into first
  from participation_question q
  where q.due_at <= now() and wall.answerers_of(case when q.answered_at is null then q.municipality else q.lead end) <> '{}'
    and wall.still_asks(q)
  order by q.due_at limit 1;
  if not found then
    return;
  end if;
  return query
    with taken as (
      select q.intervention_id, q.municipality, q.round from participation_question q
      where q.due_at <= now() and q.lead = first.lead and q.municipality = first.municipality
        and (q.answered_at is not null) = first.answered and (first.answered or (q.told_at is not null) = first.told)
        and wall.still_asks(q)
      for update
    ), marked as (
      update participation_question q set
        told_at = case when first.answered then q.told_at else coalesce(q.told_at, now()) end,
        reminded_at = case when not first.answered and first.told then now() else q.reminded_at end,
        -- Once more after two weeks, and never again.
        due_at = case when not first.answered and not first.told then now() + interval '14 days' end
      from taken t where q.intervention_id = t.intervention_id and q.municipality = t.municipality and q.round = t.round
      returning q.*
    )
    select case when first.answered then 'answered' when first.told then 'reminded' else 'told' end,
      q.intervention_id, q.title, q.answer, q.reason, q.changed, q.round, q.lead, l.name, q.municipality, n.name,
      wall.answerers_of(case when first.answered then q.lead else q.municipality end)
    from marked q join municipality l on l.code = q.lead join municipality n on n.code = q.municipality
    order by q.title;
end
$$;

-- demo mode: an invitation that was sent long ago

create function wall.demo_backdate_questions(of_intervention uuid, days_ago integer) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update participation_question set asked_at = now() - make_interval(days => days_ago),
    told_at = now() - make_interval(days => days_ago),
    reminded_at = case when answered_at is null and days_ago > 14 then now() - make_interval(days => days_ago - 14) end,
    answered_at = case when answered_at is not null then now() - make_interval(days => greatest(days_ago - 6, 0)) end,
    due_at = case when answered_at is null and days_ago <= 14 then now() - make_interval(days => days_ago - 14) end
  where intervention_id = of_intervention and closed_at is null and told_at is null and wall.answerers_of(municipality) <> '{}'
$$;

create trigger a_derive before insert or update on participation_question for each row
  execute function wall.derive_participation_question();
create trigger b_place before insert or update on participation_question for each row execute function wall.place();
create trigger d_follow after update on participation_question for each row
  execute function wall.follow('intervention_id', 'municipality', 'round');
create trigger c_asked after insert or update or delete on participation for each row execute function wall.participation_asked();
create trigger c_tell_now after update of state on intervention for each row
  when (new.state in ('in_review', 'published') and new.state is distinct from old.state) execute function wall.tell_at_once();

grant execute on function wall.concerning(jsonb), wall.part_of(participation) to wall;
grant execute on function wall.decline_participation(uuid, text, text), wall.take_turn(uuid) to app;
grant execute on function wall.take_due_questions(), wall.demo_backdate_questions(uuid, integer) to worker;

do $$
declare
  listed text;
begin
  foreach listed in array array[
    'participation_entry(participation)', 'page_with(uuid, jsonb, text)', 'ask(participation, text[], timestamptz)',
    'participation_asked()', 'tell_at_once()', 'ask_again(uuid, jsonb)', 'decline_participation(uuid, text, text)',
    'answerers_of(text)', 'take_turn(uuid)', 'still_asks(participation_question)', 'take_due_questions()', 'demo_backdate_questions(uuid, integer)'
  ] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;

-- Who was named before this existed is asked too.
set local role wall;
insert into public.participation_question (intervention_id, municipality, round, lead, title, stated, due_at)
select p.intervention_id, p.municipality, 1, p.lead, p.title, wall.part_of(p), now()
from public.participation p where p.municipality <> p.lead and p.agreed_at is null;
update public.participation p set consented_to = wall.concerning(i.content)
from public.intervention i where i.id = p.intervention_id and p.municipality <> p.lead and p.agreed_at is not null and p.commitment <> 'withdrawn';
reset role;
