// Words about the pages of people.
import type { PersonPage, ShownTo } from '../wire.ts';

type Place = NonNullable<PersonPage['place']>;

export const shownToLabels: Record<ShownTo, string> = {
  nobody: 'Niemand',
  own: 'Alleen mijn collega’s',
  alliance: 'Alle leden van de alliantie',
};

/** Where somebody works, as words and as an address where there is one. */
export function placeWords(place: Place): { label: string; href: string | null } {
  if (place.kind === 'municipality')
    return { label: `Gemeente ${place.municipality.name}`, href: `/gemeenten/${place.municipality.slug}` };
  if (place.kind === 'alliance') return { label: 'Gelijke Kansen Alliantie', href: null };
  return place.organisation
    ? { label: place.organisation.name, href: `/organisaties/${place.organisation.slug}` }
    : { label: 'Een partnerorganisatie', href: null };
}
