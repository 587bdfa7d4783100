// People: accounts, on whose behalf they act, invitations, login sessions.
export { createIssuers, type IssuerSettings } from './issuers.ts';
export { accountsRouter } from './router.ts';
export { signingRouter } from './router-signing.ts';
export * from './service-demo.ts';
export { inviteByOperator } from './service-inviting.ts';
export { resetFactorByOperator } from './service-links.ts';
export { endExpiredLogins, keepLoginAlive, loginOf } from './service-login-sessions.ts';
export { account, membership } from './tables.ts';
export { createVault } from './vault.ts';
