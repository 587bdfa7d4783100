// Finding: one question over everything that is published and may be seen.
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
export { packCounts, rebuildFindable } from './service-keeping.ts';
export { countWords } from './service-related.ts';
