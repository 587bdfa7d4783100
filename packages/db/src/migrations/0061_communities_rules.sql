-- Communities: who reads and who writes follows from how one joins and from who belongs. What a row rule cannot say (who
-- may do what to a row that all members may touch) is decided here, by triggers that run as whoever writes: what one does
-- not see does not exist, and then nobody may write the row. Counts and what follows elsewhere is the wall's.

create function wall.community_circle(of_joining text, of_community uuid) returns text
language sql immutable parallel safe
as $$ select case when of_joining = 'open' then 'alliance' else 'community:' || of_community end $$;
--> statement-breakpoint
create function wall.in_community(of_community uuid) returns boolean
language sql stable parallel safe
as $$ select wall.app_scopes() @> array['community:' || of_community] $$;
--> statement-breakpoint
create function wall.moderates(of_community uuid) returns boolean
language sql stable parallel safe
as $$ select wall.app_scopes() @> array['community:' || of_community || ':moderators'] $$;
--> statement-breakpoint
-- The communities of a person, and those one was invited to, for whoever acts within the alliance; who acts for nobody, or
-- for the installation, has none. Called where scopes are computed, and nowhere else.
create function wall.community_scopes(of_account uuid, of_kind text) returns text[]
language sql stable
as $$
  select coalesce(array_agg(mine.scope), '{}')
  from (
    select unnest(case when m.role = 'moderator' then array['community:' || m.community_id, 'community:' || m.community_id || ':moderators']
      else array['community:' || m.community_id] end) as scope
    from community_member m where m.account_id = of_account and m.state = 'member'
    union all
    select 'community:' || i.community_id || ':invited'
    from account a join community_invitation i on i.address = a.address
    where a.id = of_account and i.state = 'open' and i.expires_at > now()
      and not exists (select from community_member m
        where m.community_id = i.community_id and m.account_id = of_account and m.state in ('member', 'blocked'))
  ) mine
  where of_kind in ('municipality', 'organisation', 'alliance')
$$;
--> statement-breakpoint
-- the community itself

create function wall.derive_community() returns trigger
language plpgsql
as $$
begin
  if new.joining not in ('open', 'request', 'invitation') then
    raise exception 'community.joining' using errcode = 'check_violation';
  end if;
  new.visible_to := case when new.joining = 'invitation'
    then array['community:' || new.id, 'community:' || new.id || ':invited'] else '{public}' end;
  if tg_op = 'INSERT' then
    new.members := 0;
    new.revision := 1;
    new.created_at := now();
    -- Until its founder is its first moderator, in the same statement.
    new.writable_by := case when wall.app_scopes() @> '{alliance}' then array['account:' || wall.app_account()] else '{}' end;
    return new;
  end if;
  new.writable_by := array['community:' || new.id || ':moderators'];
  if current_user <> 'wall' then
    new.members := old.members;
    -- What was written for a small circle is never opened to a wider one afterwards.
    if new.joining = 'open' and old.joining <> 'open' and exists (select from community_thread t where t.community_id = new.id) then
      raise exception 'community.cannot_open' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
--> statement-breakpoint
create function wall.community_founded() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into community_member (community_id, account_id, membership_id, role, state)
  select new.id, wall.app_account(), (select m.id from membership m
    where m.account_id = wall.app_account() and m.ended_at is null
    order by wall.app_scopes() @> array[m.kind || ':' || coalesce(m.municipality, m.organisation_id::text, '')] desc, m.created_at limit 1),
    'moderator', 'member';
  return null;
end
$$;
--> statement-breakpoint
-- How one joins decides who reads everything that is in it.
create function wall.community_narrowed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update community_member set note = note where community_id = new.id;
  update community_thread set title = title where community_id = new.id;
  update community_library set note = note where community_id = new.id;
  perform pg_notify('kansenplein_scopes', '');
  return null;
end
$$;
--> statement-breakpoint
-- who belongs

create function wall.derive_community_member() returns trigger
language plpgsql
as $$
declare
  me constant uuid := wall.app_account();
  own constant boolean := new.account_id = me;
  moderating constant boolean := wall.moderates(new.community_id);
  anew constant boolean := tg_op = 'INSERT';
  same boolean := false;
  of_joining text;
  comes_in boolean;
  allowed boolean;
