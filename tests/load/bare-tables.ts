// Copies of what one reader may see, without row rules: nothing to filter, so the other side is as fast as it can be.
import type { EngineUrls } from '@kansenplein/db';
import { asClient } from './fill.ts';

/** The fields of an intervention in the order in which the contract writes them; jsonb keeps an order of its own. */
const contentFields = [
  'title',
  'summary',
  'parties',
  'goal',
  'targetGroup',
  'locations',
  'activities',
  'monitoring',
  'funding',
  'website',
  'contactRole',
  'contactMailbox',
  'activeIngredients',
  'localForm',
  'transferability',
  'unwantedEffects',
  'themes',
  'phases',
  'programmes',
  'ageFrom',
  'ageTo',
  'periodFrom',
  'periodTo',
  'course',
  'costBand',
  'visibility',
];

const texts = (key: string) => `array(select jsonb_array_elements_text(v.content -> '${key}'))`;
const partners = (condition: string) =>
  `(select count(*) from jsonb_array_elements(v.participations) p
    where not (p ->> 'lead')::boolean and p ->> 'commitment' ${condition})::int`;

/** `scopes` as a literal: whoever carries one of them sees the row. */
const copies = (schema: string, scopes: string) => `
  drop schema if exists ${schema} cascade;
  create schema ${schema};
  grant usage on schema ${schema} to app;

  create table ${schema}.intervention as
  select d.doc, v.intervention_id as id, 'intervention'::text as kind, v.handle, v.title, v.content ->> 'summary' as summary,
    v.municipality, ${texts('themes')} as themes, ${texts('phases')} as phases, v.content ->> 'course' as course,
    v.content ->> 'costBand' as cost_band, ${partners("<> 'withdrawn'")} as partners,
    ${partners("= 'conditional'")} as conditional,
    ${partners("<> 'withdrawn' and not (p ->> 'agreed')::boolean")} as unconfirmed,
    ${partners("not in ('withdrawn', 'conditional') and (p ->> 'agreed')::boolean")} as confirmed, v.visibility, v.number as version, v.published_at,
    json_build_object(${contentFields.map((field) => `'${field}', v.content -> '${field}'`).join(', ')}) as content,
    (select json_agg(json_build_object('municipality', json_build_object('code', p #> '{municipality,code}',
        'name', p #> '{municipality,name}', 'slug', p #> '{municipality,slug}'), 'lead', p -> 'lead',
        'commitment', p -> 'commitment', 'agreed', p -> 'agreed', 'pupils', p -> 'pupils', 'schools', p -> 'schools') order by n)
     from jsonb_array_elements(v.participations) with ordinality as each(p, n)) as participations
  from public.intervention_version v
  join public.search_document d on d.id = v.intervention_id
  where v.current and v.withdrawn_at is null and v.visible_to && '${scopes}'::text[];
  alter table ${schema}.intervention add primary key (id);
  create unique index on ${schema}.intervention (handle);
  create index on ${schema}.intervention (published_at desc, doc desc);
  create index on ${schema}.intervention (kind, published_at desc, doc desc);
  create index on ${schema}.intervention (municipality, published_at desc, doc desc);
  create index on ${schema}.intervention using gin (themes);
  create index on ${schema}.intervention using gin (phases);

  create table ${schema}.version as select intervention_id, number, published_at, note
  from public.intervention_version where visible_to && '${scopes}'::text[];
  alter table ${schema}.version add primary key (intervention_id, number);

  create table ${schema}.evaluates as select r.intervention_id as source, r.target
  from public.intervention_relation r join public.intervention_version v
    on v.intervention_id = r.intervention_id and v.number = r.number and v.current;
  create index on ${schema}.evaluates (source);
  create index on ${schema}.evaluates (target);

  create table ${schema}.municipality as select code, name, slug from public.municipality;
  alter table ${schema}.municipality add primary key (code);
  create table ${schema}.region as select slug, name from public.region;
  create table ${schema}.region_municipality as select region, municipality from public.region_municipality;
  create table ${schema}.login as select s.id, s.account_id, m.municipality, s.expires_at
  from public.login_session s join public.membership m on m.id = s.membership_id;
  alter table ${schema}.login add primary key (id);

  grant select on all tables in schema ${schema} to app;
`;

export async function makeBareTables(
  urls: EngineUrls,
  schema: string,
  scopes: readonly string[],
): Promise<void> {
  await asClient(urls.superuserUrl, async (client) => {
    await client.query(copies(schema, `{${scopes.join(',')}}`));
    await client.query('vacuum (analyze)');
  });
}
