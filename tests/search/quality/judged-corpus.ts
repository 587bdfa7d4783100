// The corpus of the judged set: the demo alliance and the generated documents, as far as the asker may see them.
import { generated, type Judged } from './corpus.ts';
import { demoDocuments } from './demo.ts';

export const judgedCorpus = async (): Promise<Judged[]> => [...(await demoDocuments()), ...generated];
