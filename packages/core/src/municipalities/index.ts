// Municipalities: the tenants, all 342 known by name and code, some of them joined.
export { MunicipalityName } from './contract.ts';
export { findMunicipalityName, knownRegions } from './names.ts';
export { municipalitiesRouter } from './router.ts';
export { namesOf } from './service.ts';
export { municipality } from './tables.ts';
