// Keys of goals, actions and addenda that are read from a document.
import { createHash } from 'node:crypto';

/** Keys that stay the same when the same document is read again. */
export const keyOf = (kind: string, ...path: (string | number)[]) =>
  createHash('sha256')
    .update([kind, ...path].join('/'))
    .digest('hex')
    .slice(0, 10);
