// Mails what is new with a question that somebody keeps. Taken in one transaction, read in another as the person it is
// for, and mailed with what it was told about in a third: what dies in between is done again, what is committed never twice.
import type { Database, JobTx } from '@kansenplein/db';
import type { Search } from '@kansenplein/search';
import { sql } from 'drizzle-orm';
import { findNewer, Question } from '../finding/index.ts';
import { newStop, recordEvent, stopHeaders } from '../kernel/index.ts';
import { alertMail } from './mail.ts';

/** How much one mail names. */
const mostNamed = 20;

interface Due extends Record<string, unknown> {
  id: string;
  name: string;
  question: unknown;
  alert: 'day' | 'week';
  municipality: string | null;
  since: string;
  until: string;
}

/** What the job needs beside the database. */
export interface Alerting {
  readonly search: Search;
  /** Public address of the installation. */
  readonly origin: string;
}

/** Looks for what is new with one question that is due, and mails it; false when none is due. */
export async function tellNextSearch(database: Database, { search, origin }: Alerting): Promise<boolean> {
  // The errand is the proof that it is this job, now, that looks on behalf of the person.
  const errand = newStop().hash;
  const due = await database.asJob('take-search', async (tx) => {
    const { rows } = await tx.execute<Due>(
      sql`select *, to_json(since) #>> '{}' as since, to_json(until) #>> '{}' as until from wall.take_due_alert(${errand})`,
    );
    return rows[0] ?? null;
  });
  if (!due) return false;
  const question = Question.safeParse(due.question);
  // What is not asked any more in these words, such as a theme that is gone, finds nothing new.
  const { hits, isMore } = question.success
    ? await database.asActor({ login: null, link: null, errand }, 'read', (tx) =>
        findNewer(search, tx, question.data, { since: due.since, until: due.until, most: mostNamed }),
      )
    : { hits: [], isMore: false };
  const stop = newStop();
  const mail =
    hits.length === 0
      ? null
      : alertMail({ origin, name: due.name, alert: due.alert, hits, isMore, stop: stop.secret });
  await database.asJob('tell-search', (tx) =>
    tell(tx, due, { errand, stop: stop.hash, mail, headers: stopHeaders(origin, stop.secret) }),
  );
  return true;
}

interface Telling {
  readonly errand: string;
  /** SHA-256 of the secret in the link that stops it. */
  readonly stop: string;
  readonly mail: { readonly subject: string; readonly body: string } | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Nothing happens when the question was stopped, changed or thrown away meanwhile, or is somebody else's errand by now. */
async function tell(tx: JobTx, due: Due, { errand, stop, mail, headers }: Telling): Promise<void> {
  const { rows } = await tx.execute<{ told: boolean }>(
    sql`select wall.tell_alert(${due.id}, ${errand}, ${due.until}::timestamptz, ${stop}, ${mail?.subject ?? null}, ${mail?.body ?? null}, ${JSON.stringify(headers)}::jsonb) as told`,
  );
  if (mail && rows[0]?.told)
    await recordEvent(tx, { action: 'search.told', object: due.id, municipality: due.municipality });
}
