// The embedded PostgreSQL: started by the platform itself when no DATABASE_URL is given.
export { resolveDataDir } from './data-dir.ts';
export { EngineError, type EngineErrorCode } from './engine-error.ts';
export { loadInstallationKey } from './installation-key.ts';
export { ensureDatabaseRights, ensureRoles, type RolePasswords } from './roles.ts';
export { reachEngine, type ReachedEngine } from './running-engine.ts';
export { startEngine, type Engine, type EngineOptions, type EngineUrls } from './start-engine.ts';
export { createDatabaseFrom, dropDatabase, type TestDatabase } from './test-databases.ts';
