// The page of moderators: who asks, who is kept out, who was invited, what was reported and what was done.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { forbidden, slugOf } from '../kernel/index.ts';
import * as may from './permissions.ts';
import { cardOf, getRowAt, namesIn } from './service.ts';
import type { Moderation } from './vocabulary.ts';

const moment = (at: string) => new Date(at).toISOString();

interface PersonRow extends Record<string, unknown> {
  account: string;
  state: 'asked' | 'blocked';
  note: string;
  at: string;
}

interface InvitationRow extends Record<string, unknown> {
  id: string;
  address: string;
  state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  expires_at: string;
}

interface ReportRow extends Record<string, unknown> {
  id: string;
  reason: string;
  account: string;
  at: string;
  outcome: 'kept' | 'removed' | 'withdrawn' | null;
  number: number;
  body: string;
  author: string;
  handle: string;
  title: string;
}

interface LogRow extends Record<string, unknown> {
  id: string;
  what: Moderation;
  account: string;
  about: string | null;
  reason: string;
  at: string;
  handle: string | null;
  title: string | null;
}

const threadOf = (handle: string, title: string) => ({ slug: slugOf(title, handle), title });

/** For who moderates: `community.not_found`, `community.cannot_moderate`. */
export async function getModeration(tx: Tx, actor: Actor, handle: string) {
  const row = await getRowAt(tx, handle);
  if (!may.canModerate(actor, row.id)) throw forbidden('community.cannot_moderate');
  const { rows: people } = await tx.execute<PersonRow>(sql`
    select m.account_id as account, m.state, m.note, m.changed_at as at from community_member m
    where m.community_id = ${row.id} and m.state in ('asked', 'blocked') order by m.changed_at, m.account_id limit 400`);
  const { rows: invitations } = await tx.execute<InvitationRow>(sql`
    select i.id, i.address, i.state, i.expires_at from community_invitation i
    where i.community_id = ${row.id} order by i.created_at desc, i.id limit 200`);
  const { rows: reports } = await tx.execute<ReportRow>(sql`
    select r.id, r.reason, r.account_id as account, r.at, r.outcome, p.number, p.body, p.account_id as author, t.handle, t.title
    from community_report r join community_post p on p.id = r.post_id join community_thread t on t.id = p.thread_id
    where r.community_id = ${row.id} order by r.outcome is not null, r.at desc, r.id limit 100`);
  const { rows: log } = await tx.execute<LogRow>(sql`
    select l.id, l.what, l.account_id as account, l.about, l.reason, l.at, t.handle, t.title
    from community_log l left join community_thread t on t.id = l.thread_id
    where l.community_id = ${row.id} order by l.at desc, l.id limit 200`);
  const nameOf = await namesIn(tx, row.id, [
    ...people.map(({ account }) => account),
    ...reports.flatMap(({ account, author }) => [account, author]),
    ...log.flatMap(({ account, about }) => [account, about ?? account]),
  ]);
  const inState = (state: PersonRow['state']) => people.filter((person) => person.state === state);
  return {
    community: cardOf(actor, row),
    asked: inState('asked').map(({ account, note, at }) => ({ ...nameOf(account), note, at: moment(at) })),
    blocked: inState('blocked').map(({ account, at }) => ({ ...nameOf(account), at: moment(at) })),
    invitations: invitations.map(({ id, address, state, expires_at }) => ({
      id,
      address,
      state,
      expiresAt: moment(expires_at),
    })),
    reports: reports.map((each) => ({
      id: each.id,
      reason: each.reason,
      by: nameOf(each.account),
      at: moment(each.at),
      outcome: each.outcome,
      post: { number: each.number, body: each.body, author: nameOf(each.author) },
      thread: threadOf(each.handle, each.title),
    })),
    log: log.map((each) => ({
      id: each.id,
      what: each.what,
      by: nameOf(each.account),
      about: each.about === null ? null : nameOf(each.about),
      thread: each.handle === null ? null : threadOf(each.handle, each.title ?? ''),
      reason: each.reason,
      at: moment(each.at),
    })),
  };
}
