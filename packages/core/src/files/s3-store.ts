// The file store in a bucket of any S3-compatible service: one object for each key. The library signs, retries and reads
// the answers; what it would look up by itself (environment, machine) it is not asked for.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkedKey, isKey, StoreFull, type FileStore } from './store.ts';

export interface S3Settings {
  /** Address of the service, without the bucket; null: that of Amazon for the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** What every object's name begins with, such as `kansenplein/`; may be empty. */
  readonly prefix: string;
}

/** What services say when a bucket may hold no more. */
const noRoom = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage', 'EntityTooLarge']);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;

export function createS3Store({ bucket, prefix, ...settings }: S3Settings): FileStore {
  const client = new S3Client({
    region: settings.region,
    ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // A bucket as part of the path: every service knows it, also one without names of its own for buckets.
    forcePathStyle: settings.endpoint !== null,
    // Not every service knows the newer checksums. What is kept is compared with the checksum in its row all the same.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  });
  const place = (key: string) => ({ Bucket: bucket, Key: prefix + checkedKey(key) });

  return {
    async put(key, bytes) {
      const object = { ...place(key), Body: bytes, ContentType: 'application/octet-stream' };
      await client.send(new PutObjectCommand(object)).catch((error: unknown) => {
        throw noRoom.has(nameOf(error)) || statusOf(error) === 507 ? new StoreFull(error) : error;
      });
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(place(key)));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (nameOf(error) === 'NoSuchKey') return null;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const key = Key.slice(prefix.length);
          if (isKey(key) && LastModified) yield { key, since: LastModified };
        }
      }
    },
  };
}
