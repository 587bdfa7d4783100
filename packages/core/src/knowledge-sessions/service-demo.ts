// Sessions that the demo held in the past, made by the owner of the database: nobody publishes a day that is over, and
// nobody registers for it.
import type { OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

/**
 * Publishes a written proposal as it was so many days ago, with these accounts having been there; then it was held.
 * Nobody is mailed about it.
 */
export async function holdDemoSession(
  tx: OwnerTx,
  session: string,
  daysAgo: number,
  attendees: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    insert into knowledge_session_version (session_id, number, handle, visibility, title, content, note, state)
    select id, 1, handle, content ->> 'visibility', title, jsonb_set(content, '{report}', '{"text": "", "outcomes": []}'), '', 'open'
    from knowledge_session where id = ${session}`);
  await tx.execute(sql`
    update knowledge_session_version set published_at = now() - make_interval(days => ${daysAgo}) where session_id = ${session}`);
  await tx.execute(
    sql`update knowledge_session set state = 'open', published_version = 1 where id = ${session}`,
  );
  await tx.execute(sql`
    with came as (
      insert into session_registration (id, session_id, account_id, name, belongs, state, created_at, changed_at, attended_at)
      select gen_random_uuid(), v.session_id, a.id, a.name, coalesce((
          select wall.label_of(m.kind, m.municipality, m.organisation_id) from membership m
          where m.account_id = a.id and m.ended_at is null order by m.created_at, m.id limit 1), ''), 'admitted',
        v.published_at, v.published_at, v.starts_at
      from account a, knowledge_session_version v
      where v.session_id = ${session} and a.address = any(${sql.param([...attendees])}::text[])
      returning id, session_id, name
    )
    insert into session_seat (registration_id, part, session_id, ordinal, state)
    select id, '', session_id, row_number() over (order by name, id), 'seated' from came`);
  await tx.execute(sql`
    update session_part set next_ordinal = taken + 1 where session_id = ${session} and part = ''`);
  await tx.execute(sql`update knowledge_session set state = 'held' where id = ${session}`);
  await tx.execute(sql`update session_registration set tell = null where session_id = ${session}`);
}
