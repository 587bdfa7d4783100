// The register of personal data: every column of every table. From it follow the export of a person, the erasure of a
// person (person-functions.ts) and what /privacy says. A column that is missing here does not compile, and a test
// compares the register with the database itself.
import { account, attempt, credential, invitation, loginSession, membership } from './accounts/tables.ts';
import { adoption, adoptionCount } from './adoptions/tables.ts';
import {
  externalIdentity,
  mailedLink,
  passkey,
  recoveryCode,
  signInStep,
  totp,
} from './accounts/tables-signing.ts';
import { agendaPresence } from './agendas/tables-present.ts';
import { agendaRemark, agendaStep } from './agendas/tables-reviewing.ts';
import { agenda, agendaVersion, agendaWithdrawal } from './agendas/tables.ts';
import { auditChain, auditCount, auditEvent, auditLink, auditPending, auditPerson } from './audit/tables.ts';
import { file, fileContent } from './files/tables.ts';
import { documentImport, importDecision, importPresence } from './imports/tables.ts';
import {
  intervention,
  interventionRelation,
  interventionVersion,
  interventionWithdrawal,
} from './interventions/tables.ts';
import { participation, participationQuestion } from './interventions/tables-participating.ts';
import { interventionPresence } from './interventions/tables-present.ts';
import { interventionRemark, interventionStep } from './interventions/tables-reviewing.ts';
import { outgoingMail } from './kernel/tables.ts';
import { municipality, region, regionMunicipality } from './municipalities/tables.ts';
import { organisation } from './organisations/tables.ts';
import {
  about,
  beside,
  nothing,
  ofNobody,
  ofPerson,
  others,
  scopes,
  secret,
  type TableNote,
} from './personal-data/annotations.ts';
import { tombstone } from './personal-data/tables.ts';

const pseudonym = {
  stays: 'een willekeurig kenmerk waarmee het logboek klopt (AVG art. 17 lid 3 onder b; BIO2 8.15)',
};
const scannedAtPublishing = others(
  'tekst van de gemeente; bij publiceren gecontroleerd op BSN, adressen, nummers en namen',
);
const sourceText = others('brondocument van de gemeente; alleen haar redacteuren, namen worden rollen');

const accountable = {
  stays:
    'hoort bij hoe de gemeente tot haar tekst kwam en is haar verantwoording (AVG art. 17 lid 3 onder b)',
};
const remarks = (table: typeof interventionRemark | typeof agendaRemark, what: string) =>
  ofPerson(
    table,
    what,
    { column: 'byAccount', is: 'account', rows: 'stay' },
    {
      id: nothing,
      documentId: nothing,
      thread: nothing,
      what: beside('Soort'),
      field: beside('Onderdeel'),
      text: about('Wat u schreef', accountable),
      fieldHash: nothing,
      byAccount: about('Uw kenmerk', pseudonym),
      byRole: beside('Uw rol'),
      at: beside('Wanneer'),
      ...scopes,
    },
  );
const presence = (table: typeof interventionPresence | typeof agendaPresence, what: string) =>
  ofPerson(
    table,
    what,
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      documentId: nothing,
      accountId: nothing,
      byMunicipality: beside('Gemeente'),
      byRole: beside('Uw rol'),
      place: about('Waar in de tekst', 'goes'),
      until: about('Getoond tot', 'goes'),
      ...scopes,
    },
  );
const steps = (table: typeof interventionStep | typeof agendaStep, what: string) =>
  ofPerson(
    table,
    what,
    { column: 'byAccount', is: 'account', rows: 'stay' },
    {
      id: nothing,
      documentId: nothing,
      what: beside('Stap'),
      version: beside('Versie'),
      replaced: others('tekst van de gemeente die nooit gepubliceerd is; alleen de eigen gemeente ziet haar'),
      byAccount: about('Uw kenmerk', pseudonym),
      byRole: beside('Uw rol'),
      at: beside('Wanneer'),
      ...scopes,
    },
  );

