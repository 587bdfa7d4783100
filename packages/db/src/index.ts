// The wall: the one way to a transaction, the row rules, the engine, the migrations.
export { openDatabase, plainQuery, roles, visitorCaller } from './actor.ts';
export type { Acting, Actor, Caller, Database, DatabaseOptions, Mode, Role, Tx } from './actor.ts';
export type { JobTransaction, JobTx } from './jobs.ts';
export type { Heard, Listening } from './listening.ts';
export {
  BackupError,
  flushFolder,
  keepTombstones,
  leftOut,
  openBackup,
  readTombstones,
  restoreBackup,
  takeBackup,
  tombstonesIn,
  type BackupErrorCode,
  type BackupOptions,
  type ComparedTable,
  type Manifest,
  type OpenedBackup,
  type Restored,
  type RestoreOptions,
  type Tombstone,
} from './backup/index.ts';
export {
  createDatabaseFrom,
  dropDatabase,
  EngineError,
  ensureDatabaseRights,
  ensureRoles,
  loadInstallationKey,
  reachEngine,
  resolveDataDir,
  startEngine,
} from './engine/index.ts';
export type {
  Engine,
  EngineOptions,
  EngineUrls,
  ReachedEngine,
  RolePasswords,
  TestDatabase,
} from './engine/index.ts';
export { asOwner, openOwner, type Owner, type OwnerTx } from './owner.ts';
export { erasePersonAsOwner, exportPersonAsOwner } from './persons.ts';
export { migrate } from './migrate.ts';
export { moveBytesOut, type BytesByKey } from './moving-bytes.ts';
export {
  appendOnly,
  asParent,
  changedWithParent,
  counter,
  forJobs,
  ownedByScopes,
  readByJobs,
  reference,
  scopeColumns,
  sealed,
  takenAwayByJobs,
  trail,
  withParent,
} from './row-rules.ts';
