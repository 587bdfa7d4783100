// What the catalogue sweep accepts, each with its reason. Whatever is on no list fails the sweep.

/** Tables of the migrator; `app` and `worker` cannot reach their schema. */
export const notOurs: Readonly<Record<string, string>> = {
  'drizzle.__drizzle_migrations': 'journal of the migrator, read and written by the owner only',
};

/** Unique keys whose columns hold rows of several owners, so that a collision could tell of somebody else's row. */
export const uniqueAcrossOwners: Readonly<Record<string, string>> = {
  adoption_count_pkey: 'written by the wall only',
  adoption_pkey: 'id of an intervention; refused by the row rule before the key for whoever may not write it',
  account_address: 'only functions of the wall insert accounts, and they answer alike for a known address',
  account_pkey: 'random uuid made by the database',
  agenda_handle_unique: 'ten random characters made by the server, never typed',
  agenda_party_agenda_id_number_named_pk: 'written by the wall only',
  agenda_pkey: 'random uuid made by the server, never taken from input',
  agenda_presence_document_id_account_id_pk:
    'starts with the id of an agenda; its trigger sees only those one may read',
  agenda_remark_pkey: 'random uuid made by the server, never taken from input',
  agenda_step_pkey: 'random uuid made by the server, never taken from input',
  agenda_version_agenda_id_number_pk:
    'starts with the id of a row that only its own municipality may write for',
  agenda_withdrawal_handle: 'copied by the wall from the agenda, never typed',
  agenda_withdrawal_pkey:
    'id of an agenda; refused by the row rule before the key for whoever may not write it',
  attempt_pkey: 'a hash; a counter that exists tells only that somebody tried',
  audience_pkey: 'a counter of the wall; app cannot reach the table',
  audience_scopes_key: 'one row per set of scopes; app cannot reach the table',
  audit_chain_pkey: 'kept by role audit; app cannot reach the table',
  audit_count_pkey: 'a hash; app cannot reach the table',
  audit_event_pkey: 'a counter; app cannot insert, and no answer says it',
  audit_link_chain_position_pk: 'kept by role audit; app cannot reach the table',
  audit_link_event: 'kept by role audit; app cannot reach the table',
  audit_pending_pkey: 'kept by role audit; app cannot reach the table',
  audit_person_account: 'sealed: app cannot reach the table',
  audit_person_pkey: 'random uuid made by the database; sealed',
  credential_pkey: 'sealed: app cannot reach the table',
  external_identity_pkey: 'sealed: app cannot reach the table',
  external_identity_subject: 'sealed; who holds the identity learns that it is linked elsewhere',
  document_import_pkey: 'random uuid made by the server, never taken from input',
  attachment_pkey: 'random uuid made by the server, never taken from input',
  file_content_pkey: 'sealed: app cannot reach the table',
  file_key: '256 random bits made by the server, told to nobody',
  file_removal_pkey: '256 random bits; app cannot reach the table',
  file_pkey: 'random uuid made by the server, never taken from input',
  import_decision_import_id_item_pk:
    'starts with the id of an import; its trigger sees only those of the own municipality',
  import_presence_import_id_account_id_pk:
    'starts with the id of an import; its trigger sees only those of the own municipality',
  intervention_handle_unique: 'ten random characters made by the server, never typed',
  intervention_party_intervention_id_number_named_pk: 'written by the wall only',
  intervention_pkey: 'random uuid made by the server, never taken from input',
  intervention_presence_document_id_account_id_pk:
    'starts with the id of an intervention; its trigger sees only those one may read',
  intervention_relation_intervention_id_number_kind_target_pk: 'written by the wall only',
  intervention_remark_pkey: 'random uuid made by the server, never taken from input',
  intervention_step_pkey: 'random uuid made by the server, never taken from input',
  intervention_version_intervention_id_number_pk:
    'starts with the id of a row that only its own municipality may write for',
  intervention_withdrawal_handle: 'copied by the wall from the intervention, never typed',
  intervention_withdrawal_pkey:
    'id of an intervention; refused by the row rule before the key for whoever may not write it',
  invitation_pkey: 'random uuid made by the server, never taken from input',
  invitation_token_hash_unique: 'hash of 256 random bits',
  login_session_pkey: 'hash of 256 random bits; sealed',
  mailed_link_pkey: 'hash of 256 random bits; sealed',
  membership_pkey: 'random uuid made by the database',
  municipality_pkey: 'reference data, public',
  municipality_slug_unique: 'reference data, public',
  organisation_handle_unique: 'ten random characters made by the server, never typed',
  organisation_merge_pkey: 'random uuid made by the server, never taken from input',
  organisation_pkey: 'random uuid made by the server',
  outgoing_mail_pkey: 'random uuid made by the database; app cannot reach the table',
  passkey_credential_id_unique: 'sealed; made by the device, at least 16 random bytes',
  passkey_pkey: 'sealed: app cannot reach the table',
  participation_intervention_id_municipality_pk:
    'starts with the id of a row that only its lead may write for',
  participation_question_intervention_id_municipality_round_pk: 'written by the wall only',
  region_municipality_region_municipality_pk: 'reference data, public',
  region_pkey: 'reference data, public',
  tombstone_pkey: 'hash of an id with a salt; sealed',
  recovery_code_pkey: 'hash of an account and 84 random bits; sealed',
  saved_search_pkey: 'random uuid made by the server, never taken from input',
  sign_in_step_pkey: 'hash of 256 random bits; sealed',
  totp_pkey: 'sealed: app cannot reach the table',
  search_document_kind_id: 'read model, written by the wall only',
  search_document_pkey: 'read model, written by the wall only',
  search_text_pkey: 'read model, written by the wall only',
  search_value_bit: 'read model, written by the wall only',
  search_value_dimension_value_pk: 'read model, written by the wall only',
  search_vector_pkey: 'read model, written by the wall only',
  search_word_pkey: 'read model, written by the wall only',
};

