// Keeping another engine true: the relay, and a comparison every night. Without an engine only what one left behind is
// forgotten.
import { followSearch, forgetUnseenFollowers, mendIndex, type Follower } from '@kansenplein/core';
import type { Database } from '@kansenplein/db';
import type { Logger } from 'pino';

const minute = 60_000;
const day = 24 * 60 * minute;
/** After it failed the engine is left alone for a while; what waits goes on waiting. */
const breath = 5_000;

/** When the night's comparison is due next: at three, by the clock of the server. */
export function nextNight(now: Date): number {
  const at = new Date(now);
  at.setHours(3, 0, 0, 0);
  return at.getTime() > now.getTime() ? at.getTime() : at.getTime() + day;
}

export function searchJobs(
  database: Database,
  follower: Follower | null,
  log: Pick<Logger, 'error' | 'info' | 'warn'>,
): (() => Promise<boolean>)[] {
  let forget = 0;
  const forgetting = async () => {
    if (Date.now() < forget) return false;
    forget = Date.now() + 60 * minute;
    await forgetUnseenFollowers(database);
    return false;
  };
  if (follower === null) return [forgetting];
  let night = nextNight(new Date());
  let notBefore = 0;
  return [
    forgetting,
    async () => {
      if (Date.now() < notBefore) return false;
      try {
        return await followSearch(database, follower);
      } catch (error) {
        notBefore = Date.now() + breath;
        throw error;
      }
    },
    async () => {
      if (Date.now() < night) return false;
      const found = await mendIndex(database, follower);
      // Busy: in a minute once more.
      night = found === null ? Date.now() + minute : nextNight(new Date());
      if (found === null) return false;
      const { missing, different, superfluous, compared } = found;
      const counts = {
        compared,
        missing: missing.length,
        different: different.length,
        superfluous: superfluous.length,
      };
      const differs = counts.missing + counts.different + counts.superfluous > 0;
      log[differs ? 'warn' : 'info'](counts, 'index compared');
      return false;
    },
  ];
}
