// Closed as tightly on https as a browser can, and never a way to elsewhere.
import { describe, expect, it } from 'vitest';
import { nameOf, optionsOf, readFrom, written } from './waiting-cookie.ts';

const secret = 'a'.repeat(43);

describe('what waits in the browser', () => {
  it('is for this host only, over https only, and out of reach of scripts', () => {
    expect(nameOf('stap', true)).toBe('__Host-kansenplein-stap');
    expect(nameOf('link', false)).toBe('kansenplein-link');
    expect(optionsOf(true)).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
  });

  it.each([undefined, '', 'te-kort~/mijn', `${'a'.repeat(44)}~/mijn`, `${'<'.repeat(43)}~/mijn`])(
    'is nothing when it is no secret: %j',
    (value) => expect(readFrom(value)).toBeNull(),
  );

  it('leads nowhere but to a path of our own, whoever wrote it', () => {
    expect(readFrom(written(secret, '/zoeken?q=a~b'))).toEqual({ secret, back: '/zoeken?q=a~b' });
    for (const elsewhere of ['https://elders.example/', '//elders.example', '', '/\\elders.example'])
      expect(readFrom(written(secret, elsewhere))).toEqual({ secret, back: '/mijn' });
  });
});