begin
  select c.joining into of_joining from community c where c.id = new.community_id;
  if not anew then
    same := (new.state, new.role, new.note, new.membership_id) is not distinct from (old.state, old.role, old.note, old.membership_id);
  end if;
  if of_joining is null and same then
    -- Somebody who left what is by invitation: the row stays what it is.
    new.visible_to := old.visible_to;
    new.writable_by := old.writable_by;
    return new;
  end if;
  comes_in := own and wall.app_scopes() @> '{alliance}' and new.role = 'member'
    and exists (select from membership m where m.id = new.membership_id and m.account_id = me and m.ended_at is null)
    and (new.state = 'asked' and of_joining = 'request'
      or new.state = 'member' and (of_joining = 'open' or wall.app_scopes() @> array['community:' || new.community_id || ':invited']));
  if current_user = 'wall' or same then
    allowed := true;
  elsif anew then
    allowed := comes_in;
  elsif own then
    allowed := case old.state
      when 'asked' then new.state = 'left' or comes_in
      when 'member' then new.state = 'left' or new.state = 'member' and old.role = 'moderator' and new.role = 'member'
      when 'blocked' then false
      else comes_in end;
  else
    allowed := moderating and (new.role = 'member' or new.state = 'member') and case old.state
      when 'asked' then new.state in ('member', 'declined', 'blocked') and new.role = 'member'
      when 'member' then new.state in ('member', 'removed', 'blocked')
      when 'blocked' then new.state = 'removed'
      else new.state = 'blocked' end;
  end if;
  if of_joining is null then
    allowed := false;
  end if;
  if new.state <> 'member' then
    new.role := 'member';
  end if;
  if new.state <> 'asked' then
    new.note := '';
  end if;
  if anew then
    new.joined_at := case when new.state = 'member' then now() end;
    new.changed_at := now();
  elsif not same then
    new.joined_at := case when new.state = 'member' and old.state <> 'member' then now() else old.joined_at end;
    new.changed_at := now();
  end if;
  new.visible_to := case when new.state = 'member' then array[wall.community_circle(of_joining, new.community_id)]
    else array['account:' || new.account_id, 'community:' || new.community_id || ':moderators'] end;
  new.writable_by := case when allowed
    then array['account:' || new.account_id, 'community:' || new.community_id || ':moderators'] else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
-- There is always somebody who moderates: by one's own hand the last one stays; when an account ends, the member of longest
-- standing takes over.
create function wall.community_member_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  of_community constant uuid := coalesce(new.community_id, old.community_id);
begin
  if tg_op = 'UPDATE' and (new.state, new.role) is not distinct from (old.state, old.role) then
    return null;
  end if;
  -- One at a time, so that two who leave at once cannot each count on the other.
  perform from community c where c.id = of_community for update;
  if tg_op <> 'INSERT' and old.role = 'moderator'
    and not exists (select from community_member m where m.community_id = of_community and m.state = 'member' and m.role = 'moderator') then
    if tg_op = 'UPDATE' and pg_trigger_depth() = 1 then
      raise exception 'community.last_moderator' using errcode = 'check_violation';
    end if;
    update community_member m set role = 'moderator'
    from (select o.account_id from community_member o where o.community_id = of_community and o.state = 'member'
      order by o.joined_at, o.account_id limit 1) eldest
    where m.community_id = of_community and m.account_id = eldest.account_id;
  end if;
  if tg_op <> 'DELETE' and new.state = 'member' then
    update community_invitation i set state = 'accepted'
    from account a where a.id = new.account_id and i.address = a.address and i.community_id = of_community and i.state = 'open';
  end if;
  update community c set members = (select count(*) from community_member m where m.community_id = of_community and m.state = 'member')
  where c.id = of_community;
  perform pg_notify('kansenplein_scopes', coalesce(new.account_id, old.account_id)::text);
  return null;
