// The closed lists of what can be followed, what can happen, and how somebody wants to hear of it. Their Dutch labels
// live in labels.ts, because mails say them too.

/**
 * What can be followed. The key of each is what the wall's events name in `about`: code of a municipality, slug of a
 * theme, id of anything else. A new one is a line here and a line in targets.ts.
 */
export const followKinds = ['municipality', 'theme', 'intervention', 'community', 'thread'] as const;
export type FollowKind = (typeof followKinds)[number];

/** What can happen that somebody is told of. */
export const toldKinds = [
  'published',
  'new_version',
  'withdrawn',
  'adopted',
  'asked',
  'answered',
  'submitted',
  'returned',
  'remarked',
  'import_ready',
  'thread_started',
  'replied',
  'mentioned',
  'answer_marked',
  'session_planned',
  'session_open',
  'session_reported',
] as const;
export type ToldKind = (typeof toldKinds)[number];

/** How somebody hears of it. Whatever is mailed stands in the app too. */
export const ways = ['none', 'app', 'at_once', 'day', 'week'] as const;
export type Way = (typeof ways)[number];

/** Quiet by default: it stands in the app, and nothing is mailed. The database says the same (`wall.fan_out`). */
export const defaultWay: Way = 'app';

/** What this house mails anyhow, because a municipality must know of it, is not mailed a second time. */
const mailedAnyhow: ReadonlySet<ToldKind> = new Set(['asked']);

/** What somebody may choose for a kind. */
export const waysOf = (kind: ToldKind): readonly Way[] => (mailedAnyhow.has(kind) ? ['none', 'app'] : ways);
