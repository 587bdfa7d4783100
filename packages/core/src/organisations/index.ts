// Partner organisations and schools: records of their own, named by what municipalities write.
export { GetOrganisation, organisationIds, OrganisationName } from './contract.ts';
export { organisationsRouter } from './router.ts';
export { partiesOf } from './party-tables.ts';
export { demandKnown, listNamed, namedById, namedIn } from './service.ts';
export { pagesNaming } from './service-pages.ts';
export { idsByHandle as organisationsByHandle } from './service-addresses.ts';
export { organisation } from './tables.ts';
export { isSchool } from './vocabulary.ts';
