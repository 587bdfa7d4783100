// The roles in a municipality, as the audiences that procedures are for.

/** Who may read, write, publish and administer for a municipality: each role holds the rights of those before it. */
export const readers = ['reader', 'editor', 'publisher', 'administrator'] as const;
export const editors = ['editor', 'publisher', 'administrator'] as const;
export const publishers = ['publisher', 'administrator'] as const;
export const administrators = ['administrator'] as const;
