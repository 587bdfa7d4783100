// How long a file of a kind may be, and that it says what it is.
import type { SourceFile } from '../house.ts';
import { kindOf, placeInCore } from './rooms.ts';
import type { Rule } from './rule.ts';

const CEILINGS: Readonly<Record<string, number>> = {
  index: 25,
  tables: 150,
  contract: 150,
  permissions: 120,
  service: 250,
  router: 120,
};
const PAGE_SERVER = 120;
const SVELTE = 200;

function ceilingOf({ path }: SourceFile): number | null {
  if (/\/\+(page|layout)(\.server)?\.ts$/.test(path)) return PAGE_SERVER;
  if (path.endsWith('.svelte')) return SVELTE;
  const place = placeInCore(path);
  // The kernel is no noun: its index collects, and its files are named after what they hold.
  if (place === null || place.room === 'kernel') return null;
  return CEILINGS[kindOf(place.name)] ?? null;
}

const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

const SAYS_WHAT_IT_IS = new Set(['index', 'tables', 'contract', 'permissions', 'service']);

const CORE = 'packages/core/src/';
const lines = (count: number): string => 'x;\n'.repeat(count);

export const kindsOfFile: Rule[] = [
  {
    promise: 'No file grows past the ceiling of its kind',
    find: (house) =>
      house.flatMap((file) => {
        const ceiling = ceilingOf(file);
        const found = linesOf(file);
        return ceiling !== null && found > ceiling
          ? [`${file.path} has ${found} lines, the ceiling is ${ceiling}`]
          : [];
      }),
    planted: [
      [`${CORE}news/index.ts`, lines(26)],
      [`${CORE}news/tables.ts`, lines(151)],
      [`${CORE}news/contract.ts`, lines(151)],
      [`${CORE}news/permissions.ts`, lines(121)],
      [`${CORE}news/service-publishing.ts`, lines(251)],
      [`${CORE}news/router.ts`, lines(121)],
      ['apps/web/src/routes/(open)/nieuws/+page.server.ts', lines(121)],
      ['apps/web/src/lib/ui/Card.svelte', lines(201)],
    ],
  },
  {
    promise: 'Index, tables, contract, permissions and service begin by saying in a comment what they are',
    find: (house) =>
      house.flatMap((file) => {
        const place = placeInCore(file.path);
        if (place === null || !SAYS_WHAT_IT_IS.has(kindOf(place.name))) return [];
        return /^\s*(\/\/|\/\*)/.test(file.text) ? [] : [`${file.path} begins without a header`];
      }),
    planted: [[`${CORE}news/service.ts`, `import { x } from './tables.ts';`]],
  },
];
