// Interventions: what a municipality does for equal opportunities, written, published, taken part in.
export { completeContent, emptyContent } from './completeness.ts';
export {
  InterventionCard,
  InterventionContent,
  type InterventionPage,
  type Participation,
} from './contract.ts';
export { canEdit } from './permissions.ts';
export { totalsOf } from './reach.ts';
export { interventionsRouter } from './router.ts';
export {
  getPublished as getInterventionPage,
  idsByHandle,
  listPages as listInterventionPages,
} from './service-page.ts';
export { getVersion as getInterventionVersion } from './service-versions.ts';
export { listParticipations } from './service-questions.ts';
export { stateParticipation } from './service-participating.ts';
export { backdateQuestions, tellNext } from './service-telling.ts';
export { createIntervention, saveIntervention } from './service-writing.ts';
export { getIntervention, listCards, listLinks, type VersionRow, versionRows } from './service.ts';
export { intervention } from './tables.ts';
export { courses, phases, themes } from './vocabulary.ts';
