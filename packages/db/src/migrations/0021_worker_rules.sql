-- Less power for the roles that serve and that do the jobs: what only whoever runs the installation does, is done by the
-- owner, who becomes the wall for it (packages/db/src/owner.ts); what the jobs throw away has an age the wall knows.

-- How long each kind is kept. The jobs name a kind and no moment, so that whoever has their password can make nothing
-- younger disappear. The same table, with its reasons, is packages/core/src/retention/periods.ts; a test compares them.
create function wall.kept_for(noun text) returns interval
language sql immutable parallel safe
as $$
  select make_interval(hours => case noun
    when 'attempt' then 1
    when 'sign_in_step' then 24
    when 'loose_file' then 24
    when 'import_presence' then 24
    when 'mailed_link' then 30 * 24
    when 'outgoing_mail' then 30 * 24
    when 'invitation' then 90 * 24
    when 'unused_import' then 180 * 24
    when 'account_without_membership' then 365 * 24
    when 'used_import' then 2 * 365 * 24
    when 'draft_intervention' then 3 * 365 * 24
    when 'draft_agenda' then 3 * 365 * 24
    when 'audit_event' then 7 * 365 * 24
  end)
$$;
grant execute on function wall.kept_for(text) to wall, audit;
--> statement-breakpoint
-- A loose file is brought by an editor of a municipality, as files/permissions.ts says; nobody else may write one.
create or replace function wall.derive_file() returns trigger
language plpgsql
as $$
declare
  owner_of text;
begin
  if tg_op = 'INSERT' then
    new.uploaded_by := wall.app_account();
    new.uploaded_at := now();
  elsif old.held_by is not null and new.held_by is distinct from old.held_by and current_user <> 'wall' then
    raise exception 'row.column_fixed' using detail = 'file.held_by', errcode = 'check_violation';
  end if;
  if new.held_by is null then
    new.visible_to := array['account:' || new.uploaded_by];
    new.writable_by := case
      when current_user = 'wall' or exists (select from unnest(wall.app_scopes()) scope where scope ~ '^municipality:[a-z0-9]+:editor$')
      then new.visible_to else '{}' end;
  else
    select d.municipality into owner_of from document_import d
    where d.id = new.held_by and (current_user = 'wall' or wall.acts_for(d.municipality, 'editor'));
    -- A holder that is not there or not ours answers alike: nobody may write this row.
    new.visible_to := case when owner_of is null then '{}' else array['municipality:' || owner_of || ':editor'] end;
    new.writable_by := new.visible_to;
  end if;
  return new;
end
$$;
--> statement-breakpoint
grant create on schema wall to audit;
set local role audit;
--> statement-breakpoint
drop function wall.prune_audit(text, timestamptz);
--> statement-breakpoint
-- Takes away the oldest part of each chain, up to the first event that is still within its time. The anchor it leaves is
-- itself an event of the chain. Answers how many events went.
create function wall.prune_audit() returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before constant timestamptz := now() - wall.kept_for('audit_event');
  each audit_chain%rowtype;
  last_old bigint;
  anchor text;
  gone bigint := 0;
  part bigint;
begin
  perform pg_advisory_xact_lock(7316000419);
  for each in select * from audit_chain c order by c.chain loop
    select coalesce(min(l.position) - 1, each.position) into last_old
    from audit_link l join audit_event e on e.id = l.event_id where l.chain = each.chain and e.at >= before;
    continue when last_old <= each.anchor_position;
    select l.hash into strict anchor from audit_link l where l.chain = each.chain and l.position = last_old;
    delete from audit_event e using audit_link l where l.chain = each.chain and l.position <= last_old and e.id = l.event_id;
    get diagnostics part = row_count;
    delete from audit_link l where l.chain = each.chain and l.position <= last_old;
    update audit_chain set anchor_position = last_old, anchor_hash = anchor, anchored_at = now() where chain = each.chain;
    perform wall.append_to_trail(nullif(each.chain, 'installation'), null, null, 'audit.pruned', last_old || ':' || anchor, 'done',
      null, null, 1);
    gone := gone + part;
  end loop;
  return gone;
