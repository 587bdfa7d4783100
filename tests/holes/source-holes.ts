// Holes read off the sources: the door of each procedure, its contract, each right, and the few lines that hold the rest.
import { router } from '@kansenplein/core';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceHole } from './hole.ts';

const root = join(import.meta.dirname, '../..');
const kernel = 'packages/core/src/kernel/trpc.ts';
const rooms = 'packages/core/src/*/';

interface Procedure {
  readonly _def: { readonly meta?: { readonly audience?: unknown } };
}

/** `texts`: what is looked for and what comes in its place, in pairs. */
function hole(family: string, name: string, file: string, ...texts: string[]): SourceHole {
  const edits = texts.flatMap((find, at) => (at % 2 === 0 ? [{ find, replace: texts[at + 1] ?? '' }] : []));
  return { where: 'source', family, name: `${family}: ${name}`, file, edits };
}

/** The declaration stays as it is; only what it asks is not asked any more. */
function doors(): SourceHole[] {
  const procedures = router._def.procedures as unknown as Record<string, Procedure>;
  return Object.entries(procedures)
    .filter(([, { _def }]) => _def.meta?.audience !== 'visitor' && _def.meta?.audience !== 'link')
    .map(([name]) => ({
      ...hole(
        'door',
        `${name} lets everybody in`,
        kernel,
        'admit(declaration, entered);',
        `if (path !== '${name}') admit(declaration, entered);`,
      ),
      procedure: name,
    }));
}

/** The room of a router's file, as the router of the house calls it. */
const roomOf = (file: string) =>
  (/router-(\w+)\.ts$/.exec(file)?.[1] ?? file.split('/').at(-2) ?? '').replace(
    /-(\w)/g,
    (_, letter: string) => letter.toUpperCase(),
  );

/** The procedure that asks for a right, where its name does not say so. */
const askedBy: Readonly<Record<string, string>> = {
  canEdit: 'interventions.save',
  canEditAgenda: 'agendas.save',
  canAnswer: 'interventions.answerParticipation',
  canDecline: 'interventions.declineParticipation',
  canReview: 'imports.decide',
  canReadTrail: 'audit.list',
};

/** Rights: `canX = (…) => …` says yes to everybody. */
function rights(): SourceHole[] {
  const procedures = Object.keys(router._def.procedures);
  return globSync(`${rooms}permissions.ts`, { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/export const (can\w+) = (\([\s\S]*?\)) =>/g)].map(
      ({ 0: head, 1: name = '' }) => {
        const verb = name.replace(/^can|Agenda$/g, '').replace(/^./, (letter) => letter.toLowerCase());
        const procedure = askedBy[name] ?? `${roomOf(file)}.${verb}`;
        const planted = hole('right', `${name} is always so`, file, head, `${head} true || `);
        return procedures.includes(procedure) ? { ...planted, procedure } : planted;
      },
    ),
  );
}

/** What a service answers goes out as it is: the columns that no contract lists with it. */
function contracts(): SourceHole[] {
  return globSync(`${rooms}router*.ts`, { cwd: root }).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [
      ...source.matchAll(/^ {2}(\w+): (?:read|write|outside\w*)\([\s\S]*?\n {4}\.(?:query|mutation)\(/gm),
    ].flatMap(({ 0: lines, 1: name = '' }) => {
      const contract = /\n {4}\.output\([\w.]+\)/.exec(lines)?.[0];
      if (!contract) return [];
      const procedure = `${roomOf(file)}.${name}`;
      const without = lines.replace(contract, '');
      return [
        { ...hole('contract', `${procedure} has no output contract`, file, lines, without), procedure },
      ];
    });
  });
}

