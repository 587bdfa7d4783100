// The rooms of core: which stands above which, and what each kind of file in a room may know.
import type { Import, SourceFile } from '../house.ts';
import { withoutComments } from '../house.ts';
import type { Rule } from './rule.ts';

/** Downhill is to the left. A new room gets its place here and in the design at the same time. */
const ORDER = [
  'calendar-files',
  'municipalities',
  'organisations',
  'accounts',
  'audit',
  'files',
  'interventions',
  'adoptions',
  'agendas',
  'papers',
  'imports',
  'indicators',
  'evaluations',
  'best-practices',
  'people',
  'communities',
  'knowledge-sessions',
  'calendar',
  'bodies',
  'commitments',
  'social-map',
  'news',
  'notifications',
  'finding',
  'saved-searches',
  'retention',
  'personal-data',
  'leaving',
];

const CORE = 'packages/core/src/';

interface Place {
  room: string;
  name: string;
}

export function placeInCore(path: string): Place | null {
  if (!path.startsWith(CORE)) return null;
  const [room, ...rest] = path.slice(CORE.length).split('/');
  return room === undefined || rest.length === 0 ? null : { room, name: rest.join('/') };
}

type Kind = 'index' | 'tables' | 'contract' | 'permissions' | 'service' | 'router' | 'test' | 'other';

export function kindOf(name: string): Kind {
  if (/\.test\.ts$/.test(name)) return 'test';
  if (/^service(-[\w-]+)?\.ts$/.test(name)) return 'service';
  const stem = name.replace(/\.ts$/, '');
  const kinds: readonly string[] = ['index', 'tables', 'contract', 'permissions', 'router'];
  return kinds.includes(stem) ? (stem as Kind) : 'other';
}

/** In a room: router → service → permissions, tables, contract. What a kind may not import from its own room. */
const MAY_NOT_KNOW: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  tables: ['permissions', 'service', 'router', 'index'],
  contract: ['tables', 'permissions', 'service', 'router', 'index'],
  permissions: ['tables', 'service', 'router', 'index'],
  service: ['router', 'index'],
  router: ['tables', 'permissions', 'index'],
  other: ['router', 'index'],
};

const ofRoom = (
  house: readonly SourceFile[],
  isWrong: (from: Place, each: Import, to: Place | null) => boolean,
): string[] =>
  house.flatMap((file) => {
    const from = placeInCore(file.path);
    if (from === null || kindOf(from.name) === 'test') return [];
    return file.imports
      .filter((each) => isWrong(from, each, each.file === null ? null : placeInCore(each.file)))
      .map((each) => `${file.path} imports ${each.specifier}`);
  });

