-- What is said in a community and which sessions are held is told to who follows it. Who is told is decided where it always
-- is (wall.fan_out): each must read the post or the programme at that moment, so that of a private community nobody else
-- hears anything, and who left hears nothing that was said before.

-- What a thread begins with is told to who follows the community; a reply to who follows the thread and to who began it;
-- who is named is told that. Nothing is told of a post that was changed, but to whom it names only now.
create function wall.post_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  began constant uuid := (select p.account_id from community_post p where p.thread_id = new.thread_id and p.number = 0);
  named uuid[] := new.mentions;
begin
  if tg_op = 'INSERT' and new.number = 0 then
    perform wall.happened('thread_started', 'thread', new.thread_id, new.id::text, array['community:' || new.community_id], '{}',
      new.visible_to);
  elsif tg_op = 'INSERT' then
    perform wall.happened('replied', 'thread', new.thread_id, new.id::text, array['thread:' || new.thread_id],
      array['account:' || began], new.visible_to);
  else
    named := array(select m from unnest(new.mentions) m where m <> all(old.mentions));
    if new.answer and not old.answer then
      perform wall.happened('answer_marked', 'thread', new.thread_id, new.id::text, array['thread:' || new.thread_id],
        array['account:' || began, 'account:' || new.account_id], new.visible_to);
    end if;
  end if;
  if cardinality(named) > 0 then
    perform wall.happened('mentioned', 'thread', new.thread_id, new.id::text, '{}', array(select 'account:' || m from unnest(named) m),
      new.visible_to);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on community_post for each row execute function wall.post_happened();
--> statement-breakpoint
create trigger e_changed after update of mentions, answer on community_post for each row
  when (new.answer and not old.answer or new.mentions is distinct from old.mentions) execute function wall.post_happened();
--> statement-breakpoint
-- A programme that can be read, also when it is for more people than before; that one can register; that there is a report.
create function wall.session_happened() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  what text := case when tg_op = 'INSERT' then 'session_planned' when new.state = 'open' then 'session_open' else 'session_reported' end;
begin
  if tg_op = 'INSERT' and (new.state not in ('planned', 'open') or exists (select from knowledge_session_version v
      where v.session_id = new.session_id and v.number = new.number - 1 and v.visibility = new.visibility)) then
    return null;
  end if;
  perform wall.happened(what, 'knowledge_session', new.session_id, '', wall.themes_followed(new.content)
    || case when new.municipality is null then '{}' else array['municipality:' || new.municipality] end
    || case when new.host_community is null then '{}' else array['community:' || new.host_community] end, '{}', new.visible_to);
  return null;
end
$$;
--> statement-breakpoint
create trigger e_happened after insert on knowledge_session_version for each row execute function wall.session_happened();
--> statement-breakpoint
create trigger e_moved after update of state on knowledge_session_version for each row
  when (new.current and new.state <> old.state and new.state in ('open', 'reported')) execute function wall.session_happened();
--> statement-breakpoint
revoke execute on function wall.post_happened(), wall.session_happened() from public;
--> statement-breakpoint
alter function wall.post_happened() owner to wall;
--> statement-breakpoint
alter function wall.session_happened() owner to wall;
