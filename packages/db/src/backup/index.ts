// Backups: taken by the owner while everybody works on, restored into an empty database only, compared row by row.
export { BackupError, type BackupErrorCode } from './backup-error.ts';
export { openBackup, type Manifest, type OpenedBackup } from './manifest.ts';
export { restoreBackup, type ComparedTable, type Restored, type RestoreOptions } from './restore-backup.ts';
export { leftOut } from './shape.ts';
export { takeBackup, type BackupOptions } from './take-backup.ts';
export { keepTombstones, readTombstones, tombstonesIn, type Tombstone } from './tombstones.ts';
export { flushFolder } from './flush-folder.ts';
