// What the catalogue sweep accepts of knowledge sessions, each with its reason (catalogue-lists.ts).

export const sessionKeys: Readonly<Record<string, string>> = {
  knowledge_session_handle_unique: 'ten random characters made by the server, never typed',
  knowledge_session_pkey: 'random uuid made by the server, never taken from input',
  knowledge_session_version_session_id_number_pk:
    'starts with the id of a row that only its own host may write for',
  session_feedback_pkey: 'random uuid made by the database; app cannot insert',
  session_link_pkey: 'random uuid made by the server, never taken from input',
  session_message_pkey: 'random uuid made by the database; app cannot insert',
  session_outcome_session_id_number_key_pk: 'written by the wall only',
  session_part_session_id_part_pk: 'written by the wall only',
  session_registration_account: 'written by the wall only, for the account that is signed in',
  session_registration_guest:
    'written by the wall only, which answers alike for an address that is on the list',
  session_registration_pkey: 'random uuid made by the database; app cannot insert',
  session_seat_order: 'written by the wall only: numbers are given under the lock of the part',
  session_seat_registration_id_part_pk: 'written by the wall only',
};

export const sessionForeignKeys: Readonly<Record<string, string>> = {
  knowledge_session_host_community_community_id_fk:
    'the row rule lets only its moderators name a community, before the key is looked at',
  knowledge_session_version_session_id_knowledge_session_id_fk:
    'the trigger reads the session first; without it the row rule refuses',
  session_feedback_session_id_knowledge_session_id_fk: 'written by the wall only',
  session_message_session_id_knowledge_session_id_fk: 'written by the wall only',
  session_link_session_id_knowledge_session_id_fk:
    'the trigger reads the session first; without it the row rule refuses',
  session_part_session_id_knowledge_session_id_fk: 'written by the wall only',
  session_registration_account_id_account_id_fk:
    'written by the wall only, for the account that is signed in',
  session_registration_session_id_knowledge_session_id_fk: 'written by the wall only',
  session_seat_registration_id_session_registration_id_fk: 'written by the wall only',
};

export const sessionDefiners: Readonly<Record<string, string>> = {
  accept_seat: 'takes a place that was kept; only of the own registration or that of the link',
  acting_label: 'names of bodies, which are public; app cannot call it',
  check_in: 'says who was there; checks that the actor works for the host',
  community_left_sessions: 'who leaves a community gives back places in what was for its members',
  confirm_guest: 'the link of a mail is the proof: gives one guest a place',
  count_seat: 'how many places are taken follows from seats, whoever frees one',
  decide_registration: 'gives or refuses a place; checks that the actor works for the host',
  derive_knowledge_session_version: 'a version follows its session',
  derive_session_attendance: 'who comes is seen by the host of the session, which the person may not see',
  forget_registrations: 'the job of retention forgets by age, and reads nothing back',
  give_feedback:
    'says what it was worth without whose it is; only of the own registration or that of the link',
  give_seat: 'a place under the lock of its part; app cannot call it',
  hosted_registration: 'whether the actor works on that session for its host; app cannot call it',
  is_forgotten: 'whether somebody may need a reminder; app cannot call it',
  knowledge_session_moved: 'the page says where the session stands, and who registered is told',
  knowledge_session_published: 'older versions, places and outcomes follow the newest',
  lock_parts: 'locks the parts of a session in one order; app cannot call it',
  mail_participants:
    'the host writes to who has a place, whose addresses it does not learn; checks that the actor works for the host',
  mail_registration: 'the job mails one registration, whose address it does not learn',
  note_guest: 'notes down a guest of a session that the actor sees, and answers alike for a known address',
  own_registration: 'whether a registration is the own one or that of the link; app cannot call it',
  register_for_session: 'gives a place in a session that the actor sees, to the account that is signed in',
  registration_of_link: 'the link of a mail is the proof: the id of one registration',
  seat_registration: 'gives the places of one registration; app cannot call it',
  seat_turn: 'how many wait before somebody; of the own registration, or of a session one hosts',
  session_circle_fits: 'whether a community may hold something for that circle; app cannot call it',
  session_of_link: 'the link of a mail is the proof: one registration, and its session as it stands',
  session_scopes: 'the sessions an account has a place in; app cannot call it',
  settle_session: 'the job ends, moves up and reminds, and is told which session it was',
  take_session_message: 'the job is handed what one person must be told: a name and a programme, no address',
  tell_registered: 'marks who must be told; app cannot call it',
  withdraw_registration: 'frees the places of the own registration or that of the link',
};

/** What the jobs may call of sessions. */
export const sessionJobs: Readonly<Record<string, string>> = {
  forget_registrations:
    'who registered, past its period, by kind; the wall knows how old that is; answers a number',
  mail_registration: 'a mail to one registration, whose address is not told',
  settle_session: 'ends, moves up and reminds; answers which session it was',
  take_session_message: 'what one person must be told: a name and the published programme, no address',
};

/** What a request may call of sessions. */
export const sessionFunctions: readonly string[] = [
  ...[
    'accept_seat',
    'check_in',
    'confirm_guest',
    'decide_registration',
    'give_feedback',
    'mail_participants',
  ],
  ...[
    'note_guest',
    'register_for_session',
    'registration_of_link',
    'seat_turn',
    'session_host',
    'session_of_link',
  ],
  ...['session_registers', 'withdraw_registration'],
];
