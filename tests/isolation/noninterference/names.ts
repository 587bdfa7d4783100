// The same names for the same things in both copies: ids, handles and moments are random, what they stand for is not.
// A name is given by the step that made the thing, never by where it appears, so a name cannot hide a difference: an
// answer that shows another thing, one thing more or a thing in another place reads differently. What has no name (an
// id nobody made, a moment between two steps) stays as it is and counts as a difference.
import { createHash } from 'node:crypto';
import type { Answer } from '../../support/wire.ts';
import type { Copy } from './copy.ts';
import { opening } from './opening.ts';
import { nameOf } from './model.ts';
import type { Step } from './rules.ts';
import { fileName, wordOf } from './words.ts';

/** The whole sequence, as the places where things can come from. */
export type Places = readonly Step[];

interface Made {
  readonly id: string;
  readonly handle: string;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const handle = /(?<![a-z0-9])[a-hjkmnp-z2-9]{10}(?![a-z0-9])/g;
/** As the platform writes it, or as the database does. */
const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00)/g;
const cursor = /"next":"([A-Za-z0-9_-]+)"/g;
const secret = /"secret":"[A-Za-z0-9_-]{43}"/g;

/** What is dated ahead of a step, in minutes: a question by 10, a login session by 8 hours, an invitation by 72. */
const ahead = [0, 10, 8 * 60, 72 * 60];

const lettersOf = (name: string) =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/[^a-f2-9]/g, 'k');

/** An id and a handle that nothing has: what stands for a thing that was never made in this copy. */
function neverMade(name: string): Made {
  const hex = createHash('sha256').update(name).digest('hex');
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    handle: lettersOf(name).slice(0, 10),
  };
}

interface KnownRow {
  table: string;
  id: string;
  handle: string | null;
  label: string;
}

const everythingNamed = `
  select 'thing' as table, id::text, handle, title as label from intervention
  union all select 'thing', id::text, handle, title from agenda
  union all select 'import', id::text, null, file_name from document_import
  union all select 'invitation', id::text, null, address from invitation
  union all select 'file', id::text, null, name from file
  union all select 'attachment', id::text, null, title || ' ' || coalesce(version::text, '') from attachment
  union all select 'organisation', id::text, handle, name from organisation
  union all select 'community', id::text, handle, name from community
  union all select 'conversation', id::text, handle, title from community_thread
  union all select 'post', id::text, null, body from community_post
  union all select 'consultation', id::text, null, held_on::text from consultation
  union all select 'page', 'page of ' || membership_id, handle, (select a.address from account a where a.id = account_id) from profile
  union all select 'account', id::text, null, address from account
  union all select 'remark', id::text, null, what || text from intervention_remark
  union all select 'remark', id::text, null, what || text from agenda_remark
  union all select 'step', id::text, null, what from intervention_step
  union all select 'step', id::text, null, what from agenda_step
  union all select 'follow', f.id::text, null, a.address || f.target from follow f join account a on a.id = f.account_id
  union all select 'membership', m.id::text, null, a.address from membership m join account a on a.id = m.account_id
  order by 1, 4, 2`;

/** Named by the address: when somebody first left an event may differ, for whom it stands may not. */
const everyPseudonym = `
  select p.pseudonym::text, a.address from audit_person p join account a on a.id = p.account_id`;

interface ToldRow {
  id: string;
  address: string;
  kind: string;
  key: string;
}

const everyNotification = `
  select n.id::text, a.address, n.kind, n.key::text
  from notification n join account a on a.id = n.account_id order by n.happened_at, n.part, n.id`;

/** What stood before the sequence is known by its title, a document by the name of its file. */
const standingTitles = new Map<string, string>(
  opening.flatMap((step): (readonly [string, string])[] => {
    if (step.verb === 'save') return [[`${wordOf(step.word)} s${step.step}`, step.about]];
    return step.verb === 'bring in' ? [[fileName, nameOf(step)]] : [];
  }),
);

