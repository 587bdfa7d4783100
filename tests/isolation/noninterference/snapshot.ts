// A database that can be put back to how it was in a few milliseconds, counters included: each sequence starts alike.
// Only tables that changed are written again; whether one did is told by its rows: a newer one, or another number of them.
import type { EngineUrls } from '@kansenplein/db';
import { asSuperuser } from '../../support/sql.ts';

const tablesOfOurs = `
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('municipality', 'region', 'region_municipality')`;

const install = `
  create schema snapshot;
  create table snapshot.since (xid bigint not null);
  insert into snapshot.since select pg_current_xact_id()::text::bigint;
  do $take$
  declare
    each record;
    body text := 'select xid from snapshot.since into since;';
  begin
    for each in ${tablesOfOurs} loop
      execute format('create table snapshot.%1$I as table public.%1$I', each.relname);
      body := body || format(
        'if exists (select from public.%1$I where xmin::text::bigint > since)
           or (select count(*) from public.%1$I) <> (select count(*) from snapshot.%1$I) then
           delete from public.%1$I; insert into public.%1$I overriding system value table snapshot.%1$I;
         end if;', each.relname);
    end loop;
    -- Where each counter stands now: a number given out to somebody else would otherwise differ from the start.
    for each in select s.schemaname, s.sequencename, s.last_value from pg_sequences s where s.schemaname in ('public', 'wall') loop
      body := body || format('perform setval(%L, %s, %L);', format('%I.%I', each.schemaname, each.sequencename),
        coalesce(each.last_value, 1), each.last_value is not null);
    end loop;
    body := body || 'update snapshot.since set xid = pg_current_xact_id()::text::bigint;';
    execute format('create function snapshot.restore() returns void language plpgsql as %L',
      'declare since bigint; begin ' || body || ' end');
  end
  $take$`;

/** Remembers how the database stands now. Superuser only; nothing of the platform can reach the schema. */
export async function takeSnapshot(urls: EngineUrls): Promise<void> {
  await asSuperuser(urls.superuserUrl, install);
}

/** Said once on the connection that restores: triggers and foreign keys rest on it. Saying it anew would forget every plan. */
export const resting = 'set session_replication_role = replica';

/** Puts back every row and counter. */
export const restoring = 'select snapshot.restore()';
