import { afterInWords, periodInWords } from '#lib/statements/period-words.ts';
import { retentionPeriods } from '#lib/server/api.ts';
import { grounds, privacy } from '#lib/statements/privacy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  privacy: {
    ...privacy,
    kept: privacy.kept.map((one) => ({
      ...one,
      ground: grounds[one.ground],
      periods: retentionPeriods
        .filter(({ what }) => one.periods.includes(what))
        .map((period) => ({
          what: period.what,
          words: periodInWords(period),
          after: afterInWords(period),
        })),
    })),
  },
});
