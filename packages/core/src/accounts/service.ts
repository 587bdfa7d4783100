// Who am I, who belongs to my municipality, and with which role.
import type { Actor, Tx } from '@kansenplein/db';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { conflict, notFound, recordEvent, type Settings } from '../kernel/index.ts';
import { municipality } from '../municipalities/index.ts';
import { organisation } from '../organisations/index.ts';
import type { Me, MembershipView } from './contract.ts';
import { account, invitation, membership } from './tables.ts';

const labels = { alliance: 'Gelijke Kansen Alliantie', installation: 'Beheer van Kansenplein' };

async function listMemberships(tx: Tx, accountId: string): Promise<MembershipView[]> {
  const rows = await tx
    .select({ row: membership, municipalityName: municipality.name, organisationName: organisation.name })
    .from(membership)
    .leftJoin(municipality, eq(municipality.code, membership.municipality))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.accountId, accountId), isNull(membership.endedAt)))
    .orderBy(asc(membership.createdAt));
  return rows.map(({ row, municipalityName, organisationName }) => ({
    id: row.id,
    kind: row.kind,
    key: row.municipality ?? row.organisationId ?? '',
    label: labelOf(row.kind, municipalityName ?? organisationName),
    role: row.role,
  }));
}

function labelOf(kind: MembershipView['kind'], name: string | null): string {
  if (kind === 'municipality') return `Gemeente ${name ?? ''}`.trim();
  return kind === 'organisation' ? (name ?? '') : labels[kind];
}

export async function getMe(tx: Tx, actor: Actor, settings: Settings): Promise<Me> {
  if (!actor.account) return { account: null, acting: null, memberships: [], demo: settings.demo };
  const [row] = await tx.select().from(account).where(eq(account.id, actor.account));
  if (!row) return { account: null, acting: null, memberships: [], demo: settings.demo };
  const memberships = await listMemberships(tx, actor.account);
  return {
    account: { id: row.id, name: row.name, address: row.address },
    acting: memberships.find(({ id }) => id === actor.acting?.membership) ?? null,
    memberships,
    demo: settings.demo,
  };
}

export async function listPeople(tx: Tx, actor: Actor) {
  const own = actor.acting?.key ?? '';
  const [name] = await tx
    .select({ name: municipality.name })
    .from(municipality)
    .where(eq(municipality.code, own));
  const people = await tx
    .select({ row: membership, name: account.name, address: account.address })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.municipality, own), isNull(membership.endedAt)))
    .orderBy(asc(account.name));
  const invitations = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.municipality, own),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        sql`${invitation.expiresAt} > now()`,
      ),
    )
    .orderBy(asc(invitation.createdAt));
  const { rows: withFactor } = await tx.execute<{ membership: string }>(
    sql`select membership from wall.members_with_factor() membership`,
  );
  const secondFactors = new Set(withFactor.map((row) => row.membership));
  return {
    label: labelOf('municipality', name?.name ?? null),
    people: people.map(({ row, ...person }) => ({
      ...person,
      membership: row.id,
      role: row.role,
      since: row.createdAt.toISOString(),
      self: row.accountId === actor.account,
      secondFactor: secondFactors.has(row.id),
    })),
    invitations: invitations.map((row) => ({
      id: row.id,
      address: row.address,
      role: row.role,
      invitedAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  };
}

async function getMembership(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(membership)
    .where(and(eq(membership.id, id), isNull(membership.endedAt)));
  if (!row) throw notFound('membership');
  return row;
}

/** A municipality without an administrator could never invite one again. */
async function keepAnAdministrator(tx: Tx, own: string, leaving: string): Promise<void> {
  const administrators = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(eq(membership.municipality, own), eq(membership.role, 'administrator'), isNull(membership.endedAt)),
    )
    .for('update');
  if (administrators.every(({ id }) => id === leaving)) throw conflict('membership.last_administrator');
}

export async function changeRole(
  tx: Tx,
  actor: Actor,
  input: { membership: string; role: 'reader' | 'editor' | 'publisher' | 'administrator' },
) {
  const row = await getMembership(tx, input.membership);
  const own = actor.acting?.key ?? '';
  if (row.municipality !== own) throw notFound('membership');
  if (row.role === 'administrator' && input.role !== 'administrator')
    await keepAnAdministrator(tx, own, row.id);
  await tx.update(membership).set({ role: input.role }).where(eq(membership.id, row.id));
  await recordEvent(tx, { action: `membership.became_${input.role}`, object: row.id, municipality: own });
  return { done: true as const };
}

/** Takes effect at the person's next request: rights are read again each time. */
export async function endMembership(tx: Tx, actor: Actor, id: string) {
  const row = await getMembership(tx, id);
  const own = actor.acting?.key ?? '';
  if (row.municipality !== own) throw notFound('membership');
  if (row.role === 'administrator') await keepAnAdministrator(tx, own, row.id);
  await tx.update(membership).set({ endedAt: new Date() }).where(eq(membership.id, row.id));
  await recordEvent(tx, { action: 'membership.ended', object: row.id, municipality: own });
  return { done: true as const };
}
