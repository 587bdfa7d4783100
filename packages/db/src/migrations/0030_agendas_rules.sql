-- What was agreed later, in an addendum, is found like the rest of the agenda: by its words. Replaced here is wall's own.
set local role wall;

create or replace function wall.index_agenda() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not new.current or new.withdrawn_at is not null then
    if tg_op = 'UPDATE' and old.current and old.withdrawn_at is null and new.withdrawn_at is not null then
      perform wall.search_remove('agenda', new.agenda_id);
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.published_at = old.published_at then
    if new.audience <> old.audience then
      perform wall.search_move('agenda', new.agenda_id, new.audience);
    end if;
    return null;
  end if;
  perform wall.search_put('agenda', new.agenda_id, new.audience, new.municipality, new.handle, new.title,
    wall.words_of(new.content ->> 'mission'),
    concat_ws(E'\n', (select name from municipality where code = new.municipality),
      wall.text_of(new.content, '{$.goals[*].title,$.goals[*].text,$.goals[*].intendedResults[*].text,$.actions[*].text,$.principles[*].title,$.principles[*].text,$.background,$.bodies[*].name,$.keyFigures[*],$.addenda[*].title,$.addenda[*].text}')),
    '{}', '{}', new.published_at);
  return null;
end
$$;

reset role;
