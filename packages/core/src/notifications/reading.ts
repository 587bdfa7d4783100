// What a notification is about, read through the wall as its recipient: one expression for the list, the number in the
// header and the mail, so that what cannot be seen is in none of them. Null is what cannot be seen (any more).
import { sql, type SQL } from 'drizzle-orm';
import { slugOf } from '../kernel/index.ts';
import type { ToldKind } from './vocabulary.ts';

/** Of a row of `notification n`, as JSON. */
export interface Subject {
  readonly title: string;
  /** Of a page; null for what has an id only. */
  readonly handle: string | null;
  readonly place: string | null;
  /** Of what is said in a community: where it is said, and the number of the post. */
  readonly within?: { readonly name: string; readonly handle: string };
  readonly post?: number;
}

const nouns = ['intervention', 'agenda'] as const;

/** The page as it stands now. */
const page = (noun: (typeof nouns)[number]) => {
  const [table, key] = [sql.identifier(`${noun}_version`), sql.identifier(`${noun}_id`)];
  return sql`select jsonb_build_object('title', v.title, 'handle', v.handle, 'place', m.name)
    from ${table} v join municipality m on m.code = v.municipality
    where v.${key} = n.key and v.current and v.withdrawn_at is null`;
};
/** What stands where a page was. */
const withdrawal = (noun: (typeof nouns)[number]) => {
  const [table, key] = [sql.identifier(`${noun}_withdrawal`), sql.identifier(`${noun}_id`)];
  return sql`select jsonb_build_object('title', w.title, 'handle', w.handle, 'place', m.name)
    from ${table} w join municipality m on m.code = w.municipality where w.${key} = n.key`;
};
/** A working copy, for who may also read what was said about it or what happened to it. */
const draft = (noun: (typeof nouns)[number], kind: 'step' | 'remark') => {
  const [table, part] = [sql.identifier(noun), sql.identifier(`${noun}_${kind}`)];
  return sql`select jsonb_build_object('title', d.title, 'handle', null, 'place', null)
    from ${part} p join ${table} d on d.id = p.document_id where p.id = n.part::uuid and p.document_id = n.key`;
};
/** A question to take part; `who` is the municipality on the other side of it. */
const question = (who: 'lead' | 'municipality') =>
  sql`select jsonb_build_object('title', q.title, 'handle', null, 'place', m.name)
    from participation_question q join municipality m on m.code = q.${sql.identifier(who)}
    where q.intervention_id = n.key and q.municipality = split_part(n.part, '/', 1) and q.round = split_part(n.part, '/', 2)::int`;

const document = sql`select jsonb_build_object('title', d.file_name, 'handle', null, 'place', null)
  from document_import d where d.id = n.key`;

/** What somebody said, as long as it stands there; named after the conversation. */
const post = sql`select jsonb_build_object('title', t.title, 'handle', t.handle, 'place', c.name, 'post', p.number,
    'within', jsonb_build_object('name', c.name, 'handle', c.handle))
  from community_post p join community_thread t on t.id = p.thread_id join community c on c.id = t.community_id
  where p.id = n.part::uuid and t.id = n.key and p.removed_at is null and t.removed_at is null`;

/** The programme as it stands now. That one can register is nothing to tell of what does not go on. */
const session = (goesOn: SQL) =>
  sql`select jsonb_build_object('title', v.title, 'handle', v.handle,
      'place', case when v.municipality is null and v.host_community is null then 'de alliantie' else coalesce(m.name, c.name) end)
    from knowledge_session_version v left join municipality m on m.code = v.municipality
      left join community c on c.id = v.host_community
    where v.session_id = n.key and v.current and ${goesOn}`;

const ofBoth = (kinds: readonly ToldKind[], read: (noun: (typeof nouns)[number]) => SQL) =>
  nouns.map((noun) => [kinds, noun, read(noun)] as const);

/** Which row each kind is about. Another room adds a line for its kinds. */
const readers: readonly (readonly [kinds: readonly ToldKind[], noun: string, read: SQL])[] = [
  ...ofBoth(['published', 'new_version', 'adopted'], page),
  ...ofBoth(['withdrawn'], withdrawal),
  ...ofBoth(['submitted', 'returned'], (noun) => draft(noun, 'step')),
  ...ofBoth(['remarked'], (noun) => draft(noun, 'remark')),
  [['asked'], 'participation', question('lead')],
  [['answered'], 'participation', question('municipality')],
  [['import_ready'], 'import', document],
  [['thread_started', 'replied', 'mentioned'], 'thread', post],
  // Chosen by mistake, or another afterwards: then there is nothing to tell any more.
  [['answer_marked'], 'thread', sql`${post} and p.answer`],
  [['session_planned', 'session_reported'], 'knowledge_session', session(sql`true`)],
  [['session_open'], 'knowledge_session', session(sql`v.state <> 'cancelled'`)],
];

/** As a column of `notification n`, in a transaction with the scopes of whose it is. */
export const subject = sql`(case ${sql.join(
  readers.map(
    ([kinds, noun, read]) =>
      sql`when n.noun = ${noun} and n.kind in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )}) then (${read})`,
  ),
  sql` `,
)} end)`;

const draftPath: Readonly<Record<string, string>> = {
  intervention: '/mijn/interventies',
  agenda: '/mijn/agendas',
};
const pagePath: Readonly<Record<string, string>> = {
  intervention: '/interventies',
  agenda: '/agendas',
  knowledge_session: '/kennissessies',
};

/** Posts on one page of a conversation. */
const onePage = 100;

function postPath({ title, handle, within, post: number = 0 }: Subject): string {
  const thread = `/communities/${slugOf(within?.name ?? '', within?.handle ?? '')}/gesprekken/${slugOf(title, handle ?? '')}`;
  if (number === 0) return thread;
  return `${thread}${number < onePage ? '' : `?vanaf=${number}`}#bericht-${number}`;
}

/** Where one goes to see it: a path of the pages. */
export function pathOf(
  { kind, noun, key }: { readonly kind: ToldKind; readonly noun: string; readonly key: string },
  about: Subject,
): string {
  const { title, handle } = about;
  if (noun === 'thread') return postPath(about);
  if (handle !== null) return `${pagePath[noun] ?? ''}/${slugOf(title, handle)}`;
  if (kind === 'asked') return `/mijn/deelnames/${key}`;
  if (kind === 'answered') return `/mijn/interventies/${key}`;
  if (kind === 'import_ready') return `/mijn/inlezen/${key}`;
  return `${draftPath[noun] ?? ''}/${key}`;
}
