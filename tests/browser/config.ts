// The environment of the browser tests, and the one they give to the host.

export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Only what is meant for this host: settings of the machine could point it at a real database. */
export const environmentOfHost = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: '',
  DATABASE_WORKER_URL: '',
  DATABASE_OWNER_URL: '',
  API_URL: '',
  ORIGIN: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  DEMO: '1',
  ...settings,
});
