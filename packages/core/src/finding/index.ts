// Finding: one question over everything that is published and may be seen.
export type { Found } from './contract.ts';
export { Question } from './contract-page.ts';
export { findingRouter } from './router.ts';
export { findNewer } from './service-newer.ts';
