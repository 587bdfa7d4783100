// What whoever runs the installation does, as its commands do it: by the owner of the database.
import {
  createDemoPeople,
  inviteByOperator,
  verifyTrail,
  type DemoPerson,
  type Heads,
} from '@kansenplein/core';
import { asOwner, type EngineUrls } from '@kansenplein/db';
import type { Platform } from './platform.ts';

type Owned = Pick<EngineUrls, 'ownerUrl'>;

/** Ready-made accounts, all with the demo password. */
export const makePeople = ({ ownerUrl }: Owned, people: readonly DemoPerson[]): Promise<void> =>
  asOwner(ownerUrl, (tx) => createDemoPeople(tx, people));

/** What `audit:verify` says. */
export const checkTrail = ({ ownerUrl }: Owned, earlier?: Heads) =>
  asOwner(ownerUrl, (tx) => verifyTrail(tx, earlier), 'read');

type Invited = Parameters<typeof inviteByOperator>[2];

/** What `operator:invite` does; answers what the invitation is for. */
export const inviteAsOperator = ({ urls, origin }: Pick<Platform, 'urls' | 'origin'>, invited: Invited) =>
  asOwner(urls.ownerUrl, (tx) => inviteByOperator(tx, { origin }, invited));
