// Questions that somebody keeps, and the mail that says what is new with them.
export { savedSearchesRouter } from './router.ts';
export { type Alerting, tellNextSearch } from './service-alerting.ts';
