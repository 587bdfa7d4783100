/** What can be wrong with the embedded database. The sentence is for the operator, the code for programs. */
export type EngineErrorCode =
  | 'engine.in_use'
  | 'engine.disk_full'
  | 'engine.not_writable'
  | 'engine.folder_closed'
  | 'engine.wrong_version'
  | 'engine.not_a_cluster'
  | 'engine.corrupt'
  | 'engine.platform_missing'
  | 'engine.cannot_change_user'
  | 'engine.user_without_name'
  | 'engine.key_damaged'
  | 'engine.start_failed'
  | 'engine.stopped_unexpectedly';

export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/** The system's error code (`ENOENT`, `EACCES` …) or undefined. */
export function systemErrorCode(error: unknown): string | undefined {
  return isSystemError(error) ? error.code : undefined;
}

/** Turns an error of the file system into a sentence about this data folder; other errors pass unchanged. */
export function describeFileError(error: unknown, folder: string): unknown {
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EngineError(
        'engine.not_writable',
        `The data folder ${folder} cannot be written by this user. ` +
          `Correct its owner, or choose another folder with KANSENPLEIN_DATA_DIR.`,
        { cause: error },
      );
    default:
      return error;
  }
}

export function diskFull(folder: string, cause?: unknown): EngineError {
  return new EngineError(
    'engine.disk_full',
    `The disk that holds the data folder ${folder} is full. Make room and start again; nothing saved was lost.`,
    { cause },
  );
}

/** Reads why PostgreSQL did not start from what it wrote (always English: lc_messages is C). */
export function describeServerOutput(output: string, folder: string): EngineError {
  const lastLines = output.trim().split('\n').slice(-6).join('\n');
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(folder, lastLines);
  if (/was initialized by PostgreSQL version|initialized with CATALOG_VERSION_NO/.test(output)) {
    return new EngineError(
      'engine.wrong_version',
      `The data folder ${folder} was made by another version of PostgreSQL. ` +
        `Start it with the version of Kansenplein that made it, or restore a backup into a new folder.\n${lastLines}`,
    );
  }
  if (
    /PANIC:|database files are incompatible|could not locate a valid checkpoint record|incorrect checksum|invalid data in file/.test(
      output,
    ) ||
    /could not open file "(global|base|pg_\w+)\/|required .* is missing|invalid checkpoint record/.test(
      output,
    )
  ) {
    return new EngineError(
      'engine.corrupt',
      `The data folder ${folder} is damaged. Do not delete it: keep a copy and restore a backup.\n${lastLines}`,
    );
  }
  if (/Permission denied|Read-only file system|has wrong ownership|has invalid permissions/.test(output)) {
    return new EngineError(
      'engine.not_writable',
      `PostgreSQL may not use the data folder ${folder}. Correct its owner and its rights.\n${lastLines}`,
    );
  }
  if (/could not look up effective user ID/.test(output)) {
    return new EngineError(
      'engine.user_without_name',
      'PostgreSQL runs only as a user that has a name on this system. Add this one to /etc/passwd, start as another ' +
        `user, or use a PostgreSQL of your own with DATABASE_URL and DATABASE_OWNER_URL.\n${lastLines}`,
    );
  }
  return new EngineError('engine.start_failed', `PostgreSQL did not start in ${folder}.\n${lastLines}`);
}
