// The field types every contract is built from: bounded, and free of characters that deceive a reader.
import { z } from 'zod';

/**
 * Control characters but tab and line ends, and what turns the direction of writing: they show a reader something else
 * than what is stored (Trojan Source, CVE-2021-42574).
 */
const deceptive = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

// Half a surrogate pair is no character: the database refuses it.
const clean = (text: string) => !deceptive.test(text) && text.isWellFormed();

/** One line of at most `max` UTF-16 units; may be empty, because a draft may be incomplete. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => clean(text) && !/[\r\n]/.test(text), 'characters');

/** Markdown-light of at most `max` UTF-16 units; may be empty. */
export const prose = (max: number) => z.string().max(max).refine(clean, 'characters');

/** Somebody else's text, kept as it is; only what the database cannot hold is refused. */
export const document = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'characters');

/** One line that says something. */
export const name = (max: number) => line(max).refine((text) => text.trim() !== '', 'empty');

export const id = z.uuid();

/** CBS code of a municipality, such as `gm0899`. */
export const municipalityCode = z.string().regex(/^gm[0-9]{4}$/);

/** The random end of a public address: never typed by anyone, so unique without telling anything. */
export const handle = z.string().regex(/^[a-z0-9]{10}$/);

/** Slug of reference data, such as `midden-groningen`. */
export const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);

/** A secret from a link or a cookie: 256 bits as base64url. */
export const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const address = z
  .string()
  .max(200)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email());

/** Raised by each save; the column is a 32-bit integer. */
export const revision = z.int().min(1).max(2_000_000_000);

export const year = z.int().min(1990).max(2100);

/** Moments cross the wire as ISO 8601 in UTC. */
export const moment = z.iso.datetime();

/** What a procedure takes that needs no input: whatever comes along is refused, so that no contract is open. */
export const Nothing = z.void();
