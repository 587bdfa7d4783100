// Files that people bring along: their bytes lie in the database, behind the same wall as the rows that hold them.
export { FileView, largestFile } from './contract.ts';
export { fileOf, holdFile, openFile, storeFile } from './service.ts';
export type { StoredFile, UploadedFile } from './service.ts';
