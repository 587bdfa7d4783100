// The closed lists of knowledge sessions. Their Dutch labels live in the web.

/** `proposal`: nobody else knows of it. `planned`: the programme can be read. `open`: one can register. */
export const sessionStates = ['proposal', 'planned', 'open', 'held', 'reported', 'cancelled'] as const;

/**
 * Who reads the programme and may register: everybody, members of the alliance, members of the community that holds it, or
 * who is invited.
 */
export const forWhom = ['public', 'alliance', 'community', 'invited'] as const;

export const forms = ['on_site', 'online', 'both'] as const;

export const linkKinds = ['joining', 'material'] as const;

/** What we take over, who means to adopt what, what is still a question. */
export const outcomeKinds = ['takeover', 'adopts', 'question'] as const;

/** `unconfirmed`: a guest who did not open the mail yet. `requested`: the host decides. `admitted`: see the seats. */
export const registrationStates = ['unconfirmed', 'requested', 'admitted', 'declined', 'cancelled'] as const;

/** `requested`: keeps its turn while the host decides. `offered`: kept for some time. `lapsed`: not accepted in time. */
export const seatStates = ['requested', 'waiting', 'offered', 'seated', 'lapsed'] as const;

/** What a person is mailed about. */
export const tellings = [
  'confirm',
  'known',
  'registered',
  'requested',
  'declined',
  'offered',
  'lapsed',
  'withdrawn',
  'changed',
  'cancelled',
  'reminder',
  'feedback',
] as const;

/** Every session is held in Dutch time; it is written with its instants wherever they leave the house. */
export const timeZone = 'Europe/Amsterdam';
