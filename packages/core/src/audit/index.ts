// What happened, append only.
export { auditEvent } from './tables.ts';
