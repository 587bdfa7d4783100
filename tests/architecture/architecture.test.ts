// The house as architecture.md draws it. Every rule is held against the house, and against violations planted for it.
import { describe, expect, it } from 'vitest';
import { parse, readHouse } from './house.ts';
import { floors } from './rules/floors.ts';
import { kindsOfFile } from './rules/kinds-of-file.ts';
import { names } from './rules/names.ts';
import { rooms } from './rules/rooms.ts';
import { tests } from './rules/tests.ts';
import { wall } from './rules/wall.ts';

const house = readHouse();

describe.each([...floors, ...rooms, ...kindsOfFile, ...wall, ...names, ...tests])(
  '$promise',
  ({ find, planted }) => {
    it('holds', () => {
      expect(find(house)).toEqual([]);
    });

    it.each(planted)('would be noticed if broken in %s', (path, text) => {
      expect(find([parse(path, text)])).not.toEqual([]);
    });
  },
);

it('is measured on the whole house', () => {
  const packages = [
    'apps/api/',
    'apps/web/',
    'packages/core/',
    'packages/db/',
    'packages/search/',
    'packages/documents/',
  ];
  for (const start of packages) expect(house.some(({ path }) => path.startsWith(start))).toBe(true);
});
