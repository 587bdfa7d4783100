-- The audit trail: one function of role `audit` appends, nobody changes, one function takes away what is past its time
-- and leaves an anchor. A chain of SHA-256 per municipality shows what was changed behind the back of all this.

grant usage on schema wall to audit;
grant create on schema wall to audit;

-- who, where from and as what: told to the transaction by actor.ts, never by a request

create function wall.app_origin() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('app.origin', true), '') $$;

create function wall.app_role() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('app.role', true), '') $$;

create function wall.app_municipality() returns text
language sql stable parallel safe
as $$ select nullif(current_setting('app.municipality', true), '') $$;

grant execute on function wall.app_origin(), wall.app_role(), wall.app_municipality() to wall, audit;
grant execute on function wall.app_account(), wall.app_scopes() to audit;

-- The number that stands for a person; made at the first event, gone with the account.
create function wall.pseudonym_of(of_account uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  known uuid;
begin
  if of_account is null then
    return null;
  end if;
  select pseudonym into known from audit_person where account_id = of_account;
  if known is null then
    insert into audit_person (account_id) values (of_account) on conflict (account_id) do nothing;
    select pseudonym into strict known from audit_person where account_id = of_account;
  end if;
  return known;
end
$$;

-- The events so far said the account itself; from now on they say its pseudonym.
set local role wall;
insert into public.audit_person (account_id)
select distinct e.account_id from public.audit_event e join public.account a on a.id = e.account_id;
update public.audit_event e set pseudonym = p.pseudonym from public.audit_person p where p.account_id = e.account_id;
reset role;

set local role audit;
insert into public.audit_pending (event_id) select id from public.audit_event;
reset role;

-- appending

-- The one way into the trail. It waits in audit_pending for its link: publishers never wait for one another here.
create function wall.append_to_trail(of_municipality text, who uuid, as_role text, what text, which text, ended text, from_where text, why text, alike integer)
returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  with event as (
    insert into audit_event (municipality, pseudonym, role, action, object, outcome, origin, reason, times)
    values (of_municipality, who, as_role, what, which, ended, from_where, why, alike)
    returning id
  )
  insert into audit_pending (event_id) select id from event
$$;

-- Whether this transaction changed nothing, or left an event of what it changed.
create function wall.event_was_left() returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  select pg_current_xact_id_if_assigned() is null
    or exists (select from audit_pending where transaction = pg_current_xact_id_if_assigned())
$$;

-- What is done again and again is written `at_most` times in ten minutes and counted after that.
create function wall.count_event(of_key text, at_most integer, of_municipality text, who uuid, what text, which text, ended text, why text)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  hashed text := encode(sha256(convert_to(of_key, 'UTF8')), 'hex');
  so_far integer;
begin
  perform wall.settle_audit_counts(hashed);
  insert into audit_count as c (key, written, municipality, pseudonym, role, action, object, outcome, origin)
  values (hashed, at_most, of_municipality, who, wall.app_role(), what, which, ended, wall.app_origin())
  on conflict (key) do update set seen = c.seen + 1
  returning seen into so_far;
  if so_far <= at_most then
    perform wall.append_to_trail(of_municipality, who, wall.app_role(), what, which, ended, wall.app_origin(), why, 1);
  end if;
end
$$;

-- One event for all that was only counted, when its ten minutes are over. Null: of everybody.
create function wall.settle_audit_counts(of_key text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  each audit_count%rowtype;
begin
  for each in
    delete from audit_count
    where started_at <= now() - interval '10 minutes' and (of_key is null or key = of_key) returning *
  loop
    if each.seen > each.written then
      perform wall.append_to_trail(each.municipality, each.pseudonym, each.role, each.action, each.object, each.outcome,
        each.origin, 'counted', each.seen - each.written);
    end if;
  end loop;
end
$$;

grant execute on function wall.append_to_trail(text, uuid, text, text, text, text, text, text, integer),
  wall.count_event(text, integer, text, uuid, text, text, text, text) to wall, audit;
grant execute on function wall.settle_audit_counts(text) to audit, worker;
grant execute on function wall.event_was_left() to app;

-- Who was refused, and what: of the municipality acted for, because the owner of what was asked about is nobody's business.
create function wall.record_denial(which text, why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  who uuid := wall.pseudonym_of(wall.app_account());
begin
  if who is not null then
    perform wall.count_event('denied ' || who, 10, wall.app_municipality(), who, 'access.denied', which, 'denied', why);
  end if;
end
$$;

-- A sensitive row was read: once in ten minutes per person and row, the rest counted.
create function wall.record_reading(what text, which text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  who uuid := wall.pseudonym_of(wall.app_account());
begin
  perform wall.count_event(concat_ws(' ', 'read', who, what, which), 1, wall.app_municipality(), who, what, which, 'done', null);
end
$$;

-- What happens at the door, before there is an actor: by whom is said by the host, which has just found out.
create function wall.record_at_door(of_account uuid, what text, ended text, why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  who uuid := wall.pseudonym_of(of_account);
  of_municipality text;
begin
  select m.municipality into of_municipality from membership m where m.id = wall.first_membership(of_account);
  if ended = 'done' then
    perform wall.append_to_trail(of_municipality, who, null, what, '', ended, wall.app_origin(), why, 1);
  else
    -- An unknown address and a known one cost and leave the same; a flood from one network is counted.
    perform wall.count_event(concat_ws(' ', what, wall.app_origin(), who), 20, of_municipality, who, what, '', ended, why);
  end if;
end
$$;

-- Names beside pseudonyms: of who belongs to the reader's own municipality now, for its administrators; operators alike.
create function wall.audit_names() returns table (pseudonym uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct p.pseudonym, a.name
  from membership m join account a on a.id = m.account_id join audit_person p on p.account_id = a.id
  where m.ended_at is null
    and wall.administrators_of(case when m.kind = 'municipality' then m.kind else 'installation' end, m.municipality) = any(wall.app_scopes())
    and m.kind in ('municipality', 'installation')
$$;

-- A person who is erased: nobody can say any more whose pseudonym it was.
create function wall.forget_in_audit(of_account uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from audit_person where account_id = of_account $$;

set local role wall;
create or replace function wall.append_event(what text, which text, of_municipality text, why text, who uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  select wall.append_to_trail(of_municipality, wall.pseudonym_of(who), wall.app_role(), what, which, 'done', wall.app_origin(), why, 1)
$$;
reset role;

-- the chain

-- Each field with its length, so that no two events read alike; audit/link-hash.ts does it once more.
create function wall.audit_field(value text) returns text
language sql immutable parallel safe
as $$ select coalesce(octet_length(value) || ':' || value, '-') $$;

create function wall.audit_moment(at timestamptz) returns text
language sql stable parallel safe
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

grant execute on function wall.audit_field(text), wall.audit_moment(timestamptz) to audit;

create function wall.link_hash(before text, of_chain text, place bigint, e audit_event) returns text
language sql stable
as $$
  select encode(sha256(convert_to(concat_ws(',',
    wall.audit_field(before), wall.audit_field(of_chain), wall.audit_field(place::text), wall.audit_field(e.id::text),
    wall.audit_field(wall.audit_moment(e.at)), wall.audit_field(e.municipality), wall.audit_field(e.pseudonym::text),
    wall.audit_field(e.role), wall.audit_field(e.action), wall.audit_field(e.object), wall.audit_field(e.outcome),
    wall.audit_field(e.origin), wall.audit_field(e.reason), wall.audit_field(e.times::text)), 'UTF8')), 'hex')
$$;
grant execute on function wall.link_hash(text, text, bigint, audit_event) to audit;

-- Links what waits, at most so many; answers how many. One at a time: who comes second has nothing to do. It locks
-- nothing a publisher needs, and takes only what was committed.
create function wall.chain_events(at_most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  waiting bigint[];
  event audit_event%rowtype;
  head audit_chain%rowtype;
begin
  if not pg_try_advisory_xact_lock(7316000419) then
    return 0;
  end if;
  -- One that waits and is gone was removed: it stays on the list, for the check to find.
  waiting := array(select p.event_id from audit_pending p where exists (select from audit_event e where e.id = p.event_id)
    order by p.event_id limit at_most);
  for event in
    select * from audit_event e where e.id = any(waiting) order by coalesce(e.municipality, 'installation'), e.id
  loop
    if head.chain is distinct from coalesce(event.municipality, 'installation') then
      update audit_chain set position = head.position, hash = head.hash where chain = head.chain;
      select * into head from audit_chain where chain = coalesce(event.municipality, 'installation');
      if not found then
        insert into audit_chain (chain, position, hash) values (coalesce(event.municipality, 'installation'), 0, '')
        returning * into head;
      end if;
    end if;
    head.position := head.position + 1;
    head.hash := wall.link_hash(head.hash, head.chain, head.position, event);
    insert into audit_link (chain, position, event_id, hash) values (head.chain, head.position, event.id, head.hash);
  end loop;
  update audit_chain set position = head.position, hash = head.hash where chain = head.chain;
  delete from audit_pending where event_id = any(waiting);
  return cardinality(waiting);
end
$$;

-- Takes away the oldest part of a chain (null: of each), up to the first event of `before` or later. The anchor it leaves
-- is itself an event of the chain. Answers how many events went.
create function wall.prune_audit(of_chain text, before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  each audit_chain%rowtype;
  last_old bigint;
  anchor text;
  gone bigint := 0;
  part bigint;
begin
  perform pg_advisory_xact_lock(7316000419);
  for each in select * from audit_chain c where of_chain is null or c.chain = of_chain order by c.chain loop
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

-- Nobody else changes or removes anything, whoever they are: not the wall, not the owner of the tables.
create function wall.keep_trail() returns trigger
language plpgsql
as $$
begin
  if current_user = 'audit' and tg_op = any(tg_argv) then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'audit.append_only' using errcode = 'insufficient_privilege', detail = tg_table_name;
end
$$;

create trigger a_keep before update or delete on audit_event for each row execute function wall.keep_trail('DELETE');
create trigger a_keep before update or delete on audit_link for each row execute function wall.keep_trail('DELETE');
create trigger a_keep before update or delete on audit_chain for each row execute function wall.keep_trail('UPDATE');
create trigger a_whole before truncate on audit_event for each statement execute function wall.keep_trail();
create trigger a_whole before truncate on audit_link for each statement execute function wall.keep_trail();
create trigger a_whole before truncate on audit_chain for each statement execute function wall.keep_trail();
revoke insert, update, delete on audit_event from wall;

-- verifying: read whole, by the command that checks, and by nobody else

create function wall.audit_chains()
returns table (chain text, "position" bigint, hash text, anchor_position bigint, anchor_hash text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(c.chain, l.chain), c.position, c.hash, c.anchor_position, c.anchor_hash
  from audit_chain c full join (select distinct chain from audit_link) l on l.chain = c.chain order by 1
$$;

create function wall.audit_links(of_chain text, after bigint, at_most integer)
returns table ("position" bigint, hash text, event_id bigint, found boolean, at text, municipality text, pseudonym text, role text,
  action text, object text, outcome text, origin text, reason text, times text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select l.position, l.hash, l.event_id, e.id is not null, wall.audit_moment(e.at), e.municipality, e.pseudonym::text, e.role,
    e.action, e.object, e.outcome, e.origin, e.reason, e.times::text
  from audit_link l left join audit_event e on e.id = l.event_id
  where l.chain = of_chain and l.position > after order by l.position limit at_most
$$;

-- Events without a link: those that wait for one, and those that nobody appended.
create function wall.audit_loose() returns table (event_id bigint, chain text, waiting boolean, found boolean, action text, object text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select e.id, coalesce(e.municipality, 'installation'), p.event_id is not null, true, e.action, e.object
  from audit_event e left join audit_pending p on p.event_id = e.id
  where not exists (select from audit_link l where l.event_id = e.id)
  union all
  select p.event_id, '', true, false, '', '' from audit_pending p where not exists (select from audit_event e where e.id = p.event_id)
$$;

grant execute on function wall.record_denial(text, text), wall.record_reading(text, text),
  wall.record_at_door(uuid, text, text, text), wall.audit_names() to app;
grant execute on function wall.chain_events(integer), wall.prune_audit(text, timestamptz), wall.audit_chains(),
  wall.audit_links(text, bigint, integer), wall.audit_loose(), wall.forget_in_audit(uuid) to worker;
grant execute on function wall.pseudonym_of(uuid) to audit;

do $$
declare
  listed text;
begin
  foreach listed in array array['pseudonym_of(uuid)', 'record_denial(text, text)', 'record_reading(text, text)',
    'record_at_door(uuid, text, text, text)', 'audit_names()', 'forget_in_audit(uuid)'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
  foreach listed in array array['append_to_trail(text, uuid, text, text, text, text, text, text, integer)', 'event_was_left()',
    'count_event(text, integer, text, uuid, text, text, text, text)', 'settle_audit_counts(text)', 'chain_events(integer)',
    'prune_audit(text, timestamptz)', 'audit_chains()', 'audit_links(text, bigint, integer)', 'audit_loose()'] loop
    execute format('alter function wall.%s owner to audit', listed);
  end loop;
end
$$;

revoke create on schema wall from audit;
