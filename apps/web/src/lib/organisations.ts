// How organisations and schools are called and where they stand: two shelves of one kind of thing.
import type { Organisation, OrganisationKind } from './wire.ts';

export const organisationKindLabels: Record<OrganisationKind, string> = {
  school: 'School',
  child_centre: 'Kindcentrum',
  school_board: 'Schoolbestuur',
  childcare: 'Kinderopvang',
  library: 'Bibliotheek',
  youth_health_care: 'Jeugdgezondheidszorg (GGD of JGZ)',
  welfare: 'Welzijn',
  research: 'Universiteit of onderzoek',
  ministry: 'Ministerie',
  other: 'Anders',
};

const schoolKinds: readonly OrganisationKind[] = ['school', 'child_centre'];

export const isSchool = (kind: OrganisationKind): boolean => schoolKinds.includes(kind);

export const shelves = {
  others: { path: '/organisaties', label: 'Organisaties' },
  schools: { path: '/scholen', label: 'Scholen' },
} as const;
export type Shelf = keyof typeof shelves;

export const shelfOf = (kind: OrganisationKind): Shelf => (isSchool(kind) ? 'schools' : 'others');

export const organisationHref = (one: { slug: string; kind: OrganisationKind }): string =>
  `${shelves[shelfOf(one.kind)].path}/${one.slug}`;

/** What tells it from another of the same name. */
export const organisationDetail = ({ kind, locatedIn, brin }: Organisation): string =>
  [organisationKindLabels[kind], locatedIn?.name, brin].filter(Boolean).join(' · ');

export const isOrganisationKind = (value: string): value is OrganisationKind =>
  Object.hasOwn(organisationKindLabels, value);
