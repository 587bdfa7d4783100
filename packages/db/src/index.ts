// The wall: the one way to a transaction, the row rules, the engine, the migrations.
export { openDatabase, plainQuery, roles, visitorCaller } from './actor.ts';
export type { Acting, Actor, Caller, Database, DatabaseOptions, JobTx, Mode, Role, Tx } from './actor.ts';
export {
  createDatabaseFrom,
  dropDatabase,
  EngineError,
  ensureDatabaseRights,
  ensureRoles,
  reachEngine,
  resolveDataDir,
  startEngine,
} from './engine/index.ts';
export type { Engine, EngineOptions, EngineUrls, RolePasswords, TestDatabase } from './engine/index.ts';
export { migrate } from './migrate.ts';
export {
  appendOnly,
  asParent,
  counter,
  forJobs,
  ownedByScopes,
  reference,
  scopeColumns,
  sealed,
  trail,
} from './row-rules.ts';
