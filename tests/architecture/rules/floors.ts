// Who may import whom, between packages.
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { isTest, packageOf, reaches, root, type Import, type SourceFile } from '../house.ts';
import type { Rule } from './rule.ts';

const WEB_DOORS = new Set([
  'apps/web/server.ts',
  'apps/web/src/hooks.server.ts',
  'apps/web/src/lib/server/api.ts',
]);

/** The host puts the house together, so it knows the wall (to open it) as well as the work. */
const MAY_REACH: Readonly<Record<string, readonly string[]>> = {
  'apps/web': [],
  'apps/api': ['packages/core', 'packages/db'],
  'packages/core': ['packages/db', 'packages/search', 'packages/documents'],
  'packages/db': [],
  'packages/search': [],
  'packages/documents': [],
  'packages/toolchain': [],
};

/** The dialect of long texts: pure, and the same for what is kept, what is shown and what is typed. */
const OPEN_TO_PAGES = '@kansenplein/documents/markdown';

function mayReach(file: SourceFile, each: Import, target: string): boolean {
  const from = packageOf(file.path);
  if (from === target || from === 'tests') return true;
  if (from === 'apps/web' && target === 'apps/api') return WEB_DOORS.has(file.path);
  if (from === 'apps/web' && target === 'packages/core') return each.typeOnly;
  if (from === 'apps/web' && each.specifier === OPEN_TO_PAGES) return true;
  return MAY_REACH[from]?.includes(target) ?? false;
}

const imports = (
  house: readonly SourceFile[],
  isWrong: (file: SourceFile, each: Import) => boolean,
): string[] =>
  house.flatMap((file) =>
    file.imports
      .filter((each) => isWrong(file, each))
      .map((each) => `${file.path} imports ${each.specifier}`),
  );

const DATABASE_DRIVERS =
  /^(pg|pg-pool|pg-native|pg-cursor|postgres|drizzle-orm\/(node-postgres|pglite|postgres-js))(\/|$)/;

const declared = new Map<string, ReadonlySet<string>>();

/** What a package says it needs; tests and types come from the root and the toolchain. */
function dependenciesOf(name: string): ReadonlySet<string> {
  const known = declared.get(name);
  if (known) return known;
  const read = (folder: string): string[] => {
    const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
    const found = JSON.parse(text) as Partial<
      Record<'dependencies' | 'devDependencies', Record<string, string>>
    >;
    return Object.keys({ ...found.dependencies, ...found.devDependencies });
  };
  const all = new Set([...read(name), ...read('.'), 'vitest']);
  declared.set(name, all);
  return all;
}

/** Whether the package's own exports name what is asked for. */
function hasDoor(target: string, specifier: string): boolean {
  const text = readFileSync(join(root, target, 'package.json'), 'utf8');
  const { exports: doors = {} } = JSON.parse(text) as { exports?: Record<string, string> };
  return ['.', ...specifier.split('/').slice(2)].join('/') in doors;
}

const nameOfPackage = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

export const floors: Rule[] = [
  {
    promise:
      'A package imports only what stands below it: web through its doors from api (and the dialect of long texts from documents), api from core, core from db, search and documents',
    find: (house) =>
      imports(house, (file, each) => {
        const target = reaches(each);
        return target !== null && !mayReach(file, each, target);
      }),
    planted: [
      ['apps/web/src/routes/+page.server.ts', `import { app } from '@kansenplein/api';`],
      [
        'apps/web/src/lib/ui/Card.svelte',
        `<script lang="ts">import { router } from '@kansenplein/core';</script>`,
      ],
      ['apps/web/src/lib/server/api.ts', `import { openDatabase } from '@kansenplein/db';`],
      ['apps/web/src/lib/markdown.ts', `import { readAgenda } from '@kansenplein/documents';`],
      ['apps/api/src/app.ts', `const web = await import('@kansenplein/web');`],
      ['apps/api/src/app.ts', `import { search } from '@kansenplein/search';`],
      ['packages/db/src/actor.ts', `import type { Actor } from '@kansenplein/core';`],
      ['packages/search/src/port.ts', `export * from '@kansenplein/db';`],
      ['packages/documents/src/index.ts', `import '../../core/src/index.ts';`],
      ['packages/core/src/index.ts', `import { world } from '@kansenplein/tests';`],
      ['packages/core/src/index.ts', `let x: import('@kansenplein/api').App;`],
    ],
  },
  {
    promise: 'A package is entered by a door it declares, never by a path into it',
    find: (house) =>
      imports(house, (file, each) => {
        const from = packageOf(file.path);
        const target = reaches(each);
        const deep = each.file === null && target !== null && !hasDoor(target, each.specifier);
        const climbing = each.file !== null && packageOf(each.file) !== from;
        return from !== 'tests' && from !== 'packages/toolchain' && (deep || climbing);
      }),
    planted: [
      ['apps/api/src/app.ts', `import { x } from '@kansenplein/core/src/router.ts';`],
      ['packages/core/src/router.ts', `import { x } from '../../db/src/index.ts';`],
    ],
  },
  {
    promise: 'Only db talks to PostgreSQL; tests may',
    find: (house) =>
      imports(
        house,
        (file, each) =>
          packageOf(file.path) !== 'packages/db' &&
          !isTest(file.path) &&
          !(each.typeOnly && packageOf(file.path) === 'packages/search') &&
          DATABASE_DRIVERS.test(each.specifier),
      ),
    planted: [
      ['packages/core/src/accounts/service.ts', `import pg from 'pg';`],
      ['apps/api/src/app.ts', `import { drizzle } from 'drizzle-orm/node-postgres';`],
    ],
  },
  {
    promise: 'The connection pool does not leave db',
    find: (house) =>
      house
        .filter((file) => file.path === 'packages/db/src/index.ts')
        .filter(
          (file) =>
            /\b\w*pool\w*\b/i.test(file.code.replace(/\/\/.*$/gm, '')) || /export \* from/.test(file.code),
        )
        .map((file) => `${file.path} exports the pool, or everything of a file`),
    planted: [
      ['packages/db/src/index.ts', `export { pool } from './actor.ts';`],
      ['packages/db/src/index.ts', `export * from './actor.ts';`],
    ],
  },
  {
    promise:
      'Pages know no SQL, the host knows nothing of tables, and the work knows no HTTP and no mail server',
    find: (house) =>
      imports(house, (file, each) => {
        if (isTest(file.path)) return false;
        const from = packageOf(file.path);
        if (from === 'apps/web' || from === 'apps/api') return /^drizzle-(orm|kit)/.test(each.specifier);
        const outside = /^(hono|@hono\/|nodemailer|meilisearch|node:(http|https|http2|net|tls|dgram)$)/;
        return from === 'packages/core' && outside.test(each.specifier);
      }),
    planted: [
      ['apps/web/src/routes/+page.server.ts', `import { sql } from 'drizzle-orm';`],
      ['apps/api/src/app.ts', `import { eq } from 'drizzle-orm';`],
      ['packages/core/src/news/service.ts', `import { request } from 'node:https';`],
      ['packages/core/src/kernel/mail.ts', `import nodemailer from 'nodemailer';`],
    ],
  },
  {
    promise: 'What a package imports it declares in its own package.json',
    find: (house) =>
      imports(house, (file, each) => {
        const { specifier } = each;
        if (each.file !== null || isBuiltin(specifier) || /^[#$]/.test(specifier)) return false;
        return !dependenciesOf(packageOf(file.path)).has(nameOfPackage(specifier));
      }),
    planted: [['packages/search/src/port.ts', `import lodash from 'lodash';`]],
  },
];
