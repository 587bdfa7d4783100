// A database that can be put back to how it was in a few milliseconds, counters included: each sequence starts alike.
// Only rows that changed are written again: whoever writes a table anew each time makes it longer each time, and every
// question then walks past what lies dead in it. Whether a table changed is told by its rows: a newer one, or another
// number of them.
import type { EngineUrls } from '@kansenplein/db';
import { asSuperuser } from '../../support/sql.ts';

const tablesOfOurs = `
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('municipality', 'region', 'region_municipality')`;

/** Which rows of a snapshot are no longer in their table: those whose key is not; without a key, all. */
const gone = `
  select coalesce('where not exists (select from public.' || quote_ident(c.relname) || ' now where '
    || string_agg(format('now.%1$I = was.%1$I', a.attname), ' and ') filter (where a.attname is not null) || ')', '')
  from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
  where c.oid = each.oid group by c.relname`;

const install = `
  create schema snapshot;
  create table snapshot.since (xid bigint not null);
  insert into snapshot.since select pg_current_xact_id()::text::bigint;
  do $take$
  declare
    each record;
    body text := 'select xid from snapshot.since into since;';
    gone text;
    number bigint;
  begin
    for each in ${tablesOfOurs} loop
      execute format('create table snapshot.%1$I as table public.%1$I', each.relname);
      gone := (${gone});
      execute format('select count(*) from snapshot.%I', each.relname) into number;
      body := body || format(
        'if (select count(*) <> %4$s or bool_or(xmin::text::bigint > since) from public.%1$I) then
           delete from public.%1$I %3$s;
           insert into public.%1$I overriding system value select was.* from snapshot.%1$I was %2$s;
         end if;', each.relname, gone, case when gone = '' then '' else 'where xmin::text::bigint > since' end, number);
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
