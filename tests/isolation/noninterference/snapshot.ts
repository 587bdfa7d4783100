// A database that can be put back to how it was in a few milliseconds, counters included: each sequence starts alike.
import type { EngineUrls } from '@kansenplein/db';
import { asSuperuser } from '../../support/sql.ts';

const tablesOfOurs = `
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('municipality', 'region', 'region_municipality')`;

const install = `
  create schema snapshot;
  do $take$
  declare
    each record;
    ours text[] := '{}';
    body text := '';
  begin
    for each in ${tablesOfOurs} loop
      execute format('create table snapshot.%1$I as table public.%1$I', each.relname);
      ours := ours || each.relname::text;
      body := body || format('delete from public.%1$I; insert into public.%1$I overriding system value table snapshot.%1$I;', each.relname);
    end loop;
    -- Where each counter stands now: a number given out to somebody else would otherwise differ from the start.
    for each in select s.schemaname, s.sequencename, s.last_value from pg_sequences s where s.schemaname in ('public', 'wall') loop
      body := body || format('perform setval(%L, %s, %L);', format('%I.%I', each.schemaname, each.sequencename),
        coalesce(each.last_value, 1), each.last_value is not null);
    end loop;
    execute format('create function snapshot.restore() returns void language plpgsql as %L', 'begin ' || body || ' end');
  end
  $take$`;

/** Remembers how the database stands now. Superuser only; nothing of the platform can reach the schema. */
export async function takeSnapshot(urls: EngineUrls): Promise<void> {
  await asSuperuser(urls.superuserUrl, install);
}

/** Puts back every row and counter. Triggers and foreign keys rest meanwhile. */
export const restoring = `set session_replication_role = replica; select snapshot.restore(); reset session_replication_role`;
