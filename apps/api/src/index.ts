// The host: what the pages and the commands may use.
export { ConfigError, readConfig, type Config } from './config.ts';
export { downloadHeaders } from './headers.ts';
export { createHost } from './host.ts';
export { currentApi, startApi, type Api } from './start.ts';
export { retentionPeriods } from '@kansenplein/core';
export { EngineError } from '@kansenplein/db';
