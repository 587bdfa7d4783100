// With what an account can prove who it is, read through the wall; used by everything that asks for a proof.
import type { Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import type { Context, Vault } from '../kernel/index.ts';
import { hashRecoveryCode, isAppCode, newRecoveryCodes, periodOf, tidy } from './codes.ts';

export interface Means {
  readonly password: boolean;
  /** Since when there is an authenticator app. */
  readonly totpSince: string | null;
  readonly recoveryCodes: number;
  readonly passkeys: number;
  /** Identifiers of the issuers that are linked. */
  readonly issuers: readonly string[];
}

interface MeansRow extends Record<string, unknown> {
  has_password: boolean;
  totp_since: string | null;
  recovery_codes: number;
  passkeys: number;
  issuers: string[];
}

export async function meansOf(tx: Tx, account: string): Promise<Means> {
  const { rows } = await tx.execute<MeansRow>(sql`select * from wall.means_of(${account})`);
  const row = rows[0];
  return {
    password: row?.has_password ?? false,
    totpSince: row?.totp_since ? new Date(row.totp_since).toISOString() : null,
    recoveryCodes: row?.recovery_codes ?? 0,
    passkeys: row?.passkeys ?? 0,
    issuers: row?.issuers ?? [],
  };
}

/** A second factor of ours: an app, or a passkey that is two factors by itself. */
export const hasOwnFactor = ({ totpSince, passkeys }: Means) => totpSince !== null || passkeys > 0;

/** Whether these means still open the account in full: with two factors, or in demo mode with a password. */
export function opensInFull(
  means: Means,
  { issuers, settings }: Pick<Context, 'issuers' | 'settings'>,
): boolean {
  const linked = issuers.choices.filter(({ issuer }) => means.issuers.includes(issuer));
  const app = means.totpSince !== null;
  return (
    means.passkeys > 0 ||
    (means.password && (app || settings.demo)) ||
    linked.some(({ multiFactor }) => multiFactor || app)
  );
}

export const sealedFor = (account: string) => `totp of ${account}`;

async function isUsed(tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await tx.execute<{ used: boolean }>(query);
  return rows[0]?.used ?? false;
}

async function useAppCode(tx: Tx, vault: Vault, account: string, code: string): Promise<boolean> {
  const { rows } = await tx.execute<{ seed: string | null }>(sql`select wall.totp_of(${account}) as seed`);
  const sealed = rows[0]?.seed;
  const opened = sealed ? vault.open(sealed, sealedFor(account)) : null;
  const period = opened ? periodOf(opened.text, code) : null;
  if (!opened || period === null) return false;
  if (opened.stale)
    await tx.execute(
      sql`select wall.reseal_totp(${account}, ${vault.seal(opened.text, sealedFor(account))})`,
    );
  return isUsed(tx, sql`select wall.use_totp(${account}, ${period}) as used`);
}

/**
 * Uses the code of an app or a recovery code, and says which it was; null when it is wrong or was used before. In the
 * transaction of whoever asks: when that is rolled back the code was not used.
 */
export async function useCode(
  tx: Tx,
  vault: Vault,
  account: string,
  typed: string,
): Promise<'totp' | 'recovery_code' | null> {
  const code = tidy(typed);
  if (isAppCode(code)) return (await useAppCode(tx, vault, account, code)) ? 'totp' : null;
  const hash = hashRecoveryCode(account, code);
  return (await isUsed(tx, sql`select wall.use_recovery_code(${account}, ${hash}) as used`))
    ? 'recovery_code'
    : null;
}

/** Ten new recovery codes in the place of the old ones; shown once, kept as hashes. */
export async function replaceRecoveryCodes(tx: Tx, account: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(account, code));
  await tx.execute(
    sql`select wall.keep_recovery_codes(${account}, ${sql.param(`{${hashes.join(',')}}`)}::text[])`,
  );
  return codes;
}

/** The way an event about an account is written down before or after there is a login; see the audit room. */
export async function recordOfAccount(
  tx: Tx,
  account: string,
  what: string,
  why: string | null = null,
): Promise<void> {
  await tx.execute(sql`select wall.account_event(${`account.${what}`}, ${account}, ${why})`);
}