/** Foreign keys that may point at a row of another owner; all others point at public reference data or stay sealed. */
export const foreignAcrossOwners: Readonly<Record<string, string>> = {
  adoption_count_intervention_id_intervention_id_fk: 'written by the wall only',
  adoption_intervention_id_intervention_id_fk: 'the row rule asks for the working copy first',
  adoption_source_id_intervention_id_fk:
    'the trigger asks through the wall for a version of it that may be read',
  agenda_party_named_organisation_id_fk: 'written by the wall only, for what the publisher may see',
  agenda_party_organisation_id_organisation_id_fk: 'written by the wall only',
  agenda_presence_document_id_agenda_id_fk:
    'the trigger reads the agenda first; without it the row rule refuses',
  agenda_remark_document_id_agenda_id_fk:
    'the trigger reads the agenda first; without it the row rule refuses',
  agenda_step_document_id_agenda_id_fk: 'the trigger reads the agenda first; without it the row rule refuses',
  agenda_version_agenda_id_agenda_id_fk:
    'the trigger reads the agenda first; without it the row rule refuses',
  agenda_withdrawal_agenda_id_agenda_id_fk:
    'the trigger reads the page first; without it the row rule refuses',
  audit_person_account_id_account_id_fk: 'sealed: written by the wall only',
  credential_account_id_account_id_fk: 'sealed: written by the wall only',
  attachment_file_id_file_id_fk: 'the trigger reads the file first; without it the row rule refuses',
  file_content_file_id_file_id_fk: 'sealed: written by the wall only',
  import_decision_import_id_document_import_id_fk:
    'the trigger reads the import first; without it the row rule refuses',
  import_presence_import_id_document_import_id_fk:
    'the trigger reads the import first; without it the row rule refuses',
  external_identity_account_id_account_id_fk: 'sealed: written by the wall only',
  intervention_party_named_organisation_id_fk: 'written by the wall only, for what the publisher may see',
  intervention_party_organisation_id_organisation_id_fk: 'written by the wall only',
  intervention_presence_document_id_intervention_id_fk:
    'the trigger reads the intervention first; without it the row rule refuses',
  intervention_remark_document_id_intervention_id_fk:
    'the trigger reads the intervention first; without it the row rule refuses',
  intervention_step_document_id_intervention_id_fk:
    'the trigger reads the intervention first; without it the row rule refuses',
  intervention_version_intervention_id_intervention_id_fk:
    'the trigger reads the intervention first; without it the row rule refuses',
  intervention_withdrawal_intervention_id_intervention_id_fk:
    'the trigger reads the page first; without it the row rule refuses',
  invitation_organisation_id_organisation_id_fk:
    'only the operator invites for an organisation; a random uuid',
  login_session_account_id_account_id_fk: 'sealed: written by the wall only',
  login_session_membership_id_membership_id_fk: 'sealed: written by the wall only',
  mailed_link_account_id_account_id_fk: 'sealed: written by the wall only',
  membership_account_id_account_id_fk: 'app cannot insert memberships, and a trigger keeps the column',
  membership_organisation_id_organisation_id_fk:
    'app cannot insert memberships, and a trigger keeps the column',
  organisation_merge_into_id_organisation_id_fk: 'the trigger asks for both through the wall first',
  organisation_merge_organisation_id_organisation_id_fk: 'the trigger asks for both through the wall first',
  organisation_merged_into_organisation_id_fk: 'written by the wall only',
  organisation_survivor_id_organisation_id_fk: 'written by the wall only',
  passkey_account_id_account_id_fk: 'sealed: written by the wall only',
  participation_intervention_id_intervention_id_fk:
    'the trigger reads the intervention first; without it the row rule refuses',
  participation_question_intervention_id_intervention_id_fk: 'written by the wall only',
  recovery_code_account_id_account_id_fk: 'sealed: written by the wall only',
  sign_in_step_account_id_account_id_fk: 'sealed: written by the wall only',
  totp_account_id_account_id_fk: 'sealed: written by the wall only',
  saved_search_account_id_account_id_fk: 'the row rule asks that it is the own account',
  saved_search_membership_id_membership_id_fk:
    'the trigger asks that it is a living one of the same account; without it the row rule refuses',
  search_text_doc_search_document_doc_fk: 'read model, written by the wall only',
  search_vector_doc_search_document_doc_fk: 'read model, written by the wall only',
};

