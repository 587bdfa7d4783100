// What is followed, what happened, who is told of it, and how.
export { notificationsRouter } from './router.ts';
export { countDigestsWaiting, fanOutNext, mailNextDigests } from './service-telling.ts';
