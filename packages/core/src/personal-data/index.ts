// What is kept about a person: told to that person, and forgotten when that person asks.
export { personalDataRouter } from './router.ts';
export { labelledPerson, listTombstones } from './service.ts';
