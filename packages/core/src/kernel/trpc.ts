// The only place where procedures come from: each declares its audience, runs in one transaction, and says errors as codes.
import type { Actor, Caller, Database, Mode, Role, Tx } from '@kansenplein/db';
import type { Search } from '@kansenplein/search';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { errorClasses, Refusal, type FieldError } from './errors.ts';
import type { Issuers, Vault } from './identity.ts';
import { demandEvent, recordDenial, recordReading, withTrail } from './trail.ts';
import { untilWithdrawn, withdrawnHere } from './withdrawing.ts';

/** What the host knows and hands over with each request. */
export interface Context {
  readonly database: Database;
  /** One per database: it keeps counts by audience. */
  readonly search: Search;
  readonly caller: Caller;
  readonly settings: Settings;
  /** Where the request comes from, for the limits on attempts. */
  readonly origin: string;
  /** What the browser says it is; shown to the person in the list of login sessions, in coarse words. */
  readonly browser: string | null;
  readonly vault: Vault;
  readonly issuers: Issuers;
  /** Extends the life of a login session that was not seen for a while; `login` is the hash of its secret. */
  keepAlive(login: string): Promise<void>;
}

export interface Settings {
  readonly demo: boolean;
  /** Public address of the installation, without a slash at the end: links in mails start with it. */
  readonly origin: string;
  /** What whoever runs the platform supplied (municipalities/figures.ts); left out: nothing. */
  readonly figures?: MunicipalFigures;
}

export type FigureName = 'inhabitants' | 'urbanity' | 'disadvantage';
/** Of one municipality; null is unknown. */
export type Figures = Readonly<Record<FigureName, number | null>>;

/** Open statistics by code of a municipality, each with its year and where it comes from. */
export interface MunicipalFigures {
  readonly sources: Readonly<Partial<Record<FigureName, { readonly year: number; readonly from: string }>>>;
  readonly of: ReadonlyMap<string, Figures>;
}

/**
 * Who a procedure is for: everybody, the holder of a secret link, anybody signed in, or who acts with one of these roles.
 * The isolation matrix is generated from this declaration.
 */
export type Audience = 'visitor' | 'link' | 'account' | readonly Role[];

export interface Declaration {
  readonly audience: Audience;
  /** Only for who proved in full who it is less than five minutes ago. */
  readonly confirmed: boolean;
}

/** What a procedure asks beside its audience. */
export interface Demands {
  readonly confirmed?: true;
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
    const fields = error.cause.issues.map((issue) => ({ field: issue.path.join('.'), code: codeOf(issue) }));
    return { code: 'input.invalid', fields };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'internal', fields: [] };
  return { code: `request.${error.code.toLowerCase()}`, fields: [] };
}

/** A rule of our own says in a word what is wrong (`markdown_link`, `characters`); the rest has a code already. */
const codeOf = ({ code, message }: z.core.$ZodIssue): string =>
  code === 'custom' && /^[a-z_]{1,40}$/.test(message) ? message : code;

const linkHash = (input: unknown) => {
  const token = z.object({ token: z.string().max(100) }).safeParse(input);
  return token.success ? createHash('sha256').update(token.data.token).digest('hex') : null;
};

function admit({ audience, confirmed }: Declaration, actor: Actor): void {
  if (audience === 'visitor' || audience === 'link') return;
  if (actor.account === null) throw new Refusal('unauthenticated', 'account.sign_in_first');
  if (audience !== 'account' && (!actor.acting || !audience.includes(actor.acting.role)))
    throw new Refusal('forbidden', 'account.other_role_needed');
  if (confirmed && !actor.confirmed) throw new Refusal('forbidden', 'account.confirm_first');
}

/** tRPC wraps what was thrown as an internal error; a refusal is none. */
const reasonOf = (error: TRPCError) => (error.cause instanceof Refusal ? error.cause : error);

/** A refusal, or what the database says about a key or a row rule, as an error of the right class. */
function translate(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof Refusal) return new TRPCError({ code: errorClasses[error.class], cause: error });
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
}

const declare = (audience: Audience, { confirmed = false }: { confirmed?: boolean } = {}): Declaration => ({
  audience,
  confirmed,
});

