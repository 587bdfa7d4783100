// Changes that no sequence plays, each with its reason. Everything else of the router that changes something is an
// action, and a test sees that each was played.
const oneself =
  'changes how one person signs in, of whom no other municipality is told anything; the matrix plays it, and what it changes is asked in signing.overview of everybody';
const door =
  'happens at the door, before anybody acts for a municipality: who signs in is told of itself, and the matrix compares the refusals';

const restored = 'writes an own earlier text through the same save, and a row beside it as submitting does';
const said = 'one more row beside a remark, seen like the remark, which is an action';

const attached =
  'one more change of a row that attaching makes, through the same turn at the working copy; attaching and taking away are played';
const here =
  'who has a draft open is told to whoever may read that draft and to nobody else, and forgotten within the hour; tests/isolation/presence.test.ts asks it of everybody';

const kept =
  'what one person keeps is told to nobody else; the matrix and raw SQL ask it of everybody, and what is mailed is asked in tests/journeys/saved-searches.test.ts';

const sessionsRemain =
  'not played yet: sessions have no place in the specification machine; the matrix and raw SQL ask of everybody who sees and changes them';
const followed =
  'a secret address of one person, told to nobody else; the matrix and raw SQL ask it of everybody, and what is read behind it is asked in tests/journeys/calendar-feeds.test.ts';
const inCommunities =
  'one more change of rows that founding, joining and writing make, which are played; the matrix, raw SQL and tests/isolation/communities-unseen.test.ts ask it of everybody';
const following =
  'everybody follows A, C and every theme before a sequence begins (cast.ts), so that what one is told is asked of each';
const told =
  'what one person reads and chooses is told to nobody else; the matrix and raw SQL ask it of everybody, and what is mailed is asked in tests/journeys/notifications.test.ts';
const alliance =
  'a coordinator’s, who keeps what every municipality signed and belongs to none; the matrix and raw SQL ask who reads it';
const answered =
  'the other side answers, which is a coordinator; the matrix plays it, and tests/journeys/consultations.test.ts';

export const unplayed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['change', 'leave', 'invite', 'withdrawInvitation', 'declineInvitation', 'decide'],
      ...['renameThread', 'arrangeThread', 'moveThread', 'editPost', 'removePost'],
      ...['markAnswer', 'react', 'reportPost', 'settleReport', 'keepInLibrary', 'removeFromLibrary'],
      ...['offerQuestion', 'setAside', 'chooseOffers'],
    ].map((name) => [`communities.${name}`, inCommunities]),
  ),
  'accounts.signIn': door,
  'accounts.signOut': door,
  'signing.secondFactor': door,
  'signing.passkeyRequest': door,
  'signing.passkeySignIn': door,
  'signing.startAtIssuer': door,
  'signing.finishAtIssuer': door,
  'signing.forgotPassword': door,
  'signing.totpSetup': door,
  'signing.totpConfirm': door,
  'signing.passkeyCreation': door,
  'signing.passkeyRegister': door,
  'signing.acceptAtIssuer': door,
  'signing.confirmAddress': door,
  'signing.choosePassword': door,
  'signing.renewFactor': door,
  'signing.join': door,
  'signing.confirm': oneself,
  'signing.passkeyConfirm': oneself,
  'signing.confirmAtIssuer': oneself,
  'signing.changeName': oneself,
  'signing.renamePasskey': oneself,
  'signing.endLoginSession': oneself,
  'signing.endOtherLoginSessions': oneself,
  'signing.addFactor': oneself,
  'signing.removeTotp': oneself,
  'signing.removePasskey': oneself,
  'signing.renewRecoveryCodes': oneself,
  'signing.changePassword': oneself,
  'signing.changeAddress': oneself,
  'signing.linkIssuer': oneself,
  'signing.unlinkIssuer': oneself,
  ...Object.fromEntries(
    [
      ...['register', 'withdraw', 'acceptSeat', 'giveFeedback', 'registerGuest', 'confirmByLink'],
      ...['withdrawByLink', 'acceptByLink', 'feedbackByLink', 'create', 'save', 'saveLinks', 'discard'],
      ...['publish', 'move', 'cancel', 'decide', 'checkIn', 'mailParticipants'],
    ].map((name) => [`knowledgeSessions.${name}`, sessionsRemain]),
  ),
  'calendar.makeAddress': followed,
  'calendar.dropAddress': followed,
  'savedSearches.save': kept,
  'savedSearches.change': kept,
  'savedSearches.remove': kept,
  'notifications.markRead': told,
  'notifications.follow': following,
  'notifications.unfollow': following,
  'notifications.choose': told,
  'notifications.stop': told,
  'notifications.tryAgain':
    'an operator’s, about mail that failed; the mails themselves are nobody’s to read, and the matrix plays it',
  'signing.resetFactor':
    'takes a factor from a colleague who has one, which nobody in a sequence has; the matrix plays it',
  'commitments.keep': alliance,
  'commitments.remove': alliance,
  'consultations.confirm': answered,
  'consultations.deny': answered,
  'consultations.withdraw':
    'the last of the steps that one side takes, in the same rows as correcting, which is an action',
  'accounts.actAs':
    'somebody else acts, of the same person: who belongs to A and B acts for B from beginning to end, so that nothing comes through the other membership',
  'interventions.restore': restored,
  'agendas.restore': restored,
  'interventions.answerRemark': said,
  'interventions.settleRemark': said,
  'agendas.answerRemark': said,
  'agendas.settleRemark': said,
  'organisations.merge':
    'a coordinator’s, who belongs to no municipality and sees nothing that is kept; the matrix and a journey play it',
  'organisations.undoMerge': 'as organisations.merge',
  'interventions.changeAttachment': attached,
  'interventions.moveAttachment': attached,
  'agendas.changeAttachment': attached,
  'agendas.moveAttachment': attached,
  'interventions.present': here,
  'agendas.present': here,
  'imports.decideGroup': 'the same rows as imports.decide, many at a time',
  'imports.present': 'who looks at an import now is told to colleagues alone, and forgotten within a day',
  'imports.draftOne': 'needs a draft that was thrown away, and then makes what imports.makeDrafts makes',
  'personalData.erase': 'needs a proof of oneself of less than five minutes ago; erasing is in its own tests',
};
