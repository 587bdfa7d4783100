-- What is published is found, in the same transaction, for exactly the audience of its row. Drafts never get here.

create function wall.text_of(content jsonb, paths jsonpath[]) returns text
language sql immutable
as $$
  select string_agg(found #>> '{}', E'\n') from unnest(paths) path, jsonb_path_query(content, path) found
$$;

create function wall.index_intervention() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not new.current or new.withdrawn_at is not null then
    if tg_op = 'UPDATE' and old.current and old.withdrawn_at is null and new.withdrawn_at is not null then
      perform wall.search_remove('intervention', new.intervention_id);
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' and new.published_at = old.published_at then
    if new.audience <> old.audience then
      perform wall.search_move('intervention', new.intervention_id, new.audience);
    end if;
    return null;
  end if;
  perform wall.search_put('intervention', new.intervention_id, new.audience, new.municipality, new.handle, new.title,
    new.content ->> 'summary',
    concat_ws(E'\n', (select name from municipality where code = new.municipality),
      wall.text_of(new.content, '{$.goal,$.targetGroup,$.activities,$.activeIngredients[*],$.monitoring,$.parties,$.locations,$.funding,$.localForm,$.transferability,$.unwantedEffects}')),
    array(select jsonb_array_elements_text(new.content -> 'themes')),
    array(select jsonb_array_elements_text(new.content -> 'phases')),
    new.published_at);
  return null;
end
$$;

create function wall.index_agenda() returns trigger
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
    new.content ->> 'mission',
    concat_ws(E'\n', (select name from municipality where code = new.municipality),
      wall.text_of(new.content, '{$.goals[*].title,$.goals[*].text,$.goals[*].intendedResults[*].text,$.actions[*].text,$.principles[*].title,$.principles[*].text,$.background,$.bodies[*].name,$.keyFigures[*]}')),
    '{}', '{}', new.published_at);
  return null;
end
$$;

create function wall.index_municipality() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.joined_at is not null and (tg_op = 'INSERT' or old.joined_at is null) then
    perform wall.search_put('municipality', md5('municipality:' || new.code)::uuid, wall.audience_of('{public}'), new.code,
      -- An old date: joining is no news beside what is published.
      new.slug, 'Gemeente ' || new.name, 'Gemeente in ' || new.province, '', '{}', '{}', '2000-01-01');
  end if;
  return null;
end
$$;

grant execute on function wall.text_of(jsonb, jsonpath[]) to wall;
-- Before d_follow: its nested update fires this trigger once more, and the newest audience must be the last word.
create trigger c_index after insert or update on intervention_version for each row execute function wall.index_intervention();
create trigger c_index after insert or update on agenda_version for each row execute function wall.index_agenda();
create trigger c_index after insert or update on municipality for each row execute function wall.index_municipality();

alter function wall.index_intervention() owner to wall;
alter function wall.index_agenda() owner to wall;
alter function wall.index_municipality() owner to wall;
