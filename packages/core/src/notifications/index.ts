// What is followed, what happened, who is told of it, and how.
export { notificationsRouter } from './router.ts';
export { makeDemoNews } from './service-demo.ts';
export { countDigestsWaiting, fanOutNext, mailNextDigests } from './service-telling.ts';
