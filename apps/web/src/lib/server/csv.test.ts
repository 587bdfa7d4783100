import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table for a spreadsheet', () => {
  it('has semicolons, CRLF and a byte order mark', () => {
    expect(
      csvOf([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toBe('\ufeffa;b\r\n1;2\r\n');
  });

  it('keeps quotes, semicolons and lines inside their cell', () => {
    expect(csvOf([['zij zei "ja"; en\nging', 'b']])).toBe('\ufeff"zij zei ""ja""; en\nging";b\r\n');
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =cmd', '＝1+1'])(
    'makes %j text instead of a formula',
    (cell) => {
      expect(csvOf([[cell]])).toBe(`\ufeff"'${cell}"\r\n`);
    },
  );

  it('leaves what only holds such a sign as it is', () => {
    expect(csvOf([['a=b', '10-2']])).toBe('\ufeffa=b;10-2\r\n');
  });
});