end
$$;
--> statement-breakpoint
-- Who belongs nowhere in the alliance any more, belongs to no community.
create function wall.leave_communities() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (select from membership m where m.account_id = new.account_id and m.ended_at is null and m.kind <> 'installation') then
    update community_member set state = 'left' where account_id = new.account_id and state in ('member', 'asked');
  end if;
  perform pg_notify('kansenplein_scopes', new.account_id::text);
  return null;
end
$$;
--> statement-breakpoint
-- A login session that ends, or gets another secret, ends what was opened with it.
create function wall.login_session_over() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform pg_notify('kansenplein_scopes', old.account_id::text);
  return null;
end
$$;
--> statement-breakpoint
create function wall.derive_community_invitation() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'INSERT' then
    new.address := lower(btrim(new.address));
    new.state := 'open';
    new.created_at := now();
    new.expires_at := now() + interval '30 days';
  elsif current_user <> 'wall' and new.state <> old.state and (old.state <> 'open' or new.state <> 'withdrawn') then
    raise exception 'community.invitation_settled' using errcode = 'check_violation';
  end if;
  new.visible_to := array['community:' || new.community_id || ':moderators'];
  new.writable_by := new.visible_to;
  return new;
end
$$;
--> statement-breakpoint
-- An address that was not answered is not kept for ever.
create function wall.old_community_invitations_go() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from community_invitation where expires_at < now() - interval '90 days';
  return null;
end
$$;
--> statement-breakpoint
-- what is said

create function wall.derive_community_thread() returns trigger
language plpgsql
as $$
declare
  moderating constant boolean := wall.moderates(new.community_id);
  of_joining text;
  began boolean;
  allowed boolean;
begin
  select c.joining into of_joining from community c where c.id = new.community_id;
  if of_joining is null then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.pinned := false;
    new.closed := false;
    new.removed_at := null;
    new.answered := false;
    new.replies := 0;
    new.posts := 0;
    new.change := 0;
    new.created_at := now();
    new.last_at := now();
    allowed := wall.in_community(new.community_id) and (new.kind <> 'announcement' or moderating);
  elsif current_user = 'wall' then
    allowed := true;
  else
    new.answered := old.answered;
    new.replies := old.replies;
    new.last_at := old.last_at;
    new.posts := old.posts;
    new.change := old.change;
    if new.community_id <> old.community_id and exists (select from community c where c.id = old.community_id and c.joining <> 'open') then
      raise exception 'community.move_private' using errcode = 'check_violation';
    end if;
    began := exists (select from community_post p where p.thread_id = new.id and p.number = 0 and p.account_id = wall.app_account());
    allowed := wall.in_community(new.community_id)
      and ((new.title, new.kind) = (old.title, old.kind)
        or moderating or began and 'announcement' not in (new.kind, old.kind) and not old.closed)
      and ((new.pinned, new.closed, new.removed_at) is not distinct from (old.pinned, old.closed, old.removed_at) or moderating)
      and (new.community_id = old.community_id or moderating and wall.moderates(old.community_id));
  end if;
  new.visible_to := case when new.removed_at is not null then array['community:' || new.community_id || ':moderators']
    when of_joining = 'open' then '{public}' else array['community:' || new.community_id] end;
  new.writable_by := case when allowed then array['community:' || new.community_id] else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
create function wall.community_thread_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update community_post set community_id = new.community_id where thread_id = new.id;
  perform pg_notify('kansenplein_scopes', '');
  return null;
end
$$;
--> statement-breakpoint
create function wall.derive_community_post() returns trigger
language plpgsql
as $$
declare
  by_wall constant boolean := current_user = 'wall';
  me constant uuid := wall.app_account();
  thread community_thread%rowtype;
  of_joining text;
  moderating boolean;
  asks boolean;
  own boolean;
  allowed boolean;
