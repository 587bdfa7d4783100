// One of the two databases a sequence is played in, with the host before it: a step goes in, an answer comes out.
import {
  createFileStore,
  createIssuers,
  createPostgresSearch,
  createVault,
  readNextImport,
} from '@kansenplein/core';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { openDatabase, plainQuery, type Database, type EngineUrls, type TestDatabase } from '@kansenplein/db';
import { readConfig } from '@kansenplein/api';
import { getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/app.ts';
import type { Services } from '../../../apps/api/src/caller.ts';
import type { Log } from '../../support/platform.ts';
import type { Answer } from '../../support/wire.ts';
import { secretOf, type Person } from './cast.ts';
import { sharedReading, type SharedReading } from './one-snapshot.ts';
import { resting, restoring } from './snapshot.ts';

/** `socket`: as a browser would. `in process`: the same requests handed to the same host without a socket, for the bulk. */
export type Door = 'socket' | 'in process';

export interface Asked {
  readonly procedure: string;
  readonly kind: 'query' | 'mutation';
  readonly input: unknown;
}

export interface HowToServe {
  readonly door: Door;
  /** Another host than ours: for whoever plants a hole in it. */
  readonly makeApp?: typeof createApp;
}

const origin = 'http://127.0.0.1:3000';

export class Copy {
  readonly urls: EngineUrls;
  readonly internalErrors: unknown[] = [];
  readonly #owned: TestDatabase;
  readonly #database: Database;
  readonly #superuser: pg.Client;
  readonly #how: HowToServe;
  readonly #app: ReturnType<typeof createApp>;
  readonly #reading: SharedReading;
  #services: { -readonly [Name in keyof Services]: Services[Name] };
  /** Restoring leaves what stands here: nobody has its key any more. */
  readonly #filesFolder = mkdtempSync(join(tmpdir(), 'kansenplein-files-'));
  #server: Server | null = null;
  #address = origin;
  #standing: Promise<pg.QueryResultRow[]> | null = null;

  private constructor(owned: TestDatabase, database: Database, superuser: pg.Client, how: HowToServe) {
    this.urls = owned;
    this.#owned = owned;
    this.#database = database;
    this.#superuser = superuser;
    this.#how = how;
    this.#reading = sharedReading(database);
    // What search keeps between requests belongs to one sequence, as the database does: restoring begins it anew.
    this.#services = {
      database: this.#reading.database,
      files: createFileStore({ kind: 'disk', folder: this.#filesFolder }),
      search: createPostgresSearch(),
      settings: { demo: true, origin },
      vault: createVault([randomBytes(32)]),
      issuers: createIssuers([], origin),
    };
    this.#app = this.#newHost();
  }

  static async open(owned: TestDatabase, how: HowToServe): Promise<Copy> {
    const database = await openDatabase({ ...owned, poolSize: 4 });
    const superuser = new pg.Client({ connectionString: owned.superuserUrl });
    await superuser.connect();
    await superuser.query(resting);
    const copy = new Copy(owned, database, superuser, how);
    if (how.door === 'socket') await copy.#listen();
    return copy;
  }

  /** The address of the host; with the door `in process` nothing listens there. */
  get origin(): string {
    return this.#address;
  }

  #newHost() {
    const config = readConfig({
      DEMO: '1',
      ORIGIN: origin,
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'plein@kansenplein.example',
      LOG_LEVEL: 'silent',
    });
    const log = {
      error: (what: { err?: unknown }) => void this.internalErrors.push(what.err),
    } as unknown as Log;
    return (this.#how.makeApp ?? createApp)(this.#services, config, log);
  }

  async #listen(): Promise<void> {
    const listener = getRequestListener((request, env) => this.#app.fetch(request, env));
    const server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    this.#address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Everything as it was when the copy was made. */
  async restore(): Promise<void> {
    await this.#superuser.query(restoring);
    this.#services.search = createPostgresSearch();
    this.internalErrors.length = 0;
  }

  /** Asks without changing anything: handed to the host without a socket, it all sees one moment. */
  async asking(ask: () => Promise<void>): Promise<void> {
    if (this.#how.door === 'in process') this.#reading.share();
    await ask().finally(() => this.#reading.part());
  }

  async ask(person: Person | null, { procedure, kind, input }: Asked): Promise<Answer> {
    const cookie: Record<string, string> =
      person === null ? {} : { cookie: `kansenplein=${secretOf(person)}` };
    const query =
      kind === 'query' && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    return this.#send(`/trpc/${procedure}${query}`, {
      headers: kind === 'query' ? cookie : { ...cookie, 'content-type': 'application/json' },
      ...(kind === 'mutation' && { method: 'POST', body: JSON.stringify(input) }),
    });
  }

  /** At most ten questions in one request, as the pages' client sends them. */
  async askTogether(person: Person | null, questions: readonly Asked[]): Promise<Answer> {
    const cookie: Record<string, string> =
      person === null ? {} : { cookie: `kansenplein=${secretOf(person)}` };
    const names = questions.map(({ procedure }) => procedure).join(',');
    const inputs = Object.fromEntries(questions.map(({ input }, place) => [place, input]));
    return this.#send(`/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`, {
      headers: cookie,
    });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const response =
      this.#how.door === 'socket'
        ? await fetch(`${this.#address}${path}`, init)
        : await this.#app.fetch(new Request(`${origin}${path}`, init), {});
    return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
  }

  /**
   * Keeps a file of somebody's as if it had been looked over and stored; its id. Its bytes are its name: reading a real
   * document in a process apart would cost a sequence more than all the rest of it.
   */
  async bring(person: Person, name: string): Promise<string> {
    const [id, key, bytes] = [randomUUID(), randomBytes(32).toString('hex'), Buffer.from(name)];
    const [login, sha256] = [secretOf(person), bytes].map((each) =>
      createHash('sha256').update(each).digest('hex'),
    );
    await this.#services.files.put(key, bytes);
    await this.#database.asActor({ login: login ?? '', link: null }, 'write', (tx) =>
      plainQuery(tx)(
        `insert into file (id, name, type, size, sha256, key, tells, uploaded_by) values ($1, $2, 'docx', $3, $4, $5, '[]', $1)`,
        [id, name, bytes.length, sha256, key],
      ),
    );
    return id;
  }

  /** A file as a browser fetches it. */
  async fetchFile(person: Person | null, id: string): Promise<Answer> {
    const headers: Record<string, string> =
      person === null ? {} : { cookie: `kansenplein=${secretOf(person)}` };
    return this.#send(`/files/${id}`, { headers });
  }

  /** The job that reads documents, until none waits. */
  async readImports(): Promise<void> {
    while (await readNextImport(this.#database, this.#services.files));
  }

  /** What is really stored, past every rule. */
  async look<Row extends pg.QueryResultRow>(text: string, params: unknown[] = []): Promise<Row[]> {
    // By name: the same few questions after each action, planned once.
    const name = createHash('sha256').update(text).digest('base64url');
    return (await this.#superuser.query<Row>({ name, text, values: params })).rows;
  }

  /** The same of what stood before every sequence: looked up once. */
  async standing<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    this.#standing ??= this.look(text);
    return (await this.#standing) as Row[];
  }

  /** Leaves the database as it is. */
  async leave(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve(null)));
    await this.#superuser.end();
    await this.#database.close();
    rmSync(this.#filesFolder, { recursive: true, force: true });
  }

  async close(): Promise<void> {
    await this.leave();
    await this.#owned.drop();
  }
}
