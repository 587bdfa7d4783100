// Files that people bring along: their rows stand behind the wall, their bytes in a store that knows keys only.
export { attachmentProcedures } from './attachment-procedures.ts';
export { Attachment, FileView, largestFile, largestTogether, mostAttachments } from './contract.ts';
export { createFileStore, type StoreSettings } from './open-store.ts';
export { bytesToRead, fileOf, type Files, holdFile, openFile, storeFile } from './service.ts';
export type { StoredFile, UploadedFile } from './service.ts';
export { removeDeletedBytes, sweepStore } from './service-sweeping.ts';
export { pairedWith } from './pairing.ts';
export { attachedBeside, type Attached, attachmentsOf, listAttached } from './service-listing.ts';
export type { FileStore } from './store.ts';
