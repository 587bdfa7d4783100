// Weakenings that open nothing, each with its reason. Everything else that is planted must be noticed.

interface Harmless {
  readonly holes: RegExp;
  readonly because: string;
}

export const harmless: readonly Harmless[] = [
  {
    holes: /^(force|enable): (municipality|region|region_municipality) /,
    because: 'public reference data: everybody may read every row and nobody has a grant to change one',
  },
  {
    holes: /^(force|enable): attempt /,
    because: 'counters of hashes: the rule lets every request count, so taking it away gives nothing',
  },
  {
    holes:
      /^execute: wall\.(search_(plain|forms|lexemes|distance|chosen|chosen_mask|mask)|text_of|living|label_of)\(/,
    because: 'computes from its arguments or from public names only',
  },
  {
    holes: /^refusal: wall\.\w+\(.*\) no longer refuses wall\.row_missed/,
    because:
      'a second belt: speaks only when a rule for the wall itself is missing, which is a hole of its own',
  },
  {
    holes: /^composite key: region_municipality/,
    because: 'reference data, public',
  },
];

export const whyHarmless = (name: string): string | null =>
  harmless.find(({ holes }) => holes.test(name))?.because ?? null;
