// Words about commitments, consultations and how a municipality stands. The types make a forgotten one an error.
import { formatDate } from '../format.ts';
import type { ConsultationPage, ConsultationRow, JudgedCommitment } from '../wire.ts';

type Commitment = JudgedCommitment['commitment'];
type Standing = JudgedCommitment['standing'];

export const commitmentNames: Record<Commitment, string> = {
  consultation: 'Twee keer per jaar bestuurlijk overleg',
  knowledge_session: 'Minstens één kennissessie per jaar',
  sharing: 'Actief delen',
  national_agenda: 'Meedoen aan de landelijke agenda',
};

/** Above a column. */
export const commitmentHeads: Record<Commitment, string> = {
  consultation: 'Overleg',
  knowledge_session: 'Kennissessie',
  sharing: 'Delen',
  national_agenda: 'Landelijke agenda',
};

/** What counts and what does not: core decision 'How a commitment is derived'. */
export const howDerived: Record<Commitment, string> = {
  consultation:
    'Telt mee: overleg tussen de wethouder en de alliantie dat beide kanten hebben bevestigd. Twee overleggen op één dag tellen als één.',
  knowledge_session:
    'Telt mee: kennissessies voor de alliantie of voor iedereen die de gemeente zelf hield. Wat nog komt, niet doorging of alleen voor genodigden was, telt niet. Naar een kennissessie van een ander gaan telt hier ook niet.',
  sharing:
    'Telt mee: interventies die de gemeente voor de alliantie of voor iedereen publiceerde, en nieuwe versies daarvan. Concepten, wat is ingetrokken en wat alleen de gemeente zelf leest, tellen niet.',
  national_agenda:
    'Telt mee: een landelijke thema-agenda die de gemeente voor de alliantie of voor iedereen publiceerde of vernieuwde. Ook telt een kennissessie van de alliantie waaruit de gemeente volgens het verslag iets overneemt. Wie erbij was, telt niet: dat weet alleen wie de sessie hield.',
};

export const standingLabels: Record<Standing, string> = {
  met: 'Gehaald',
  to_do: 'Nog te doen',
  not_met: 'Niet gehaald',
  from_next_year: 'Telt vanaf volgend jaar',
  not_signed: 'Niet ondertekend',
  not_joined: 'Nog niet op Kansenplein',
  ended: 'Afspraak is voorbij',
};

export const standingTones = {
  met: 'leaf',
  to_do: 'sun',
  not_met: 'brick',
  from_next_year: 'plain',
  not_signed: 'plain',
  not_joined: 'plain',
  ended: 'plain',
} as const satisfies Record<Standing, string>;

export const factKindLabels: Record<JudgedCommitment['facts'][number]['kind'], string> = {
  consultation: 'Overleg, door beide kanten bevestigd',
  session_hosted: 'Kennissessie gehouden',
  session_adopted: 'Neemt iets over uit een kennissessie van de alliantie',
  published: 'Gepubliceerd',
  new_version: 'Nieuwe versie',
  theme_agenda: 'Thema-agenda gepubliceerd',
};

/** The figure in words: '1 van 2'; more than was asked reads '3, gevraagd 1'; just how many when nothing is asked. */
export function figureOf({
  asked,
  counted,
  since,
}: Pick<JudgedCommitment, 'asked' | 'counted' | 'since'>): string {
  if (since === null) return '–';
  if (asked === 0) return String(counted);
  return counted > asked ? `${counted}, gevraagd ${asked}` : `${counted} van ${asked}`;
}

const wholeYear: Record<Commitment, number> = {
  consultation: 2,
  knowledge_session: 1,
  sharing: 1,
  national_agenda: 1,
};

/** Why only a part of the year is looked at, and what that asks; null when it is the whole year. */
export function partOfYear(
  { commitment, asked, since, until, signed }: JudgedCommitment,
  year: number,
  joinedOn: string | null,
): string | null {
  if (since === null || until === null) return null;
  const reasons = [
    ...(since > `${year}-01-01`
      ? [
          since === joinedOn
            ? `De gemeente kwam op ${formatDate(since)} op Kansenplein.`
            : `De afspraak is getekend op ${formatDate(since)}.`,
        ]
      : []),
    ...(until < `${year}-12-31` && signed?.endedOn
      ? [`De afspraak liep tot en met ${formatDate(until)}.`]
      : []),
  ];
  if (reasons.length === 0) return null;
  const rest =
    asked === wholeYear[commitment]
      ? 'Alleen wat in dat deel van het jaar gebeurde, telt mee.'
      : `Alleen wat in dat deel van het jaar gebeurde, telt mee. Naar rato vragen we in ${year} ${asked} keer, in een heel jaar ${wholeYear[commitment]} keer.`;
  return [...reasons, rest].join(' ');
}

export const sideLabels = {
  municipality: 'de gemeente',
  alliance: 'de alliantie',
} as const;

export const consultationStateLabels: Record<ConsultationRow['state'], string> = {
  recorded: 'Wacht op bevestiging',
  confirmed: 'Bevestigd',
  denied: 'Niet bevestigd',
  withdrawn: 'Ingetrokken',
};

export const consultationStateTones = {
  recorded: 'sun',
  confirmed: 'leaf',
  denied: 'brick',
  withdrawn: 'plain',
} as const satisfies Record<ConsultationRow['state'], string>;

type Step = ConsultationPage['steps'][number];
const stepWords: Record<Step['what'], string> = {
  recorded: 'legde dit overleg vast',
  corrected: 'verbeterde wat er stond',
  confirmed: 'bevestigde dit overleg',
  denied: 'bevestigt dit niet',
  withdrawn: 'trok dit overleg in',
};

/** 'De gemeente bevestigde dit overleg' */
export function stepSentence({ side, what }: Step): string {
  const who = sideLabels[side];
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${stepWords[what]}`;
}

/** Who is to answer, in words. */
export const otherSide = (side: ConsultationRow['bySide']): string =>
  side === 'municipality' ? sideLabels.alliance : sideLabels.municipality;
