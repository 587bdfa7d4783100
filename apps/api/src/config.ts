// The environment, read once and checked as a whole: everything that is wrong is said together.
import type { IssuerSettings, MeilisearchSettings, MunicipalFigures, StoreSettings } from '@kansenplein/core';
import { join } from 'node:path';
import { z } from 'zod';
import { readFiguresFile } from './config-figures.ts';
import { fileVariables, readFileStore } from './config-files.ts';
import { readSearchEngine, searchVariables } from './config-search.ts';
import { readIssuers, readSecretKeys } from './config-signing.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const optional = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const postgresUrl = optional(z.string().regex(/^postgres(ql)?:\/\//, 'begint met postgresql://'));
const flag = optional(z.enum(['0', '1'], 'is 0 of 1'));

const Variables = z.object({
  PORT: z.coerce.number('is een getal').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ORIGIN: optional(z.url('is een volledig adres, zoals https://kansenplein.example')),
  DATABASE_URL: postgresUrl,
  DATABASE_WORKER_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl,
  KANSENPLEIN_DATA_DIR: optional(z.string()),
  TOMBSTONES_FILE: optional(z.string()),
  MUNICIPALITY_FIGURES: optional(z.string()),
  ...fileVariables,
  ...searchVariables,
  DEMO: flag,
  API_URL: optional(z.url('is een volledig adres van de API')),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'begint met smtp:// of smtps://')),
  MAIL_FROM: optional(z.email('is een mailadres')),
  SECURITY_CONTACT: optional(
    z.string().regex(/^(https:\/\/|mailto:)\S+$|^\S+@\S+\.\S+$/, 'is een mailadres of een https-adres'),
  ),
  SECRET_KEY: optional(z.string()),
  OIDC_ISSUERS: optional(z.string()),
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Public address without a slash at the end. */
  readonly origin: string;
  readonly demo: boolean;
  /** Null: the embedded engine. */
  readonly database: {
    readonly appUrl: string;
    readonly workerUrl: string;
    readonly ownerUrl: string | null;
  } | null;
  /** What the embedded engine's folder follows from. */
  readonly dataDir: { readonly clone: string; readonly env: Environment };
  /** Where is kept who was erased, outside the database and its backups; null: in the data folder. */
  readonly tombstonesFile: string | null;
  /** Open statistics of municipalities; null: nothing was supplied. */
  readonly figures: MunicipalFigures | null;
  /** Where the bytes of files stand; null: in the data folder. */
  readonly files: StoreSettings | null;
  /** A search engine that follows PostgreSQL; null: PostgreSQL answers. */
  readonly meilisearch: MeilisearchSettings | null;
  /** Pages only: another process serves the API. */
  readonly apiUrl: string | null;
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
  /** Where holes are reported, as a URI: for security.txt. */
  readonly securityContact: string;
  /** Keys of the installation, newest first; null: a file beside the embedded database, or demo mode. */
  readonly secretKeys: readonly Buffer[] | null;
  /** Issuers of OpenID Connect people may sign in with. */
  readonly issuers: readonly IssuerSettings[];
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
}

/** What is wrong with the environment, as one list of sentences. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['De instellingen kloppen niet:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** npm runs scripts in the folder of their package; the person meant the folder they stand in. */
export const startedIn = (): string => process.env.INIT_CWD ?? process.cwd();

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

