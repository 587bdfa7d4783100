// Communities: where people of any municipality or organisation ask, tell and answer.
export { communitiesRouter } from './router.ts';
export { backdateThread } from './service-demo.ts';
export { community } from './tables.ts';
