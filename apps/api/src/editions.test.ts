import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Editions } from './editions.ts';

const nothing = { ifNoneMatch: undefined, ifModifiedSince: undefined };
let editions: Editions;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-03-11T10:00:00.400Z') });
  editions = new Editions();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edition of a feed', () => {
  it('is not sent to who names it, whatever date goes along', () => {
    const { headers, isKnown } = editions.of('atom', 'one', nothing);
    expect(isKnown).toBe(false);
    const since = { ifModifiedSince: 'Thu, 11 Mar 2027 09:00:00 GMT' };
    for (const ifNoneMatch of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*'])
      expect(editions.of('atom', 'one', { ...since, ifNoneMatch }).isKnown).toBe(true);
    const later = { ifModifiedSince: 'Thu, 11 Mar 2027 11:00:00 GMT' };
    expect(editions.of('atom', 'one', { ...later, ifNoneMatch: '"other"' }).isKnown).toBe(false);
  });

  it('is not sent to who has it by its date, and is when it changed within the same second', () => {
    const { headers } = editions.of('atom', 'one', nothing);
    const known = { ifNoneMatch: undefined, ifModifiedSince: headers['last-modified'] };
    expect(editions.of('atom', 'one', known).isKnown).toBe(true);
    expect(editions.of('atom', 'two', known).isKnown).toBe(false);
    // Something was taken out: what is left is older, and the feed is new all the same.
    expect(editions.of('atom', 'one', known).isKnown).toBe(false);
  });

  it('of one feed says nothing about another, and a date that is none is no condition', () => {
    const { headers } = editions.of('atom', 'one', nothing);
    vi.advanceTimersByTime(5000);
    const known = { ifNoneMatch: undefined, ifModifiedSince: headers['last-modified'] };
    expect(editions.of('ics', 'one', known).isKnown).toBe(false);
    expect(editions.of('atom', 'one', { ...known, ifModifiedSince: 'yesterday' }).isKnown).toBe(false);
  });
});