export const referenceTables = ['municipality', 'region', 'region_municipality'];

/** Proving who one is: before there is an actor, or of the own account only (`speaks_for`, `app_account`). */
const signingDefiners: Readonly<Record<string, string>> = {
  account_at: 'before there is an actor: one address, one id',
  account_event: 'signing in is written down before there is a login; actions of accounts only',
  drop_identity: 'identities are sealed; only of the own account',
  drop_passkey: 'passkeys are sealed; only of the own account',
  drop_passkeys: 'passkeys are sealed; the own, or after a link and a password',
  drop_totp: 'factors are sealed; the own, or after a link and a password',
  end_login_sessions_but: 'login sessions are sealed; the own, or after a link',
  end_my_login_session: 'login sessions are sealed; only of the own account',
  find_step: 'steps are sealed: their secret is the proof',
  identity_candidate: 'before there is an actor: one issuer and subject, one id',
  keep_identity: 'identities are sealed',
  keep_in_step: 'steps are sealed: their secret is the proof',
  keep_passkey: 'passkeys are sealed',
  keep_password: 'passwords are sealed',
  keep_recovery_codes: 'recovery codes are sealed',
  keep_totp: 'factors are sealed',
  mail_account: 'to the own address of an account, which is not told',
  means_of: 'with what an account proves itself: the own, or before there is an actor',
  members_with_factor: 'factors are sealed; yes or no, for administrators of the municipality',
  my_identities: 'identities are sealed; only of the own account',
  my_login_sessions: 'login sessions are sealed; only of the own account, without what opens them',
  open_mailed_link: 'links are sealed',
  open_step: 'steps are sealed',
  opened_link: 'before there is an actor: the link is the proof',
  operator_factor_link: 'a second factor set up anew, offered by the operator, as the owner',
  passkey_candidate: 'before there is an actor: one credential, one key',
  passkeys_of: 'passkeys are sealed; the own, or before there is an actor',
  password_of: 'passwords are sealed; the own, or after a link',
  pending_address: 'links are sealed; only of the own account',
  rename_account: 'only the own account',
  rename_passkey: 'passkeys are sealed; only of the own account',
  renew_login_session: 'login sessions are sealed; only the own',
  reseal_totp: 'factors are sealed',
  send_factor_link: 'links are sealed; of a member of the municipality the actor administers',
  take_address: 'before there is an actor: the link is the proof',
  totp_of: 'factors are sealed; the own, or before there is an actor',
  try_step: 'steps are sealed: their secret is the proof',
  use_mailed_link: 'before there is an actor: the link is the proof',
  use_passkey: 'passkeys are sealed',
  use_recovery_code: 'recovery codes are sealed',
  use_step: 'steps are sealed: their secret is the proof',
  use_totp: 'factors are sealed',
};

