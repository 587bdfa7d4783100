// What the catalogue sweep accepts of communities, each with its reason (catalogue-lists.ts).

const derived = 'the trigger reads the row it hangs on first; without it the row rule refuses';

export const communityKeys: Readonly<Record<string, string>> = {
  community_handle_unique: 'ten random characters made by the server, never typed',
  community_pkey: 'random uuid made by the server, never taken from input',
  community_invitation_pkey: 'random uuid made by the server, never taken from input',
  community_library_pkey: 'random uuid made by the server, never taken from input',
  community_log_pkey: 'random uuid made by the server, never taken from input',
  community_member_community_id_account_id_pk:
    'the row rule asks that it is the own account, or that one moderates, before the key is looked at',
  community_offer_choice_pkey: 'the row rule asks that it is the own municipality',
  community_offer_thread_id_municipality_pk: 'written by the wall only',
  community_post_earlier_post_id_number_pk: 'written by the wall only',
  community_post_number: 'numbers are given out by the trigger, per thread, behind a lock',
  community_post_pkey: 'random uuid made by the server, never taken from input',
  community_reaction_post_id_account_id_kind_pk:
    'the trigger puts the own account in it and reads the post first',
  community_report_pkey: 'random uuid made by the server, never taken from input',
  community_thread_handle_unique: 'ten random characters made by the server, never typed',
  community_thread_pkey: 'random uuid made by the server, never taken from input',
};

export const communityReferences: Readonly<Record<string, string>> = {
  community_invitation_community_id_community_id_fk: 'the row rule asks that one moderates it',
  community_library_community_id_community_id_fk: 'the row rule asks that one moderates it',
  community_log_community_id_community_id_fk: 'the row rule asks that one moderates it',
  community_member_account_id_account_id_fk: 'app adds rows of the own account only',
  community_member_community_id_community_id_fk: derived,
  community_member_membership_id_membership_id_fk:
    'the trigger asks that it is a living one of the same account; without it the row rule refuses',
  community_offer_thread_id_community_thread_id_fk: 'written by the wall only',
  community_post_community_id_community_id_fk: 'derived by the trigger from the thread',
  community_post_earlier_post_id_community_post_id_fk: 'written by the wall only',
  community_post_thread_id_community_thread_id_fk: derived,
  community_reaction_post_id_community_post_id_fk: derived,
  community_report_post_id_community_post_id_fk: derived,
  community_thread_community_id_community_id_fk: derived,
};

export const communityDefiners: Readonly<Record<string, string>> = {
  community_founded: 'who founds a community is its first member, which nobody can make of oneself',
  community_member_changed:
    'the count of members, an accepted invitation and who takes over follow from who belongs',
  community_mentionable: 'names of the members of a community, for its members',
  community_names:
    'names of who belongs or wrote there, for whoever reads there; accounts are seen by nobody else',
  community_narrowed: 'who reads what is in a community follows from how one joins it',
  community_post_changed: 'counts, earlier texts and what hangs on a post follow it',
  community_thread_changed: 'who reads posts follows from where their thread is',
  decline_community_invitation: 'who is invited does not see the row, which holds no more than an address',
  demo_backdate_thread: 'demo: believable dates',
  leave_communities: 'who belongs nowhere in the alliance any more belongs to no community',
  login_session_over: 'login sessions are sealed; says to other processes whose was over, and nothing else',
  offer_question:
    'whether a municipality wants to be asked is its own; checks who asks itself, and answers nothing',
  old_community_invitations_go: 'addresses that were not answered are not kept; reads nothing back',
  tell_invited: 'the mail of an invitation goes to who has the address, which nobody is told',
};

/** What somebody learns from rows it may not see, on purpose. */
export const communityDisclosures: Readonly<Record<string, string>> = {
  'the number of members of a community that one sees':
    'how large a circle is, is part of deciding to join it; who is in it stays closed',
  'the number of replies under a public title, when the newest came, and whether there is an answer':
    'whoever reads titles must be able to tell a conversation from a silence; what is said stays closed',
};
