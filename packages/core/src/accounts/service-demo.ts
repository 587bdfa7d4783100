// What only demo mode shows: its ready-made accounts and the mail that would have been sent.
import { desc, sql } from 'drizzle-orm';
import type { Database, OwnerTx } from '@kansenplein/db';
import { type Context, notFound } from '../kernel/index.ts';
import { outgoingMail } from '../kernel/tables.ts';
import type { MembershipView } from './contract.ts';
import { hashPassword } from './passwords.ts';

/** Not a secret: it stands on the sign-in page, opens invented accounts only, and demo mode never leaves loopback. */
export const demoPassword = 'samen-op-het-plein';

interface DemoAccount extends Record<string, unknown> {
  address: string;
  name: string;
  label: string;
  role: MembershipView['role'];
}

const refuseOutsideDemo = (ctx: Context) => {
  if (!ctx.settings.demo) throw notFound('page');
};

export async function listDemoAccounts(ctx: Context) {
  refuseOutsideDemo(ctx);
  const accounts = await ctx.database.asJob('demo-accounts', async (tx) => {
    const { rows } = await tx.execute<DemoAccount>(sql`select * from wall.demo_accounts()`);
    return rows;
  });
  return { password: demoPassword, accounts };
}

export async function listDemoMail(ctx: Context) {
  refuseOutsideDemo(ctx);
  const mails = await ctx.database.asJob('demo-mail', (tx) =>
    tx.select().from(outgoingMail).orderBy(desc(outgoingMail.createdAt)).limit(50),
  );
  return {
    mails: mails.map(({ id, recipient, subject, body, createdAt }) => ({
      id,
      recipient,
      subject,
      text: body,
      createdAt: createdAt.toISOString(),
    })),
  };
}

export interface DemoPerson {
  readonly address: string;
  readonly name: string;
  readonly memberships: readonly {
    role: MembershipView['role'];
    municipality: string | null;
    organisation: string | null;
  }[];
}

/** Ready-made accounts, all with the demo password; an organisation is made by its name. */
export async function createDemoPeople(tx: OwnerTx, people: readonly DemoPerson[]): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  for (const { address, name, memberships } of people) {
    for (const { role, municipality, organisation } of memberships) {
      await tx.execute(
        sql`select wall.demo_person(${address}, ${name}, ${passwordHash}, ${role}, ${municipality}, ${organisation})`,
      );
    }
  }
}

export type DemoState = 'empty' | 'half' | 'loaded' | 'in_use';

/** Whether the demo was loaded, broken off half-way, never begun, or stands before a database that real people use. */
export function demoState(database: Database): Promise<DemoState> {
  return database.asJob('demo-state', async (tx) => {
    const { rows } = await tx.execute<{ state: DemoState }>(sql`select wall.demo_state() as state`);
    return rows[0]?.state ?? 'empty';
  });
}

/**
 * Begun and ended are events of their own, so that a load that was broken off is known from real use. Only the owner can
 * leave them: what an installation shows because it is a demo, it shows because its owner said so.
 */
export async function markDemo(tx: OwnerTx, moment: 'started' | 'loaded'): Promise<void> {
  await tx.execute(sql`select wall.append_event(${`demo.${moment}`}, 'demo', null, null, null)`);
}

/** Moves a publication into the past, so that the demo's dates are believable. */
export async function backdatePublication(
  tx: OwnerTx,
  id: string,
  version: number,
  daysAgo: number,
): Promise<void> {
  await tx.execute(sql`select wall.demo_backdate(${id}, ${version}, ${daysAgo})`);
}

export async function backdateWithdrawal(tx: OwnerTx, id: string, daysAgo: number): Promise<void> {
  await tx.execute(sql`select wall.demo_backdate_withdrawal(${id}, ${daysAgo})`);
}
