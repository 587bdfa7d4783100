/**
 * The read model of finding: what is published, once more, in the shape a search needs. Only published
 * text comes here. No role but `wall` may touch these tables; `app` reaches them through the functions of
 * the search migration (packages/db), which take the audiences from the transaction. FORCE, policies and indexes stand there too.
 */
import {
  boolean,
  bigint,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

const bits = customType<{ data: string }>({ dataType: () => 'bit varying' });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** One narrow row (about 90 bytes) a document: everything that filters, counts and sorts, and nothing else. */
export const searchDocument = pgTable(
  'search_document',
  {
    doc: integer('doc').primaryKey().generatedAlwaysAsIdentity(),
    audience: integer('audience').notNull(),
    kind: smallint('kind').notNull(),
    /** Number of the municipality in `search_value`; 0 when the document belongs to none. */
    municipality: smallint('municipality').notNull(),
    themeMask: bigint('theme_mask', { mode: 'bigint' }).notNull(),
    phaseMask: bigint('phase_mask', { mode: 'bigint' }).notNull(),
    /** Number of how far it is ('running', 'evaluated' …) in `search_value`; 0 when that says nothing of it. */
    course: smallint('course').notNull().default(0),
    at: timestamp('at', { withTimezone: true }).notNull(),
    id: uuid('id').notNull(),
  },
  (table) => [
    unique('search_document_kind_id').on(table.kind, table.id),
    // Of an audience without bitmaps the documents themselves are counted.
    index('search_document_by_audience').on(table.audience),
  ],
).enableRLS();

/**
 * What is counted, packed: one bit a document, one row a value, for each audience with many documents. Documents stand in
 * blocks of 64 of one municipality, so that one bitmap counts all municipalities. It says how things were when it was
 * made; `search_change` says what changed since. Decision 0002.
 */
export const searchBitmap = pgTable(
  'search_bitmap',
  {
    audience: integer('audience').notNull(),
    /** 'all', 'kind', 'theme', 'phase' or 'course'. */
    dimension: text('dimension').notNull(),
    value: smallint('value').notNull(),
    bits: bits('bits').notNull(),
    /** Of 'all' only: the number of the municipality of each block. */
    blocks: smallint('blocks').array(),
  },
  (table) => [primaryKey({ columns: [table.audience, table.dimension, table.value] })],
).enableRLS();

/** A document that came (+1) or went (-1) since the bitmaps of its audience were made; a trigger writes it. */
export const searchChange = pgTable(
  'search_change',
  {
    number: bigint('number', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    audience: integer('audience').notNull(),
    sign: smallint('sign').notNull(),
    kind: smallint('kind').notNull(),
    municipality: smallint('municipality').notNull(),
    themeMask: bigint('theme_mask', { mode: 'bigint' }).notNull(),
    phaseMask: bigint('phase_mask', { mode: 'bigint' }).notNull(),
    course: smallint('course').notNull(),
  },
  (table) => [index('search_change_audience').on(table.audience)],
).enableRLS();

/** What a hit shows, and the text it is found by: whoever copies this model to another engine needs no room. */
export const searchText = pgTable('search_text', {
  doc: integer('doc')
    .primaryKey()
    .references(() => searchDocument.doc, { onDelete: 'cascade' }),
  address: text('address').notNull(),
  title: text('title').notNull(),
  head: text('head').notNull(),
  /** Everything else that was published: searched, never shown whole. */
  rest: text('rest').notNull().default(''),
}).enableRLS();

/**
 * Vectors apart from everything else: the planner thinks `@@` cheap and would drag whole vectors through
 * every list. Each vector holds the stem *and* the plain form of every word; each contains the one before.
 * What a search filters, counts and orders by stands here a second time, kept by a trigger on `search_document`: so a search reads
 * one table, and a word of thousands of documents costs no thousands of lookups. Decision 0005.
 */
export const searchVector = pgTable('search_vector', {
  doc: integer('doc')
    .primaryKey()
    .references(() => searchDocument.doc, { onDelete: 'cascade' }),
  title: tsvector('title').notNull(),
  head: tsvector('head').notNull(),
  whole: tsvector('whole').notNull(),
  /** As in `search_document`; 0 is nobody's. */
  audience: integer('audience').notNull().default(0),
  kind: smallint('kind').notNull().default(0),
  municipality: smallint('municipality').notNull().default(0),
  themeMask: bigint('theme_mask', { mode: 'bigint' })
    .notNull()
    .default(sql`0`),
  phaseMask: bigint('phase_mask', { mode: 'bigint' })
    .notNull()
    .default(sql`0`),
  course: smallint('course').notNull().default(0),
  at: timestamp('at', { withTimezone: true })
    .notNull()
    .default(sql`'-infinity'`),
}).enableRLS();

/** Every word that was ever published, with its stem: for typing errors and for taking compounds apart. */
export const searchWord = pgTable('search_word', {
  word: text('word').primaryKey(),
  stem: text('stem').notNull(),
  /** Published to everybody once: only these may say what a compound is made of, or a hidden word would change what is found. */
  open: boolean('open').notNull().default(false),
}).enableRLS();

/** Numbers for the values of a dimension (kind, municipality, theme, phase, course); themes and phases are bits. */
export const searchValue = pgTable(
  'search_value',
  {
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    bit: smallint('bit').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dimension, table.value] }),
    unique('search_value_bit').on(table.dimension, table.bit),
  ],
).enableRLS();

/**
 * In how many interventions that everybody may read a word (its stem or its form) stands in title or summary; the row ''
 * holds how many of those there are. Counted anew by a job. A word that stands in one of them only, or was published
 * since, has no row. Nothing that somebody may not read is counted: how rare a word is would tell of it.
 */
export const searchFrequency = pgTable('search_frequency', {
  word: text('word').primaryKey(),
  docs: integer('docs').notNull(),
}).enableRLS();
