-- Long texts are Markdown; what is searched and what a hit shows are their words. Only the marks of the dialect (core
-- decision 'The dialect of long texts'): a sign too many or too few is a small flaw in an excerpt, never a hole.

create function wall.words_of(markdown text) returns text
language sql immutable strict
as $$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(markdown,
    -- The words of a link; its address is no word of the text.
    '(?<!\\)\[((?:[^][\\]|\\.)*)\]\((?:[^()\s\\]|\\.)*\)', '\1', 'g'),
    -- The row of a table that only says it is one, and the marks of headings.
    '^[ \t]*\|?([ \t]*:?-+:?[ \t]*\|)+[ \t]*(:?-+:?)?[ \t]*$|^ {0,3}#{1,6}[ \t]+', '', 'gn'),
    -- Emphasis, and the borders of cells.
    '(?<!\\)\*+(?=\S)|(?<=\S)(?<!\\)\*+|(?<![[:alnum:]\\])_+(?=\S)|(?<=\S)(?<!\\)_+(?![[:alnum:]])', '', 'g'),
    '(?<!\\)\|', ' ', 'g'),
    '\\([^[:alnum:][:space:]])', '\1', 'g')
$$;

create or replace function wall.text_of(content jsonb, paths jsonpath[]) returns text
language sql immutable
as $$
  select string_agg(wall.words_of(found #>> '{}'), E'\n') from unnest(paths) path, jsonb_path_query(content, path) found
$$;

revoke execute on function wall.words_of(text) from public;
grant execute on function wall.words_of(text) to wall;

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
      wall.text_of(new.content, '{$.goals[*].title,$.goals[*].text,$.goals[*].intendedResults[*].text,$.actions[*].text,$.principles[*].title,$.principles[*].text,$.background,$.bodies[*].name,$.keyFigures[*]}')),
    '{}', '{}', new.published_at);
  return null;
end
$$;

reset role;