const people: TableNote[] = [
  remarks(interventionRemark, 'Opmerkingen bij interventies'),
  remarks(agendaRemark, 'Opmerkingen bij agenda’s'),
  steps(interventionStep, 'Wat u met interventies deed'),
  steps(agendaStep, 'Wat u met agenda’s deed'),
  presence(interventionPresence, 'Interventies die u nu open hebt'),
  presence(agendaPresence, 'Agenda’s die u nu open hebt'),
  ofPerson(
    loginSession,
    'Inlogsessies',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: secret('Kenmerk van de sessie', 'goes'),
      handle: nothing,
      accountId: nothing,
      membershipId: nothing,
      createdAt: about('Ingelogd op', 'goes'),
      lastSeen: about('Laatst gezien', 'goes'),
      expiresAt: beside('Verloopt op'),
      confirmedAt: about('Bevestigd wie u bent op', 'goes'),
      browser: about('Browser', 'goes'),
    },
  ),
  ofPerson(
    totp,
    'App voor de tweede stap',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      accountId: nothing,
      seed: secret('Geheim van de app (versleuteld bewaard)', 'goes'),
      lastPeriod: about('Laatst gebruikt (periode van dertig seconden)', 'goes'),
      confirmedAt: about('Ingesteld op', 'goes'),
    },
  ),
  ofPerson(
    recoveryCode,
    'Herstelcodes',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: secret('Code (onleesbaar bewaard)', 'goes'),
      accountId: nothing,
      usedAt: about('Gebruikt op', 'goes'),
    },
  ),
  ofPerson(
    passkey,
    'Passkeys',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: nothing,
      accountId: nothing,
      credentialId: secret('Kenmerk van de passkey', 'goes'),
      publicKey: secret('Openbare sleutel', 'goes'),
      counter: nothing,
      transports: about('Hoe het apparaat verbonden is', 'goes'),
      backedUp: about('Bewaard bij de maker van het apparaat', 'goes'),
      name: about('Naam', 'goes'),
      createdAt: about('Gemaakt op', 'goes'),
      lastUsedAt: about('Laatst gebruikt op', 'goes'),
    },
  ),
  ofPerson(
    externalIdentity,
    'Inlogdiensten',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: nothing,
      accountId: nothing,
      issuer: about('Inlogdienst', 'goes'),
      subject: about('Uw kenmerk daar', 'goes'),
      createdAt: about('Gekoppeld op', 'goes'),
    },
  ),
  ofPerson(
    mailedLink,
    'Links die u gemaild zijn',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: secret('Kenmerk van de link', 'goes'),
      purpose: beside('Waarvoor'),
      accountId: nothing,
      address: about('Mailadres', 'goes'),
      createdAt: about('Verstuurd op', 'goes'),
      expiresAt: beside('Verloopt op'),
      usedAt: about('Gebruikt op', 'goes'),
    },
  ),
  ofPerson(
    signInStep,
    'Half afgemaakte stappen van inloggen',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      id: secret('Kenmerk van de stap', 'goes'),
      purpose: beside('Waarvoor'),
      accountId: nothing,
      link: nothing,
      login: nothing,
      payload: secret('Wat de stap nodig heeft', 'goes'),
      attempts: nothing,
      createdAt: about('Begonnen op', 'goes'),
      expiresAt: beside('Verloopt op'),
      usedAt: about('Gebruikt op', 'goes'),
    },
  ),
  ofPerson(
    credential,
    'Wachtwoord',
    { column: 'accountId', is: 'account', rows: 'go' },
    {
      accountId: nothing,
      passwordHash: secret('Wachtwoord (onleesbaar bewaard)', 'goes'),
    },
  ),
  ofPerson(
    outgoingMail,
    'Mails aan u',
    { column: 'recipient', is: 'address', rows: 'go' },
    {
      id: nothing,
      recipient: about('Aan', 'goes'),
      subject: about('Onderwerp', 'goes'),
      body: secret('Tekst (kan een geheime link bevatten)', 'goes'),
      createdAt: beside('Gemaakt op'),
      dueAt: nothing,
      attempts: nothing,
      sentAt: beside('Verstuurd op'),
      lastError: about('Wat er misging', 'goes'),
    },
  ),
  ofPerson(
    invitation,
    'Uitnodigingen',
    { column: 'address', is: 'address', rows: 'go' },
    {
      id: nothing,
      tokenHash: secret('Kenmerk van de link', 'goes'),
      address: about('Mailadres', 'goes'),
      kind: beside('Soort'),
      municipality: beside('Gemeente'),
      organisationId: beside('Organisatie'),
      role: beside('Rol'),
      createdAt: beside('Uitgenodigd op'),
      expiresAt: beside('Verloopt op'),
      acceptedAt: beside('Aangenomen op'),
      revokedAt: beside('Ingetrokken op'),
      ...scopes,
    },
  ),
  ofPerson(
    membership,
    'Voor wie u werkt',
    { column: 'accountId', is: 'account', rows: 'stay' },
    {
      id: nothing,
      accountId: about('Uw kenmerk', pseudonym),
      kind: beside('Soort'),
      municipality: beside('Gemeente'),
      organisationId: beside('Organisatie'),
      role: beside('Rol'),
      createdAt: beside('Sinds'),
      endedAt: about('Beëindigd op', { becomes: 'coalesce(t.ended_at, now())' }),
      ...scopes,
    },
  ),
  ofPerson(
    auditEvent,
    'Wat u deed',
    { column: 'pseudonym', is: 'pseudonym', rows: 'stay' },
    {
      id: nothing,
      at: beside('Wanneer'),
      municipality: beside('Gemeente'),
      pseudonym: about('Uw kenmerk in het logboek', pseudonym),
      role: beside('Rol'),
      action: beside('Handeling'),
      object: beside('Waaraan'),
      outcome: beside('Uitkomst'),
      origin: about('Netwerk waar het vandaan kwam', {
        stays: 'een netwerk, geen adres; nodig om misbruik te onderzoeken (BIO2 8.15)',
      }),
      reason: about('Reden', {
        stays: 'hoort bij het besluit van de gemeente en is haar verantwoording (AVG art. 17 lid 3 onder b)',
      }),
      times: beside('Aantal keren'),
      ...scopes,
    },
  ),
  // After everything that is found by the pseudonym.
  ofPerson(
    auditPerson,
    'Uw kenmerk in het logboek',
    { column: 'accountId', is: 'account', rows: 'go' },
    { pseudonym: about('Kenmerk', 'goes'), accountId: nothing },
  ),
  ofPerson(
    importPresence,
    'Documenten waar u naar keek',
    { column: 'accountId', is: 'account', rows: 'go' },
    { importId: nothing, accountId: nothing, seenAt: about('Laatst gezien', 'goes'), ...scopes },
  ),
  ofPerson(
    importDecision,
    'Wat u besloot bij het nalopen van een document',
    { column: 'decidedBy', is: 'account', rows: 'stay' },
    {
      importId: nothing,
      item: beside('Onderdeel'),
      verdict: beside('Besluit'),
      text: sourceText,
      target: nothing,
      value: sourceText,
      choice: beside('Keuze'),
      reason: about('Reden', {
        stays: 'hoort bij het besluit van de gemeente en is haar verantwoording (AVG art. 17 lid 3 onder b)',
      }),
      revision: nothing,
      carried: nothing,
      decidedBy: about('Uw kenmerk', pseudonym),
      decidedAt: beside('Wanneer'),
      ...scopes,
    },
  ),
  ofPerson(
    file,
    'Bestanden die u bracht',
    { column: 'uploadedBy', is: 'account', rows: 'stay' },
    {
      id: nothing,
      name: sourceText,
      type: beside('Soort'),
      size: beside('Grootte in bytes'),
      sha256: nothing,
      uploadedBy: about('Uw kenmerk', pseudonym),
      uploadedAt: beside('Wanneer'),
      heldBy: nothing,
      ...scopes,
    },
  ),
  ofPerson(
    account,
    'Account',
    { column: 'id', is: 'account', rows: 'stay' },
    {
      id: about('Uw kenmerk', pseudonym),
      address: about('Mailadres', { becomes: `'verwijderd-' || t.id || '@kansenplein.invalid'` }),
      name: about('Naam', { becomes: `'Verwijderde persoon'` }),
      createdAt: beside('Gemaakt op'),
      erasedAt: about('Verwijderd op', { becomes: 'now()' }),
      ...scopes,
    },
  ),
];

