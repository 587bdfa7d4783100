// The only place where procedures come from: each declares its audience, runs in one transaction, and says errors as codes.
import type { Actor, Caller, Database, Mode, Role, Tx } from '@kansenplein/db';
import type { PostgresSearch } from '@kansenplein/search';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { errorClasses, Refusal, type FieldError } from './errors.ts';
import { demandEvent, recordDenial, recordReading, withTrail } from './trail.ts';

/** What the host knows and hands over with each request. */
export interface Context {
  readonly database: Database;
  /** One per database: it keeps counts by audience. */
  readonly search: PostgresSearch;
  readonly caller: Caller;
  readonly settings: Settings;
  /** Where the request comes from, for the limits on attempts. */
  readonly origin: string;
}

export interface Settings {
  readonly demo: boolean;
  /** Public address of the installation, without a slash at the end: links in mails start with it. */
  readonly origin: string;
}

/**
 * Who a procedure is for: everybody, the holder of a secret link, anybody signed in, or who acts with one of these roles.
 * The isolation matrix is generated from this declaration.
 */
export type Audience = 'visitor' | 'link' | 'account' | readonly Role[];

export interface Declaration {
  readonly audience: Audience;
}

const t = initTRPC
  .context<Context>()
  .meta<Declaration>()
  .create({
    errorFormatter({ shape, error }) {
      const { code, fields } = describe(error);
      // Only codes leave the house: a message of the database or a stack would tell what nobody asked.
      return { message: code, code: shape.code, data: { code, fields, httpStatus: shape.data.httpStatus } };
    },
  });

function describe(error: TRPCError): { code: string; fields: readonly FieldError[] } {
  if (error.cause instanceof Refusal) return { code: error.cause.code, fields: error.cause.fields };
  if (error.cause instanceof z.ZodError && error.code === 'BAD_REQUEST') {
    const fields = error.cause.issues.map((issue) => ({ field: issue.path.join('.'), code: issue.code }));
    return { code: 'input.invalid', fields };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'internal', fields: [] };
  return { code: `request.${error.code.toLowerCase()}`, fields: [] };
}

const linkHash = (input: unknown) => {
  const token = z.object({ token: z.string().max(100) }).safeParse(input);
  return token.success ? createHash('sha256').update(token.data.token).digest('hex') : null;
};

function admit(audience: Audience, actor: Actor): void {
  if (audience === 'visitor' || audience === 'link') return;
  if (actor.account === null) throw new Refusal('unauthenticated', 'account.sign_in_first');
  if (audience === 'account') return;
  if (!actor.acting || !audience.includes(actor.acting.role))
    throw new Refusal('forbidden', 'account.other_role_needed');
}

/** tRPC wraps what was thrown as an internal error; a refusal is none. */
const reasonOf = (error: TRPCError) => (error.cause instanceof Refusal ? error.cause : error);

/** A refusal, or what the database says about a key or a row rule, as an error of the right class. */
function translate(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof Refusal) return new TRPCError({ code: errorClasses[error.class], cause: error });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
}

const inTransaction = (audience: Audience, mode: Mode, sensitive?: string) =>
  t.procedure.meta({ audience }).use(async ({ ctx, next, getRawInput, path }) => {
    const link = audience === 'link' ? linkHash(await getRawInput()) : null;
    // A link stands alone: exactly its hash and what is public, whoever else is signed in.
    const caller = audience === 'link' ? { ...ctx.caller, login: null, link } : ctx.caller;
    const asked = async () => ({ database: ctx.database, caller, path, input: await getRawInput() });
    let isSomebody = false;
    try {
      const answer = await ctx.database.asActor(caller, mode, async (tx: Tx, actor: Actor) => {
        isSomebody = actor.account !== null;
        admit(audience, actor);
        const result = await next({ ctx: { tx, actor } });
        // next() reports an error instead of throwing it; without this line a failed change would be committed.
        if (!result.ok) throw reasonOf(result.error);
        if (mode === 'write') await demandEvent(tx);
        return result;
      });
      if (sensitive !== undefined) await recordReading(await asked(), sensitive);
      return answer;
    } catch (error) {
      if (isSomebody) await recordDenial(await asked(), error);
      throw translate(error);
    }
  });

/** A question: read only, one snapshot. What is `sensitive` to read names the event that reading it leaves. */
export const read = (audience: Audience, { sensitive }: { readonly sensitive?: string } = {}) =>
  inTransaction(audience, 'read', sensitive);

/** A change: commits when it answers and left an event, rolls back when it refuses. */
export const write = (audience: Audience) => inTransaction(audience, 'write');

/** Work that must not hold a transaction while it thinks (argon2); it opens its own through `ctx.database`. */
export const outside = (audience: 'visitor' | 'link' | 'account') =>
  t.procedure.meta({ audience }).use(async ({ ctx, next }) => {
    if (audience === 'account') {
      await ctx.database
        .asActor(ctx.caller, 'read', async (_tx, actor) => admit(audience, actor))
        .catch((error: unknown) => {
          throw translate(error);
        });
    }
    const result = await next({ ctx: { database: withTrail(ctx.database, ctx.caller) } });
    if (!result.ok) throw translate(reasonOf(result.error));
    return result;
  });

export const room = t.router;
