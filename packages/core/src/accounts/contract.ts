// What crosses the wire about people: who am I, signing in, memberships, invitations.
import { z } from 'zod';
import { address, id, moment, name, secret } from '../kernel/fields.ts';
import { readers } from '../kernel/roles.ts';
import { newPassword, password } from './contract-signing.ts';

export const roles = [...readers, 'partner', 'coordinator', 'operator'] as const;

/** On whose behalf somebody acts. `key` is a municipality's code, an organisation's id, or empty. */
export const MembershipView = z.object({
  id,
  kind: z.enum(['municipality', 'organisation', 'alliance', 'installation']),
  key: z.string(),
  label: z.string(),
  role: z.enum(roles),
});

export const Me = z.object({
  account: z.object({ id, name: z.string(), address: z.string() }).nullable(),
  acting: MembershipView.nullable(),
  memberships: z.array(MembershipView),
  /** The installation runs with ready-made accounts and invented figures. */
  demo: z.boolean(),
});

/** For the text that a browser keeps until it can be saved: 64 and 128 bits, in hex. */
export const Device = z.object({
  tag: z.string().regex(/^[0-9a-f]{16}$/),
  key: z.string().regex(/^[0-9a-f]{32}$/),
});

export const SignIn = z.strictObject({ address, password });
/** The secret goes into the cookie and is stored nowhere else: the database keeps its SHA-256. */
export const SignedIn = z.object({ secret, expiresAt: moment });
export const SignOut = z.strictObject({ everywhere: z.boolean() });
export const ActAs = z.strictObject({ membership: id });

export const People = z.object({
  label: z.string(),
  people: z.array(
    z.object({
      membership: id,
      name: z.string(),
      address: z.string(),
      role: z.enum(roles),
      since: moment,
      self: z.boolean(),
      /** Has an app, a passkey or a linked issuer. */
      secondFactor: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({ id, address: z.string(), role: z.enum(roles), invitedAt: moment, expiresAt: moment }),
  ),
});

export const Invite = z.strictObject({ address, role: z.enum(readers) });
export const RevokeInvitation = z.strictObject({ id });
export const ChangeRole = z.strictObject({ membership: id, role: z.enum(readers) });
export const EndMembership = z.strictObject({ membership: id });

export const GetInvitation = z.strictObject({ token: secret });
export const InvitationView = z.object({
  address: z.string(),
  label: z.string(),
  role: z.enum(roles),
  expiresAt: moment,
  /** An account with this address exists: it proves itself as it does when signing in. */
  known: z.boolean(),
});
/** Null: with a passkey. Of a known person it is the own password, of a new one it is chosen. */
export const AcceptInvitation = z.strictObject({
  token: secret,
  name: name(120),
  password: newPassword.nullable(),
});

export const DemoAccounts = z.object({
  password: z.string(),
  accounts: z.array(
    z.object({ address: z.string(), name: z.string(), label: z.string(), role: z.enum(roles) }),
  ),
});

export const DemoMail = z.object({
  mails: z.array(
    z.object({ id, recipient: z.string(), subject: z.string(), text: z.string(), createdAt: moment }),
  ),
});

export type MembershipView = z.infer<typeof MembershipView>;
export type Me = z.infer<typeof Me>;
