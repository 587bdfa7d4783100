// Limits on attempts, counted in PostgreSQL so that they hold over any number of processes.
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** A counter per name and limit; answers false when the limit is used up, throws when the database does not answer. */
export function attempts(pool: pg.Pool) {
  const limiters = new Map<string, RateLimiterPostgres>();
  return async (name: string, key: string, { points, seconds }: Limit): Promise<boolean> => {
    const limiter =
      limiters.get(name) ??
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'attempt',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
      });
    limiters.set(name, limiter);
    try {
      await limiter.consume(key);
      return true;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return false;
      throw refused;
    }
  };
}
