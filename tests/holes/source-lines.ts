// Holes in single lines of the sources that hold a promise by themselves.
import type { SourceHole } from './hole.ts';

const kernel = 'packages/core/src/kernel/trpc.ts';
const versioning = 'packages/core/src/kernel/versioning.ts';
const reviewing = 'packages/core/src/kernel/reviewing.ts';

/** `texts`: what is looked for and what comes in its place, in pairs. */
export function sourceHole(family: string, name: string, file: string, ...texts: string[]): SourceHole {
  const edits = texts.flatMap((find, at) => (at % 2 === 0 ? [{ find, replace: texts[at + 1] ?? '' }] : []));
  return { where: 'source', family, name: `${family}: ${name}`, file, edits };
}

/** Lines that hold a promise by themselves. Each must still be there: a line that moved is looked for again by hand. */
export const sourceLines: readonly SourceHole[] = [
  {
    ...sourceHole(
      'kernel',
      'a refusal inside a change is committed',
      kernel,
      'if (!result.ok) throw reasonOf(result.error);\n          if (mode',
      'if (mode',
    ),
    procedure: 'interventions.answerParticipation',
  },
  sourceHole(
    'kernel',
    'errors go out as they are',
    kernel,
    'return { message: code, code: shape.code, data: { code, fields, httpStatus: shape.data.httpStatus } };',
    'return { ...shape, message: error.message, data: { ...shape.data, code, fields, stack: error.cause?.stack } };',
  ),
  {
    ...sourceHole('kernel', 'a link brings the login along', kernel, 'login: null, link }', 'link }'),
    procedure: 'signing.confirmAddress',
  },
  {
    ...sourceHole(
      'kernel',
      'a signed-in person passes every door',
      kernel,
      "if (audience !== 'account' && (!actor.acting || !audience.includes(actor.acting.role)))",
      "if (audience !== 'account' && !actor.acting)",
    ),
    procedure: 'interventions.publish',
  },
  sourceHole(
    'wall',
    'scopes outlive their transaction',
    'packages/db/src/actor.ts',
    `set_config('app.scopes', scopes::text, true)`,
    `set_config('app.scopes', scopes::text, false)`,
  ),
  sourceHole(
    'wall',
    'a visitor brings the scopes of a member',
    'packages/db/src/actor.ts',
    `select set_config('app.scopes', '{public}', true)`,
    `select set_config('app.scopes', '{public,alliance}', true)`,
  ),
  sourceHole(
    'wall',
    'the account outlives its transaction',
    'packages/db/src/actor.ts',
    `set_config('app.account', coalesce(account::text, ''), true)`,
    `set_config('app.account', coalesce(account::text, ''), false)`,
  ),
  sourceHole(
    'wall',
    'a connection that failed is not rolled back',
    'packages/db/src/jobs.ts',
    `await client.query('rollback').catch(breaks);`,
    `await client.query('commit').catch(breaks);`,
  ),
  sourceHole(
    'wall',
    'questions may write',
    'packages/db/src/jobs.ts',
    'begin isolation level repeatable read read only',
    'begin isolation level repeatable read',
  ),
  sourceHole(
    'wall',
    'a powerful role may serve',
    'packages/db/src/actor.ts',
    'if (!role || role.name !== expected || role.powerful || role.owns || role.member) {',
    'if (!role) {',
  ),
  sourceHole(
    'host',
    'no check on where a change comes from',
    'apps/api/src/app.ts',
    'comesFromElsewhere(c, config.origin))',
    'comesFromElsewhere(c, config.origin) && false)',
  ),
  sourceHole(
    'host',
    'Sec-Fetch-Site is not looked at',
    'apps/api/src/app.ts',
    `if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;`,
    '',
  ),
  sourceHole(
    'host',
    'Origin is not looked at',
    'apps/api/src/app.ts',
    'return from !== undefined && from !== origin;',
    'return false;',
  ),
  sourceHole('host', 'a batch of any size', 'apps/api/src/app.ts', 'maxBatchSize: 10,', ''),
  sourceHole(
    'host',
    'a body of any size',
    'apps/api/src/app.ts',
    'const small = 100 * kilobytes;',
    'const small = 100_000 * kilobytes;',
  ),
  sourceHole(
    'host',
    'answers may be kept by others',
    'apps/api/src/headers.ts',
    `['cache-control', 'no-store'],`,
    `['cache-control', 'public, max-age=60'],`,
  ),
  {
    ...sourceHole(
      'kernel',
      'nobody is asked to prove anew who they are',
      kernel,
      'if (confirmed && !actor.confirmed)',
      'if (confirmed && actor.account === null)',
    ),
    procedure: 'personalData.erase',
  },
  sourceHole(
    'host',
    'strangers say where they come from',
    'apps/api/src/caller.ts',
    'if (!config.trustedProxies.includes(peer)) return peer;',
    '',
  ),
  sourceHole(
    'signing in',
    'the hash opens what the secret opens',
    'packages/core/src/accounts/service-login-sessions.ts',
    '/^[A-Za-z0-9_-]{43}$/.test(secret) ? hashSecret(secret) : null',
    '/^[A-Za-z0-9_-]{43,64}$/.test(secret) ? (secret.length === 64 ? secret : hashSecret(secret)) : null',
  ),
  sourceHole(
    'signing in',
    'a wrong password is right',
    'packages/core/src/accounts/service-signing.ts',
    'if (right && candidate)',
    'if (candidate)',
  ),
  sourceHole(
    'signing in',
    'no limit on attempts',
    'packages/core/src/accounts/service-steps.ts',
    'if (!byPerson || !byPlace) throw',
    'if (!byPerson && !byPlace) throw',
  ),
  {
    ...sourceHole(
      'version',
      'an old text opens the door that was closed since',
      versioning,
      'visibility: row.content.visibility };',
      '};',
    ),
    procedure: 'interventions.restore',
  },
  {
    ...sourceHole(
      'version',
      'who only takes part puts an earlier text back',
      versioning,
      'if (!of.canEdit(actor, row)) throw forbidden',
      'if (false as boolean) throw forbidden',
    ),
    procedure: 'interventions.restore',
  },
  {
    ...sourceHole(
      'version',
      'an earlier text of something else is compared',
      versioning,
      'sql`${idOf(of)} = ${id} and v.number = ${which.version}`',
      'sql`v.number = ${which.version}`',
    ),
    procedure: 'interventions.compareWorkingCopy',
  },
  {
    ...sourceHole(
      'version',
      'a text kept at a step of something else is compared',
      versioning,
      'where document_id = ${id} and id = ${step}',
      'where id = ${step}',
    ),
    procedure: 'interventions.compareWorkingCopy',
  },
  {
    ...sourceHole(
      'version',
      'a comparison tells what it points at by number',
      'packages/core/src/interventions/service-versions.ts',
      'ids.flatMap((id) => titles.get(id) ?? [])',
      'ids.flatMap((id) => titles.get(id) ?? id)',
    ),
    procedure: 'interventions.compareVersions',
  },
  {
    ...sourceHole(
      'review',
      'who reads the draft makes a remark',
      reviewing,
      'if (!of.canEdit(actor, row)) throw forbidden',
      'if (false as boolean) throw forbidden',
    ),
    procedure: 'interventions.remark',
  },
  {
    ...sourceHole(
      'review',
      'an answer goes to a remark on something else',
      reviewing,
      'where document_id = ${id} and id = ${remark}',
      'where id = ${remark} and ${id}::uuid is not null',
    ),
    procedure: 'interventions.answerRemark',
  },
  {
    ...sourceHole(
      'adoption',
      'a page is taken over by whoever reads the draft',
      'packages/core/src/adoptions/service.ts',
      "if (!canEdit(actor, copy)) throw forbidden('intervention.read_only');",
      '',
    ),
    procedure: 'adoptions.explain',
  },
  sourceHole(
    'wall',
    'who is on an errand writes',
    'packages/db/src/actor.ts',
    `if (errand !== undefined && mode !== 'read') throw new TypeError('an errand only reads');`,
    '',
  ),
  {
    ...sourceHole(
      'finding',
      'everybody downloads the whole list',
      'packages/core/src/finding/router.ts',
      `export: read('account', {`,
      `export: read('visitor', {`,
    ),
    procedure: 'finding.export',
  },
  sourceHole(
    'finding',
    'a question that is kept mails what was told before',
    'packages/core/src/finding/service-newer.ts',
    'Date.parse(at) > from',
    'from > 0',
  ),
];
