// The mail that says what is new: Dutch at level B1, plain text, each thing with its address.
import type { Found } from '../finding/index.ts';
import { stopAddress } from '../kernel/index.ts';
import { isSchool } from '../organisations/index.ts';

type Hit = Found['hits'][number];

export interface Told {
  readonly origin: string;
  readonly name: string;
  readonly alert: 'day' | 'week';
  readonly hits: readonly Hit[];
  /** There is more that is new than the mail names. */
  readonly isMore: boolean;
  /** Secret of the link that stops this mail. */
  readonly stop: string;
}

const pathOf = (hit: Hit): string => {
  switch (hit.kind) {
    case 'intervention':
      return `/interventies/${hit.card.slug}`;
    case 'agenda':
      return `/agendas/${hit.card.slug}`;
    case 'goal':
      return `/agendas/${hit.card.slug}`;
    case 'organisation':
      return `/${isSchool(hit.card.kind) ? 'scholen' : 'organisaties'}/${hit.card.slug}`;
    case 'municipality':
      return `/gemeenten/${hit.card.slug}`;
  }
};
const titleOf = (hit: Hit): string => {
  if (hit.kind === 'municipality') return `Gemeente ${hit.card.name}`;
  return hit.kind === 'organisation' ? hit.card.name : hit.card.title;
};
const placeOf = (hit: Hit) => {
  if (hit.kind === 'municipality') return null;
  return hit.kind === 'organisation' ? hit.card.locatedIn : hit.card.municipality;
};
const ofOf = (hit: Hit): string => {
  const place = placeOf(hit);
  return place === null ? '' : ` (${place.name})`;
};

export function alertMail({ origin, name, alert, hits, isMore, stop }: Told) {
  const count = isMore ? `meer dan ${hits.length}` : String(hits.length);
  const what = hits.length === 1 ? '1 nieuw resultaat' : `${count} nieuwe resultaten`;
  const body = [
    'Beste collega,',
    '',
    `Bij uw zoekvraag ‘${name}’ is iets nieuws gepubliceerd of bijgewerkt:`,
    '',
    ...hits.flatMap((hit) => [`${titleOf(hit)}${ofOf(hit)}`, `${origin}${pathOf(hit)}`, '']),
    ...(isMore
      ? ['Er is nog meer. Open uw zoekvraag om alles te zien:', `${origin}/mijn/zoekvragen`, '']
      : []),
    alert === 'day'
      ? 'U krijgt dit bericht hoogstens één keer per dag, en alleen als er iets nieuws is.'
      : 'U krijgt dit bericht hoogstens één keer per week, en alleen als er iets nieuws is.',
    'Geen mail meer over deze zoekvraag? Dat kan zonder in te loggen:',
    stopAddress(origin, stop),
  ].join('\n');
  return { subject: `${what} bij ‘${name}’`, body };
}
