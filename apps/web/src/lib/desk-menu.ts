// The menu of who is signed in: a few places that are always there, and under the one where one is its parts. Nothing is
// folded away, so that it works by keyboard and without a script, and says where one is.
import type { Me } from './wire.ts';

type Acting = Me['acting'];

export interface DeskPart {
  readonly href: string;
  readonly label: string;
  /** `page` is the page itself, `true` what it is under. */
  readonly current: 'page' | 'true' | undefined;
}
export interface DeskPlace extends DeskPart {
  readonly parts: readonly DeskPart[];
}

interface Part {
  readonly href: string;
  readonly label: string;
  readonly shown?: boolean;
  /** Where else this is the part one is in. */
  readonly also?: string;
}
interface Place {
  readonly label: string;
  readonly parts: readonly Part[];
}

const home = '/mijn';

function placesFor(acting: Acting): readonly Place[] {
  const inMunicipality = acting?.kind === 'municipality';
  const role = acting?.role;
  const belongs = acting !== null && role !== 'operator';
  return [
    {
      label: 'Mijn plein',
      parts: [
        { href: home, label: 'Overzicht' },
        { href: '/mijn/kennissessies', label: 'Kennissessies' },
        { href: '/mijn/communities', label: 'Communities' },
        { href: '/mijn/kalender', label: 'Kalender' },
        { href: '/mijn/inlezen', label: 'Document inlezen', shown: inMunicipality && role !== 'reader' },
      ],
    },
    {
      label: 'Afspraken',
      parts: [
        { href: '/mijn/afspraken', label: 'Afspraken', shown: inMunicipality, also: '/mijn/overleggen' },
        {
          href: '/coordinatie/afspraken',
          label: 'Afspraken',
          shown: role === 'coordinator',
          also: '/mijn/overleggen',
        },
      ],
    },
    {
      label: 'Wie is wie',
      parts: [
        { href: '/mensen', label: 'Wie is wie', shown: belongs },
        { href: '/mijn/profiel', label: 'Mijn profiel', shown: belongs },
      ],
    },
    {
      label: 'Meldingen',
      parts: [
        { href: '/mijn/meldingen', label: 'Meldingen' },
        { href: '/mijn/meldingen/volgen', label: 'Wat u volgt' },
        { href: '/mijn/zoekvragen', label: 'Zoekvragen' },
        { href: '/mijn/meldingen/instellingen', label: 'Instellen' },
      ],
    },
    {
      label: 'Beheer',
      parts: [
        { href: '/mijn/mensen', label: 'Mensen en rollen', shown: role === 'administrator' },
        { href: '/mijn/mail', label: 'Mail', shown: role === 'operator' },
        { href: '/mijn/logboek', label: 'Logboek', shown: role === 'administrator' || role === 'operator' },
        { href: '/mijn/meenemen', label: 'Alles meenemen', shown: role === 'administrator' },
      ],
    },
    {
      label: 'Mijn account',
      parts: [
        { href: '/mijn/account', label: 'Hoe u inlogt' },
        { href: '/mijn/gegevens', label: 'Mijn gegevens' },
      ],
    },
  ];
}

/** The places with the parts of the one where one is; `path` is that of the page. */
export function deskMenu(acting: Acting, path: string): readonly DeskPlace[] {
  const places = placesFor(acting)
    .map(({ label, parts }) => ({ label, parts: parts.filter(({ shown = true }) => shown) }))
    .filter(({ parts }) => parts.length > 0);
  const isUnder = (one: string) => path === one || path.startsWith(`${one}/`);
  // The longest address wins: what one follows is a part of its own, not a page under the notifications.
  const [here] = places
    .flatMap(({ parts }) => parts)
    .filter(({ href, also }) => isUnder(href) || (also !== undefined && isUnder(also)))
    .sort((one, other) => other.href.length - one.href.length);
  const currentOf = (href: string) => (href === path ? 'page' : 'true');
  return places.flatMap(({ label, parts }) => {
    const [first] = parts;
    if (!first) return [];
    const isHere = here !== undefined && parts.includes(here);
    return {
      href: first.href,
      label,
      current: isHere ? currentOf(first.href) : undefined,
      parts:
        isHere && parts.length > 1 && (here.href !== home || path === home)
          ? parts.map((part) => ({
              href: part.href,
              label: part.label,
              current: part === here ? currentOf(part.href) : undefined,
            }))
          : [],
    };
  });
}
