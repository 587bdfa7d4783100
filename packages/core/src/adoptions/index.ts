// Adoptions: a municipality takes over what works elsewhere, says what it changed, and follows its source.
export { adoptionsRouter } from './router.ts';
