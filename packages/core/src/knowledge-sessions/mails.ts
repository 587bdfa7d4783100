// What somebody who registered is mailed: Dutch at level B1, plain text, with a link that opens the own registration.
import type { SessionCard } from './contract.ts';
import type { seatStates, tellings } from './vocabulary.ts';
import { timeZone } from './vocabulary.ts';

export interface Told {
  readonly tell: (typeof tellings)[number];
  readonly called: string;
  readonly guest: boolean;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly address: string;
  readonly online: boolean;
  readonly cancelledReason: string;
  readonly seats: readonly {
    readonly part: string;
    readonly title: string | null;
    readonly state: (typeof seatStates)[number];
    readonly offeredUntil: Date | null;
  }[];
  /** Opens the registration without signing in. */
  readonly link: string;
}

const dayAndTime = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  dateStyle: 'full',
  timeStyle: 'short',
});
const day = new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'full' });
const clock = new Intl.DateTimeFormat('nl-NL', {
  timeZone,
  timeStyle: 'short',
});

function whenOf({ startsAt, endsAt }: Pick<Told, 'startsAt' | 'endsAt'>): string {
  return day.format(startsAt) === day.format(endsAt)
    ? `${dayAndTime.format(startsAt)} tot ${clock.format(endsAt)} uur`
    : `${dayAndTime.format(startsAt)} uur tot ${dayAndTime.format(endsAt)} uur`;
}

const placeOf = ({ online, place, address }: Told): string =>
  online ? 'Online' : [place, address].filter((text) => text !== '').join(', ');

const seatWords: Readonly<Record<(typeof seatStates)[number], string>> = {
  requested: 'de organisator beslist nog',
  waiting: 'u staat op de wachtlijst',
  offered: 'er is een plaats voor u vrij',
  seated: 'u heeft een plaats',
  lapsed: 'de plaats is naar een ander gegaan',
};

/** One line for each workshop. */
const workshopsOf = ({ seats }: Told): string[] => {
  const lines = seats
    .filter(({ part }) => part !== '')
    .map(({ title, state }) => `- ${title ?? 'Workshop'}: ${seatWords[state]}`);
  return lines.length === 0 ? [] : ['', 'Uw workshops:', ...lines];
};

const whole = ({ seats }: Told) => seats.find(({ part }) => part === '');

/** The place that is kept longest; all that are kept stand on the page. */
const offerOf = ({ seats }: Told): string => {
  const until = seats
    .flatMap(({ offeredUntil }) => offeredUntil ?? [])
    .sort((one, other) => +one - +other)[0];
  return until ? `${dayAndTime.format(until)} uur` : 'de sessie begint';
};

type Words = (told: Told) => {
  readonly subject: string;
  readonly says: readonly string[];
};