begin
  -- Locked: numbers and changes of one thread come one after the other. Who may not write here locks nothing, finds nothing.
  select t.* into thread from community_thread t where t.id = new.thread_id for update;
  if not found then
    new.visible_to := '{}';
    new.writable_by := '{}';
    return new;
  end if;
  select c.joining into of_joining from community c where c.id = thread.community_id;
  new.community_id := thread.community_id;
  moderating := wall.moderates(thread.community_id);
  if tg_op = 'INSERT' then
    new.account_id := me;
    new.number := thread.posts;
    new.change := thread.change + 1;
    new.answer := false;
    new.created_at := now();
    new.edited_at := null;
    new.removed_at := null;
    new.removed_by := null;
    allowed := wall.in_community(thread.community_id) and thread.removed_at is null and (not thread.closed or moderating);
  else
    own := old.account_id = me;
    if (new.body, new.mentions, new.cards, new.answer, new.removed_at) is distinct from
       (old.body, old.mentions, old.cards, old.answer, old.removed_at) then
      new.change := thread.change + 1;
    else
      new.change := old.change;
    end if;
    if by_wall then
      allowed := true;
      -- Whose words are erased, has answered nothing.
      new.answer := new.answer and new.removed_at is null;
    elsif new.change = old.change then
      allowed := wall.in_community(thread.community_id);
      new.edited_at := old.edited_at;
      new.removed_by := old.removed_by;
    elsif old.removed_at is null and new.removed_at is not null then
      allowed := own or moderating;
      new.body := '';
      new.mentions := '{}';
      new.cards := '[]';
      new.answer := false;
      new.edited_at := old.edited_at;
      new.removed_at := now();
      new.removed_by := case when own then 'author' else 'moderator' end;
    else
      asks := exists (select from community_post p where p.thread_id = thread.id and p.number = 0 and p.account_id = me);
      allowed := wall.in_community(thread.community_id) and old.removed_at is null
        and ((new.body, new.mentions, new.cards) is not distinct from (old.body, old.mentions, old.cards)
          or own and (not thread.closed or moderating))
        and (new.answer = old.answer or (asks or moderating) and thread.kind = 'question' and new.number > 0);
      new.removed_at := null;
      new.removed_by := null;
      new.edited_at := case when new.body is distinct from old.body then now() else old.edited_at end;
    end if;
  end if;
  if not by_wall then
    -- Nobody is named to who does not belong here.
    new.mentions := array(select m.account_id from community_member m
      where m.community_id = thread.community_id and m.state = 'member' and m.account_id = any(new.mentions) order by 1);
  end if;
  new.visible_to := case when thread.removed_at is not null then array['community:' || thread.community_id || ':moderators']
    else array[wall.community_circle(of_joining, thread.community_id)] end;
  new.writable_by := case when allowed then array['community:' || thread.community_id] else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
create function wall.community_post_changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    update community_thread set posts = posts + 1, change = new.change, last_at = new.created_at,
      replies = replies + case when new.number > 0 then 1 else 0 end
    where id = new.thread_id;
    perform pg_notify('kansenplein_thread', new.thread_id || ' ' || new.change);
    return null;
  end if;
  if new.body <> old.body then
    insert into community_post_earlier (post_id, number, community_id, account_id, body)
    select new.id, coalesce(max(e.number), 0) + 1, new.community_id, new.account_id, old.body
    from community_post_earlier e where e.post_id = new.id;
  end if;
  if (new.visible_to, new.removed_at, new.community_id) is distinct from (old.visible_to, old.removed_at, old.community_id) then
    update community_post_earlier set community_id = new.community_id where post_id = new.id;
    update community_reaction set kind = kind where post_id = new.id;
    update community_report set community_id = new.community_id where post_id = new.id;
  end if;
  if new.change <> old.change then
    update community_thread t set change = new.change,
      replies = (select count(*) from community_post p where p.thread_id = new.thread_id and p.number > 0 and p.removed_at is null),
      answered = exists (select from community_post p where p.thread_id = new.thread_id and p.answer)
    where t.id = new.thread_id;
    -- A question has one answer.
    if new.answer and not old.answer then
      update community_post set answer = false where thread_id = new.thread_id and id <> new.id and answer;
    end if;
    perform pg_notify('kansenplein_thread', new.thread_id || ' ' || new.change);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function wall.derive_community_post_earlier() returns trigger
language plpgsql
as $$
begin
  select case when p.removed_at is null then p.visible_to else array['community:' || p.community_id || ':moderators'] end
  into new.visible_to from community_post p where p.id = new.post_id;
  new.visible_to := coalesce(new.visible_to, '{}');
  new.writable_by := '{}';
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_community_reaction() returns trigger
language plpgsql
as $$
declare
  post community_post%rowtype;
