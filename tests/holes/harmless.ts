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
      /^trigger: d_follow of (account|agenda|agenda_version|agenda_withdrawal|audit_event|document_import|import_decision|import_presence|intervention|intervention_version|intervention_withdrawal|membership|organisation|organisation_merge|participation|participation_question|saved_search) /,
    because:
      'a second belt: who sees such a row never changes, or changes inside a trigger, where the row moves at once; only invitations and files move by a statement of their own',
  },
  {
    holes: /^trigger: d_follow of (agenda|intervention)_(remark|step) /,
    because:
      'a second belt: nobody has a grant to change such a row, and who sees it is told by the municipality of its document, which stays as it was by its trigger',
  },
  {
    holes: /^trigger: (c_attachments|e_presence) of agenda /,
    because:
      'speaks when the readers of a draft change: those of an agenda are its municipality, which stays as it was by its trigger; it is there for the day that agendas are written together',
  },
  {
    holes: /^definer: wall\.derive_attachment\(\) without 'f\.uploaded_by = wall\.app_account\(\)'/,
    because:
      'a second belt: it is asked with the rights of who attaches, and a loose file is seen by who brought it and by nobody else',
  },
  {
    holes: /^cascade: adoption_count_intervention/,
    because:
      'a second belt: what is counted has a version that was taken over, and the key of its versions keeps it from being thrown away',
  },
  {
    holes: /^trigger: c_tell_now of intervention /,
    because:
      'opens nothing: who is named is told ten minutes later, by the moment that its question has itself',
  },
  {
    holes: /^trigger: c_index of municipality /,
    because: 'public reference data: a municipality that joined would only not be found',
  },
  {
    holes: /^refusal: wall\.audience_of\(text\[\]\) no longer refuses scope\.malformed/,
    because:
      'a second belt: scopes are made by functions of the wall from codes and ids that their tables check, and nobody else may call it',
  },
  {
    holes: /^refusal: wall\.forget\(.*\) no longer refuses retention\.unknown/,
    because: 'tells us that we mistyped; without it a job deletes nothing at all',
  },
  {
    holes: /^refusal: wall\.search_rebuild\(.*\) no longer refuses search\.unknown_room/,
    because: 'tells us that we mistyped; without it a job indexes nothing',
  },
  {
    holes: /^refusal: wall\.search_bit\(.*\) no longer refuses search\.too_many_values/,
    because: 'bounds how many filters there can be; which rows are read is asked of the audience beside them',
  },
  {
    holes: /^right: canImport is always so/,
    because:
      'a second belt: the door lets in the same roles, which the table of memberships gives in a municipality only; the row rule asks for that municipality once more',
  },
  {
    holes: /^policy: (document_import|import_decision)_update /,
    because:
      'a second belt: editors of its municipality are the only ones who see such a row, and they may write it; whose it is stays by its trigger',
  },
  {
    holes: /^cascade: audit_person_account/,
    because: 'no account is ever deleted; erasing a person deletes its pseudonym by itself',
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
