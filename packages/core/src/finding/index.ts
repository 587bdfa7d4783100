// Finding: one question over everything that is published and may be seen.
export type { Found } from './contract.ts';
export { Question } from './contract-page.ts';
export { findingRouter } from './router.ts';
export {
  checkIndex,
  followSearch,
  forgetUnseenFollowers,
  indexState,
  mendIndex,
  rebuildIndex,
  searchLag,
} from './service-following.ts';
export { packCounts, rebuildFindable, sweepWords } from './service-keeping.ts';
export { countWords } from './service-related.ts';
export { findNewer } from './service-newer.ts';
