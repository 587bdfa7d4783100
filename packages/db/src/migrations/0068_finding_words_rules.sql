-- Words that nothing says any more go, and what only insiders still say is taken for a word of everybody no more: what others may
-- notice of the words follows from what everybody may read now.

set local role wall;
--> statement-breakpoint
-- Looks at a batch of words after this one; answers the last of them, null at the end. Who publishes meanwhile counts on the
-- words that are there. So what seems to be said nowhere is looked at once more while nobody writes: whoever began before is waited
-- for, whoever begins now sees what went. Gives way to a publisher after 200 ms (lock_not_available): then ask again.
-- Only in READ COMMITTED, where each statement sees what was published before it.
create function wall.search_sweep_words(after text, batch int default 1000) returns text
language plpgsql security definer set search_path = pg_catalog, public, wall, pg_temp
set jit to off set enable_seqscan to off set lock_timeout to '200ms'
as $$
declare
  words constant text[] := array(select k.word from search_word k where k.word > after order by k.word limit batch);
  idle constant text[] := array(
    select k.word from search_word k
    where k.word = any(words) and not exists (
      select from search_vector v
      where v.whole @@ quote_literal(k.word)::tsquery
        and (not k.open or v.audience = any(array(select a.id from audience a where 'public' = any(a.scopes))))));
begin
  if idle <> '{}' then
    lock table search_vector in share mode;
    delete from search_word k
    where k.word = any(idle) and not exists (select from search_vector v where v.whole @@ quote_literal(k.word)::tsquery);
    update search_word k set open = false
    where k.word = any(idle) and k.open and not exists (
      select from search_vector v
      where v.whole @@ quote_literal(k.word)::tsquery
        and v.audience = any(array(select a.id from audience a where 'public' = any(a.scopes))));
  end if;
  return words[cardinality(words)];
end
$$;
--> statement-breakpoint
revoke execute on function wall.search_sweep_words(text, int) from public;
grant execute on function wall.search_sweep_words(text, int) to worker;
--> statement-breakpoint
reset role;
