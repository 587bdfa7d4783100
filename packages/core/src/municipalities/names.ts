// Codes and names of all municipalities without a database: for the command that reads a document.
import data from './municipalities.data.json' with { type: 'json' };

export const municipalityNames: readonly { code: string; name: string }[] = data;
