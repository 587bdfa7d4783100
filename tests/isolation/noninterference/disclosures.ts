// What one municipality may learn of another although the row itself stays closed: each on purpose, each with its
// reason. The specification machine (model.ts) counts these as seen; everything else must make no difference.
export const disclosures: Readonly<Record<string, string>> = {
  'the title, the lead and the stated commitment of what a municipality is named in':
    'who is asked to take part must know in what before it can answer; the draft itself stays closed until it agrees',
  'the number of a version counts those published before to fewer people':
    'numbers are given out per page and are what people refer to; a gap says that there was one, never what it said',
  'a published page names who takes part, how surely, and whether that was confirmed':
    'that is what a joint intervention is; the participant is told and may withdraw',
  'an answer given after publication makes a version of its own': 'a public page must stay true',
  'a withdrawn page keeps its date and reason for whoever could read it':
    'a link that worked must say why it no longer does',
  'ids of things that a visible text points at':
    'random; the page behind them answers like one that does not exist, and the link is left out',
  'an invitation tells its holder whether the address has an account':
    'the holder owns the address; otherwise nobody could be asked for the right password',
};

/** Questions left out of the comparison, each with its reason. */
export const undisclosed: Readonly<Record<string, string>> = {
  'accounts.demoAccounts': 'exists in demo mode only, where the list of all demo accounts is its purpose',
  'accounts.demoMail': 'exists in demo mode only, where everybody may read all invented mail',
};
