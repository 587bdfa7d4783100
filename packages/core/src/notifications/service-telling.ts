// The jobs: what happened becomes a notification of each person who is to be told, and those become mails. Each step is one
// transaction; what dies in between is done again, what is committed never twice.
import type { Database, JobTx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { newStop, stopHeaders } from '../kernel/index.ts';
import type { Told } from './grouping.ts';
import { digestMail } from './mail.ts';
import { listToMail } from './service.ts';
import { toldKinds } from './vocabulary.ts';

/** People who are told in one transaction. */
const atOnce = 500;
/** Mails that are made between two transactions of the job. */
const together = 25;
/** Mails that are read for at the same moment: a few, because people who read pages use the same connections. */
const atATime = 3;
/** How much one mail names. */
const mostNamed = 50;

/** Tells what waits longest to at most 500 people; false when nothing waits. */
export async function fanOutNext(database: Database): Promise<boolean> {
  return database.asJob('fan-out', async (tx) => {
    const { rows } = await tx.execute<{ reached: number | null }>(
      sql`select wall.fan_out(${atOnce}) as reached`,
    );
    return (rows[0]?.reached ?? null) !== null;
  });
}

interface Taken extends Record<string, unknown> {
  errand: string;
  on_behalf_of: string;
}

interface Made extends Taken {
  /** Null: there was nothing that this person may see. */
  mail: {
    readonly subject: string;
    readonly body: string;
    readonly html: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly stops: readonly { readonly hash: string; readonly kinds: readonly string[] }[];
  } | null;
}

function mailOf(origin: string, onBehalfOf: string, told: readonly Told[], isMore: boolean): Made['mail'] {
  if (told.length === 0) return null;
  const byKind = Map.groupBy(told, ({ kind }) => kind);
  const kinds = toldKinds.filter((kind) => byKind.has(kind));
  const sections = kinds.map((kind) => ({ kind, told: byKind.get(kind) ?? [], stop: newStop() }));
  // The button of the mail program stops what the mail was about, and nothing else.
  const [first] = sections;
  const whole = sections.length === 1 && first ? first.stop : newStop();
  const written = digestMail({
    origin,
    onBehalfOf,
    isMore,
    sections: sections.map((section) => ({ ...section, stop: section.stop.secret })),
  });
  return {
    ...written,
    headers: stopHeaders(origin, whole.secret),
    stops: [
      ...sections.map(({ kind, stop }) => ({ hash: stop.hash, kinds: [kind] })),
      ...(sections.length > 1 ? [{ hash: whole.hash, kinds }] : []),
    ],
  };
}

/** Read as the person it is for, at what that person may see at this moment. */
async function make(database: Database, origin: string, taken: Taken): Promise<Made> {
  const { errand, on_behalf_of: onBehalfOf } = taken;
  const found = await database.asActor({ login: null, link: null, errand }, 'read', (tx) =>
    listToMail(tx, errand, mostNamed + 1),
  );
  const told = found.slice(0, mostNamed);
  return { ...taken, mail: mailOf(origin, onBehalfOf, told, found.length > told.length) };
}

/** Nothing happens when the person chose otherwise meanwhile, or when another errand took it. */
async function tell(tx: JobTx, { errand, mail }: Made): Promise<void> {
  await tx.execute(sql`select wall.tell_digest(${errand}, ${mail?.subject ?? null}, ${mail?.body ?? null}, ${mail?.html ?? null},
    ${JSON.stringify(mail?.headers ?? {})}::jsonb, ${JSON.stringify(mail?.stops ?? [])}::jsonb)`);
}

/**
 * Makes the mails of the 25 people who wait longest, and answers how many that were. What fails for one person fails for
 * nobody else: its errand ends after five minutes and somebody tries again.
 */
export async function mailNextDigests(database: Database, origin: string): Promise<number> {
  // Each errand is the proof that it is this job, now, that looks on behalf of one person.
  const errands = Array.from({ length: together }, () => newStop().hash);
  const taken = await database.asJob('take-digests', async (tx) => {
    const list = sql.join(
      errands.map((errand) => sql`${errand}`),
      sql`, `,
    );
    const { rows } = await tx.execute<Taken>(sql`select * from wall.take_due_digests(array[${list}])`);
    return rows;
  });
  const made: Made[] = [];
  const failures: unknown[] = [];
  const left = [...taken];
  const makeTheRest = async () => {
    for (let each = left.shift(); each; each = left.shift()) {
      await make(database, origin, each).then(
        (one) => made.push(one),
        (error: unknown) => failures.push(error),
      );
    }
  };
  await Promise.all(Array.from({ length: atATime }, makeTheRest));
  if (made.length > 0)
    await database.asJob('tell-digests', async (tx) => {
      for (const each of made) await tell(tx, each);
    });
  if (failures.length > 0) throw new AggregateError(failures, 'some mails could not be made');
  return taken.length;
}

/** How many people wait for a mail that is due. */
export async function countDigestsWaiting(database: Database): Promise<number> {
  return database.asJob('count-digests', async (tx) => {
    const { rows } = await tx.execute<{ waiting: number }>(sql`select wall.digests_waiting() as waiting`);
    return rows[0]?.waiting ?? 0;
  });
}
