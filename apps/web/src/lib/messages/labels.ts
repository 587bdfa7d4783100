// Dutch words for the closed lists of the core. The types make a forgotten one an error.
import type {
  AskedMunicipality,
  Action,
  AgendaContent,
  InterventionCard,
  InterventionContent,
  Participation,
  PersonalDataWarning,
  Role,
  WorkingCopy,
} from '../wire.ts';

type Theme = InterventionCard['themes'][number];
type Phase = InterventionCard['phases'][number];

export const themeLabels: Record<Theme, string> = {
  taalontwikkeling: 'Taalontwikkeling',
  ouderbetrokkenheid: 'Ouderbetrokkenheid',
  'soepele-overgangen': 'Soepele overgangen',
  'brede-ontwikkeling': 'Brede ontwikkeling',
  basisvaardigheden: 'Basisvaardigheden',
  professionalisering: 'Professionalisering',
  'welzijn-en-veerkracht': 'Welzijn en veerkracht',
  armoede: 'Armoede',
  aanwezigheid: 'Aanwezigheid op school',
  nieuwkomers: 'Nieuwkomers',
  'kansrijke-start': 'Kansrijke start',
  loopbaan: 'Loopbaan',
};

export const phaseLabels: Record<Phase, string> = {
  voorschools: 'Voorschools',
  po: 'Basisschool',
  'po-vo': 'Overstap naar de middelbare school',
  vo: 'Middelbare school',
  mbo: 'Mbo',
};

export const programmeLabels: Record<InterventionContent['programmes'][number], string> = {
  oab: 'Onderwijsachterstandenbeleid (OAB)',
  lea: 'Lokale Educatieve Agenda (LEA)',
  npo: 'Nationaal Programma Onderwijs (NPO)',
  gka: 'Gelijke Kansen Alliantie (GKA)',
  'school-en-omgeving': 'School en Omgeving',
  basisvaardigheden: 'Masterplan basisvaardigheden',
  'kansrijke-start': 'Kansrijke Start',
};

export const courseLabels: Record<InterventionContent['course'], string> = {
  preparation: 'In voorbereiding',
  running: 'Loopt',
  evaluated: 'Geëvalueerd',
  continued: 'Voortgezet',
  adjusted: 'Bijgesteld',
  stopped: 'Gestopt',
};

export const courseTones = {
  preparation: 'sun',
  running: 'leaf',
  evaluated: 'leaf',
  continued: 'leaf',
  adjusted: 'sun',
  stopped: 'brick',
} as const satisfies Record<InterventionContent['course'], string>;

export const costLabels: Record<NonNullable<InterventionContent['costBand']>, string> = {
  very_low: 'Zeer laag',
  low: 'Laag',
  moderate: 'Gemiddeld',
  high: 'Hoog',
};

export const costSigns: Record<NonNullable<InterventionContent['costBand']>, string> = {
  very_low: '€',
  low: '€ €',
  moderate: '€ € €',
  high: '€ € € €',
};

export const commitmentLabels: Record<Participation['commitment'], string> = {
  intended: 'van plan mee te doen',
  conditional: 'onder voorbehoud',
  confirmed: 'doet mee',
  withdrawn: 'doet niet meer mee',
};

export const answerLabels: Record<NonNullable<AskedMunicipality['answer']>, string> = {
  ...commitmentLabels,
  declined: 'doet niet mee',
};

export const visibilityLabels: Record<InterventionContent['visibility'], string> = {
  municipality: 'Alleen mijn gemeente',
  alliance: 'Iedereen die is ingelogd',
  public: 'Iedereen',
};

export const stateLabels: Record<WorkingCopy['state'], string> = {
  draft: 'Concept',
  in_review: 'Wacht op publicatie',
  published: 'Gepubliceerd',
  withdrawn: 'Ingetrokken',
};

export const stateTones = {
  draft: 'plain',
  in_review: 'sun',
  published: 'leaf',
  withdrawn: 'brick',
} as const satisfies Record<WorkingCopy['state'], string>;

export const agendaKindLabels: Record<AgendaContent['kind'], string> = {
  gka_agenda: 'GKA-agenda',
  local_accord: 'Onderwijskansenakkoord',
  national_theme: 'Landelijke thema-agenda',
};

export const actionLabels: Record<Action['status'], string> = {
  planned: 'gepland',
  under_way: 'bezig',
  done: 'gedaan',
  stopped: 'gestopt',
};

export const roleLabels: Record<Role, string> = {
  reader: 'lezer',
  editor: 'redacteur',
  publisher: 'publiceerder',
  administrator: 'beheerder',
  partner: 'partner',
  coordinator: 'coördinator',
  operator: 'systeembeheerder',
};

export const roleExplanations: Partial<Record<Role, string>> = {
  reader: 'leest wat de gemeente schrijft',
  editor: 'schrijft en dient in',
  publisher: 'publiceert, trekt in en beantwoordt uitnodigingen',
  administrator: 'nodigt mensen uit, en doet ook wat een publiceerder doet',
};

export const personalDataLabels: Record<PersonalDataWarning['kind'], string> = {
  bsn: 'burgerservicenummer',
  email: 'e-mailadres',
  telephone: 'telefoonnummer',
  iban: 'bankrekening',
  name: 'naam van een persoon',
};

/** What an amount of money is for. */
export const perLabels = { year: 'per jaar', whole: 'in totaal' };

/** Whose pupils and money are added up. */
export const sumLabels = {
  confirmed: 'Zonder voorbehoud',
  confirmedWithConditional: 'Met wie onder voorbehoud meedoet',
  stated: 'Nog niet bevestigd, telt niet mee',
};
