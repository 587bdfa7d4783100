-- How another engine follows the read model: triggers mark what changed for every follower, in the transaction that
-- changed it; the relay takes, sends and clears. Why: packages/search/decisions/0003-following.md.
set local role wall;
--> statement-breakpoint
-- A document changed. Followers in a fixed order, so that two publishers cannot wait for each other crosswise.
create function wall.engine_mark_changed(changed_kind smallint, changed_id uuid, what text, shown integer[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  one text;
begin
  -- Held until the end: a follower that goes meanwhile waits, and no publication fails for want of it.
  for one in select f.name from search_follower f order by f.name for key share loop
    insert into search_dirty as d (follower, kind, id, version, operation, shown_to)
    values (one, changed_kind, changed_id, 1, what, shown)
    -- The version is raised after the row is locked: what a relay read and sent before never clears a later change.
    on conflict (follower, kind, id) do update set version = d.version + 1,
      operation = case when excluded.operation = 'put' and d.operation = 'move' then 'move' else excluded.operation end,
      shown_to = array(select distinct s from unnest(d.shown_to || excluded.shown_to) s),
      refusals = 0, refused_for = null, retry_at = null;
  end loop;
end
$$;
--> statement-breakpoint
create function wall.engine_document_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'DELETE' then
    perform wall.engine_mark_changed(old.kind, old.id, 'remove', array[old.audience]);
  elsif tg_op = 'INSERT' then
    perform wall.engine_mark_changed(new.kind, new.id, 'put', '{}');
  elsif new is distinct from old then
    if (new.kind, new.id) is distinct from (old.kind, old.id) then
      perform wall.engine_mark_changed(old.kind, old.id, 'remove', array[old.audience]);
    end if;
    perform wall.engine_mark_changed(new.kind, new.id, case when new.audience = old.audience then 'put' else 'move' end,
      case when new.audience = old.audience then '{}' else array[old.audience] end);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function wall.engine_text_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' or new is distinct from old then
    perform wall.engine_mark_changed(d.kind, d.id, 'put', '{}') from search_document d where d.doc = new.doc;
  end if;
  return null;
end
$$;
--> statement-breakpoint
-- One document as it is now, in the shape a copy is made of.
create function wall.engine_document(of_doc integer) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select jsonb_build_object(
    'kind', (select v.value from search_value v where v.dimension = 'kind' and v.bit = d.kind),
    'id', d.id,
    'municipality', (select v.value from search_value v where v.dimension = 'municipality' and v.bit = d.municipality),
    'address', t.address, 'title', t.title, 'head', t.head, 'rest', t.rest,
    'themes', array(select v.value from search_value v
      where v.dimension = 'theme' and d.theme_mask & (1::bigint << v.bit) <> 0 order by v.bit),
    'phases', array(select v.value from search_value v
      where v.dimension = 'phase' and d.phase_mask & (1::bigint << v.bit) <> 0 order by v.bit),
    'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'micros', (extract(epoch from d.at) * 1000000)::bigint,
    'place', d.doc,
    'visibleTo', a.scopes)
  from search_document d join search_text t on t.doc = d.doc join audience a on a.id = d.audience
  where d.doc = of_doc
$$;
--> statement-breakpoint
-- Begins to follow, or goes on. A new follower and one with another recipe are sent everything: they need no command.
-- Publishers wait meanwhile: one that had not seen the follower yet would be missed.
create function wall.engine_follow(index_name text, by_recipe text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if index_name !~ '^[a-z_]{1,40}$' then
    raise exception 'follower.malformed' using errcode = 'check_violation';
  end if;
  if exists (select from search_follower f where f.name = index_name and f.recipe = by_recipe) then
    update search_follower f set seen_at = now() where f.name = index_name;
    return;
  end if;
  lock table search_document in share mode;
  insert into search_follower as f (name, recipe) values (index_name, by_recipe)
  on conflict (name) do update set recipe = excluded.recipe, seen_at = now();
  insert into search_dirty as d (follower, kind, id, version, operation)
  select index_name, c.kind, c.id, 1, 'put' from search_document c
  on conflict (follower, kind, id) do update set version = d.version + 1, refusals = 0, refused_for = null, retry_at = null;
end
$$;
--> statement-breakpoint
create function wall.engine_unfollow(index_name text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ delete from search_follower f where f.name = index_name $$;
--> statement-breakpoint
-- Nobody asked for this follower for a week: nothing is kept for it any longer. Should it come back, it begins anew.
create function wall.engine_forget_unseen() returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  gone integer;
begin
  delete from search_follower f where f.seen_at < now() - interval '7 days';
  get diagnostics gone = row_count;
  return gone;
end
$$;
--> statement-breakpoint
create function wall.engine_ready(index_name text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$ update search_follower f set ready_at = coalesce(f.ready_at, now()) where f.name = index_name $$;
--> statement-breakpoint
-- What waits, with each document as it is now (null: it is gone). Withdrawals alone as long as there are any.
create function wall.engine_take(index_name text, at_most integer)
returns table (kind smallint, name text, id uuid, version bigint, withdrawal boolean, document jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  withdrawals boolean;
begin
  update search_follower f set seen_at = now() where f.name = index_name and f.seen_at < now() - interval '1 minute';
  withdrawals := exists (select from search_dirty d where d.follower = index_name and d.operation <> 'put'
    and (d.retry_at is null or d.retry_at <= now()));
  return query
    select d.kind, (select v.value from search_value v where v.dimension = 'kind' and v.bit = d.kind), d.id, d.version,
      d.operation <> 'put', wall.engine_document(c.doc)
    from (select w.* from search_dirty w
          where w.follower = index_name and (w.operation <> 'put') = withdrawals and (w.retry_at is null or w.retry_at <= now())
          order by w.marked_at, w.kind, w.id limit at_most) d
    left join search_document c on c.kind = d.kind and c.id = d.id
    order by d.marked_at, d.kind, d.id;
end
$$;
--> statement-breakpoint
-- The engine has these now. What changed since it was read stays.
create function wall.engine_sent(index_name text, kinds smallint[], ids uuid[], versions bigint[]) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  cleared integer;
begin
  delete from search_dirty d using unnest(kinds, ids, versions) as sent(kind, id, version)
  where d.follower = index_name and d.kind = sent.kind and d.id = sent.id and d.version <= sent.version;
  get diagnostics cleared = row_count;
  return cleared;
end
$$;
--> statement-breakpoint
-- The engine refuses this one document: it waits, ever longer, and stops nobody else.
create function wall.engine_refused(index_name text, of_kind smallint, of_id uuid, of_version bigint, reason text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update search_dirty d set refusals = d.refusals + 1, refused_for = left(reason, 200),
    retry_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, least(d.refusals, 10)))
  where d.follower = index_name and d.kind = of_kind and d.id = of_id and d.version = of_version
$$;
--> statement-breakpoint
create function wall.engine_mark(index_name text, kinds smallint[], ids uuid[]) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into search_dirty as d (follower, kind, id, version, operation)
  select index_name, w.kind, w.id, 1, 'put' from unnest(kinds, ids) as w(kind, id)
  where exists (select from search_follower f where f.name = index_name)
  order by w.kind, w.id
  -- What waits already is sent anyhow; what is refused goes on waiting as long as it was told to.
  on conflict (follower, kind, id) do nothing
$$;
--> statement-breakpoint
-- Before two indexes are swapped: what one of them still lacks is lacking in the other.
create function wall.engine_adopt(index_name text, of_index text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into search_dirty as d (follower, kind, id, version, operation, shown_to)
  select index_name, w.kind, w.id, 1, w.operation, w.shown_to from search_dirty w
  where w.follower = of_index and exists (select from search_follower f where f.name = index_name)
  order by w.kind, w.id
  on conflict (follower, kind, id) do update set version = d.version + 1,
    shown_to = array(select distinct s from unnest(d.shown_to || excluded.shown_to) s)
$$;
--> statement-breakpoint
-- Documents in a fixed order, for comparing.
create function wall.engine_copy(after_kind smallint, after_id uuid, at_most integer)
returns table (kind smallint, id uuid, document jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.kind, d.id, wall.engine_document(d.doc) from search_document d
  where (d.kind, d.id) > (after_kind, after_id) order by d.kind, d.id limit at_most
$$;
--> statement-breakpoint
create function wall.engine_kind(of_name text) returns smallint
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$ select v.bit from search_value v where v.dimension = 'kind' and v.value = of_name $$;
--> statement-breakpoint
create function wall.engine_state(index_name text)
returns table (recipe text, ready boolean, waiting bigint, withdrawals bigint, refused bigint, oldest_seconds integer, documents bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select f.recipe, f.ready_at is not null, count(d.id), count(d.id) filter (where d.operation <> 'put'),
    count(d.id) filter (where d.refusals > 0),
    coalesce(extract(epoch from now() - min(d.marked_at)), 0)::integer, (select count(*) from search_document)
  from search_follower f left join search_dirty d on d.follower = f.name
  where f.name = index_name group by f.name, f.recipe, f.ready_at
$$;
--> statement-breakpoint
-- Stems of words, and what long words are made of: words that everybody may read, at their beginning or at their end.
create function wall.engine_words(words text[], fronts text[]) returns table (word text, stem text, parts text[])
language sql stable security definer set search_path = pg_catalog, public, wall, pg_temp
as $$
  with given as (select distinct w as word from unnest(words) w),
  cuts as materialized (
    select g.word, left(g.word, n) as front, substr(g.word, n + 1) as back
    from given g cross join lateral generate_series(3, length(g.word) - 2) as cut(n)
    where g.word ~ '^[a-z]{7,40}$'),
  found as (
    select c.word, c.front as part from cuts c join search_word k on k.word = c.front and k.open where length(c.front) >= 4
    union
    select c.word, c.back from cuts c join search_word k on k.word = c.back and k.open
    where length(c.back) >= 4 and (c.front = any(fronts) or exists (select from search_word r where r.open and r.word in
      (c.front, regexp_replace(c.front, 's$', ''), regexp_replace(c.front, 'en?$', ''))))),
  made as (select f.word, (array_agg(f.part order by f.part))[1:20] as parts from found f group by f.word)
  select g.word, coalesce((ts_lexize('pg_catalog.dutch_stem', g.word))[1], g.word), coalesce(m.parts, '{}')
  from given g left join made m on m.word = g.word
$$;
--> statement-breakpoint
-- For a question: whether the index may answer, what the actor may see, and what of it the index must not find any more
-- although it may still hold it. Only documents that the actor could see before: of others it learns nothing.
create function wall.engine_following(index_name text) returns table (ready boolean, scopes text[], withheld text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce((select f.ready_at is not null from search_follower f where f.name = index_name), false), wall.app_scopes(),
    array(select v.value || '-' || d.id from search_dirty d
          join search_value v on v.dimension = 'kind' and v.bit = d.kind
          where d.follower = index_name and d.shown_to && (select wall.app_audiences())
            and not exists (select from search_document c
              where c.kind = d.kind and c.id = d.id and c.audience = any((select wall.app_audiences())::int[]))
          order by 1 limit 201)
$$;
--> statement-breakpoint
-- What this transaction took out of somebody's sight.
create function wall.engine_withdrawn(index_name text) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(array_agg(d.kind || '-' || d.id), '{}') from search_dirty d
  where d.follower = index_name and d.operation <> 'put' and d.xmin = pg_current_xact_id_if_assigned()::xid
$$;
--> statement-breakpoint
create function wall.engine_awaits(index_name text, withdrawn text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from search_dirty d
    where d.follower = index_name and d.operation <> 'put' and d.kind || '-' || d.id = any(withdrawn))
$$;
--> statement-breakpoint
-- For whoever watches the installation, in whole minutes: who counts more finely would see others publish.
create function wall.engine_lag(index_name text) returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce(extract(epoch from now() - min(d.marked_at)) / 60, 0)::integer from search_dirty d where d.follower = index_name
$$;
--> statement-breakpoint
do $$
declare
  entry record;
begin
  for entry in
    select p.oid::regprocedure as signature, p.proname
    from pg_proc p where p.pronamespace = 'wall'::regnamespace and p.proname like 'engine\_%'
  loop
    execute format('revoke all on function %s from public', entry.signature);
    if entry.proname in ('engine_following', 'engine_withdrawn', 'engine_awaits', 'engine_lag') then
      execute format('grant execute on function %s to app', entry.signature);
    elsif entry.proname in ('engine_follow', 'engine_unfollow', 'engine_adopt', 'engine_forget_unseen', 'engine_ready', 'engine_take', 'engine_sent',
                            'engine_refused', 'engine_mark', 'engine_copy', 'engine_kind', 'engine_state', 'engine_words') then
      execute format('grant execute on function %s to worker', entry.signature);
    elsif entry.proname in ('engine_document_changed', 'engine_text_changed') then
      execute format('grant execute on function %s to session_user', entry.signature);
    end if;
  end loop;
end
$$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create trigger engine_follows after insert or update or delete on search_document
for each row execute function wall.engine_document_changed();
--> statement-breakpoint
create trigger engine_follows after insert or update on search_text
for each row execute function wall.engine_text_changed();
