// Who has an intervention open now: kernel/presence-tables.ts says what and why.
import { presenceOf } from '../kernel/presence-tables.ts';
import { intervention } from './tables.ts';

export const interventionPresence = presenceOf('intervention_presence', () => intervention.id);
