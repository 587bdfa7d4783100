// Invitations: single use, 72 hours, bound to the address they were mailed to.
import type { Actor, OwnerTx, Tx } from '@kansenplein/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { type Context, forbidden, notFound, queueMail, recordEvent, type Settings } from '../kernel/index.ts';
import { municipality } from '../municipalities/index.ts';
import type { Outcome } from './contract-signing.ts';
import { hashNewPassword } from './passwords.ts';
import { hashSecret, moveLoginSession, newSecret } from './service-login-sessions.ts';
import { acceptFor, askSecondFactor, letIn } from './service-second-factor.ts';
import { checkPassword } from './service-signing.ts';
import { sendOn } from './service-steps.ts';
import { account, invitation } from './tables.ts';

type Role = (typeof invitation.$inferSelect)['role'];

const hours = 72;

const mailText = (label: string, link: string) =>
  [
    'Beste collega,',
    '',
    `U bent uitgenodigd om op Kansenplein mee te werken namens ${label}.`,
    'Op Kansenplein delen gemeenten wat zij doen voor gelijke kansen in het onderwijs.',
    '',
    'Open deze link om de uitnodiging aan te nemen:',
    link,
    '',
    `De link werkt één keer en blijft ${hours} uur geldig. Verwacht u geen uitnodiging? Dan hoeft u niets te doen.`,
  ].join('\n');

function mailTo(address: string, label: string, origin: string, secret: string) {
  return {
    recipient: address,
    subject: `Uitnodiging voor Kansenplein: ${label}`,
    body: mailText(label, `${origin}/uitnodiging/${secret}`),
  };
}

/** The answer is the same whether the address has an account or not. */
export async function invite(
  tx: Tx,
  actor: Actor,
  settings: Settings,
  input: { address: string; role: 'reader' | 'editor' | 'publisher' | 'administrator' },
) {
  const own = actor.acting?.key ?? '';
  const [row] = await tx
    .select({ name: municipality.name })
    .from(municipality)
    .where(eq(municipality.code, own));
  if (!row) throw notFound('municipality');
  const secret = newSecret();
  const id = randomUUID();
  await tx.insert(invitation).values({
    id,
    tokenHash: hashSecret(secret),
    address: input.address,
    kind: 'municipality',
    municipality: own,
    role: input.role,
    expiresAt: new Date(Date.now() + hours * 3_600_000),
  });
  await queueMail(tx, mailTo(input.address, `gemeente ${row.name}`, settings.origin, secret));
  await recordEvent(tx, { action: 'invitation.sent', object: id, municipality: own });
  return { done: true as const };
}

/** The first administrator of an installation or a municipality, invited by the operator's command. */
export async function inviteByOperator(
  tx: OwnerTx,
  settings: Pick<Settings, 'origin'>,
  input: { address: string; role: Role; municipality: string | null; organisation: string | null },
): Promise<{ label: string }> {
  const secret = newSecret();
  const { rows } = await tx.execute<{ label: string }>(
    sql`select wall.operator_invite(${hashSecret(secret)}, ${input.address}, ${input.role}, ${input.municipality},
        ${input.organisation}, ${hours}) as label`,
  );
  const label = rows[0]?.label;
  if (!label) throw notFound('municipality');
  await queueMail(tx, mailTo(input.address, label, settings.origin, secret));
  return { label };
}

export async function revokeInvitation(tx: Tx, actor: Actor, id: string) {
  const own = actor.acting?.key ?? '';
  const { rowCount } = await tx
    .update(invitation)
    .set({ revokedAt: new Date() })
    .where(and(eq(invitation.id, id), eq(invitation.municipality, own), isNull(invitation.acceptedAt)));
  if (rowCount === 0) throw notFound('invitation');
  await recordEvent(tx, { action: 'invitation.revoked', object: id, municipality: own });
  return { done: true as const };
}

interface OpenInvitation extends Record<string, unknown> {
  address: string;
  label: string;
  role: Role;
  expires_at: string;
  known: boolean;
}

/** The one invitation the link opens; used, revoked, expired and never existing answer alike. */
export async function getInvitation(tx: Tx) {
  const { rows } = await tx.execute<OpenInvitation>(sql`select * from wall.open_invitation()`);
  const row = rows[0];
  if (!row) throw notFound('invitation');
  const { address, label, role, known } = row;
  return { address, label, role, known, expiresAt: new Date(row.expires_at).toISOString() };
}

/** The invitation a link opens, for work outside a transaction; `caller` then holds that link and no login. */
export async function openInvitation(ctx: Context, token: string) {
  const caller = { login: null, link: hashSecret(token) };
  const open = await ctx.database.asActor(caller, 'read', (tx) => getInvitation(tx));
  return { caller, open };
}

/**
 * A new person goes on to a second factor, and nothing is made and the link stays open until that is there; only in demo
 * mode a password will do. A known one proves to be the same with password and second factor.
 */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; name: string; password: string | null },
): Promise<Outcome> {
  const { caller, open } = await openInvitation(ctx, input.token);
  if (open.known) {
    const { address } = open;
    const account = await checkPassword(ctx, { address, password: input.password ?? '' });
    return ctx.database.asActor(caller, 'write', async (tx) => {
      const asked = await askSecondFactor(tx, account, { link: caller.link, holds: { then: 'accept' } });
      if (asked) return asked;
      if (!ctx.settings.demo) throw forbidden('account.second_factor_required');
      return acceptFor(tx, ctx, account, 'password');
    });
  }
  const passwordHash = input.password === null ? null : await hashNewPassword(input.password);
  return ctx.database.asActor(caller, 'write', async (tx) => {
    if (ctx.settings.demo && passwordHash !== null) {
      const { rows } = await tx.execute<{ account: string; membership: string }>(
        sql`select * from wall.accept_invitation(${input.name}, ${passwordHash})`,
      );
      const accepted = rows[0];
      // Somebody else used the link between our two questions.
      if (!accepted) throw notFound('invitation');
      return letIn(tx, ctx, accepted.account, 'password', accepted.membership);
    }
    return sendOn(tx, 'enrol', {
      link: caller.link,
      holds: { then: 'accept', name: input.name, passwordHash, identity: null, app: passwordHash !== null },
    });
  });
}

/** Who is signed in accepts an invitation to the own address: another membership, so another secret. */
export function joinByInvitation(ctx: Context, actor: Actor, token: string): Promise<Outcome> {
  const caller = { login: ctx.caller.login, link: hashSecret(token) };
  return ctx.database.asActor(caller, 'write', async (tx) => {
    const { address } = await getInvitation(tx);
    const [own] = await tx
      .select({ address: account.address })
      .from(account)
      .where(eq(account.id, actor.account ?? ''));
    if (own?.address !== address) throw notFound('invitation');
    const { rows } = await tx.execute<{ membership: string }>(
      sql`select membership from wall.accept_invitation('', null)`,
    );
    const moved = rows[0] && (await moveLoginSession(tx, caller.login ?? '', rows[0].membership));
    if (!moved) throw notFound('invitation');
    return { next: 'signed_in', ...moved };
  });
}
