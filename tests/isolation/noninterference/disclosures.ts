// What one municipality may learn of another although the row itself stays closed: each on purpose, each with its
// reason. The specification machine (model.ts) counts these as seen; everything else must make no difference.
export const disclosures: Readonly<Record<string, string>> = {
  'naming a municipality tells it the title, the lead and what is stated of itself, each time it is asked':
    'nobody is named behind its back: who is asked must know in what; the draft itself stays closed until it agrees',
  'when a municipality that is named is told, so also when that draft is handed in or published':
    'from then on others read it, so it is told at once; the lead sees that it was told',
  'an answer tells the lead what was answered, when, in which role, and why it was declined':
    'the answer is meant for the lead; other participants see of a naming that was declined only that it is gone',
  'a changed text that is published tells who agreed which fields changed, and readers that its consent is older':
    'consent holds for the text it was given to; a summary or a title that changed tells nobody',
  'the number of a version counts those published before to fewer people':
    'numbers are given out per page and are what people refer to; a gap says that there was one, never what it said',
  'publishing what was taken over tells the source that one more municipality did, not which one':
    'a source must be able to say what came of it; pages it may not see stay unseen, drafts are not counted',
  'a published page names who takes part, how surely, and whether that was confirmed':
    'that is what a joint intervention is; the participant is told, and may decline or withdraw',
  'an answer given after publication, also one that declines, makes a version of its own':
    'a public page must stay true',
  'a withdrawn page keeps its date and reason for whoever could read it':
    'a link that worked must say why it no longer does',
  'the name, kind, place and code of an organisation, once a page that others read named it, also after that page is withdrawn':
    'whoever publishes it tells it; a record that others meanwhile name cannot be taken from them',
  'how many places of a session or workshop are left, and how many people wait':
    'whoever may register must know whether there is room; who they are is told to the host alone',
  'how many wait before oneself, to somebody on a waiting list':
    'the row is a row of people; a number tells none of them',
  'ids of things that a visible text points at':
    'random; the page behind them answers like one that does not exist, and the link is left out',
  'that a person asked for its own data, and when, stands in the trail of the installation, which operators read':
    'it is a right against the installation, who must be able to show that it was answered; the person is a pseudonym',
  'that a person changed the page it shows to members, and when, stands in the trail of the installation too':
    'it is a change like any other, of nobody’s municipality; what stands on the page is not in it, and the person is a pseudonym',
  'how many mails wait, were sent or failed, and to which addresses they failed, to operators':
    'who keeps the installation must see that mail arrives; what a mail says is nobody’s to read',
  'an invitation tells its holder whether the address has an account':
    'the holder owns the address; otherwise nobody could be asked for the right password',
};

/** Questions left out of the comparison, each with its reason. */
export const undisclosed: Readonly<Record<string, string>> = {
  'accounts.demoAccounts': 'exists in demo mode only, where the list of all demo accounts is its purpose',
  'accounts.device':
    'follows from the own account and the key of the installation, which each copy has of its own; reads no row',
  'accounts.demoMail': 'exists in demo mode only, where everybody may read all invented mail',
};