/** Lines that hold a promise by themselves. Each must still be there: a line that moved is looked for again by hand. */
const lines: readonly SourceHole[] = [
  {
    ...hole(
      'kernel',
      'a refusal inside a change is committed',
      kernel,
      'if (!result.ok) throw reasonOf(result.error);\n          if (mode',
      'if (mode',
    ),
    procedure: 'interventions.answerParticipation',
  },
  hole(
    'kernel',
    'errors go out as they are',
    kernel,
    'return { message: code, code: shape.code, data: { code, fields, httpStatus: shape.data.httpStatus } };',
    'return { ...shape, message: error.message, data: { ...shape.data, code, fields, stack: error.cause?.stack } };',
  ),
  {
    ...hole('kernel', 'a link brings the login along', kernel, 'login: null, link }', 'link }'),
    procedure: 'signing.confirmAddress',
  },
  {
    ...hole(
      'kernel',
      'a signed-in person passes every door',
      kernel,
      "if (audience !== 'account' && (!actor.acting || !audience.includes(actor.acting.role)))",
      "if (audience !== 'account' && !actor.acting)",
    ),
    procedure: 'interventions.publish',
  },
  hole(
    'wall',
    'scopes outlive their transaction',
    'packages/db/src/actor.ts',
    `set_config('app.scopes', scopes::text, true)`,
    `set_config('app.scopes', scopes::text, false)`,
  ),
  hole(
    'wall',
    'a visitor brings the scopes of a member',
    'packages/db/src/actor.ts',
    `select set_config('app.scopes', '{public}', true)`,
    `select set_config('app.scopes', '{public,alliance}', true)`,
  ),
  hole(
    'wall',
    'the account outlives its transaction',
    'packages/db/src/actor.ts',
    `set_config('app.account', coalesce(account::text, ''), true)`,
    `set_config('app.account', coalesce(account::text, ''), false)`,
  ),
  hole(
    'wall',
    'a connection that failed is not rolled back',
    'packages/db/src/actor.ts',
    `await client.query('rollback').catch((failure: Error) => (broken = failure));`,
    `await client.query('commit').catch((failure: Error) => (broken = failure));`,
  ),
  hole(
    'wall',
    'questions may write',
    'packages/db/src/actor.ts',
    'begin isolation level repeatable read read only',
    'begin isolation level repeatable read',
  ),
  hole(
    'wall',
    'a powerful role may serve',
    'packages/db/src/actor.ts',
    'if (!role || role.name !== expected || role.powerful || role.owns || role.member) {',
    'if (!role) {',
  ),
  hole(
    'host',
    'no check on where a change comes from',
    'apps/api/src/app.ts',
    'comesFromElsewhere(c, config.origin))',
    'comesFromElsewhere(c, config.origin) && false)',
  ),
  hole(
    'host',
    'Sec-Fetch-Site is not looked at',
    'apps/api/src/app.ts',
    `if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;`,
    '',
  ),
  hole(
    'host',
    'Origin is not looked at',
    'apps/api/src/app.ts',
    'return from !== undefined && from !== origin;',
    'return false;',
  ),
  hole('host', 'a batch of any size', 'apps/api/src/app.ts', 'maxBatchSize: 10,', ''),
  hole(
    'host',
    'a body of any size',
    'apps/api/src/app.ts',
    'const small = 100 * kilobytes;',
    'const small = 100_000 * kilobytes;',
  ),
  hole(
    'host',
    'answers may be kept by others',
    'apps/api/src/headers.ts',
    `['cache-control', 'no-store'],`,
    `['cache-control', 'public, max-age=60'],`,
  ),
  {
    ...hole(
      'kernel',
      'nobody is asked to prove anew who they are',
      kernel,
      'if (confirmed && !actor.confirmed)',
      'if (confirmed && actor.account === null)',
    ),
    procedure: 'personalData.erase',
  },
  hole(
    'host',
    'strangers say where they come from',
    'apps/api/src/caller.ts',
    'if (!config.trustedProxies.includes(peer)) return peer;',
    '',
  ),
  hole(
    'signing in',
    'the hash opens what the secret opens',
    'packages/core/src/accounts/service-login-sessions.ts',
    '/^[A-Za-z0-9_-]{43}$/.test(secret) ? hashSecret(secret) : null',
    '/^[A-Za-z0-9_-]{43,64}$/.test(secret) ? (secret.length === 64 ? secret : hashSecret(secret)) : null',
  ),
  hole(
    'signing in',
    'a wrong password is right',
    'packages/core/src/accounts/service-signing.ts',
    'if (right && candidate)',
    'if (candidate)',
  ),
  hole(
    'signing in',
    'no limit on attempts',
    'packages/core/src/accounts/service-steps.ts',
    'if (!byPerson || !byPlace) throw',
    'if (!byPerson && !byPlace) throw',
  ),
];

/** All holes that the sources suggest. */
export const sourceHoles = (): SourceHole[] => [...doors(), ...rights(), ...contracts(), ...lines];

/** Lines of the list above that are nowhere any more: their hole must be described anew. */
export const lostLines = (): string[] =>
  lines
    .filter(({ file, edits }) => {
      const source = readFileSync(join(root, file), 'utf8');
      return edits.some(({ find }) => !source.includes(find));
    })
    .map(({ name, file }) => `${name} (${file})`);
