// What is expected of every look at a page, whoever looked.
import { expect } from 'vitest';
import type { Seen } from './looking.ts';

/** Of a page that is read. */
const MOST_SCRIPT = 45_000;
/** Of a page on which one writes: the editor for long texts comes along. */
const MOST_TO_WRITE = 150_000;
const written = new Set([
  '/mijn/interventies/[id]',
  '/mijn/agendas/[id]',
  '/mijn/deelnames/[id]',
  '/communities/nieuw',
  '/communities/[slug]/instellingen',
  '/communities/[slug]/gesprekken/nieuw',
]);

export function expectLittle(name: string, { complaints, elsewhere, script, inline }: Seen): void {
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(script).toBeLessThanOrEqual(written.has(name) ? MOST_TO_WRITE : MOST_SCRIPT);
  expect(inline, 'scripts in the page itself').toBe(0);
}

export function expectWays({ ways }: Seen): void {
  if (ways === null) throw new Error('nobody looked for the ways through this page');
  expect(ways.language).toBe('nl');
  expect(ways.title).toMatch(/ – Kansenplein$|^Over Kansenplein$|^Kansenplein – /);
  expect(ways.headings).toBe(1);
  expect(ways.mains).toBe(1);
  expect(ways.saysDemo).toBe(true);
  expect(ways.passed[0]?.tag).toContain('Naar de inhoud');
  expect(ways.passed.length).toBeGreaterThan(8);
  expect(ways.passed.filter(({ shown }) => !shown)).toEqual([]);
  expect(ways.wide).toEqual([]);
  expect(ways.tooSmall).toEqual([]);
}
