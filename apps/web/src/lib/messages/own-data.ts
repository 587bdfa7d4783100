// What is kept of somebody, told to that person in words. The download has it as it is kept; this is for reading.
import { formatNumber } from '../format.ts';
import { formatExactly, objectHref, reasonSentence, wayWords } from '../trail.ts';
import { actionSentence, outcomeLabels } from './actions.ts';
import { storedWords } from './communities.ts';
import { errorSentence } from './errors.ts';
import { roleLabels } from './labels.ts';
import { nounWords, pageParts, toldOfMeeting } from './own-data-meeting.ts';
import { verdictLabels } from './review.ts';

/** Names of what a row points to, by code or id. */
export interface OwnDataNames {
  readonly municipalities: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
}

type Row = readonly { readonly label: string; readonly value: string }[];

export interface ToldValue {
  readonly label: string;
  readonly words: string;
  /** A page where one sees it; that page decides whether one may. */
  readonly href: string | null;
}

const words: Readonly<Record<string, string>> = {
  ...storedWords,
  ...wayWords,
  ...outcomeLabels,
  ...roleLabels,
  ...verdictLabels,
  ...nounWords,
  municipality: 'gemeente',
  organisation: 'organisatie',
  alliance: 'netwerk',
  installation: 'beheer van Kansenplein',
  true: 'ja',
  false: 'nee',
  new_address: 'een nieuw e-mailadres bevestigen',
  new_password: 'een nieuw wachtwoord kiezen',
  new_factor: 'een nieuwe tweede stap kiezen',
  second_factor: 'de tweede stap van inloggen',
  enrol: 'een app of passkey instellen',
  passkey: 'inloggen met een passkey',
  issuer: 'inloggen via een inlogdienst',
  as_is: 'het klopt zoals het er staat',
  corrected: 'verbeterd',
  irrelevant: 'niet van belang',
  ask: 'navragen',
  unconfirmed: 'nog niet bevestigd',
  requested: 'wacht op de organisator',
  admitted: 'aangemeld',
  declined: 'geen plaats',
  cancelled: 'afgemeld',
  txt: 'tekst',
  docx: 'Word',
  pdf: 'PDF',
};

/** How a passkey reaches the device (WebAuthn, 5.8.4). */
const transports: Readonly<Record<string, string>> = {
  internal: 'in het apparaat zelf',
  hybrid: 'via een telefoon ernaast',
  usb: 'via USB',
  nfc: 'door het ertegen te houden',
  ble: 'via bluetooth',
  'smart-card': 'met een kaart',
};

/** What an action of the log was about, by its first word. */
const things: Readonly<Record<string, string>> = {
  intervention: 'een interventie',
  participation: 'een interventie',
  agenda: 'een agenda',
  import: 'een ingelezen document',
  file: 'een bestand',
  invitation: 'een uitnodiging',
  membership: 'wie bij de gemeente hoort',
  account: 'een account',
  person: 'uw gegevens',
  municipality: 'de gemeente',
  session: 'een kennissessie',
  audit: 'het logboek',
  access: 'iets wat niet voor u open stond',
  demo: 'de voorbeeldgegevens',
};

/** The first word of the key of what was found in a document; and the parts of the own page. */
const found: Readonly<Record<string, string>> = {
  ...pageParts,
  agenda: 'de agenda',
  goal: 'een doel',
  intervention: 'een interventie',
  finding: 'een aandachtspunt',
  body: 'een overleg',
  keyfigure: 'een kengetal',
  commitment: 'een afspraak',
  signatory: 'een ondertekenaar',
  unplaced: 'tekst zonder plek',
};

const first = (value: string, separator: string): string => value.split(separator)[0] ?? '';

function transportWords(value: string): string {
  const listed = value.match(/[a-z-]+/g) ?? [];
  return listed.map((one) => transports[one] ?? one).join(', ') || 'onbekend';
}

/** Why something was refused is kept as the procedure and a code; the log shows both, here the words will do. */
function reasonInWords(action: string, value: string): string | null {
  const code = action === 'access.denied' ? value.split(': ')[1] : undefined;
  if (code) return errorSentence(code).title;
  return action === '' ? value : reasonSentence({ action, reason: value });
}

/** By label of the register (packages/core/src/personal-data-register.ts): null leaves it to the download. */
const told: Readonly<Record<string, (value: string, names: OwnDataNames, action: string) => string | null>> =
  {
    ...toldOfMeeting,
    Gemeente: (value, { municipalities }) =>
      municipalities.get(value) ?? 'een gemeente die hier niet meer is',
    Organisatie: (value, { organisations }) => organisations.get(value) ?? 'een organisatie van eerder',
    Inlogdienst: (value) => (URL.canParse(value) ? new URL(value).hostname : value),
    Handeling: (value) => actionSentence(value),
    Waaraan: (value, _names, action) => (value === '' ? null : (things[first(action, '.')] ?? null)),
    Reden: (value, _names, action) => reasonInWords(action, value),
    Onderdeel: (value) => (value === '' ? null : (found[first(value, '/')] ?? 'een onderdeel')),
    'Aantal keren': (value) => (Number(value) > 1 ? formatNumber(Number(value)) : null),
    'Grootte in bytes': (value) => `${formatNumber(Number(value))} bytes`,
    'Hoe het apparaat verbonden is': transportWords,
    'Laatst gebruikt (periode van dertig seconden)': (value) =>
      formatExactly(new Date(Number(value) * 30_000).toISOString()),
    'Wat er misging': (value) => `De mailserver zei: ${value}`,
    // Said once, where it is explained.
    'Uw kenmerk': () => null,
    'Uw kenmerk in het logboek': () => null,
    Kenmerk: (value) => `${value} – een willekeurig kenmerk, dat er staat in plaats van uw naam`,
    Naam: (value) => value,
    'Uw kenmerk daar': (value) => value,
    Onderwerp: (value) => value,
    Browser: (value) => (value === 'onbekend' ? 'onbekende browser' : value),
  };

/** Labels that are shorter here. */
const labels: Readonly<Record<string, string>> = {
  'Laatst gebruikt (periode van dertig seconden)': 'Laatst gebruikt rond',
  'Grootte in bytes': 'Grootte',
};

const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const SECRET = '(bewaard, niet getoond)';

/** What is kept and shown to nobody, said once for all rows: the labels, in their order. */
export const secretsIn = (rows: readonly Row[]): string[] => [
  ...new Set(rows.flatMap((row) => row.flatMap(({ label, value }) => (value === SECRET ? [label] : [])))),
];

/** One row as people say it, in its own order, without its secrets. */
export function toldRow(row: Row, names: OwnDataNames): ToldValue[] {
  const of = (label: string): string => row.find((each) => each.label === label)?.value ?? '';
  const action = of('Handeling');
  return row.flatMap(({ label, value }) => {
    if (value === SECRET) return [];
    const own = told[label];
    const said = own
      ? own(value, names, action)
      : isMoment.test(value)
        ? formatExactly(value)
        : (words[value] ?? value);
    if (said === null) return [];
    const href = label === 'Waaraan' ? objectHref({ action, object: value }) : null;
    return [{ label: labels[label] ?? label, words: said, href }];
  });
}
