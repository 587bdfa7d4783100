// What was handed out before is not handed out again to who says that it has it (RFC 9110, 13).
import { createHash } from 'node:crypto';

interface Edition {
  readonly etag: string;
  /** In whole seconds since 1970. */
  readonly since: number;
}

export interface Conditions {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;

/** A list of tags, weak ones too; `*` is any. */
const names = (list: string, etag: string): boolean =>
  list.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')));

/**
 * Texts that are the same for everybody, by name, with since when each has been as it is. What is taken out changes a text
 * without anything in it being newer, so its date is when this process first saw it: too late at worst, which costs
 * one more answer, and never too early. Two changes in one second get two dates.
 */
export class Editions {
  readonly #editions = new Map<string, Edition>();

  /** The headers that go along, and whether who asks has it already. */
  of(name: string, text: string, { ifNoneMatch, ifModifiedSince }: Conditions) {
    const etag = etagOf(text);
    const before = this.#editions.get(name);
    const edition =
      before?.etag === etag
        ? before
        : { etag, since: Math.max(Math.floor(Date.now() / 1000), (before?.since ?? 0) + 1) };
    this.#editions.set(name, edition);
    const isKnown =
      ifNoneMatch === undefined
        ? Date.parse(ifModifiedSince ?? '') / 1000 >= edition.since
        : names(ifNoneMatch, etag);
    return {
      isKnown,
      headers: { etag, 'last-modified': new Date(edition.since * 1000).toUTCString() },
    };
  }
}
