// Invitations: single use, 72 hours, bound to the address they were mailed to.
import type { Actor, JobTx, Tx } from '@kansenplein/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import {
  type Context,
  invalid,
  notFound,
  queueMail,
  recordEvent,
  Refusal,
  type Settings,
} from '../kernel/index.ts';
import { municipality } from '../municipalities/index.ts';
import { hashPassword, isCommonPassword } from './passwords.ts';
import { hashSecret, newSecret, startLoginSession } from './service-login-sessions.ts';
import { checkPassword, refusePasswordOutsideDemo } from './service-signing.ts';
import { invitation } from './tables.ts';

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
  tx: JobTx,
  settings: Settings,
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

/**
 * Uses the invitation. A new person chooses a password; a known one proves to be the same with the existing password.
 */
export async function acceptInvitation(
  ctx: Context,
  input: { token: string; name: string; password: string },
) {
  refusePasswordOutsideDemo(ctx);
  const link = { login: null, link: hashSecret(input.token) };
  const open = await ctx.database.asActor(link, 'read', (tx) => getInvitation(tx));
  if (open.known) {
    const account = await checkPassword(ctx, { address: open.address, password: input.password });
    if (account === null) throw new Refusal('unauthenticated', 'account.sign_in_failed');
  } else if (isCommonPassword(input.password)) {
    throw invalid('account.password_common', [{ field: 'password', code: 'common' }]);
  }
  const passwordHash = open.known ? null : await hashPassword(input.password);
  return ctx.database.asActor(link, 'write', async (tx) => {
    const { rows } = await tx.execute<{ account: string; membership: string }>(
      sql`select * from wall.accept_invitation(${input.name}, ${passwordHash})`,
    );
    const accepted = rows[0];
    // Somebody else used the link between our two questions.
    if (!accepted) throw notFound('invitation');
    return startLoginSession(tx, accepted.account, accepted.membership);
  });
}
