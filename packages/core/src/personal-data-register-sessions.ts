// The register of personal data, of knowledge sessions (personal-data-register.ts).
import { sessionLink, sessionOutcome } from './knowledge-sessions/tables-beside.ts';
import {
  sessionFeedback,
  sessionRegistration,
  sessionSeat,
} from './knowledge-sessions/tables-registering.ts';
import { knowledgeSession, knowledgeSessionVersion, sessionPart } from './knowledge-sessions/tables.ts';
import {
  about,
  beside,
  nothing,
  ofNobody,
  ofPerson,
  others,
  scopes,
  secret,
} from './personal-data/annotations.ts';

const programme = others(
  'programma van de organisator; namen van sprekers alleen met hun toestemming, de rest wordt bij publiceren gecontroleerd op BSN, adressen, nummers en namen',
);

/** Guests have a row too, without an account: their name and address go by the period (retention/periods.ts). */
export const registrationNote = ofPerson(
  sessionRegistration,
  'Kennissessies waarvoor u zich aanmeldde',
  { column: 'accountId', is: 'account', rows: 'go' },
  {
    id: nothing,
    sessionId: nothing,
    accountId: nothing,
    name: about('Uw naam op de lijst', 'goes'),
    belongs: about('Namens', 'goes'),
    guestAddress: others(
      'adres van een gast; alleen de organisator ziet het, verwijderd 30 dagen na de sessie',
    ),
    answer: about('Uw antwoord aan de organisator', 'goes'),
    choices: about('Gekozen workshops', 'goes'),
    state: beside('Stand'),
    createdAt: beside('Aangemeld op'),
    confirmUntil: nothing,
    changedAt: beside('Laatst gewijzigd'),
    attendedAt: about('Aanwezig gemeld op', 'goes'),
    remindedAt: nothing,
    feedbackAt: about('Gezegd wat u ervan vond (dag)', 'goes'),
    tell: nothing,
    tellSince: nothing,
    calendarSequence: nothing,
    inCalendar: about('Staat door een mail in uw agenda', 'goes'),
    linkHashes: secret('Kenmerken van de links in uw mails', 'goes'),
    ...scopes,
  },
);

export const sessionNotes = [
  ofNobody(knowledgeSession, 'Kennissessies', {
    id: nothing,
    municipality: nothing,
    hostCommunity: nothing,
    handle: nothing,
    state: nothing,
    revision: nothing,
    title: programme,
    content: programme,
    publishedVersion: nothing,
    cancelledReason: programme,
    createdAt: nothing,
    updatedAt: nothing,
    ...scopes,
  }),
  ofNobody(knowledgeSessionVersion, 'Gepubliceerde programma’s', {
    sessionId: nothing,
    number: nothing,
    current: nothing,
    municipality: nothing,
    hostCommunity: nothing,
    handle: nothing,
    visibility: nothing,
    title: programme,
    content: programme,
    note: programme,
    publishedRole: nothing,
    publishedAt: nothing,
    startsAt: nothing,
    endsAt: nothing,
    state: nothing,
    stateAt: nothing,
    cancelledReason: programme,
    ...scopes,
  }),
  ofNobody(sessionPart, 'Plaatsen van kennissessies en workshops', {
    sessionId: nothing,
    part: nothing,
    places: nothing,
    taken: nothing,
    waiting: nothing,
    nextOrdinal: nothing,
  }),
  ofNobody(sessionLink, 'Links van kennissessies', {
    id: nothing,
    sessionId: nothing,
    kind: nothing,
    title: programme,
    url: others('adres dat de organisator geeft; alleen voor wie een plaats heeft'),
    position: nothing,
    ...scopes,
  }),
  ofNobody(sessionOutcome, 'Opbrengst van kennissessies', {
    sessionId: nothing,
    number: nothing,
    key: nothing,
    position: nothing,
    kind: nothing,
    text: programme,
    interventionId: nothing,
    municipality: nothing,
  }),
  // Belongs to a registration, and goes with it.
  ofNobody(sessionSeat, 'Plaatsen bij een aanmelding', {
    registrationId: nothing,
    part: nothing,
    sessionId: nothing,
    ordinal: nothing,
    state: nothing,
    offeredUntil: nothing,
  }),
  ofNobody(sessionFeedback, 'Wat deelnemers ervan vonden', {
    id: nothing,
    sessionId: nothing,
    score: nothing,
    useful: others('vrije tekst, zonder wie hem schreef; alleen de organisator leest hem'),
    better: others('vrije tekst, zonder wie hem schreef; alleen de organisator leest hem'),
    ...scopes,
  }),
];
