/** The promises every adapter keeps (design/search.md). Call it in a test file, once per adapter. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { AdapterUnderTest } from './adapter-under-test.ts';
import { languageConformance } from './language.ts';
import { listConformance } from './lists.ts';
import { visibilityConformance } from './visibility.ts';

export type { AdapterUnderTest, TestDocument } from './adapter-under-test.ts';

export function conformance(name: string, makeAdapter: () => Promise<AdapterUnderTest>): void {
  describe(`finding with ${name}`, () => {
    let adapter: AdapterUnderTest | null = null;
    const present = () => {
      if (!adapter) throw new Error('the adapter under test did not start');
      return adapter;
    };
    beforeAll(async () => {
      adapter = await makeAdapter();
    });
    afterAll(() => adapter?.close());
    languageConformance(present);
    listConformance(present);
    visibilityConformance(present);
  });
}
