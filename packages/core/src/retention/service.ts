// Keeps to the periods: a job throws away what is over its time.
import type { Database } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { forgettableTold, retentionPeriods, type Forgettable } from './periods.ts';

const told = new Set<Forgettable>(forgettableTold);

/** The function of the wall that throws this away. */
function forgetting(noun: Forgettable) {
  if (noun === 'audit_event') return sql`select wall.prune_audit()::int as gone`;
  if (noun.startsWith('session_')) return sql`select wall.forget_registrations(${noun}) as gone`;
  return told.has(noun)
    ? sql`select wall.forget_told(${noun}) as gone`
    : sql`select wall.forget(${noun}) as gone`;
}

/** The wall knows how old each kind must be. One transaction for each period, so that one that fails keeps no other waiting. Answers how many rows went. */
export async function forgetWhatIsOver(
  database: Database,
): Promise<Readonly<Partial<Record<Forgettable, number>>>> {
  const gone: Partial<Record<Forgettable, number>> = {};
  const failures: unknown[] = [];
  for (const { noun } of retentionPeriods) {
    if (noun === null) continue;
    try {
      gone[noun] = await database.asJob('keep-periods', async (tx) => {
        const { rows } = await tx.execute<{ gone: number }>(forgetting(noun));
        return rows[0]?.gone ?? 0;
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every period could be kept');
  return gone;
}
