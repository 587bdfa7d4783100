// Papers: what is to stand on a printed intervention, agenda or addendum, and how its words are read back.
export type { Content as PaperContent, Paper } from './contract.ts';
export { dayOf } from './days.ts';
export { contactIn, partContactIn } from './contact.ts';
export { readDetails, relationFields, type Relations } from './details.ts';
export { handleOf, type Named, namedIn, partyHandleOf } from './naming.ts';
export { numberedTitle } from './paper-of-agenda.ts';
export { papersRouter } from './router.ts';
