import { describe, expect, it } from 'vitest';
import { readFigures } from './figures.ts';

const sources = `# Open cijfers, CC BY 4.0
# inwoners: 2025; CBS, Regionale kerncijfers (70072ned)
# stedelijkheid: 2024; CBS, Gebieden in Nederland
# achterstandsscore: 2023; CBS, Achterstandsscores gemeenten
`;
const header = 'code;inwoners;stedelijkheid;achterstandsscore\n';

describe('a file with figures', () => {
  it('is read with year and origin; an empty cell is unknown', () => {
    const { found, problems } = readFigures(
      `\uFEFF${sources}${header}gm0899;27000;2;412,5\r\ngm1952;60000;;\n\n`,
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(found.of)).toEqual({
      gm0899: { inhabitants: 27_000, urbanity: 2, disadvantage: 412.5 },
      gm1952: { inhabitants: 60_000, urbanity: null, disadvantage: null },
    });
    expect(found.sources.inhabitants).toEqual({ year: 2025, from: 'CBS, Regionale kerncijfers (70072ned)' });
  });

  it.each([
    ['gm9999;1;1;1', "regel 6: 'gm9999' is geen gemeente van nu"],
    ['gm0899;1;1;1\ngm0899;1;1;1', 'regel 7: gm0899 staat er twee keer'],
    ['gm0899;1;1', 'regel 6: 4 kolommen, niet 3'],
    ['gm0899;27.5;;', 'regel 6: inwoners is een heel getal van 1 tot 2000000, of leeg'],
    ['gm0899;;6;', 'regel 6: stedelijkheid is 1 (zeer sterk stedelijk) tot 5 (niet stedelijk), of leeg'],
    ['gm0899;;;-1', 'regel 6: achterstandsscore is een getal van 0 of meer, of leeg'],
    ['gm0899;1e5;;', 'regel 6: inwoners is een heel getal van 1 tot 2000000, of leeg'],
  ])('with %j in it is refused as a whole, with the line', (row, problem) => {
    const { found, problems } = readFigures(sources + header + row);
    expect(problems).toContain(problem);
    expect(found.of.size).toBe(0);
  });

  it('must say where a figure comes from, and begin with its header', () => {
    expect(readFigures(`${header}gm0899;27000;;`).problems).toEqual([
      "bovenaan ontbreekt '# inwoners: JAAR; BRON'",
    ]);
    expect(readFigures('gm0899;27000;;').problems).toEqual([
      "regel 1: hier hoort 'code;inwoners;stedelijkheid;achterstandsscore' te staan",
    ]);
  });

  it('says no more than twenty things at once', () => {
    const rows = Array.from({ length: 5000 }, () => 'gm0000;x;x;x').join('\n');
    expect(readFigures(sources + header + rows).problems).toHaveLength(20);
  });
});