const words: Readonly<Record<Told['tell'], Words>> = {
  confirm: ({ title }) => ({
    subject: `Bevestig uw aanmelding: ${title}`,
    says: [
      'Iemand heeft dit mailadres aangemeld voor deze kennissessie. Bent u dat? Bevestig dan uw aanmelding. Pas daarna heeft u een plaats.',
      'Dat kan twee dagen lang. Heeft u zich niet aangemeld? Dan hoeft u niets te doen. Wij verwijderen uw adres vanzelf.',
    ],
  }),
  known: ({ title }) => ({
    subject: `U bent al aangemeld: ${title}`,
    says: ['U bent al aangemeld voor deze kennissessie. Via de link ziet u uw aanmelding.'],
  }),
  registered: (told) =>
    whole(told)?.state === 'waiting'
      ? {
          subject: `U staat op de wachtlijst: ${told.title}`,
          says: [
            'De sessie is vol. U staat op de wachtlijst. Komt er een plaats vrij? Dan krijgt u een mail.',
            ...workshopsOf(told),
          ],
        }
      : {
          subject: `U bent aangemeld: ${told.title}`,
          says: ['U bent aangemeld voor deze kennissessie. Tot dan!', ...workshopsOf(told)],
        },
  requested: ({ title }) => ({
    subject: `Uw aanmelding is ontvangen: ${title}`,
    says: ['De organisator bekijkt uw aanmelding. U krijgt een mail als daarover is beslist.'],
  }),
  declined: ({ title }) => ({
    subject: `U kunt niet deelnemen: ${title}`,
    says: [
      'De organisator heeft geen plaats voor u bij deze kennissessie. Vragen? Neem contact op met de organisator.',
    ],
  }),
  offered: (told) => ({
    subject: `Er is een plaats vrij: ${told.title}`,
    says: [
      `Er is een plaats voor u vrijgekomen. Wij houden die vast tot ${offerOf(told)}. Open de link en neem de plaats aan.`,
      ...workshopsOf(told),
    ],
  }),
  lapsed: ({ title }) => ({
    subject: `De plaats is naar een ander: ${title}`,
    says: [
      'U heeft de vrije plaats niet op tijd aangenomen. De volgende op de wachtlijst krijgt nu de kans.',
    ],
  }),
  withdrawn: ({ title }) => ({
    subject: `U bent afgemeld: ${title}`,
    says: ['U bent afgemeld voor deze kennissessie. Uw plaats is vrij voor een ander.'],
  }),
  changed: ({ title }) => ({
    subject: `Tijd of plaats is gewijzigd: ${title}`,
    says: [
      'De tijd of de plaats van deze kennissessie is gewijzigd. Hieronder staat hoe het nu is. Kunt u niet meer? Meld u dan af.',
    ],
  }),
  cancelled: ({ title, cancelledReason }) => ({
    subject: `Gaat niet door: ${title}`,
    says: ['Deze kennissessie gaat niet door.', `De reden: ${cancelledReason}`],
  }),
  reminder: (told) => ({
    subject: `Binnenkort: ${told.title}`,
    says: [
      'Binnenkort is de kennissessie waarvoor u bent aangemeld. Kunt u niet? Meld u dan af. Een ander is er blij mee.',
      ...workshopsOf(told),
    ],
  }),
  feedback: ({ title }) => ({
    subject: `Wat vond u ervan? ${title}`,
    says: [
      'U was aangemeld voor deze kennissessie. Wat had u eraan? Uw antwoord helpt de organisator. Uw naam staat er niet bij.',
    ],
  }),
};

/** Why it comes, and how long the address is kept of who has no account. */
const because = ({ guest }: Told): string =>
  guest
    ? 'U krijgt deze mail omdat dit adres is aangemeld als gast. Wij verwijderen uw naam en adres 30 dagen na de sessie.'
    : 'U krijgt deze mail omdat u zich op Kansenplein heeft aangemeld voor deze sessie.';

export function registrationMail(told: Told): {
  readonly subject: string;
  readonly body: string;
} {
  const { subject, says } = words[told.tell](told);
  const body = [
    `Beste ${told.called},`,
    '',
    ...says,
    '',
    told.title,
    whenOf(told),
    ...(placeOf(told) === '' ? [] : [placeOf(told)]),
    '',
    told.tell === 'confirm' ? 'Bevestigen:' : 'Uw aanmelding bekijken of afmelden:',
    told.link,
    '',
    because(told),
  ].join('\n');
  return { subject: subject.slice(0, 250), body };
}

/** Who holds it, as a mail says it; of a community that is not shown to everybody no more than that. */
function holderOf({ host }: Pick<SessionCard, 'host'>): string {
  if (host.kind === 'municipality') return `gemeente ${host.municipality.name}`;
  return host.kind === 'alliance' ? 'de Gelijke Kansen Alliantie' : 'de community';
}

/** What a host writes to all who have a place: the same mail for each, so that it names nobody. */
export function participantsMail({
  subject,
  text,
  card,
  origin,
}: {
  readonly subject: string;
  readonly text: string;
  readonly card: SessionCard;
  readonly origin: string;
}): { readonly subject: string; readonly body: string } {
  const { startsAt, endsAt } = card;
  const body = [
    'Beste deelnemer,',
    '',
    text,
    '',
    card.title,
    whenOf({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }),
    `${origin}/kennissessies/${card.slug}`,
    '',
    `U krijgt dit bericht van ${holderOf(card)}, die deze kennissessie organiseert, omdat u er een plaats heeft. Antwoorden op deze mail kan niet. Op de pagina staat bij wie u terechtkunt.`,
  ].join('\n');
  return { subject: `${subject} (${card.title})`.slice(0, 250), body };
}
