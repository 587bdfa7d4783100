// The calendar year in an address.

/** Null when none was asked for, or when it is no year at all: then the present one is shown. */
export function yearFrom(url: URL): number | null {
  const text = url.searchParams.get('jaar') ?? '';
  return /^(19|20)\d\d$/.test(text) && Number(text) >= 1990 ? Number(text) : null;
}
