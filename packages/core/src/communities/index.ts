// Communities: where people of any municipality or organisation ask, tell and answer.
export { communitiesRouter } from './router.ts';
export { backdateThread } from './service-demo.ts';
export { createLive, type Live, type Stream } from './service-live.ts';
export { community } from './tables.ts';