begin
  select p.* into post from community_post p where p.id = new.post_id;
  if tg_op = 'INSERT' then
    new.account_id := wall.app_account();
  end if;
  if new.kind not in ('thanks', 'useful', 'recognised', 'idea') then
    raise exception 'community.reaction' using errcode = 'check_violation';
  end if;
  new.thread_id := coalesce(post.thread_id, new.thread_id);
  new.visible_to := coalesce(post.visible_to, '{}');
  new.writable_by := case when current_user = 'wall' or wall.in_community(post.community_id) and post.removed_at is null
    then array['account:' || new.account_id] else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
-- what keeps order

create function wall.derive_community_report() returns trigger
language plpgsql
as $$
declare
  post community_post%rowtype;
  allowed boolean := true;
begin
  if tg_op = 'INSERT' then
    select p.* into post from community_post p where p.id = new.post_id;
    new.account_id := wall.app_account();
    new.community_id := coalesce(post.community_id, new.community_id);
    new.at := now();
    new.outcome := null;
    new.settled_at := null;
    allowed := post.id is not null and post.removed_at is null and wall.app_scopes() @> '{alliance}';
  elsif current_user <> 'wall' then
    new.settled_at := case when new.outcome is distinct from old.outcome then now() else old.settled_at end;
    if new.outcome is distinct from old.outcome and (old.outcome is not null
      or not (new.outcome = 'withdrawn' and new.account_id = wall.app_account()
        or new.outcome in ('kept', 'removed') and wall.moderates(new.community_id))) then
      raise exception 'community.report_settled' using errcode = 'check_violation';
    end if;
  end if;
  new.visible_to := array['account:' || new.account_id, 'community:' || new.community_id || ':moderators'];
  new.writable_by := case when allowed then new.visible_to else '{}' end;
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_community_log() returns trigger
language plpgsql
as $$
begin
  new.account_id := wall.app_account();
  new.at := now();
  new.visible_to := array['community:' || new.community_id || ':moderators'];
  new.writable_by := new.visible_to;
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_community_library() returns trigger
language plpgsql
as $$
declare
  of_joining text;
begin
  select c.joining into of_joining from community c where c.id = new.community_id;
  if tg_op = 'INSERT' then
    new.account_id := wall.app_account();
    new.at := now();
  end if;
  new.visible_to := case when of_joining is null then '{}' else array[wall.community_circle(of_joining, new.community_id)] end;
  new.writable_by := case when of_joining is null then '{}' else array['community:' || new.community_id || ':moderators'] end;
  return new;
end
$$;
--> statement-breakpoint
-- questions that are offered

create function wall.derive_community_offer() returns trigger
language plpgsql
as $$
begin
  new.visible_to := array['municipality:' || new.municipality];
  new.writable_by := array['municipality:' || new.municipality || ':editor'];
  return new;
end
$$;
--> statement-breakpoint
create function wall.derive_community_offer_choice() returns trigger
language plpgsql
as $$
begin
  new.changed_at := now();
  new.visible_to := array['municipality:' || new.municipality];
  new.writable_by := array['municipality:' || new.municipality || ':publisher'];
  return new;