/** After the answer, because reading cannot write; a request that was answered is not undone when this fails. */
async function extendWhenDue(ctx: Context, actor: Actor): Promise<void> {
  if (actor.due && ctx.caller.login) await ctx.keepAlive(ctx.caller.login).catch(() => undefined);
}

interface Call {
  readonly ctx: Context;
  readonly path: string;
  getRawInput(): Promise<unknown>;
}

interface Answered<Result> {
  readonly result: Result;
  readonly actor: Actor;
}

/**
 * What every procedure for somebody in particular goes through, in one transaction or in several of its own: `answer`
 * says who it was as soon as that is known. Who was answered lives on when that is due; who was refused leaves an event.
 */
async function answering<Result>(
  { ctx, path, getRawInput }: Call,
  caller: Caller,
  answer: (admitted: (actor: Actor) => Actor) => Promise<Answered<Result>>,
  { declaration, sensitive }: { readonly declaration: Declaration; readonly sensitive?: string | undefined },
): Promise<Result> {
  const asked = async () => ({ database: ctx.database, caller, path, input: await getRawInput() });
  let isSomebody = false;
  try {
    const { result, actor } = await answer((entered) => {
      isSomebody = entered.account !== null;
      admit(declaration, entered);
      return entered;
    });
    if (sensitive !== undefined) await recordReading(await asked(), sensitive);
    await extendWhenDue(ctx, actor);
    return result;
  } catch (error) {
    if (isSomebody) await recordDenial(await asked(), error);
    throw translate(error);
  }
}

const inTransaction = (declaration: Declaration, mode: Mode, sensitive?: string) =>
  t.procedure.meta(declaration).use(async ({ ctx, next, getRawInput, path }) => {
    const isLink = declaration.audience === 'link';
    const link = isLink ? linkHash(await getRawInput()) : null;
    // A link stands alone: exactly its hash and what is public, whoever else is signed in.
    const caller = isLink ? { ...ctx.caller, login: null, link } : ctx.caller;
    let withdrawn: readonly string[] = [];
    const answer = await answering(
      { ctx, path, getRawInput },
      caller,
      (admitted) =>
        ctx.database.asActor(caller, mode, async (tx: Tx, entered: Actor) => {
          const actor = admitted(entered);
          const result = await next({ ctx: { tx, actor } });
          // next() reports an error instead of throwing it; without this line a failed change would be committed.
          if (!result.ok) throw reasonOf(result.error);
          if (mode === 'write') {
            await demandEvent(tx);
            withdrawn = await withdrawnHere(tx, ctx.search);
          }
          return { result, actor };
        }),
      { declaration, sensitive },
    );
    await untilWithdrawn(ctx, withdrawn);
    return answer;
  });

/** A question: read only, one snapshot. What is `sensitive` to read names the event that reading it leaves. */
export const read = (audience: Audience, { sensitive }: { readonly sensitive?: string } = {}) =>
  inTransaction(declare(audience), 'read', sensitive);

/** A change: commits when it answers and left an event, rolls back when it refuses. */
export const write = (audience: Audience, demands?: Demands) =>
  inTransaction(declare(audience, demands), 'write');

/** Work that must not hold a transaction while it thinks (argon2); it opens its own through `ctx.database`. */
export const outside = (audience: 'visitor' | 'link') =>
  t.procedure.meta(declare(audience)).use(async ({ ctx, next }) => {
    const result = await next({ ctx: { database: withTrail(ctx.database, ctx.caller) } });
    if (!result.ok) throw translate(reasonOf(result.error));
    return result;
  });

/** The same for who is signed in: asked who it is in a transaction of its own, before the work begins. */
export const outsideSignedIn = (demands?: Demands) => {
  const declaration = declare('account', demands);
  return t.procedure.meta(declaration).use(({ ctx, next, getRawInput, path }) =>
    answering(
      { ctx, path, getRawInput },
      ctx.caller,
      async (admitted) => {
        const actor = await ctx.database.asActor(ctx.caller, 'read', async (_tx: Tx, entered: Actor) =>
          admitted(entered),
        );
        const result = await next({ ctx: { actor, database: withTrail(ctx.database, ctx.caller) } });
        if (!result.ok) throw reasonOf(result.error);
        return { result, actor };
      },
      { declaration },
    ),
  );
};

export const room = t.router;
