// The only place of the launchers that reads the environment.
const env = process.env;

/** Whether nobody is watching: what cannot run counts as failed then, not as skipped. */
export const isCi = env.CI === 'true' || env.CI === '1';

/** A Chromium or Chrome of one's own choice. */
export const chromiumPath = env.CHROMIUM_PATH || null;

/** Where the running npm is, when npm started us. */
export const npmScript =
  env.npm_execpath && /npm-cli\.c?js$/.test(env.npm_execpath) ? env.npm_execpath : null;

/** Whether npm stands between us and whoever started us. */
export const isRunByNpm = Boolean(env.npm_lifecycle_event);

/**
 * The environment for a program we start, with our own Node first on its path.
 * @param {string} nodeFolder
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(nodeFolder, extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const name = Object.keys(env).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...env,
    [name]: `${nodeFolder}${separator}${env[name] ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    ...extra,
  };
}
