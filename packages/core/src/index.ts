// The work: what the hosts may use.
export { createDemoPeople, demoPassword, inviteByOperator, recogniseLogin, type DemoPerson } from './accounts/index.ts';
export { createPostgresSearch } from '@kansenplein/search';
export { readNextImport } from './imports/index.ts';
export { markMailFailed, markMailSent, takeDueMail } from './kernel/index.ts';
export type { Audience, Context, Declaration, Settings } from './kernel/index.ts';
export { router, type Router } from './router.ts';
