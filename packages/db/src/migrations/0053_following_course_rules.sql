-- How far something is goes along to an engine that follows.
set local role wall;
--> statement-breakpoint
-- One document as it is now, in the shape a copy is made of.
create or replace function wall.engine_document(of_doc integer) returns jsonb
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
    'course', (select v.value from search_value v where v.dimension = 'course' and v.bit = d.course),
    'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'micros', (extract(epoch from d.at) * 1000000)::bigint,
    'place', d.doc,
    'visibleTo', a.scopes)
  from search_document d join search_text t on t.doc = d.doc join audience a on a.id = d.audience
  where d.doc = of_doc
$$;
--> statement-breakpoint
reset role;
