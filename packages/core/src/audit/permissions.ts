// Who may read the trail; the row rules of the database say the same once more.
import type { Actor } from '@kansenplein/db';

/** An administrator reads the trail of the own municipality, an operator that of the installation. */
export const canReadTrail = ({ acting }: Actor) =>
  (acting?.kind === 'municipality' && acting.role === 'administrator') ||
  (acting?.kind === 'installation' && acting.role === 'operator');
