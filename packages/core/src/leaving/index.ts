// Taking along everything that is the municipality's own.
export { holdings, noMunicipalitys } from './holdings.ts';
export { leavingRouter } from './router.ts';
