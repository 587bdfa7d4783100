// Commitments: what municipalities promised, whether it happened, and the consultations both sides agree on.
export { commitmentsRouter, consultationsRouter } from './router.ts';
export { backdateJoining } from './service-demo.ts';
