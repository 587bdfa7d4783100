// The HTTP server itself: every answer carries the headers of headers.ts, also those that Node would give without asking us.
import {
  createServer,
  STATUS_CODES,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from './config.ts';
import { headersOfEveryAnswer, TELLTALES, type Header } from './headers.ts';
import { SECURITY_TXT, securityTxt } from './security-txt.ts';

/** Given before anybody else writes, so that an answer may say something else; what tells too much goes at the last moment. */
function dress(response: ServerResponse, headers: readonly Header[]): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    for (const name of TELLTALES) {
      response.removeHeader(name);
      for (const each of given) {
        if (typeof each === 'object' && each !== null && !Array.isArray(each)) {
          for (const key of Object.keys(each)) {
            if (key.toLowerCase() === name) delete (each as Record<string, unknown>)[key];
          }
        }
      }
    }
    return writeHead(...given);
  };
}

const refusal = (status: number) =>
  JSON.stringify({ error: { message: STATUS_CODES[status] ?? '', code: `page.${status}` } });

function refuse(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(refusal(status));
}

const BROKEN: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What the parser could not read has no response object: the answer is written by hand. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket, headers: readonly Header[]): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = BROKEN[error.code ?? ''] ?? 400;
  const body = refusal(status);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** A server that answers with `listener`, and with security.txt. The caller makes it listen. */
export function createHost(config: Config, listener: RequestListener): Server {
  const headers = headersOfEveryAnswer(config.origin);
  // Sockets in the middle of an answer: nothing may be written between its bytes.
  const answering = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: number) =>
    answering.set(socket, (answering.get(socket) ?? 0) + change);

  // Node's own refusal of a request without Host would carry no headers; ours does.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    dress(response, headers);
    count(request.socket, 1);
    response.once('close', () => count(request.socket, -1));
    if (request.headers.host === undefined && request.httpVersion !== '1.0') refuse(response, 400);
    else if ((request.url ?? '').split('?')[0] === SECURITY_TXT) tellWhere(request.method, response);
    else listener(request, response);
  });
  const tellWhere = (method: string | undefined, response: ServerResponse) => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      refuse(response, 405);
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    });
    response.end(method === 'HEAD' ? undefined : securityTxt(config));
  };
  server.on('checkExpectation', (_request, response) => {
    dress(response, headers);
    refuse(response, 417);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if ((answering.get(socket as Socket) ?? 0) > 0) socket.destroy();
    else refuseBroken(error, socket as Socket, headers);
  });
  return server;
}
