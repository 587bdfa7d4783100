// The register of personal data, of communities (personal-data-register.ts). What somebody said goes with the person: a
// post becomes empty and keeps its place, so that the answers beside it still make sense to who wrote those.
import {
  communityLibrary,
  communityLog,
  communityOffer,
  communityOfferChoice,
  communityReport,
} from './communities/tables-keeping.ts';
import {
  communityPost,
  communityPostEarlier,
  communityReaction,
  communityThread,
} from './communities/tables-talking.ts';
import { community, communityInvitation, communityMember } from './communities/tables.ts';
import {
  about,
  beside,
  nothing,
  ofNobody,
  ofPerson,
  others,
  scopes,
  type TableNote,
} from './personal-data/annotations.ts';

const pseudonym = {
  stays:
    'een willekeurig kenmerk, zodat een gesprek leesbaar blijft voor wie antwoordden (AVG art. 17 lid 3 onder a)',
};
const kept = {
  stays: 'hoort bij hoe moderatoren orde hielden en is hun verantwoording (AVG art. 17 lid 3 onder b en e)',
};
const checked = others(
  'geschreven door leden; bij plaatsen gecontroleerd op BSN, adressen, nummers en namen',
);

export const communityPersonNotes: readonly TableNote[] = [
  ofPerson(
    communityPost,
    'Wat u schreef in communities',
    { column: 'accountId', is: 'account', rows: 'stay' },
    {
      id: nothing,
      threadId: nothing,
      number: nothing,
      communityId: nothing,
      accountId: about('Uw kenmerk', pseudonym),
      body: about('Tekst', { becomes: `''` }),
      mentions: about('Kenmerken van wie u noemde', { becomes: `'{}'` }),
      cards: about('Waar u naar verwees', { becomes: `'[]'` }),
      answer: beside('Gekozen als antwoord'),
      createdAt: beside('Geplaatst op'),
      editedAt: beside('Gewijzigd op'),
      removedAt: about('Verwijderd op', { becomes: 'coalesce(t.removed_at, now())' }),
      removedBy: about('Verwijderd door', { becomes: `coalesce(t.removed_by, 'author')` }),
      change: nothing,
      ...scopes,
    },
  ),
  // After the posts: emptying one keeps what it said, here.
  ofPerson(
    communityPostEarlier,
    'Wat u eerder schreef in communities',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      postId: nothing,
      number: beside('Volgnummer'),
      communityId: nothing,
      accountId: nothing,
      body: about('Tekst', 'goes'),
      at: about('Stond er tot', 'goes'),
      ...scopes,
    },
  ),
  ofPerson(
    communityReaction,
    'Uw reacties in communities',
    { column: 'accountId', is: 'account', rows: 'go' },
    { postId: nothing, accountId: nothing, kind: about('Reactie', 'goes'), threadId: nothing, ...scopes },
  ),
  ofPerson(
    communityReport,
    'Wat u meldde aan moderatoren',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: nothing,
      postId: nothing,
      communityId: nothing,
      accountId: nothing,
      reason: about('Reden', 'goes'),
      at: about('Gemeld op', 'goes'),
      outcome: beside('Wat ermee gebeurde'),
      settledAt: beside('Afgehandeld op'),
      ...scopes,
    },
  ),
  ofPerson(
    communityLog,
    'Wat u deed als moderator',
    { column: 'accountId', is: 'account', rows: 'stay' },
    {
      id: nothing,
      communityId: nothing,
      what: beside('Handeling'),
      accountId: about('Uw kenmerk', pseudonym),
      about: others('een willekeurig kenmerk van wie het betrof; alleen moderatoren zien het'),
      threadId: nothing,
      reason: about('Reden', kept),
      at: beside('Wanneer'),
      ...scopes,
    },
  ),
  ofPerson(
    communityLibrary,
    'Wat u in een bibliotheek zette',
    { column: 'accountId', is: 'account', rows: 'stay' },
    {
      id: nothing,
      communityId: nothing,
      kind: beside('Soort'),
      target: nothing,
      note: checked,
      accountId: about('Uw kenmerk', pseudonym),
      at: beside('Wanneer'),
      ...scopes,
    },
  ),
  ofPerson(
    communityMember,
    'Communities waar u bij hoort of hoorde',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      communityId: about('Kenmerk van de community', 'goes'),
      accountId: nothing,
      membershipId: nothing,
      role: beside('Rol'),
      state: about('Hoe u erbij staat', 'goes'),
      note: about('Waarom u lid wilde worden', 'goes'),
      joinedAt: about('Lid sinds', 'goes'),
      changedAt: beside('Gewijzigd op'),
      ...scopes,
    },
  ),
  ofPerson(
    communityInvitation,
    'Uitnodigingen voor communities',
    { column: 'address', is: 'address', rows: 'go' },
    {
      id: nothing,
      communityId: nothing,
      address: about('Mailadres', 'goes'),
      state: beside('Wat ermee gebeurde'),
      createdAt: beside('Uitgenodigd op'),
      expiresAt: beside('Verloopt op'),
      ...scopes,
    },
  ),
];

export const communityNotes: readonly TableNote[] = [
  ofNobody(community, 'Communities', {
    id: nothing,
    handle: nothing,
    name: checked,
    purpose: checked,
    guidelines: checked,
    themes: nothing,
    joining: nothing,
    members: nothing,
    revision: nothing,
    createdAt: nothing,
    ...scopes,
  }),
  ofNobody(communityThread, 'Gesprekken in communities', {
    id: nothing,
    communityId: nothing,
    handle: nothing,
    kind: nothing,
    title: checked,
    pinned: nothing,
    closed: nothing,
    removedAt: nothing,
    answered: nothing,
    replies: nothing,
    lastAt: nothing,
    posts: nothing,
    change: nothing,
    createdAt: nothing,
    ...scopes,
  }),
  ofNobody(communityOffer, 'Vragen die aan gemeenten zijn voorgelegd', {
    threadId: nothing,
    municipality: nothing,
    at: nothing,
    setAside: nothing,
    ...scopes,
  }),
  ofNobody(communityOfferChoice, 'Of een gemeente vragen wil krijgen', {
    municipality: nothing,
    wanted: nothing,
    changedAt: nothing,
    ...scopes,
  }),
];
