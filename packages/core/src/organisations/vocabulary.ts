// What kinds of partner there are (domain.md, 'Who'). Their Dutch labels live in the web.

/** Where children are taught: these have an official code and a page of their own. */
export const schoolKinds = ['school', 'child_centre'] as const;

export const organisationKinds = [
  ...schoolKinds,
  'school_board',
  'childcare',
  'library',
  'youth_health_care',
  'welfare',
  'research',
  'ministry',
  'other',
] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

export const isSchool = (kind: OrganisationKind): boolean => schoolKinds.some((each) => each === kind);
