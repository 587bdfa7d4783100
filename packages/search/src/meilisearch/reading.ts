/** Which engine a page came from, said by its cursor. Both engines have the same order, so either can go on from it. */
const prefix = 'm';

/** A reading goes on with the engine it began with; what is not said to be of PostgreSQL may begin with this one. */
export const isOfEngine = (after: string | null): boolean => after === null || after.startsWith(prefix);

export const ofEngine = (next: string | null): string | null => (next === null ? null : `${prefix}${next}`);

/** The place itself. */
export const placeOf = (after: string | null): string | null => after?.replace(/^m/, '') ?? null;