export class Names {
  readonly places: Places;
  readonly #copy: Copy;
  readonly #made = new Map<string, Made>();
  /** From what is random to what it is called. */
  readonly #called = new Map<string, string>();
  readonly #begun: { readonly step: number; readonly at: number }[] = [];

  constructor(copy: Copy, places: Places) {
    this.#copy = copy;
    this.places = places;
  }

  /** Everything that happens from now on happens in this step. Waits for the clock, so that steps never share a moment. */
  async begin(step: number): Promise<void> {
    if (this.#begun.length === 0) this.#name('before', await this.#copy.standing(everythingNamed));
    const before = Date.now();
    while (Date.now() === before) await new Promise((resolve) => setTimeout(resolve, 1));
    this.#begun.push({ step, at: Date.now() });
  }

  /** Names everything that the last action made. */
  async learn(by: string): Promise<void> {
    this.#name(by, await this.#copy.look<KnownRow>(everythingNamed));
  }

  async learnPseudonyms(): Promise<void> {
    const people = await this.#copy.look<{ pseudonym: string; address: string }>(everyPseudonym);
    for (const { pseudonym, address } of people) this.#called.set(pseudonym, `<pseudonym of ${address}>`);
  }

  /** A notification is named by whose it is, what it is about and how many alike came before it. */
  async learnTold(): Promise<void> {
    const counts = new Map<string, number>();
    for (const { id, address, kind, key } of await this.#copy.look<ToldRow>(everyNotification)) {
      const about = `${kind} of ${this.#called.get(key) ?? key} to ${address}`;
      const count = (counts.get(about) ?? 0) + 1;
      counts.set(about, count);
      this.#called.set(id, `<${about} ${count}>`);
    }
  }

  #name(by: string, rows: readonly KnownRow[]): void {
    const counts = new Map<string, number>();
    for (const row of rows) {
      if (this.#called.has(row.id)) continue;
      const count = (counts.get(row.table) ?? 0) + 1;
      counts.set(row.table, count);
      // A page is there once, whichever step made it: the first of them may be hidden.
      const called = row.table === 'page' ? `<page of ${row.label}>` : `<${by} ${row.table} ${count}>`;
      this.#called.set(row.id, called);
      const standing = by === 'before' ? standingTitles.get(row.label) : undefined;
      if (standing) this.#made.set(standing, { id: row.id, handle: row.handle ?? '' });
      if (row.handle) this.#called.set(row.handle, `${called.slice(0, -1)} handle>`);
      if (
        /^(thing|import|invitation|organisation|file|consultation|community|conversation)$/.test(row.table) &&
        !this.#made.has(by)
      )
        this.#made.set(by, { id: row.id, handle: row.handle ?? '' });
    }
  }

  /** The id and handle of what a step made, here or elsewhere. */
  of(name: string): Made {
    const made = this.#made.get(name);
    if (made) return made;
    const instead = neverMade(name);
    // Asked about by the same name as in the copy where it exists.
    const called = `${name} ${this.#tableOf(name)} 1`;
    this.#called.set(instead.id, `<${called}>`);
    this.#called.set(instead.handle, `<${called} handle>`);
    return instead;
  }

  #tableOf(name: string): string {
    const verb = this.places.find((step) => nameOf(step) === name)?.verb;
    if (verb === 'bring in') return 'import';
    if (verb === 'attach') return 'file';
    if (verb === 'add organisation') return 'organisation';
    if (verb === 'record meeting') return 'consultation';
    if (verb === 'found community') return 'community';
    if (verb === 'begin conversation') return 'conversation';
    return verb === 'invite' ? 'invitation' : 'thing';
  }

