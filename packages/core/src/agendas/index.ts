// Agendas: what a municipality agreed with its partners, with goals, intended results and actions.
export { completeAgenda, emptyAgenda } from './completeness.ts';
export type { StatusHistory } from './contract-progress.ts';
export { deepestGoal } from './contract-parts.ts';
export { GoalCard } from './contract-goals.ts';
export { AgendaCard, AgendaContent } from './contract.ts';
export { targetIn } from './measurability.ts';
export { agendasRouter } from './router.ts';
export { createAgenda, saveAgenda } from './service-writing.ts';
export { progressOf } from './progress.ts';
export { resultsOf, shareOf, statusHistory } from './service-progress.ts';
export { listGoalCards } from './service-goals.ts';
export { getVersion as getAgendaVersion } from './service-versions.ts';
export { getAgenda, getPublishedAgenda, listAgendaCards } from './service.ts';
export { agenda } from './tables.ts';
