// Agendas: what a municipality agreed with its partners, with goals, intended results and actions.
export { emptyAgenda } from './completeness.ts';
export { deepestGoal } from './contract-parts.ts';
export { AgendaCard, AgendaContent } from './contract.ts';
export { targetIn } from './measurability.ts';
export { agendasRouter } from './router.ts';
export { createAgenda, saveAgenda } from './service-writing.ts';
export { listAgendaCards } from './service.ts';
export { agenda } from './tables.ts';