/** Every function that passes the row rules, and why it must. */
export const definers: Readonly<Record<string, string>> = {
  ...signingDefiners,
  accept_invitation: 'before there is an actor: the link is the proof',
  agenda_names: 'what a version names follows it, and becomes known to its readers',
  agenda_published: 'older versions of the same page follow the newest',
  agenda_withdrawn: 'versions of the same page leave with it',
  alert_of_link: 'the link of a mail is the proof: the name of one question',
  answerers_of: 'addresses of who answers for a municipality, for the mail of the job; app cannot call it',
  app_audiences: 'an actor finds the audiences of its own scopes',
  append_event: 'the one way into the audit trail',
  attachment_changed: 'a file follows what it is attached to, which nobody else may write',
  attachments_follow: 'what goes along with a working copy or a version is seen as that is',
  attachments_go: 'what goes along with a draft leaves with it',
  attachments_published: 'a version keeps what it was published with',
  ask: 'a question follows from a participation; app cannot call it',
  ask_again: 'who agreed to another text is asked again when the changed one is published',
  audience_of: 'gives a set of scopes its number',
  decline_participation: 'who is named removes its own naming and leaves its answer; checks the scope itself',
  append_to_trail: 'the one way into the audit trail',
  audit_chains: 'audit:verify reads the trail whole; for the worker only',
  audit_links: 'audit:verify reads the trail whole; for the worker only',
  audit_loose: 'audit:verify reads the trail whole; for the worker only',
  audit_names: 'an administrator reads names beside pseudonyms: of the own municipality only',
  chain_events: 'the job links events; the links are sealed',
  count_adopters: 'tells a source how many published what they took over; app cannot call it',
  count_event: 'a flood is counted; the counters are sealed',
  colleague_names: 'an editor knows the names of the colleagues in the own municipality, and of nobody else',
  demo_accounts: 'demo: accounts on the sign-in page',
  demo_backdate: 'demo: believable dates',
  demo_backdate_questions: 'demo: believable dates',
  demo_backdate_withdrawal: 'demo: believable dates',
  demo_person: 'demo: ready-made accounts',
  demo_state: 'demo: whether it was loaded',
  derive_account: 'who sees an account follows from its memberships',
  derive_agenda_version: 'a version follows its agenda',
  derive_agenda_withdrawal: 'the notice follows the page it replaces',
  derive_intervention: 'insiders follow from participations',
  derive_intervention_version: 'a version follows its intervention and its insiders',
  derive_intervention_withdrawal: 'the notice follows the page it replaces',
  derive_membership: 'one column guard beside the derivation',
  derive_participation: 'a participation follows its intervention, which its participant may not see yet',
  end_expired_login_sessions: 'login sessions are sealed',
  end_login_session: 'login sessions are sealed',
  end_login_sessions: 'login sessions are sealed; only those of the own account',
  enter: 'scopes are computed from the hash of a secret, never from input',
  event_was_left: 'whether this transaction left an event; says nothing of others',
  erase_own_person: 'what is left of a person stands in sealed tables too; only the own account',
  erase_person: 'erased everywhere at once; executed by nobody but the functions of the wall',
  export_own_person: 'what is kept of a person stands in sealed tables too; only the own account',
  export_person: 'everything about one person; executed by nobody but the functions of the wall',
  extend_login_session: 'login sessions are sealed',
  find_login_session: 'login sessions are sealed',
  enter_errand:
    'who a job looks for, by a secret that only the job has, for five minutes and for reading only',
  derive_saved_search: 'a question is asked on behalf of a membership of the same account',
  file_gone: 'the key of a file whose row is gone is handed to the job',
  file_keys_known: 'the job asks which keys are still in use, and learns nothing of whose',
  first_membership: 'before there is an actor: on whose behalf somebody starts',
  follow: 'a row moves out of the sight of who changes it',
  forget: 'the job of retention deletes by age in every table, and reads nothing back',
  import_read: 'the job hands over what it found and reads nothing back',
  index_agenda: 'the read model follows publication',
  index_intervention: 'the read model follows publication',
  index_municipality: 'the read model follows joining',
  insiders: 'who agreed to take part',
  intervention_names: 'what a version names follows it, and becomes known to its readers',
  intervention_retitled: 'who is named knows the title of what it is named in',
  label_of: 'names of bodies, which are public',
  membership_changed: 'who sees an account follows from its memberships',
  move_login_session: 'login sessions are sealed',
  name_organisations:
    'what the publisher sees and names becomes known to the readers of the page; app cannot call it',
  names_in: 'the read model finds a page by whom it names; app cannot call it',
  open_invitation: 'before there is an actor: the link is the proof',
  operator_invite: 'the first administrator is invited by the operator, as the owner',
  organisation_has_people:
    "memberships are others'; yes or no, for coordinators: what people work for is never the double that goes",
  organisation_merged: 'aliases and links of everybody follow what a coordinator decided',
  page_with: 'an answer after publication makes a version; app cannot call it',
  participation_asked: 'a question follows from what lead and participant do',
  participation_changed: 'the draft and the page follow who takes part',
  participation_entry: 'a version names each municipality',
  participations_of: 'a version says who takes part',
  place: 'gives every row its audience',
  presence_ends: 'who may read a draft changed: presence said before is taken away, whoever it was of',
  prune_audit: 'the one way out of the audit trail: what is past its time; for the worker only',
  pseudonym_of: 'pseudonyms are sealed',
  queue_mail: 'mail is queued by everybody signed in and read by the job',
  record_at_door: 'before there is an actor: signing in and failing to',
  record_denial: 'a refusal is an event of the person who was refused',
  record_event: 'the one way into the audit trail',
  record_reading: 'reading what is sensitive is an event',
  settle_audit_counts: 'a flood is counted; the counters are sealed',
  sign_in_candidate: 'before there is an actor: one address, one hash',
  still_asks: 'nobody is asked about what is withdrawn; app cannot call it',
  stop_alert_of_link: 'the link of a mail is the proof, and stops the mail of one question',
  start_login_session: 'login sessions are sealed',
  take_due_alert: 'the job is handed one question that is due, without whose it is',
  take_due_questions: 'the job is handed who must be told, and reads nothing else',
  take_turn: 'who may change a participation locks its intervention first, which it may not see yet',
  tell_alert: 'the job mails the person of its errand, whose address it does not learn',
  tell_at_once: 'handing in a draft makes what waits due',
  tombstones: 'the job keeps outside the database who was erased: salted hashes, no names',
  version_published: 'older versions of the same page follow the newest',
  version_withdrawn: 'versions of the same page leave with it',
};

/** Definers that belong to role `audit` instead of the wall: nothing else touches the trail and its chains. */
export const ownedByAudit: ReadonlySet<string> = new Set([
  'append_to_trail',
  'audit_chains',
  'audit_links',
  'audit_loose',
  'chain_events',
  'count_event',
  'event_was_left',
  'prune_audit',
  'settle_audit_counts',
]);

/** Functions of the read model, each limited to the audiences of the actor or written by triggers of the wall only. */
export const searchDefiner = /^search_[a-z_]+$/;

/**
 * What somebody learns from rows it may not see, on purpose, each with its reason. The noninterference property leaves
 * out what these tell and nothing else.
 */
export const disclosedByConsent: Readonly<Record<string, string>> = {
  'publishing what was taken over':
    'tells the source that one more municipality did, not which one: a source must be able to say what came of it',
  'naming a municipality':
    'tells it the title of the draft, who leads it and what is said of itself: nobody is named behind its back',
  'whether it was told':
    'tells the lead when its question was mailed, so also that somebody there could be told',
  'its answer': 'tells the lead what was answered, in which role and when, and why it was declined',
  'a changed text': 'tells who agreed which fields changed since, when the changed text is published',
};
