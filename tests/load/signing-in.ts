// The page and the action of signing in, as the whole platform serves them, beside the hashing that must take its time.
import { createDemoPeople, demoPassword } from '@kansenplein/core';
import { asOwner, migrate, startEngine, type EngineUrls } from '@kansenplein/db';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword, verifyPassword } from '../../packages/core/src/accounts/passwords.ts';
import { asClient } from './fill.ts';
import { root, startSite, type Running } from './processes.ts';
import type { Line } from './table.ts';

const people = 40;
const rounds = 80;
const target = 300;
const addressOf = (nth: number) => `bench${nth % people}@kansenplein.example`;

/** People with a password and an app, so that the answer to the right password is the question for a code. */
async function fillWithPeople(urls: EngineUrls): Promise<void> {
  const demoPeople = Array.from({ length: people }, (_, nth) => ({
    address: addressOf(nth),
    name: 'Proef',
    memberships: [{ role: 'editor' as const, municipality: 'gm0899', organisation: null }],
  }));
  await asOwner(urls.ownerUrl, (tx) => createDemoPeople(tx, demoPeople));
  await asClient(urls.superuserUrl, (client) =>
    client.query(`insert into totp (account_id, seed, last_period) select id, 'x', 0 from account`),
  );
}

let places = 0;
/** Milliseconds until the whole answer; throws when it is another than is measured. */
async function timed(site: Running, status: number, form?: Record<string, string>): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${site.origin}/inloggen${form ? '?/wachtwoord' : ''}`, {
    redirect: 'manual',
    // Each from a place of its own: fifty a quarter of an hour is what one place gets.
    headers: {
      'x-forwarded-for': `10.2.${Math.floor((places += 1) / 250)}.${places % 250}`,
      origin: site.origin,
      accept: 'text/html',
    },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`expected ${status}, got ${response.status}`);
  return performance.now() - began;
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], part: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
const median = (values: readonly number[]) => at(values, 0.5);
const p95 = (values: readonly number[]) => at(values, 0.95);

async function measure(site: Running) {
  const hash = await hashPassword(demoPassword);
  const took = { page: [], right: [], wrong: [], unknown: [], hashing: [] } as Record<
    'page' | 'right' | 'wrong' | 'unknown' | 'hashing',
    number[]
  >;
  // Interleaved, so that what else the machine does falls on all alike; the first round warms up.
  for (let nth = -3; nth < rounds; nth += 1) {
    const person = { adres: addressOf(nth + people), wachtwoord: demoPassword };
    const page = await timed(site, 200);
    const right = await timed(site, 303, person);
    const wrong = await timed(site, 401, { ...person, wachtwoord: 'niet het goede' });
    const unknown = await timed(site, 401, {
      adres: `niemand${nth + people}@kansenplein.example`,
      wachtwoord: 'x',
    });
    const began = performance.now();
    await verifyPassword(hash, demoPassword);
    const hashing = performance.now() - began;
    if (nth < 0) continue;
    for (const [name, value] of Object.entries({ page, right, wrong, unknown, hashing })) {
      took[name as keyof typeof took].push(value);
    }
  }
  return took;
}

const milliseconds = (values: readonly number[]) =>
  `p95 ${p95(values).toFixed(0)} ms (median ${median(values).toFixed(0)})`;

export async function measureSigningIn(folder: string, say: (line: string) => void): Promise<Line[]> {
  if (!existsSync(join(root, 'apps/web/build/handler.js'))) {
    return [
      { measure: 'signing in', target: `≤ ${target} ms`, figure: 'not measured: the pages are not built' },
    ];
  }
  say('signing in');
  const engine = await startEngine({ dataDir: join(folder, 'signing-in'), log: say });
  try {
    await migrate(engine.ownerUrl);
    await fillWithPeople(engine);
    const site = await startSite({
      DATABASE_URL: engine.appUrl,
      DATABASE_WORKER_URL: engine.workerUrl,
      DEMO: '0',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'plein@kansenplein.example',
      SECRET_KEY: Buffer.alloc(32).toString('base64'),
      FILES_DIR: join(folder, 'files'),
      TRUSTED_PROXIES: '127.0.0.1',
    });
    try {
      const took = await measure(site);
      const line = (name: string, values: readonly number[]): Line => ({
        measure: name,
        target: `p95 ≤ ${target} ms`,
        figure: milliseconds(values),
        isMet: p95(values) <= target,
      });
      return [
        line('sign-in page', took.page),
        line('signing in with the right password, to the question for a code', took.right),
        {
          measure: 'of which argon2id (measured alone, in between)',
          target: '≥ 0.5 of it',
          figure: `${(median(took.hashing) / median(took.right)).toFixed(2)}: ${milliseconds(took.hashing)}`,
          isMet: median(took.hashing) / median(took.right) >= 0.5,
        },
        {
          measure: 'a wrong password beside an unknown address, medians',
          target: '',
          figure: `${(median(took.wrong) / median(took.unknown)).toFixed(2)} ×: ${median(took.wrong).toFixed(1)} and ${median(took.unknown).toFixed(1)} ms`,
        },
      ];
    } finally {
      await site.stop();
    }
  } finally {
    await engine.stop();
  }
}
