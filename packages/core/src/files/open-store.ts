// Which store an installation has, by its configuration: a folder, unless it names a bucket.
import { createDiskStore } from './disk-store.ts';
import { createS3Store, type S3Settings } from './s3-store.ts';
import type { FileStore } from './store.ts';

export type StoreSettings =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Settings);

export function createFileStore(settings: StoreSettings): FileStore {
  return settings.kind === 'disk' ? createDiskStore(settings.folder) : createS3Store(settings);
}
