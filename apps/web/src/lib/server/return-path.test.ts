import { describe, expect, it } from 'vitest';
import { safeReturn, withReturn } from './return-path.ts';

describe('where somebody goes after signing in', () => {
  it.each(['/mijn/agendas/1?x=1#doelen', '/', '/interventies'])('%s is a path of our own', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'https://elders.example',
    '//elders.example',
    '/\\elders.example',
    '/a\\b',
    '/a b',
    '/a\n',
    'javascript:alert(1)',
    `/${'x'.repeat(500)}`,
  ])('never to %j', (path) => {
    expect(safeReturn(path)).toBe('/mijn');
    expect(safeReturn(path, '/over')).toBe('/over');
  });

  it('is kept on the way, and left out where it says nothing', () => {
    expect(withReturn('/inloggen/code', '/mijn')).toBe('/inloggen/code');
    expect(withReturn('/inloggen/code', '/mijn?a=1')).toBe('/inloggen/code?terug=%2Fmijn%3Fa%3D1');
    expect(withReturn('/inloggen/code?met=herstelcode', '/over')).toBe(
      '/inloggen/code?met=herstelcode&terug=%2Fover',
    );
  });
});
