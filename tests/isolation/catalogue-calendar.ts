// What the lists of the catalogue say about calendars, each with its reason.
export const calendarKeys: Readonly<Record<string, string>> = {
  calendar_address_pkey: 'random uuid made by the server, never taken from input',
};

export const calendarForeignKeys: Readonly<Record<string, string>> = {
  calendar_address_account_id_account_id_fk: 'the row rule asks that it is the own account',
};

export const calendarDefiners: Readonly<Record<string, string>> = {
  calendar_is_followed: 'the secret in the link is the proof: whether there is such an address',
  calendar_turn: 'the job says what the calendar of who registered must be told; app cannot call it',
  followed_account: 'whose address the link is; executed by nobody but the functions of the wall',
  queue_calendar_mail: 'mail is queued by everybody signed in and read by the job',
  session_in_calendar:
    'what a calendar is told of a session; executed by nobody but the functions of the wall',
  sessions_of_calendar_link:
    'the secret in the link is the proof: the sessions in which its person has a place',
};

/** What role app may call. */
export const calendarFunctions = ['calendar_is_followed', 'queue_calendar_mail', 'sessions_of_calendar_link'];

/** What role worker may call outside demo mode too. */
export const calendarJobs: Readonly<Record<string, string>> = {
  calendar_turn: 'what the calendar of who registered must be told',
  queue_calendar_mail: 'mail that a job causes',
};
