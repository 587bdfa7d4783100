// What only the wall may do, and the shapes that were tried and forbidden.
import { isTest, withoutComments, type SourceFile } from '../house.ts';
import type { Rule } from './rule.ts';

const ACTOR = 'packages/db/src/actor.ts';

/** Files whose code, comments left out, holds what it may not. */
const holding = (
  house: readonly SourceFile[],
  pattern: RegExp,
  isConcerned: (path: string) => boolean,
): string[] =>
  house
    .filter(({ path }) => isConcerned(path))
    .flatMap((file) => {
      const found = pattern.exec(withoutComments(file));
      return found ? [`${file.path} holds ${found[0].trim()}`] : [];
    });

const isOurs = (path: string): boolean => !isTest(path);

/** The commands of whoever runs the installation, and the loading of examples at the first start. */
const ownersWork =
  /^apps\/api\/src\/(owner-database|operator-[a-z-]+|person|backup|restore|audit-verify|demo\/load)\.ts$/;

export const wall: Rule[] = [
  {
    promise: 'Who is acting is told to the database in actor.ts and nowhere else, migrations included',
    find: (house) =>
      holding(
        house,
        /\bset_config\s*\(|\bset\s+(local|session)\s+["']?app\./i,
        (path) => isOurs(path) && path !== ACTOR,
      ),
    planted: [
      [
        'packages/core/src/news/service.ts',
        'await tx.execute(sql`select set_config(${key}, ${value}, true)`);',
      ],
      ['packages/db/src/migrations/0009_news.sql', `select set_config('app.scopes', '{public}', false);`],
      ['packages/db/src/engine/roles.ts', 'await client.query("set local app.scopes = x");'],
    ],
  },
  {
    promise: 'The environment is read in config.ts only',
    find: (house) =>
      holding(
        house,
        /\bprocess\s*(\.\s*env\b|\[\s*['"]env['"])|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]|from\s*['"]\$env\/|from\s*['"]\$app\/env/,
        (path) => !/(^|\/)config\.(ts|mjs)$/.test(path) && !path.startsWith('tests/architecture/rules/'),
      ),
    planted: [
      ['apps/api/src/app.ts', 'const port = process.env.PORT;'],
      ['apps/web/server.ts', "const { PORT } = process['env'];"],
      ['packages/db/src/actor.ts', "import { env } from 'node:process';"],
      ['apps/web/src/hooks.server.ts', "import { PORT } from '$env/static/private';"],
    ],
  },
  {
    promise: 'No query asks whether something is in a list selected from a walled table: EXISTS instead',
    find: (house) =>
      holding(
        house,
        /\bin\s*\(\s*select\b|\binArray\([^()]*,\s*\(?\s*(tx|db)\b/i,
        (path) => isOurs(path) && path.startsWith('packages/'),
      ),
    planted: [
      ['packages/core/src/news/service.ts', 'sql`item_id in (select id from item)`'],
      ['packages/core/src/news/service.ts', 'inArray(news.item, tx.select({ id: item.id }).from(item))'],
    ],
  },
  {
    promise:
      'The router is called through the local link, never through createCaller, which lets raw database text out',
    find: (house) => holding(house, /\bcreateCaller(Factory)?\b/, isOurs),
    planted: [['apps/web/src/lib/server/api.ts', 'const api = appRouter.createCaller(context);']],
  },
  {
    promise: 'The work calls nothing outside the database: no fetch in core',
    find: (house) =>
      holding(house, /(?<![.\w])fetch\s*\(/, (path) => isOurs(path) && path.startsWith('packages/core/')),
    planted: [['packages/core/src/news/service.ts', `await fetch('http://search/index');`]],
  },
  {
    promise: 'Nobody passes row security: no BYPASSRLS, no superuser, no table freed from FORCE',
    find: (house) =>
      holding(
        house,
        /(?<!no)\bbypassrls\b|\bcreate\s+role\b[^;]*(?<!no)\bsuperuser\b|\bno\s+force\s+row\b|\bdisable\s+row\s+level\b/i,
        (path) => isOurs(path) && path.endsWith('.sql'),
      ),
    planted: [
      ['packages/db/src/migrations/0009_x.sql', 'alter role wall bypassrls;'],
      ['packages/db/src/migrations/0009_x.sql', 'alter table news no force row level security;'],
      ['packages/db/src/migrations/0009_x.sql', 'alter table news disable row level security;'],
    ],
  },
  {
    promise:
      'Nobody becomes the wall but the owner, for commands and for loading examples: no room, no job, no page',
    find: (house) =>
      holding(
        house,
        /\b(asOwner|openOwner|asOperator|withOwner)\s*[(<]|\bset\s+(local\s+|session\s+)?role\b/i,
        (path) =>
          isOurs(path) &&
          path.endsWith('.ts') &&
          !path.startsWith('packages/db/src/') &&
          !path.startsWith('tests/') &&
          !ownersWork.test(path),
      ),
    planted: [
      ['packages/core/src/news/service.ts', 'await asOwner(url, (tx) => tx.execute(sql`select 1`));'],
      ['packages/core/src/news/service.ts', 'await tx.execute(sql`set local role wall`);'],
      ['apps/api/src/jobs.ts', 'const owner = openOwner(ownerUrl);'],
      ['apps/web/server.ts', 'await withOwner(config, (url) => migrate(url));'],
    ],
  },
  {
    promise: 'Only tests run a database that may lose what it was told',
    find: (house) =>
      holding(
        house,
        /\bthrowaway\b/,
        (path) => isOurs(path) && path !== 'packages/db/src/engine/start-engine.ts',
      ),
    planted: [['apps/api/src/main.ts', 'await startEngine({ dataDir, log, throwaway: true });']],
  },
];
