/** A document as the stand-in for Meilisearch keeps it. */
export type Stored = Readonly<Record<string, unknown>>;

/** A question the engine answers with 400; `message` is its error code. */
export class BadQuestion extends Error {}

export const valuesOf = (stored: Stored, attribute: string): string[] => {
  const value = stored[attribute];
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
};