export const rooms: Rule[] = [
  {
    promise: 'Every room has its place in the order, and its door',
    find: (house) => {
      const found = new Map<string, string[]>();
      for (const { path } of house) {
        const place = placeInCore(path);
        if (place) found.set(place.room, [...(found.get(place.room) ?? []), place.name]);
      }
      return [...found].flatMap(([room, names]) => [
        ...(room === 'kernel' || ORDER.includes(room) ? [] : [`${room} has no place in the order of rooms`]),
        ...(names.includes('index.ts') ? [] : [`${room} has no index.ts`]),
      ]);
    },
    planted: [
      [`${CORE}shop/index.ts`, '// A shop.'],
      [`${CORE}news/service.ts`, '// Without a door.'],
    ],
  },
  {
    promise: 'A room enters another only through its door, and only downhill',
    find: (house) =>
      ofRoom(house, (from, _each, to) => {
        if (to === null || to.room === from.room || to.room === 'kernel') return false;
        return (
          to.name !== 'index.ts' ||
          from.room === 'kernel' ||
          ORDER.indexOf(to.room) >= ORDER.indexOf(from.room)
        );
      }),
    planted: [
      [`${CORE}agendas/service.ts`, `import { x } from '../interventions/service.ts';`],
      [`${CORE}interventions/service.ts`, `import { x } from '../agendas/index.ts';`],
      [`${CORE}accounts/contract.ts`, `import type { X } from '../finding/index.ts';`],
      [`${CORE}kernel/events.ts`, `import { x } from '../audit/index.ts';`],
    ],
  },
  {
    promise: 'No room enters the house from above: the router of all rooms is only for the host',
    find: (house) =>
      house.flatMap((file) =>
        placeInCore(file.path) === null
          ? []
          : file.imports
              .filter((each) => each.file === `${CORE}router.ts` || each.file === `${CORE}index.ts`)
              .map((each) => `${file.path} imports ${each.specifier}`),
      ),
    planted: [[`${CORE}finding/service.ts`, `import { router } from '../router.ts';`]],
  },
  {
    promise:
      'In a room router knows service, service knows permissions, tables and contract, and never the other way',
    find: (house) =>
      ofRoom(house, (from, _each, to) => {
        if (to === null || to.room !== from.room) return false;
        return MAY_NOT_KNOW[kindOf(from.name)]?.includes(kindOf(to.name)) ?? false;
      }),
    planted: [
      [`${CORE}news/service.ts`, `import { newsRouter } from './router.ts';`],
      [`${CORE}news/router.ts`, `import { news } from './tables.ts';`],
      [`${CORE}news/tables.ts`, `import { publish } from './service-publishing.ts';`],
      [`${CORE}news/contract.ts`, `import { news } from './tables.ts';`],
      [`${CORE}news/permissions.ts`, `import { getNews } from './service.ts';`],
    ],
  },
  {
    promise: 'Permissions are pure and a contract is Zod only: neither loads the database',
    find: (house) =>
      ofRoom(house, (from, each) => {
        const kind = kindOf(from.name);
        if (kind !== 'permissions' && kind !== 'contract') return false;
        return !each.typeOnly && each.file === null && !(kind === 'contract' && each.specifier === 'zod');
      }),
    planted: [
      [`${CORE}news/permissions.ts`, `import { asActor } from '@kansenplein/db';`],
      [`${CORE}news/contract.ts`, `import { sql } from 'drizzle-orm';`],
    ],
  },
  {
    promise: 'A router holds nothing but names: it knows neither the database nor SQL',
    find: (house) =>
      ofRoom(
        house,
        (from, each) =>
          kindOf(from.name) === 'router' &&
          !each.typeOnly &&
          /^(drizzle-orm|@kansenplein\/)/.test(each.specifier),
      ),
    planted: [[`${CORE}news/router.ts`, `import { sql } from 'drizzle-orm';`]],
  },
  {
    promise: 'Permissions are sentences that begin with can or is',
    find: (house) =>
      house.flatMap((file) => {
        const place = placeInCore(file.path);
        if (place === null || kindOf(place.name) !== 'permissions') return [];
        const names = [...withoutComments(file).matchAll(/^export (?:const|function) (\w+)/gm)].map(
          (match) => match[1],
        );
        return names
          .filter((name) => !/^(can|is)[A-Z]/.test(name ?? ''))
          .map((name) => `${file.path} exports ${name}`);
      }),
    planted: [[`${CORE}news/permissions.ts`, `export const publishable = () => true;`]],
  },
  {
    promise: 'Every room with procedures is one line in the router of all rooms',
    find: (house) => {
      const all = house.find(({ path }) => path === `${CORE}router.ts`);
      return house.flatMap(({ path }) => {
        const place = placeInCore(path);
        if (place === null || place.name !== 'router.ts') return [];
        const isThere = all?.imports.some((each) => each.file === `${CORE}${place.room}/index.ts`) ?? false;
        return isThere ? [] : [`${place.room} is missing in ${CORE}router.ts`];
      });
    },
    planted: [[`${CORE}news/router.ts`, `export const newsRouter = router({});`]],
  },
];
