// A procedure says for whom it is, or it does not exist: the type checker refuses it, and the router is asked once more.
import { router, type Audience } from '@kansenplein/core';
import { roles } from '@kansenplein/db';
import { describe, expect, it } from 'vitest';
import * as procedures from '../../packages/core/src/kernel/trpc.ts';

describe('a procedure', () => {
  it('without a declared audience does not compile', () => {
    // @ts-expect-error -- reading for nobody in particular: the audience is missing
    expect(() => procedures.read()).not.toThrow();
    // @ts-expect-error -- writing for nobody in particular: the audience is missing
    expect(() => procedures.write()).not.toThrow();
    // @ts-expect-error -- without a transaction, for nobody in particular: the audience is missing
    expect(() => procedures.outside()).not.toThrow();
    // @ts-expect-error -- a role that does not exist
    expect(() => procedures.read(['everybody'])).not.toThrow();
    // @ts-expect-error -- who needs scopes needs a transaction
    expect(() => procedures.outside(['editor'])).not.toThrow();
  });

  it('can be made in no other way: the builder without an audience does not leave the kernel', () => {
    expect(Object.keys(procedures).sort()).toEqual(['outside', 'outsideSignedIn', 'read', 'room', 'write']);
  });

  it('of the router declares everybody, a link, an account or roles that exist', () => {
    const all = Object.entries(
      router._def.procedures as unknown as Record<string, { _def: { meta?: { audience?: Audience } } }>,
    );
    expect(all.length).toBeGreaterThan(35);
    for (const [name, { _def }] of all) {
      const audience = _def.meta?.audience;
      const known =
        typeof audience === 'string'
          ? ['visitor', 'link', 'account'].includes(audience)
          : audience?.every((role) => roles.includes(role));
      expect({ name, known }).toEqual({ name, known: true });
    }
  });

  it('of the router says what it takes, also when that is nothing', () => {
    const all = Object.entries(
      router._def.procedures as unknown as Record<string, { _def: { inputs: readonly unknown[] } }>,
    );
    expect(all.filter(([, { _def }]) => _def.inputs.length === 0).map(([name]) => name)).toEqual([]);
  });
});
