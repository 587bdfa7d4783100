// Member pages and the directory: who is who, as far as each person shows it.
export { peopleRouter } from './router.ts';
