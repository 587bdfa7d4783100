// People: accounts, on whose behalf they act, invitations, login sessions.
export { accountsRouter } from './router.ts';
export * from './service-demo.ts';
export { inviteByOperator } from './service-inviting.ts';
export { endExpiredLogins, recogniseLogin } from './service-login-sessions.ts';
export { checkPassword } from './service-signing.ts';
export { account, membership } from './tables.ts';