const published = {
  municipality: nothing,
  handle: nothing,
  visibility: nothing,
  title: nothing,
  note: nothing,
};

const work: TableNote[] = [
  ofNobody(municipality, 'Gemeenten', {
    code: nothing,
    name: nothing,
    slug: nothing,
    province: nothing,
    joinedAt: nothing,
    validFrom: nothing,
    validUntil: nothing,
  }),
  ofNobody(region, 'Regio’s', { slug: nothing, name: nothing }),
  ofNobody(regionMunicipality, 'Gemeenten per regio', { region: nothing, municipality: nothing }),
  ofNobody(organisation, 'Organisaties', {
    id: nothing,
    name: nothing,
    kind: nothing,
    createdAt: nothing,
    ...scopes,
  }),
  ofNobody(intervention, 'Interventies', {
    id: nothing,
    municipality: nothing,
    handle: nothing,
    state: nothing,
    revision: nothing,
    title: nothing,
    content: scannedAtPublishing,
    publishedVersion: nothing,
    createdAt: nothing,
    updatedAt: nothing,
    ...scopes,
  }),
  ofNobody(participation, 'Deelnames', {
    interventionId: nothing,
    municipality: nothing,
    lead: nothing,
    title: nothing,
    commitment: nothing,
    agreedAt: nothing,
    pupils: nothing,
    schools: scannedAtPublishing,
    condition: scannedAtPublishing,
    budgetShare: scannedAtPublishing,
    contactRole: scannedAtPublishing,
    contactMailbox: scannedAtPublishing,
    consentedTo: nothing,
    askedAgainAt: nothing,
    ...scopes,
  }),
  ofNobody(participationQuestion, 'Vragen om mee te doen', {
    interventionId: nothing,
    municipality: nothing,
    round: nothing,
    lead: nothing,
    title: nothing,
    stated: scannedAtPublishing,
    changed: nothing,
    askedAt: nothing,
    dueAt: nothing,
    toldAt: nothing,
    remindedAt: nothing,
    answeredAt: nothing,
    answer: nothing,
    answeredRole: nothing,
    reason: scannedAtPublishing,
    closedAt: nothing,
    ...scopes,
  }),
  ofNobody(interventionVersion, 'Gepubliceerde interventies', {
    interventionId: nothing,
    number: nothing,
    current: nothing,
    ...published,
    content: scannedAtPublishing,
    participations: scannedAtPublishing,
    publishedRole: nothing,
    publishedAt: nothing,
    withdrawnAt: nothing,
    ...scopes,
  }),
  ofNobody(interventionRelation, 'Verbanden tussen interventies', {
    interventionId: nothing,
    number: nothing,
    kind: nothing,
    target: nothing,
    targetVersion: nothing,
    reasons: scannedAtPublishing,
  }),
  ofNobody(adoption, 'Wat van een ander is overgenomen', {
    interventionId: nothing,
    municipality: nothing,
    sourceId: nothing,
    sourceVersion: nothing,
    reasons: scannedAtPublishing,
    adoptedAt: nothing,
  }),
  ofNobody(adoptionCount, 'Hoe vaak iets is overgenomen', { interventionId: nothing, adopters: nothing }),
  ofNobody(interventionWithdrawal, 'Ingetrokken interventies', {
    interventionId: nothing,
    municipality: nothing,
    handle: nothing,
    title: nothing,
    withdrawnAt: nothing,
    reason: scannedAtPublishing,
    ...scopes,
  }),
  ofNobody(agenda, 'Agenda’s', {
    id: nothing,
    municipality: nothing,
    handle: nothing,
    state: nothing,
    revision: nothing,
    title: nothing,
    content: scannedAtPublishing,
    publishedVersion: nothing,
    createdAt: nothing,
    updatedAt: nothing,
    ...scopes,
  }),
  ofNobody(agendaVersion, 'Gepubliceerde agenda’s', {
    agendaId: nothing,
    number: nothing,
    current: nothing,
    ...published,
    content: scannedAtPublishing,
    publishedRole: nothing,
    publishedAt: nothing,
    withdrawnAt: nothing,
    ...scopes,
  }),
  ofNobody(agendaWithdrawal, 'Ingetrokken agenda’s', {
    agendaId: nothing,
    municipality: nothing,
    handle: nothing,
    title: nothing,
    withdrawnAt: nothing,
    reason: scannedAtPublishing,
    ...scopes,
  }),
  ofNobody(documentImport, 'Ingelezen documenten', {
    id: nothing,
    municipality: nothing,
    fileName: sourceText,
    source: sourceText,
    state: nothing,
    failureCode: nothing,
    failureMessage: nothing,
    extracted: sourceText,
    pages: nothing,
    draft: sourceText,
    agendaId: nothing,
    interventionIds: nothing,
    interventionPositions: nothing,
    takenAt: nothing,
    attempts: nothing,
    follows: nothing,
    createdAt: nothing,
    ...scopes,
  }),
  ofNobody(fileContent, 'Inhoud van bestanden', { fileId: nothing, bytes: sourceText }),
  ofNobody(auditCount, 'Logboek: tellers van wat achter elkaar gebeurt', {
    key: nothing,
    startedAt: nothing,
    seen: nothing,
    written: nothing,
    municipality: nothing,
    pseudonym: others('een kenmerk zonder naam; wordt binnen tien minuten een regel van het logboek'),
    role: nothing,
    action: nothing,
    object: nothing,
    outcome: nothing,
    origin: others('een netwerk, geen adres; wordt binnen tien minuten een regel van het logboek'),
  }),
  ofNobody(auditPending, 'Logboek: wacht op een plaats', { eventId: nothing, transaction: nothing }),
  ofNobody(auditLink, 'Logboek: schakels', {
    chain: nothing,
    position: nothing,
    eventId: nothing,
    hash: nothing,
  }),
  ofNobody(auditChain, 'Logboek: waar elke keten staat', {
    chain: nothing,
    position: nothing,
    hash: nothing,
    anchorPosition: nothing,
    anchorHash: nothing,
    anchoredAt: nothing,
  }),
  ofNobody(attempt, 'Tellers van pogingen', { key: nothing, points: nothing, expire: nothing }),
  ofNobody(tombstone, 'Verwijderde personen', { accountHash: nothing, salt: nothing, erasedAt: nothing }),
];

/** Tables that another package or a migration makes; their columns are compared with the database by the same test. */
const derived: TableNote[] = Object.entries({
  audience: ['id', 'scopes', 'generation'],
  search_document: ['doc', 'audience', 'kind', 'municipality', 'theme_mask', 'phase_mask', 'at', 'id'],
  search_text: ['doc', 'address', 'title', 'head'],
  search_vector: ['doc', 'title', 'head', 'whole'],
  search_word: ['word', 'stem', 'open'],
  search_value: ['dimension', 'value', 'bit'],
}).map(([table, columns]) => ({
  table,
  what: 'Afgeleid van wat gepubliceerd is, om te zoeken en te tonen',
  subject: null,
  rows: 'stay',
  columns: Object.fromEntries(columns.map((column) => [column, nothing])),
}));

/** Rows that point at an account come before the account. */
export const register: readonly TableNote[] = [...people, ...work, ...derived];
