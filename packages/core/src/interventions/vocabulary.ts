// The closed lists an intervention is described with. Their Dutch labels live in the web.
export const themes = [
  'taalontwikkeling',
  'ouderbetrokkenheid',
  'soepele-overgangen',
  'brede-ontwikkeling',
  'basisvaardigheden',
  'professionalisering',
  'welzijn-en-veerkracht',
  'armoede',
  'aanwezigheid',
  'nieuwkomers',
  'kansrijke-start',
  'loopbaan',
] as const;

export const phases = ['voorschools', 'po', 'po-vo', 'vo', 'mbo'] as const;

export const programmes = [
  'oab',
  'lea',
  'npo',
  'gka',
  'school-en-omgeving',
  'basisvaardigheden',
  'kansrijke-start',
] as const;

export const courses = ['preparation', 'running', 'evaluated', 'continued', 'adjusted', 'stopped'] as const;

export const costBands = ['very_low', 'low', 'moderate', 'high'] as const;

/** How sure a municipality is that it takes part (domain.md, 'Joint'). */
export const commitments = ['intended', 'conditional', 'confirmed', 'withdrawn'] as const;

/** What a municipality can say to being named: a commitment of its own, or no. */
export const answers = [...commitments, 'declined'] as const;

/** How a published version stands to another intervention (domain.md, 'Relations'). */
export const relationKinds = ['evaluates', 'part_of', 'replaces', 'adapted_from'] as const;

/** What an amount of money is for: each year, or the whole of what is done. The two are never added. */
export const budgetPeriods = ['year', 'whole'] as const;
