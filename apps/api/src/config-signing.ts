// What the environment says about signing in: the key of the installation, and the issuers of OpenID Connect.
import type { IssuerSettings } from '@kansenplein/core';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

interface Found<T> {
  readonly found: T;
  readonly problems: readonly string[];
}

/** `SECRET_KEY`: base64 of 32 bytes; when it is replaced the new one stands first and the old ones follow after a comma. */
export function readSecretKeys(text: string | undefined): Found<readonly Buffer[] | null> {
  if (text === undefined) return { found: null, problems: [] };
  const keys = text.split(',').map((each) => Buffer.from(each.trim(), 'base64'));
  const wrong = keys.some((key) => key.length !== 32);
  return {
    found: keys,
    problems: wrong ? ['SECRET_KEY: 32 bytes in base64, of meer daarvan met een komma ertussen.'] : [],
  };
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || loopback.has(hostname);
}

const claims = z.array(z.string().min(1)).default([]);

const Issuer = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'kleine letters, cijfers en streepjes'),
  name: z.string().min(1).max(100),
  issuer: z.url().refine(isSafe, 'begint met https://'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  multiFactor: z
    .strictObject({ acr: claims, amr: claims })
    .refine(({ acr, amr }) => acr.length + amr.length > 0, 'noemt een acr of een amr')
    .nullable()
    .default(null),
});

const unique = (values: readonly string[]) => new Set(values).size === values.length;
const Issuers = z
  .array(Issuer)
  .max(50)
  .refine((all) => unique(all.map(({ id }) => id)), 'twee hebben dezelfde id')
  .refine((all) => unique(all.map(({ issuer }) => issuer)), 'twee hebben dezelfde issuer');

/** `OIDC_ISSUERS`: a JSON array, or the path of a file that holds one. */
export function readIssuers(text: string | undefined): Found<readonly IssuerSettings[]> {
  if (text === undefined) return { found: [], problems: [] };
  try {
    const json = text.trimStart().startsWith('[') ? text : readFileSync(text, 'utf8');
    const read = Issuers.safeParse(JSON.parse(json));
    if (read.success) return { found: read.data, problems: [] };
    const problems = read.error.issues.map(
      ({ path, message }) => `OIDC_ISSUERS ${path.join('.')}: ${message}.`,
    );
    return { found: [], problems };
  } catch {
    return { found: [], problems: ['OIDC_ISSUERS: geen leesbaar bestand en geen JSON.'] };
  }
}
