// Accounts of the demo alliance: one for every role. Shown on the sign-in page in demo mode only.
// Nobody here is a person: each name is a function, each address lies on an `.example` domain.
import type { DemoMembership, DemoOrganisation, DemoPerson, MunicipalRole } from './types.ts';

export const organisations: DemoOrganisation[] = [
  {
    key: 'bibliotheek-kulturhus',
    name: 'Bibliotheek Kulturhus (voorbeeld)',
    kind: 'library',
    municipalities: ['gm1952', 'gm0014'],
  },
  {
    key: 'welzijn-mijnstreek',
    name: 'Welzijn Mijnstreek (voorbeeld)',
    kind: 'welfare',
    municipalities: ['gm0899', 'gm0917', 'gm0928'],
  },
];

const inMunicipality = (municipality: string, ...roles: MunicipalRole[]): DemoMembership => ({
  kind: 'municipality',
  municipality,
  roles,
});

/** One publisher for each municipality that has nothing but a publisher in the demo. */
const publisherOf = (municipality: string, slug: string, name: string): DemoPerson => ({
  address: `publicist@${slug}.example`,
  displayName: `Publicist ${name}`,
  memberships: [inMunicipality(municipality, 'editor', 'publisher')],
});

export const people: DemoPerson[] = [
  {
    address: 'redacteur@brunssum.example',
    displayName: 'Redacteur Brunssum',
    memberships: [inMunicipality('gm0899', 'editor')],
  },
  {
    address: 'publicist@brunssum.example',
    displayName: 'Publicist Brunssum',
    memberships: [inMunicipality('gm0899', 'publisher')],
  },
  {
    address: 'beheerder@brunssum.example',
    displayName: 'Beheerder Brunssum',
    memberships: [inMunicipality('gm0899', 'administrator')],
  },
  {
    address: 'lezer@brunssum.example',
    displayName: 'Lezer Brunssum',
    memberships: [inMunicipality('gm0899', 'reader')],
  },
  {
    address: 'onderwijskansen@midden-groningen.example',
    displayName: 'Projectleider Midden-Groningen',
    memberships: [inMunicipality('gm1952', 'editor', 'publisher')],
  },
  {
    address: 'partner@kulturhus.example',
    displayName: 'Partner Bibliotheek Kulturhus',
    memberships: [{ kind: 'organisation', organisation: 'bibliotheek-kulturhus', roles: ['partner'] }],
  },
  {
    address: 'coordinator@alliantie.example',
    displayName: 'Coördinator van de alliantie',
    memberships: [{ kind: 'alliance', roles: ['coordinator'] }],
  },
  {
    address: 'operator@kansenplein.example',
    displayName: 'Operator van Kansenplein',
    memberships: [{ kind: 'installation', roles: ['operator'] }],
  },
  {
    // Works three days for Simpelveld and two for Voerendaal: acts as one at a time.
    address: 'jeugd@heuvelland.example',
    displayName: 'Beleidsadviseur Simpelveld en Voerendaal',
    memberships: [
      inMunicipality('gm0965', 'editor', 'publisher'),
      inMunicipality('gm0986', 'editor', 'publisher'),
    ],
  },
  publisherOf('gm0917', 'heerlen', 'Heerlen'),
  publisherOf('gm0928', 'kerkrade', 'Kerkrade'),
  publisherOf('gm0882', 'landgraaf', 'Landgraaf'),
  publisherOf('gm0981', 'vaals', 'Vaals'),
  publisherOf('gm1729', 'gulpen-wittem', 'Gulpen-Wittem'),
  publisherOf('gm0994', 'valkenburg-aan-de-geul', 'Valkenburg aan de Geul'),
  publisherOf('gm1954', 'beekdaelen', 'Beekdaelen'),
  publisherOf('gm0983', 'venlo', 'Venlo'),
  publisherOf('gm0014', 'groningen', 'Groningen'),
  publisherOf('gm1895', 'oldambt', 'Oldambt'),
  publisherOf('gm0047', 'veendam', 'Veendam'),
  publisherOf('gm0765', 'pekela', 'Pekela'),
  publisherOf('gm0080', 'leeuwarden', 'Leeuwarden'),
  publisherOf('gm0074', 'heerenveen', 'Heerenveen'),
  publisherOf('gm0114', 'emmen', 'Emmen'),
  publisherOf('gm0153', 'enschede', 'Enschede'),
  publisherOf('gm0193', 'zwolle', 'Zwolle'),
  publisherOf('gm0150', 'deventer', 'Deventer'),
  publisherOf('gm0202', 'arnhem', 'Arnhem'),
  publisherOf('gm0034', 'almere', 'Almere'),
  publisherOf('gm0995', 'lelystad', 'Lelystad'),
  publisherOf('gm0307', 'amersfoort', 'Amersfoort'),
  publisherOf('gm0479', 'zaanstad', 'Zaanstad'),
  publisherOf('gm0400', 'den-helder', 'Den Helder'),
  publisherOf('gm0503', 'delft', 'Delft'),
  publisherOf('gm0606', 'schiedam', 'Schiedam'),
  publisherOf('gm0718', 'vlissingen', 'Vlissingen'),
  publisherOf('gm0855', 'tilburg', 'Tilburg'),
  publisherOf('gm1674', 'roosendaal', 'Roosendaal'),
  publisherOf('gm0828', 'oss', 'Oss'),
  publisherOf('gm1721', 'bernheze', 'Bernheze'),
  publisherOf('gm1982', 'land-van-cuijk', 'Land van Cuijk'),
  publisherOf('gm0794', 'helmond', 'Helmond'),
];