end
$$;
revoke execute on function wall.prune_audit() from public;
grant execute on function wall.prune_audit() to worker;
-- The whole trail is read by the command that checks it, as the owner; no job needs it.
revoke execute on function wall.audit_chains(), wall.audit_links(text, bigint, integer), wall.audit_loose() from worker;
grant execute on function wall.audit_chains(), wall.audit_links(text, bigint, integer), wall.audit_loose() to wall;
reset role;
revoke create on schema wall from audit;
--> statement-breakpoint
set local role wall;
--> statement-breakpoint
-- Of the operator and of the loading of examples: the owner's, who needs no grant because it becomes the wall.
revoke execute on function wall.operator_invite(text, text, text, text, uuid, integer),
  wall.operator_factor_link(text, text, integer, text, text),
  wall.demo_person(text, text, text, text, text, text), wall.demo_backdate(uuid, integer, integer),
  wall.demo_backdate_questions(uuid, integer), wall.demo_backdate_withdrawal(uuid, integer) from worker;
--> statement-breakpoint
-- Erasing a person does this itself.
drop function wall.forget_in_audit(uuid);
--> statement-breakpoint
-- The account is the one that signed in, and a job is nobody. What others rely on is not recorded this way: that the
-- examples were loaded is the owner's to say, that a chain begins later only the function's that took its beginning away.
create or replace function wall.record_event(what text, which text, of_municipality text, why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if what like 'demo.%' or what = 'audit.pruned' then
    raise exception 'event.not_own' using errcode = 'insufficient_privilege', detail = what;
  end if;
  perform wall.append_event(what, which, of_municipality, why, case when session_user <> 'worker' then wall.app_account() end);
end
$$;
--> statement-breakpoint
-- The accounts on the sign-in page, of an installation whose owner loaded the examples.
create or replace function wall.demo_accounts() returns table (address text, name text, label text, role text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select a.address, a.name, wall.label_of(m.kind, m.municipality, m.organisation_id), m.role
  from account a join membership m on m.account_id = a.id and m.ended_at is null
  where a.address like '%.example' and wall.demo_state() = 'loaded'
  order by m.kind, 3, m.role, a.name
$$;
--> statement-breakpoint
drop function wall.forget(text, interval);
--> statement-breakpoint
-- Throws away what is past its time and answers how many rows that were.
create function wall.forget(noun text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  before constant timestamptz := now() - wall.kept_for(noun);
  gone integer;
begin
  if before is null then
    raise exception 'retention.unknown' using detail = noun;
  end if;
  case noun
    when 'invitation' then
      delete from invitation where coalesce(accepted_at, revoked_at, expires_at) < before;
    when 'attempt' then
      delete from attempt where expire < extract(epoch from before) * 1000;
    when 'outgoing_mail' then
      delete from outgoing_mail where coalesce(sent_at, created_at) < before;
    when 'unused_import' then
      delete from file f using document_import d where d.id = f.held_by and d.state <> 'drafted' and d.created_at < before;
      delete from document_import where state <> 'drafted' and created_at < before;
    when 'used_import' then
      delete from file f using document_import d where d.id = f.held_by and d.state = 'drafted' and d.created_at < before;
      delete from document_import where state = 'drafted' and created_at < before;
    when 'loose_file' then
      delete from file where held_by is null and uploaded_at < before;
    when 'import_presence' then
      delete from import_presence where seen_at < before;
    when 'sign_in_step' then
      delete from sign_in_step where expires_at < before;
    when 'mailed_link' then
      delete from mailed_link where coalesce(used_at, expires_at) < before;
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
revoke execute on function wall.forget(text) from public;
grant execute on function wall.forget(text) to worker;
--> statement-breakpoint
drop function wall.start_login_session(text, uuid, uuid, timestamptz, text);
--> statement-breakpoint
-- False for who was erased. The lock waits for an erasure that is under way; one that comes later finds this login
-- session and takes it along.
create function wall.start_login_session(session text, of_account uuid, acting uuid, expires timestamptz, with_browser text)
returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform from account a where a.id = of_account and a.erased_at is null for key share;
  if not found then
    return false;
  end if;
  insert into login_session (id, account_id, membership_id, expires_at, confirmed_at, browser)
  values (session, of_account,
    (select m.id from membership m where m.id = acting and m.account_id = of_account and m.ended_at is null),
    expires, now(), with_browser);
  return true;
end
$$;
revoke execute on function wall.start_login_session(text, uuid, uuid, timestamptz, text) from public;
grant execute on function wall.start_login_session(text, uuid, uuid, timestamptz, text) to app;
--> statement-breakpoint
-- A number of its own: 7316000418 is of migrating, 7316000419 of the chains of the audit trail.
create or replace function wall.take_due_questions()
returns table (kind text, intervention uuid, title text, answer text, reason text, changed text[], round integer,
  lead text, lead_name text, municipality text, municipality_name text, recipients text[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
#variable_conflict use_column
declare
  first record;
begin
  perform pg_advisory_xact_lock(7316000420);
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
--> statement-breakpoint
-- Titles and words that begin like what is typed. Who may see is asked before anything is counted: first the words that
-- stood in a page for everybody, shortest first, then those that stand only in pages that this reader sees and not
-- everybody does. Words of pages the reader does not see take nobody's place.
create or replace function wall.search_suggest(question text, beginning text, at_most integer)
returns table (suggestion text, kind text, id uuid, address text)
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp set jit to off set random_page_cost to 1.1
as $$
declare
  auds constant int[] := wall.app_audiences();
  apart constant int[] := array(select a.id from audience a where a.id = any(auds) and not 'public' = any(a.scopes));
  candidate text;
  words text[] := '{}';
begin
  return query
    select t.title, k.value, d.id, t.address
    from (select d.doc, d.kind, d.id, d.at
          from unnest(wall.search_matching('title', question::tsquery)) as hit(doc)
          join search_document d on d.doc = hit.doc
          where d.audience = any(auds) order by d.at desc, d.doc desc limit at_most) d
    join search_text t on t.doc = d.doc
    join search_value k on k.dimension = 'kind' and k.bit = d.kind
    order by d.at desc, d.doc desc;
  if beginning !~ '^[a-z]{3,40}$' then
    return;
  end if;
  for candidate in
    select k.word from search_word k where k.open and k.word like beginning || '%' order by length(k.word), k.word
  loop
    exit when cardinality(words) >= at_most;
    if wall.search_seen(candidate, auds) then
      words := words || candidate;
    end if;
  end loop;
  if cardinality(words) < at_most and apart <> '{}' then
    words := words || wall.search_words_apart(beginning, apart, at_most - cardinality(words));
  end if;
  return query select u.word, null::text, null::uuid, null::text from unnest(words) with ordinality u(word, n) order by n;
end
$$;
--> statement-breakpoint
create or replace function wall.search_meant(typed text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
declare
  allowed constant int := case when length(typed) < 5 then 0 when length(typed) < 9 then 1 else 2 end;
  auds constant int[] := wall.app_audiences();
  candidate record;
  visible int;
  best text;
  best_distance int;
  best_visible int := 0;
begin
  if allowed = 0 or length(typed) > 40 then
    return null;
  end if;
  -- No limit on the words that are alike: those of others would fill it.
  for candidate in
    select k.word, wall.search_distance(typed, k.word) as distance
    from search_word k
    where k.word % typed and abs(length(k.word) - length(typed)) <= allowed
      and levenshtein_less_equal(typed, k.word, 2 * allowed) <= 2 * allowed
    order by 2, 1
  loop
    exit when candidate.distance > allowed or candidate.distance > best_distance;
    select count(*) into visible
    from unnest(wall.search_matching('whole', quote_literal(candidate.word)::tsquery)) as hit(doc)
    join search_document d on d.doc = hit.doc
    where d.audience = any(auds);
    if visible > best_visible then
      best := candidate.word;
      best_distance := candidate.distance;
      best_visible := visible;
    end if;
  end loop;
  return best;
end
$$;
--> statement-breakpoint
-- Whether a page that these audiences see holds the word. Ends at the first one: the words come from the index and who
-- may see from the key, whatever the planner believes of `@@`.
create function wall.search_seen(word text, audiences int[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off set jit to off
as $$
begin
  return exists (
    select from (select v.doc from search_vector v where v.whole @@ quote_literal(word)::tsquery offset 0) hit
    join search_document d on d.doc = hit.doc where d.audience = any(audiences));
end
$$;
revoke execute on function wall.search_seen(text, int[]) from public;
--> statement-breakpoint
-- The shortest words that begin so and stand in pages of these audiences and in none for everybody. Two ways to the same
-- answer: few words are each looked up; of many the pages are read instead, so that a flood of words in pages of others
-- does not slow down who cannot see them.
create function wall.search_words_apart(beginning text, audiences int[], at_most integer) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, wall, pg_temp
set enable_seqscan to off set enable_hashjoin to off set enable_mergejoin to off set jit to off
as $$
declare
  candidates constant text[] := array(
    select k.word from search_word k where not k.open and k.word like beginning || '%' limit 201);
begin
  if cardinality(candidates) <= 200 then
    return array(select c.word from unnest(candidates) c(word) where wall.search_seen(c.word, audiences)
      order by length(c.word), c.word limit at_most);
  end if;
  return array(
    select k.word
    from (select distinct lexeme
          from (select v.doc, v.whole from search_vector v where v.whole @@ (quote_literal(beginning) || ':*')::tsquery offset 0) hit
          join search_document d on d.doc = hit.doc and d.audience = any(audiences)
          cross join lateral unnest(tsvector_to_array(hit.whole)) lexeme
          where starts_with(lexeme, beginning)) found
    join search_word k on k.word = found.lexeme
    where not k.open order by length(k.word), k.word limit at_most);
end
$$;
revoke execute on function wall.search_words_apart(text, int[], integer) from public;
--> statement-breakpoint
-- Before narrowing and widening were told apart, publishing to more people showed them the older versions too. What was
-- published to whom stands in the text itself, which never changes: each version goes back to the narrowest circle that
-- it or a later one was published to. Run by the wall, because no row is the owner's to see.
update intervention_version v set visibility = wall.narrower(v.visibility, n.visibility)
from (
  select one.intervention_id, one.number,
    case when bool_or(later.content ->> 'visibility' = 'municipality') then 'municipality'
      when bool_or(later.content ->> 'visibility' = 'alliance') then 'alliance' else 'public' end as visibility
  from intervention_version one join intervention_version later on later.intervention_id = one.intervention_id and later.number >= one.number
  group by 1, 2
) n
where n.intervention_id = v.intervention_id and n.number = v.number and v.visibility <> wall.narrower(v.visibility, n.visibility);
--> statement-breakpoint
update agenda_version v set visibility = wall.narrower(v.visibility, n.visibility)
from (
  select one.agenda_id, one.number,
    case when bool_or(later.content ->> 'visibility' = 'municipality') then 'municipality'
      when bool_or(later.content ->> 'visibility' = 'alliance') then 'alliance' else 'public' end as visibility
  from agenda_version one join agenda_version later on later.agenda_id = one.agenda_id and later.number >= one.number
  group by 1, 2
) n
where n.agenda_id = v.agenda_id and n.number = v.number and v.visibility <> wall.narrower(v.visibility, n.visibility);
--> statement-breakpoint
reset role;
