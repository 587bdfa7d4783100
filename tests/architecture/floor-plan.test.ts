// What stands where: the root, the packages, the parts of the tests, the decision records, the pins.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house.ts';

const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name);

interface Manifest {
  name: string;
  scripts?: Record<string, string>;
  exports?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifests = [
  '.',
  'tests',
  ...['apps', 'packages'].flatMap((top) => foldersIn(top).map((name) => `${top}/${name}`)),
].map((folder) => ({
  folder,
  ...(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest),
}));

describe('the root of the repository', () => {
  const FILES = [
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'package-lock.json',
    'package.json',
    'publiccode.yml',
    'tsconfig.base.json',
    'turbo.json',
  ];

  it('holds nothing but what the floor plan names', () => {
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    expect(found.toSorted()).toEqual([...FILES, 'apps', 'packages', 'tests'].toSorted());
  });
});

describe('the floors', () => {
  it('are the ones of the plan', () => {
    expect(foldersIn('apps').toSorted()).toEqual(['api', 'web']);
    expect(foldersIn('packages').toSorted()).toEqual(['core', 'db', 'documents', 'search', 'toolchain']);
  });

  it('have tests of the kinds that the plan names', () => {
    const PARTS = [
      'architecture',
      'browser',
      'faults',
      'holes',
      'isolation',
      'journeys',
      'load',
      'search',
      'support',
    ];
    expect(foldersIn('tests').filter((name) => !PARTS.includes(name))).toEqual([]);
  });

  it('are named after their folder, and entered by the door they declare', () => {
    for (const { folder, name, exports } of manifests) {
      if (folder === '.') continue;
      expect(name).toBe(`@kansenplein/${folder.split('/').at(-1)}`);
      const doors = Object.values(exports ?? {}).map((door) => join(folder, door));
      expect(doors.filter((door) => !existsSync(join(root, door)))).toEqual([]);
    }
  });
});

describe('what we depend on', () => {
  it('is pinned to exactly one version', () => {
    const loose = manifests.flatMap(({ folder, dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${folder}: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });

  it('is the same version in every package', () => {
    const versions = new Map<string, Set<string>>();
    for (const { dependencies, devDependencies } of manifests) {
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('never changes the database by push: migrations are generated and kept', () => {
    const scripts = manifests.flatMap(({ scripts = {} }) => Object.values(scripts));
    expect(scripts.filter((script) => /drizzle-kit push/.test(script))).toEqual([]);
  });

  it('is fetched from wherever the machine fetches: the lock file names no address', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
  });
});

describe('decision records', () => {
  const records = manifests.flatMap(({ folder }) => {
    const path = join(root, folder, 'decisions');
    return existsSync(path)
      ? readdirSync(path).map((name) => ({ folder, name, path: join(path, name) }))
      : [];
  });

  it('stand beside their subject, numbered, each number once', () => {
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter(({ name }) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
    const numbers = records.map(({ folder, name }) => `${folder}/${name.slice(0, 4)}`);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('are dated and say context, decision and consequences', () => {
    for (const { path } of records) {
      const text = readFileSync(path, 'utf8');
      expect(text, path).toMatch(/\b20\d\d-\d\d-\d\d\b/);
      for (const heading of ['Context', 'Decision', 'Consequences']) expect(text, path).toContain(heading);
    }
  });
});
