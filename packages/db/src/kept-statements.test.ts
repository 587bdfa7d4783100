import { describe, expect, it } from 'vitest';
import { keptStatements } from './kept-statements.ts';

describe('a statement', () => {
  it('is kept from the second time it is asked, under one name', () => {
    const nameOf = keptStatements();
    expect(nameOf('select $1')).toBeUndefined();
    const name = nameOf('select $1');
    expect(name).toMatch(/^kept \d+$/);
    expect(nameOf('select $1')).toBe(name);
  });

  it('has a name of its own', () => {
    const nameOf = keptStatements();
    const [one, other] = ['select $1', 'select $2'].map((text) => [nameOf(text), nameOf(text)][1]);
    expect(one).not.toBe(other);
  });

  it('is not kept when enough are, and what is kept stays so', () => {
    const nameOf = keptStatements({ most: 1 });
    const name = [nameOf('select $1'), nameOf('select $1')][1];
    expect([1, 2, 3].map(() => nameOf('select $2'))).toEqual([undefined, undefined, undefined]);
    expect(nameOf('select $1')).toBe(name);
  });
});
