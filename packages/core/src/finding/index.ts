// Finding: one question over everything that is published and may be seen.
export { findingRouter } from './router.ts';
export { countWords } from './service-related.ts';