function contradictions(v: z.infer<typeof Variables>, demo: boolean, origin: URL): string[] {
  const problems: [boolean, string][] = [
    [
      demo && !loopback.has(v.HOST),
      `HOST is ${v.HOST}, maar een proefopstelling (DEMO) luistert alleen op deze machine: 127.0.0.1.`,
    ],
    [
      demo && !loopback.has(origin.hostname),
      'ORIGIN wijst naar buiten, maar een proefopstelling (DEMO) blijft op deze machine.',
    ],
    [
      !demo && origin.protocol !== 'https:' && !loopback.has(origin.hostname),
      'ORIGIN begint met https:// als anderen erbij kunnen.',
    ],
    [
      Boolean(v.DATABASE_URL) !== Boolean(v.DATABASE_WORKER_URL),
      'DATABASE_URL en DATABASE_WORKER_URL horen bij elkaar: geef beide of geen.',
    ],
    [
      Boolean(v.DATABASE_OWNER_URL) && !v.DATABASE_URL,
      'DATABASE_OWNER_URL heeft alleen zin met DATABASE_URL.',
    ],
    [
      Boolean(v.SMTP_URL) !== Boolean(v.MAIL_FROM),
      'SMTP_URL en MAIL_FROM horen bij elkaar: geef beide of geen.',
    ],
    [!demo && !v.SMTP_URL && !v.API_URL, 'SMTP_URL ontbreekt: zonder mailserver komt geen uitnodiging aan.'],
    [
      !demo && !v.SECURITY_CONTACT && !v.MAIL_FROM && Boolean(v.API_URL),
      'SECURITY_CONTACT ontbreekt: het mailadres of webadres waar iemand een lek kan melden.',
    ],
    [
      !demo && Boolean(v.DATABASE_URL) && !v.SECRET_KEY,
      'SECRET_KEY ontbreekt: 32 willekeurige bytes in base64 (openssl rand -base64 32) die de tweede factoren versleutelen.',
    ],
    [!demo && !v.ORIGIN && !v.API_URL, 'ORIGIN ontbreekt: het adres waarop mensen de site vinden.'],
  ];
  return problems.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

const contactUri = (contact: string) => (/^(https|mailto):/.test(contact) ? contact : `mailto:${contact}`);

/** Reads the environment. Throws ConfigError with everything that is wrong. */
export function readConfig(env: Environment = process.env): Config {
  const read = Variables.safeParse(env);
  if (!read.success) {
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`));
  }
  const v = read.data;
  // Without a database of one's own this is a try-out, and a try-out brings its own examples.
  const demo = v.DEMO === undefined ? !v.DATABASE_URL && !v.API_URL : v.DEMO === '1';
  const origin = new URL(v.ORIGIN ?? `http://localhost:${v.PORT}`);
  const keys = readSecretKeys(v.SECRET_KEY);
  const issuers = readIssuers(v.OIDC_ISSUERS);
  const files = readFileStore(v, { startedIn: startedIn(), needed: !demo && Boolean(v.DATABASE_URL) });
  const engine = readSearchEngine(v);
  const figures = readFiguresFile(v.MUNICIPALITY_FIGURES, startedIn());
  const problems = [
    ...contradictions(v, demo, origin),
    ...keys.problems,
    ...issuers.problems,
    ...files.problems,
    ...engine.problems,
    ...figures.problems,
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: v.PORT,
    host: v.HOST,
    origin: origin.origin,
    demo,
    database:
      v.DATABASE_URL && v.DATABASE_WORKER_URL
        ? { appUrl: v.DATABASE_URL, workerUrl: v.DATABASE_WORKER_URL, ownerUrl: v.DATABASE_OWNER_URL ?? null }
        : null,
    dataDir: { clone: join(import.meta.dirname, '../../..'), env },
    tombstonesFile: v.TOMBSTONES_FILE ?? null,
    files: files.found,
    meilisearch: engine.found,
    figures: figures.found,
    apiUrl: v.API_URL ?? null,
    mail: v.SMTP_URL && v.MAIL_FROM ? { smtpUrl: v.SMTP_URL, from: v.MAIL_FROM } : null,
    securityContact: contactUri(v.SECURITY_CONTACT ?? v.MAIL_FROM ?? 'beheer@kansenplein.example'),
    secretKeys: keys.found,
    issuers: issuers.found,
    trustedProxies: v.TRUSTED_PROXIES.split(',').flatMap((each) => each.trim() || []),
    logLevel: v.LOG_LEVEL,
  };
}