  /** What steps of the whole sequence made until now: about the rest nobody has an address to ask. */
  #until(): readonly Step[] {
    const now = this.#begun.at(-1)?.step ?? 0;
    return [...opening, ...this.places.filter(({ step }) => step < now)];
  }

  /** Interventions or agendas that some step of the whole sequence made. */
  things(kind: 'intervention' | 'agenda'): readonly string[] {
    return this.#until().flatMap((step) =>
      (step.verb === 'create' && step.kind === kind) || (step.verb === 'adopt' && kind === 'intervention')
        ? [nameOf(step)]
        : [],
    );
  }

  imports(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'bring in' ? [nameOf(step)] : []));
  }

  files(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'attach' ? [nameOf(step)] : []));
  }

  organisations(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'add organisation' ? [nameOf(step)] : []));
  }

  meetings(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'record meeting' ? [nameOf(step)] : []));
  }

  communities(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'found community' ? [nameOf(step)] : []));
  }

  conversations(): readonly string[] {
    return this.#until().flatMap((step) => (step.verb === 'begin conversation' ? [nameOf(step)] : []));
  }

  kindOf(name: string): 'intervention' | 'agenda' {
    return this.things('agenda').includes(name) ? 'agenda' : 'intervention';
  }

  async membershipOf(address: string): Promise<string> {
    const [row] = await this.#copy.look<{ id: string }>(
      'select m.id from membership m join account a on a.id = m.account_id where a.address = $1',
      [address],
    );
    return row?.id ?? neverMade(address).id;
  }

  /** The secret of the link that was mailed to an address. */
  async tokenFor(address: string): Promise<string> {
    const [row] = await this.#copy.look<{ token: string }>(
      `select substring(body from '/uitnodiging/([A-Za-z0-9_-]{43})') as token from outgoing_mail where recipient = $1`,
      [address],
    );
    return row?.token ?? 'A'.repeat(43);
  }

  #momentOf(text: string): string {
    const at = Date.parse(text);
    for (const minutes of ahead) {
      const from = at - minutes * 60_000;
      const during = this.#begun.findLast((each) => each.at <= from);
      const first = this.#begun[0];
      if (during && first && from <= Date.now()) return `<in step ${during.step} + ${minutes} min>`;
    }
    return text;
  }

  /** A text without what is random in it. */
  plainText(text: string): string {
    return text
      .replace(cursor, (_, encoded: string) => {
        const decoded = Buffer.from(encoded, 'base64url').toString('utf8');
        return `"next":${this.plainText(decoded)}`;
      })
      .replace(secret, '"secret":<secret>')
      .replace(uuid, (id) => this.#called.get(id) ?? id)
      .replace(handle, (each) => this.#called.get(each) ?? each)
      .replace(moment, (each) => this.#momentOf(each));
  }

  /**
   * What is taken along stands in the order of random ids, which is none: such rows are compared as a set. So is what
   * somebody is told of itself, where many events of one moment are told apart by random ids alone.
   */
  #inOrder(body: string): string {
    if (!/^{"result":{"data":{"(rows|parts)":\[/.test(body)) return body;
    const answer = JSON.parse(body) as {
      result: { data: { rows?: unknown[]; parts?: { rows?: unknown[] }[] } };
    };
    const { rows, parts = [] } = answer.result.data;
    const text = (row: unknown) => JSON.stringify(row);
    for (const each of [rows, ...parts.map((part) => part.rows)])
      each?.sort((one, other) => (text(one) < text(other) ? -1 : 1));
    return JSON.stringify(answer);
  }

  /**
   * Status, headers and body without what is random. The date of an answer is the only header left out. The database
   * leaves zeros at the end of a moment away, so a length is compared with the body it is of.
   */
  plain({ status, headers, body }: Answer): string {
    const length = String(Buffer.byteLength(body));
    const said = headers
      .filter(([name]) => name !== 'date')
      .map(
        ([name, value]) =>
          `${name}: ${name === 'content-length' && value === length ? 'as it is' : this.plainText(value)}`,
      );
    return `${status}\n${said.join('\n')}\n${this.#inOrder(this.plainText(body))}`;
  }
}
