// Where somebody goes after signing in or confirming.

/** A path of our own, or `otherwise`: an address elsewhere would make our sign-in page somebody's trap. */
export function safeReturn(wanted: string | null | undefined, otherwise = '/mijn'): string {
  return wanted && wanted.length <= 500 && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : otherwise;
}

/** `path` with the place to go on to behind it, when that is not where one goes anyhow. */
export const withReturn = (path: string, back: string): string =>
  back === '/mijn' ? path : `${path}${path.includes('?') ? '&' : '?'}terug=${encodeURIComponent(back)}`;
