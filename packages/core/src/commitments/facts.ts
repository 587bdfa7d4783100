// What happened and counts, as one piece of SQL: each part says (municipality, commitment, kind, on_day, title, noun,
// handle, version). Read through the wall by whoever asks. A fact is only what the municipality and the coordinators can
// both read, so that both see the same figure, and its link leads to a page and never to a draft.
import { sql, type SQL } from 'drizzle-orm';

/** Day in the Netherlands, as calendar years are counted there. */
const dayOf = (moment: SQL) => sql`(${moment} at time zone 'Europe/Amsterdam')::date`;

/** Moments that may lie in the year, for an index; the day itself is asked after. */
const around = (moment: SQL) => sql`${moment} >= b.first - 1 and ${moment} < b.last + 2`;

/** Agreed by both sides: what one side recorded and the other has not confirmed counts for nothing. */
const consultations = sql`
  select c.municipality, 'consultation', 'consultation', c.held_on, coalesce(c.content -> 'points' ->> 0, ''),
    'consultation', c.id::text, null::integer
  from consultation c, bounds b
  where c.state = 'confirmed' and c.held_on between b.first and b.last`;

/** Shared with the alliance or with everybody, by somebody: an answer of a participant makes a version too, which is none. */
const shared = sql`
  select v.municipality, 'sharing', case when v.number = 1 then 'published' else 'new_version' end,
    ${dayOf(sql`v.published_at`)}, v.title, 'intervention', v.handle, case when v.current then null else v.number end
  from intervention_version v, bounds b
  where v.visibility in ('alliance', 'public') and v.withdrawn_at is null and v.published_role is not null
    and ${around(sql`v.published_at`)}`;

/** A thematic agenda of the national agenda, published or renewed for others to read. */
const themeAgendas = sql`
  select v.municipality, 'national_agenda', 'theme_agenda', ${dayOf(sql`v.published_at`)}, v.title, 'agenda', v.handle,
    case when v.current then null else v.number end
  from agenda_version v, bounds b
  where v.visibility in ('alliance', 'public') and v.withdrawn_at is null and v.content ->> 'kind' = 'national_theme'
    and ${around(sql`v.published_at`)}`;

/** Held, in a report or not, and over; in the circle that coordinators read too. */
const wasHeld = sql`v.current and v.state in ('held', 'reported') and v.visibility in ('alliance', 'public')
  and v.ends_at <= now() and ${around(sql`v.starts_at`)}`;

/** A session that the municipality hosted itself. */
const hosted = sql`
  select v.municipality, 'knowledge_session', 'session_hosted', ${dayOf(sql`v.starts_at`)}, v.title, 'knowledge_session',
    v.handle, null::integer
  from knowledge_session_version v, bounds b where v.municipality is not null and ${wasHeld}`;

/**
 * A session of the alliance from which the municipality takes something over, as its report says. Who was there is told to
 * who held it only, so attendance is no evidence that both sides can read.
 */
const takenOver = sql`
  select distinct o.municipality, 'national_agenda', 'session_adopted', ${dayOf(sql`v.starts_at`)}, v.title,
    'knowledge_session', v.handle, null::integer
  from knowledge_session_version v join session_outcome o on o.session_id = v.session_id and o.number = v.number, bounds b
  where v.municipality is null and v.host_community is null and o.kind = 'adopts' and o.municipality is not null and ${wasHeld}`;

export const facts: SQL = sql.join(
  [consultations, shared, themeAgendas, hosted, takenOver],
  sql` union all `,
);
