// What three rooms or more share: procedures, errors, field types, mail, the personal data guard.
export * from './comparing.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './fields.ts';
export * from './handle.ts';
export type * from './identity.ts';
export * from './mail.ts';
export * from './markdown.ts';
export * from './personal-data.ts';
export type * from './publishable.ts';
export * from './publication.ts';
export { recordStep, sayWhyReturned } from './reviewing.ts';
export * from './roles.ts';
export { leaveNoEvent, recordAtDoor, recordReading } from './trail.ts';
export * from './trpc.ts';
export { versionProcedures } from './version-procedures.ts';
export { getVersionEntry } from './versioning.ts';
export * from './versions.ts';
