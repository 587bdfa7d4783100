// Interventions: what a municipality does for equal opportunities, written, published, taken part in.
export { emptyContent } from './completeness.ts';
export { InterventionCard, InterventionContent } from './contract.ts';
export { canEdit } from './permissions.ts';
export { interventionsRouter } from './router.ts';
export { stateParticipation } from './service-participating.ts';
export { backdateQuestions, tellNext } from './service-telling.ts';
export { createIntervention, saveIntervention } from './service-writing.ts';
export { getIntervention, listCards, listLinks, type VersionRow, versionRows } from './service.ts';
export { intervention } from './tables.ts';
export { phases, themes } from './vocabulary.ts';
