// Keeps to the periods: a job throws away what is over its time.
import type { Database } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { retentionPeriods, type Forgettable } from './periods.ts';

/** One transaction for each period, so that one that fails keeps no other waiting. Answers how many rows went. */
export async function forgetWhatIsOver(
  database: Database,
): Promise<Readonly<Partial<Record<Forgettable, number>>>> {
  const gone: Partial<Record<Forgettable, number>> = {};
  const failures: unknown[] = [];
  for (const { noun, hours } of retentionPeriods) {
    if (noun === null || hours === null) continue;
    try {
      gone[noun] = await database.asJob('keep-periods', async (tx) => {
        const { rows } = await tx.execute<{ gone: number }>(
          sql`select wall.forget(${noun}, make_interval(hours => ${hours}::int)) as gone`,
        );
        return rows[0]?.gone ?? 0;
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every period could be kept');
  return gone;
}
