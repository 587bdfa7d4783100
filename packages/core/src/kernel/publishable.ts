// What a noun tells of itself so that its versions and its review are those of every other noun that is published.
import type { Actor, Tx } from '@kansenplein/db';
import type { Comparing } from './comparing.ts';
import type { Visibility, WorkingState } from './publication.ts';

/** What every content has, whatever else is written in it. */
export interface PublishableContent {
  readonly title: string;
  readonly visibility: Visibility;
}

/** The columns that every working copy has. */
export interface WorkingRow<Content> {
  readonly id: string;
  readonly municipality: string;
  readonly handle: string;
  readonly state: WorkingState;
  readonly revision: number;
  readonly title: string;
  readonly content: Content;
  readonly publishedVersion: number | null;
}

/** One text of something: a version, or the working copy when `version` is null. */
export interface WhichText {
  readonly id: string;
  readonly version: number | null;
}

export type PublishableNoun = 'intervention' | 'agenda';

export interface Publishable<Content extends PublishableContent> {
  /**
   * Its tables are `<noun>`, `<noun>_version` (with `<noun>_id`), `<noun>_remark`, `<noun>_step` and `<noun>_presence`; its events and
   * refusals begin with it.
   */
  readonly noun: PublishableNoun;
  /** The working copy as far as the actor may see it; throws `<noun>.not_found`. */
  get(tx: Tx, id: string): Promise<WorkingRow<Content>>;
  canEdit(actor: Actor, row: WorkingRow<Content>): boolean;
  /** Stores the text when the revision is the newest, with every check of the noun. */
  save(
    tx: Tx,
    actor: Actor,
    input: { id: string; revision: number; content: Content },
  ): Promise<{ revision: number; savedAt: string }>;
  /** A content of long ago with the fields that came since. */
  complete(content: Content): Content;
  /** As people read it: what points at something else becomes its title, and goes when the actor may not see that. */
  readable(tx: Tx, contents: readonly Content[]): Promise<readonly object[]>;
  readonly comparing: Comparing;
  /** What follows from a version and who takes part in it, such as sums: fields that are compared like its own. */
  follows?(content: Content, participations: readonly object[]): object;
  /** What stands beside two texts and is no part of them, such as files: fields of each that are compared too. */
  beside?(tx: Tx, before: WhichText, after: WhichText): Promise<readonly [object, object]>;
}