end
$$;
--> statement-breakpoint
-- A question of an open community goes to the twenty municipalities that published most about its themes and want to be
-- asked. Only who asked it, or moderates there, offers it; who it was offered to is told to nobody.
create function wall.offer_question(of_thread uuid, wanted text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not exists (
    select from community_thread t
    join community c on c.id = t.community_id
    join community_post p on p.thread_id = t.id and p.number = 0
    where t.id = of_thread and t.kind = 'question' and t.removed_at is null and not t.closed and c.joining = 'open'
      and wall.in_community(c.id) and (p.account_id = wall.app_account() or wall.moderates(c.id))) then
    raise exception 'community.cannot_offer' using errcode = 'check_violation';
  end if;
  insert into community_offer (thread_id, municipality)
  select of_thread, v.municipality
  from intervention_version v join municipality m on m.code = v.municipality
  where v.current and v.withdrawn_at is null and v.visibility in ('alliance', 'public') and m.joined_at is not null
    and v.content -> 'themes' ?| wanted
    and not wall.app_scopes() @> array['municipality:' || v.municipality]
    and not exists (select from community_offer_choice o where o.municipality = v.municipality and not o.wanted)
  group by v.municipality
  order by count(*) desc, v.municipality
  limit 20
  on conflict do nothing;
end
$$;
--> statement-breakpoint
-- names

-- Names, and for whom they work, of those who belong or belonged to a community or wrote in it: for whoever reads there.
-- Who asks to join, and who reported something, is told to its moderators.
create function wall.community_names(of_community uuid, wanted uuid[]) returns table (account uuid, name text, label text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select a.id, a.name, coalesce(wall.label_of(b.kind, b.municipality, b.organisation_id), '')
  from community c
  cross join account a
  left join community_member p on p.community_id = c.id and p.account_id = a.id
  left join lateral (
    select m.kind, m.municipality, m.organisation_id from membership m
    where m.account_id = a.id and m.ended_at is null and m.kind <> 'installation'
    order by m.id = p.membership_id desc nulls last, m.created_at, m.id limit 1) b on true
  where c.id = of_community and a.id = any(wanted) and wall.app_scopes() @> array[wall.community_circle(c.joining, c.id)]
    and (p.joined_at is not null or p.account_id is not null and wall.moderates(c.id)
      or exists (select from community_post o where o.account_id = a.id and o.community_id = c.id)
      or wall.moderates(c.id) and exists (select from community_report r where r.account_id = a.id and r.community_id = c.id))
$$;
--> statement-breakpoint
-- Who can be named in a community, for its members.
create function wall.community_mentionable(of_community uuid) returns table (account uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select a.id, a.name from community_member m join account a on a.id = m.account_id
  where m.community_id = of_community and m.state = 'member' and wall.in_community(of_community)
  order by m.joined_at, a.id
$$;
--> statement-breakpoint
-- invitations

-- Mails who was invited in this transaction, when somebody of the alliance has that address; answers nothing.
create function wall.tell_invited(of_invitation uuid, about text, says text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  insert into outgoing_mail (recipient, subject, body)
  select a.address, about, says
  from community_invitation i join account a on a.address = i.address
  where i.id = of_invitation and i.state = 'open' and i.created_at = now() and wall.moderates(i.community_id)
    and exists (select from membership m where m.account_id = a.id and m.ended_at is null and m.kind <> 'installation')
    and not exists (select from community_member p where p.community_id = i.community_id and p.account_id = a.id and p.state in ('member', 'blocked'))
$$;
--> statement-breakpoint
-- Who was invited says no. False when nobody invited the actor.
create function wall.decline_community_invitation(of_community uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update community_invitation i set state = 'declined'
  from account a where a.id = wall.app_account() and i.address = a.address and i.community_id = of_community and i.state = 'open'
    and i.expires_at > now() and wall.app_scopes() @> array['community:' || of_community || ':invited'];
  return found;
end
$$;
--> statement-breakpoint
-- Dates of the demo: what was said in a thread, spread over the days since it began.
create function wall.demo_backdate_thread(of_thread uuid, days_ago integer) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp
as $$
  update community_post p set created_at = now() - make_interval(days => days_ago) + make_interval(hours => 19 * p.number)
    * least(1, days_ago * 24.0 / greatest(1, 19 * t.posts)), edited_at = null
  from community_thread t where t.id = of_thread and p.thread_id = t.id;
  update community_thread t set created_at = now() - make_interval(days => days_ago),
    last_at = (select max(p.created_at) from community_post p where p.thread_id = t.id)
  where t.id = of_thread;
$$;
--> statement-breakpoint
do $$
declare
  owned record;
begin
  for owned in
    select * from (values
      ('community', 'id'), ('community_member', 'community_id,account_id'), ('community_invitation', 'id'),
      ('community_thread', 'id'), ('community_post', 'id'), ('community_post_earlier', 'post_id,number'),
      ('community_reaction', 'post_id,account_id,kind'), ('community_report', 'id'), ('community_log', 'id'),
      ('community_library', 'id'), ('community_offer', 'thread_id,municipality'), ('community_offer_choice', 'municipality')
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
--> statement-breakpoint
create trigger a_keep before update on community for each row execute function wall.keep_columns('id', 'handle', 'created_at');
create trigger a_keep before update on community_member for each row execute function wall.keep_columns('community_id', 'account_id');
create trigger a_keep before update on community_invitation for each row
  execute function wall.keep_columns('id', 'community_id', 'address', 'created_at', 'expires_at');
create trigger a_keep before update on community_thread for each row execute function wall.keep_columns('id', 'handle', 'created_at');
create trigger a_keep before update on community_post for each row
  execute function wall.keep_columns('id', 'thread_id', 'number', 'account_id', 'created_at');
create trigger a_keep before update on community_report for each row
  execute function wall.keep_columns('id', 'post_id', 'community_id', 'account_id', 'reason', 'at');
create trigger a_keep before update on community_offer for each row execute function wall.keep_columns('thread_id', 'municipality', 'at');
create trigger a_keep before update on community_offer_choice for each row execute function wall.keep_columns('municipality');
--> statement-breakpoint
create trigger c_founded after insert on community for each row execute function wall.community_founded();
create trigger c_narrowed after update of joining on community for each row when (new.joining <> old.joining)
  execute function wall.community_narrowed();
create trigger c_changed after insert or update or delete on community_member for each row execute function wall.community_member_changed();
create trigger c_communities after update of ended_at on membership for each row
  when (new.ended_at is not null and old.ended_at is null) execute function wall.leave_communities();
create trigger c_over after delete or update of id, membership_id on login_session for each row execute function wall.login_session_over();
create trigger c_old_go after insert on community_invitation for each row execute function wall.old_community_invitations_go();
create trigger c_changed after update on community_thread for each row
  when (new.visible_to is distinct from old.visible_to or new.community_id <> old.community_id)
  execute function wall.community_thread_changed();
create trigger c_changed after insert or update on community_post for each row execute function wall.community_post_changed();
--> statement-breakpoint
revoke execute on function wall.community_circle(text, uuid), wall.in_community(uuid), wall.moderates(uuid), wall.community_scopes(uuid, text),
  wall.derive_community(), wall.derive_community_member(), wall.derive_community_invitation(), wall.derive_community_thread(),
  wall.derive_community_post(), wall.derive_community_post_earlier(), wall.derive_community_reaction(), wall.derive_community_report(),
  wall.derive_community_log(), wall.derive_community_library(), wall.derive_community_offer(), wall.derive_community_offer_choice(),
  wall.community_founded(), wall.community_narrowed(), wall.community_member_changed(), wall.leave_communities(), wall.login_session_over(),
  wall.old_community_invitations_go(), wall.community_thread_changed(), wall.community_post_changed(), wall.offer_question(uuid, text[]),
  wall.community_names(uuid, uuid[]), wall.community_mentionable(uuid), wall.tell_invited(uuid, text, text),
  wall.decline_community_invitation(uuid), wall.demo_backdate_thread(uuid, integer) from public;
--> statement-breakpoint
grant execute on function wall.community_circle(text, uuid), wall.in_community(uuid), wall.moderates(uuid) to app, wall;
grant execute on function wall.community_scopes(uuid, text) to wall;
grant execute on function wall.offer_question(uuid, text[]), wall.community_names(uuid, uuid[]), wall.community_mentionable(uuid),
  wall.tell_invited(uuid, text, text), wall.decline_community_invitation(uuid) to app;
do $$
declare
  listed text;
begin
  foreach listed in array array['community_founded()', 'community_narrowed()', 'community_member_changed()', 'leave_communities()', 'login_session_over()',
    'old_community_invitations_go()', 'community_thread_changed()', 'community_post_changed()', 'offer_question(uuid, text[])',
    'community_names(uuid, uuid[])', 'community_mentionable(uuid)', 'tell_invited(uuid, text, text)',
    'decline_community_invitation(uuid)', 'demo_backdate_thread(uuid, integer)'] loop
    execute format('alter function wall.%s owner to wall', listed);
  end loop;
end
$$;
