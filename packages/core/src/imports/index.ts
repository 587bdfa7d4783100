// Documents that are brought in and become drafts.
export { importsRouter } from './router.ts';
export { readNextImport } from './service-reading.ts';
