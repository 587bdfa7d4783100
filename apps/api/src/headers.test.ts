import { describe, expect, it } from 'vitest';
import { disarm, downloadHeaders, headersOfEveryAnswer } from './headers.ts';

describe('a file that somebody saves', () => {
  it.each([
    'x.svg',
    'x.html',
    'x.htm',
    'x.xhtml',
    'x.xml',
    'x.js',
    'x.mjs',
    'x.SVG',
    'x',
    'x.pdf.html',
    'x.csv\u0000.svg',
  ])('%j runs nothing: bytes without a type, as an attachment, in a sandbox', (name) => {
    const headers = downloadHeaders(name);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/);
  });

  it('keeps its own name, also with quotes, lines and letters of elsewhere', () => {
    const { 'content-disposition': disposition = '' } = downloadHeaders('é"n\r\nSet-Cookie: x.csv');
    expect(disposition).not.toMatch(/[\r\n]/);
    expect(disposition).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%C3%A9%22n%0D%0ASet-Cookie%3A%20x\.csv$/,
    );
    expect(downloadHeaders('logboek.csv')['content-type']).toBe('text/csv; charset=utf-8');
  });
});

describe('an answer of the API', () => {
  it.each([
    'text/html; charset=utf-8',
    ' Text/HTML',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/xml',
    'text/javascript',
    'application/x-javascript',
  ])('that would run as %j becomes a file that does not', (type) => {
    const headers = new Headers({ 'content-type': type });
    disarm(headers);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    'application/json',
    'text/plain; charset=utf-8',
    'image/png',
    'text/calendar',
    'application/atom+xml',
  ])('that is %s stays what it is', (type) => {
    const headers = new Headers({ 'content-type': type });
    disarm(headers);
    expect([...headers]).toEqual([['content-type', type]]);
  });
});

describe('every answer', () => {
  it('asks for https only where the installation has it', () => {
    const names = (origin: string) => headersOfEveryAnswer(origin).map(([name]) => name);
    expect(names('https://plein.example')).toContain('strict-transport-security');
    expect(names('http://localhost:3000')).not.toContain('strict-transport-security');
  });
});
