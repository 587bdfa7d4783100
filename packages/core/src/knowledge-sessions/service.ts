// Reading knowledge sessions: the page, and those one registered for. The list: service-list.ts.
import type { Actor, Tx } from '@kansenplein/db';
import { sql } from 'drizzle-orm';
import { listCards } from '../interventions/index.ts';
import { notFound } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import { emptySession } from './completeness.ts';
import type { OutcomeCard, SessionCard, SessionPage } from './contract.ts';
import { canHost } from './permissions.ts';
import { cardOf, cardRows, cardsWhere, leftOf, type CardRow } from './service-cards.ts';
import { listOwnRegistrations } from './service-own.ts';

async function listParts(tx: Tx, id: string) {
  const { rows } = await tx.execute<{
    part: string;
    places: number | null;
    taken: number;
    waiting: number;
  }>(sql`select part, places, taken, waiting from session_part where session_id = ${id} order by part`);
  return rows.map(({ part, places, taken, waiting }) => ({
    part,
    places,
    waiting,
    left: leftOf(places, taken),
  }));
}

/** The joining link and the materials, for who may see them; nothing for others. */
export async function listSessionLinks(tx: Tx, id: string) {
  const { rows } = await tx.execute<SessionPage['links'][number] & Record<string, unknown>>(
    sql`select id, kind, title, url from session_link where session_id = ${id} order by kind, position, id`,
  );
  return rows.map(({ id: link, kind, title, url }) => ({
    id: link,
    kind,
    title,
    url,
  }));
}

interface OutcomeRow extends Record<string, unknown> {
  key: string;
  kind: OutcomeCard['kind'];
  text: string;
  intervention_id: string | null;
  municipality: string | null;
}

async function listOutcomes(tx: Tx, id: string, number: number): Promise<OutcomeCard[]> {
  const { rows } = await tx.execute<OutcomeRow>(sql`
    select key, kind, text, intervention_id, municipality from session_outcome
    where session_id = ${id} and number = ${number} order by position`);
  const cards = await listCards(
    tx,
    rows.flatMap(({ intervention_id: of }) => of ?? []),
  );
  const names = await namesOf(
    tx,
    rows.flatMap(({ municipality }) => municipality ?? []),
  );
  return rows.map(({ key, kind, text, intervention_id: of, municipality }) => ({
    key,
    kind,
    text,
    intervention: (of !== null && cards.get(of)) || null,
    municipality: (municipality !== null && names.get(municipality)) || null,
  }));
}

const mayRegister = ({ registers }: SessionCard, own: SessionPage['registration']) =>
  registers && (own === null || own.state === 'cancelled' || own.state === 'lapsed');

/** The published page by the handle in its address, as the actor may see it; throws `session.not_found`. */
export async function getSessionPage(tx: Tx, actor: Actor, handle: string): Promise<SessionPage> {
  const { rows } = await tx.execute<CardRow>(sql`${cardRows} where v.current and v.handle = ${handle}`);
  const [row] = rows;
  if (!row) throw notFound('session');
  const card = cardOf(row);
  const all = { ...emptySession(row.title), ...row.content };
  const { invited: _invited, interventions, report, ...content } = all;
  const linked = await listCards(tx, interventions);
  const own = (await listOwnRegistrations(tx, actor, [card.id])).get(card.id) ?? null;
  const { municipality, host_community: hostCommunity } = row;
  const hosts = canHost(actor, {
    municipality: municipality?.code ?? null,
    hostCommunity,
  });
  return {
    card,
    content,
    parts: await listParts(tx, card.id),
    interventions: interventions.flatMap((each) => linked.get(each) ?? []),
    report:
      card.state === 'reported'
        ? {
            text: report.text,
            outcomes: await listOutcomes(tx, card.id, card.version),
          }
        : null,
    links: await listSessionLinks(tx, card.id),
    registration: own,
    can: {
      register: actor.account !== null && mayRegister(card, own),
      cancel:
        own !== null &&
        own.state !== 'cancelled' &&
        own.state !== 'declined' &&
        Date.parse(card.endsAt) > Date.now(),
      host: hosts,
    },
    workingCopy: hosts ? card.id : null,
  };
}

/** Those one registered for: coming soonest first, then those that are over, newest first. */
export async function listOwnSessions(tx: Tx, actor: Actor) {
  const registrations = await listOwnRegistrations(tx, actor, null);
  const cards = await cardsWhere(
    tx,
    sql`v.session_id = any(${sql.param([...registrations.keys()])}::uuid[])`,
  );
  const now = new Date().toISOString();
  const of = (over: boolean) =>
    cards
      .filter(({ endsAt }) => endsAt < now === over)
      .sort((one, other) => one.startsAt.localeCompare(other.startsAt) * (over ? -1 : 1));
  return {
    sessions: [...of(false), ...of(true)].flatMap((card) => {
      const registration = registrations.get(card.id);
      return registration ? [{ card, registration }] : [];
    }),
  };
}
