// What happened, append only, and the chain that shows when somebody changed it.
export type { Fault, Head, Tampering } from './checking.ts';
export { auditRouter } from './router.ts';
export { chainEvents, settleCounts } from './service-chaining.ts';
export { verifyTrail, type ChainReport, type Heads, type Report } from './service-verifying.ts';
