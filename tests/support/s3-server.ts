// A small S3-compatible server on loopback: it keeps objects in memory and checks the signature of every request itself
// (AWS Signature Version 4, as the documentation of Amazon S3 describes it), so that a wrong key opens nothing.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** By name in the bucket, with the moment each came. */
  readonly objects: Map<string, { bytes: Buffer; since: Date }>;
  /** Requests that were refused because their signature is wrong. */
  readonly refused: string[];
  /** Answers every write that there is no room. */
  full: boolean;
  close(): Promise<void>;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** As RFC 3986 has it: everything but letters, figures and -._~ */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

function signatureOf(request: IncomingMessage, url: URL, body: Buffer, secret: string) {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!given) return null;
  const [, keyId = '', day = '', region = '', names = '', signature = ''] = given;
  const told = String(request.headers['x-amz-content-sha256']);
  if (told !== 'UNSIGNED-PAYLOAD' && told !== sha256(body)) return null;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const asked = [request.method, url.pathname, query, headers.join(''), names, told].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(asked)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, day), region));
  const right = hmac(key, toSign);
  return { keyId, fits: timingSafeEqual(right, Buffer.from(signature, 'hex')), host: names.includes('host') };
}

const problem = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);

export async function startS3Server(): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map();
  const refused: string[] = [];
  const [bucket, accessKeyId, secretAccessKey] = ['plein', 'sleutel', 'een geheim van een proef'];
  const state = { full: false };
  /** Three a page, so that asking for the next one is part of what is tried. */
  const atOnce = 3;

  const list = (url: URL, response: ServerResponse) => {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
    const page = names.slice(0, atOnce);
    const more = names.length > atOnce;
    const contents = page.map(
      (name) =>
        `<Contents><Key>${name}</Key><LastModified>${objects.get(name)?.since.toISOString()}</LastModified></Contents>`,
    );
    response
      .writeHead(200, { 'content-type': 'application/xml' })
      .end(
        `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
      );
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const signed = signatureOf(request, url, body, secretAccessKey);
    if (!signed?.fits || !signed.host || signed.keyId !== accessKeyId) {
      refused.push(`${request.method} ${url.pathname}`);
      return problem(response, 403, 'SignatureDoesNotMatch');
    }
    const [, where, ...rest] = url.pathname.split('/').map(decodeURIComponent);
    if (where !== bucket) return problem(response, 404, 'NoSuchBucket');
    const name = rest.join('/');
    if (request.method === 'GET' && name === '') return list(url, response);
    const found = objects.get(name);
    if (request.method === 'GET')
      return found
        ? response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes)
        : problem(response, 404, 'NoSuchKey');
    if (request.method === 'PUT') {
      if (state.full) return problem(response, 507, 'QuotaExceeded');
      objects.set(name, { bytes: body, since: new Date() });
      return response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(name);
      return response.writeHead(204).end();
    }
    return problem(response, 405, 'MethodNotAllowed');
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    accessKeyId,
    secretAccessKey,
    objects,
    refused,
    get full() {
      return state.full;
    },
    set full(full) {
      state.full = full;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
