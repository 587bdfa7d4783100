// What only the demo needs: its people follow something, and what happened carries the day on which it happened.
import type { OwnerTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';

/** Days back that the people of the demo are told of; what is older nobody would still have unread. */
const recent = 60;

/** After the examples were loaded and dated, before a job tells anybody. */
export async function makeDemoNews(tx: OwnerTx): Promise<void> {
  await tx.execute(sql`
    update happening h set at = coalesce(case
      when h.kind = 'withdrawn' and h.noun = 'intervention'
        then (select w.withdrawn_at from intervention_withdrawal w where w.intervention_id = h.key)
      when h.kind = 'asked' or h.kind = 'answered' then (
        select case h.kind when 'asked' then q.told_at else q.answered_at end from participation_question q
        where q.intervention_id = h.key and q.municipality = split_part(h.part, '/', 1) and q.round = split_part(h.part, '/', 2)::int)
      when h.noun = 'intervention' then (
        select v.published_at from intervention_version v
        where v.intervention_id = h.key and v.number = coalesce(nullif(h.part, '')::int, 1))
      when h.noun = 'agenda' and h.kind <> 'withdrawn' then (
        select v.published_at from agenda_version v where v.agenda_id = h.key and v.number = h.part::int)
      when h.noun = 'thread' then (select p.created_at from community_post p where p.id = h.part::uuid)
      when h.noun = 'knowledge_session' then (
        select case h.kind when 'session_planned' then v.published_at else least(v.ends_at + interval '4 days', now()) end
        from knowledge_session_version v where v.session_id = h.key and v.number = 1)
      end, h.at)
    where h.noun in ('intervention', 'agenda', 'participation', 'thread', 'knowledge_session')
      and h.kind not in ('submitted', 'returned', 'remarked')`);
  // What was held in the demo's past was open for a moment.
  await tx.execute(sql`
    delete from happening h where h.kind = 'session_open' and not exists (
      select from knowledge_session_version v where v.session_id = h.key and v.current and v.state = 'open')`);
  await tx.execute(sql`delete from happening where at < now() - make_interval(days => ${recent})`);
  // Of each municipality the two that come after it, and a theme for everybody.
  await tx.execute(sql`
    with joined as (
      select code, row_number() over (order by code) as n, count(*) over () as all_of from municipality where joined_at is not null
    )
    insert into follow (id, account_id, membership_id, target)
    select gen_random_uuid(), m.account_id, m.id, target
    from membership m left join joined own on own.code = m.municipality
    cross join lateral (
      select 'municipality:' || next.code as target from joined next
      where (next.n - own.n + own.all_of) % own.all_of in (1, 2)
      union all select 'theme:taalontwikkeling') chosen
    where m.ended_at is null and m.kind <> 'installation'
    on conflict (account_id, target) do nothing`);
  // Who belongs to a community hears what begins there.
  await tx.execute(sql`
    insert into follow (id, account_id, membership_id, target)
    select gen_random_uuid(), c.account_id, c.membership_id, 'community:' || c.community_id
    from community_member c join membership m on m.id = c.membership_id and m.ended_at is null
    where c.state = 'member' on conflict (account_id, target) do nothing`);
}
