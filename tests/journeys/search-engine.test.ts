// A search engine beside the platform, over its whole way: published → found, withdrawn → gone before the answer comes,
// and a platform that works on when the engine does not. The engine is a stand-in written from the documentation.
import { createFollower, indexState } from '@kansenplein/core';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startJobs } from '../../apps/api/src/jobs.ts';
import { nextNight } from '../../apps/api/src/search-jobs.ts';
import { linesOfDifferences, linesOfState } from '../../apps/api/src/search-index.ts';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { startMeilisearchServer, type MeilisearchServer } from '../support/meilisearch-server.ts';
import type { Log } from '../support/platform.ts';
import { makeIntervention } from '../support/writing.ts';

let alliance: Alliance;
let server: MeilisearchServer;
let jobs: { stop(): Promise<void> };
const written: string[] = [];

beforeAll(async () => {
  server = await startMeilisearchServer();
  alliance = await makeAlliance({ meilisearch: server.settings });
  // Everything of it, also what is not meant to be read.
  const write = (...said: unknown[]) => void written.push(inspect(said, { depth: 20, showHidden: true }));
  const log = { error: write, warn: write, info: write, debug: write } as unknown as Log;
  jobs = startJobs(alliance, { ...alliance.config, mail: null, meilisearch: server.settings }, log);
  await settled();
});
afterAll(async () => {
  await jobs.stop();
  await alliance.close();
  await server.close();
});
beforeEach(() => {
  server.fate = () => 'served';
  server.stalled = false;
});

const follower = () => createFollower(server.settings);
/** At most twenty seconds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
/** Until the index holds everything. */
async function settled(): Promise<void> {
  await until(async () => {
    const state = await indexState(alliance.database, follower());
    return state?.ready === true && state.waiting === 0;
  });
}
const found = async (text: string) => {
  const page = await alliance.visitor('http').finding.find.query({ text });
  return {
    titles: page.hits.map(({ title }) => title.map((each) => each.text).join('')),
    total: page.total,
    degraded: page.degraded,
  };
};
const asked = () => server.requests.filter(({ what }) => what === 'POST /multi-search').length;

describe('a search engine beside the platform (on a stand-in; no real Meilisearch was tried)', () => {
  it('finds what was published a moment ago, and is what answers', async () => {
    await makeIntervention(alliance, { title: 'Zonnebloemen tellen', state: 'published' });
    await settled();
    const before = asked();
    expect(await found('zonnebloemen')).toEqual({
      titles: ['Zonnebloemen tellen'],
      total: 1,
      degraded: false,
    });
    expect(asked()).toBeGreaterThan(before);
    expect(await alliance.visitor('http').finding.suggest.query({ text: 'zonneb' })).toMatchObject({
      suggestions: expect.arrayContaining(['Zonnebloemen tellen']) as unknown,
    });
  });

  it('a withdrawal is answered when the engine no longer holds the page', async () => {
    const { id } = await makeIntervention(alliance, { title: 'Korenbloemen tellen', state: 'published' });
    await settled();
    const publisher = await alliance.as('publisher', 'http');
    await publisher.interventions.withdraw.mutate({ id, reason: 'Het project is gestopt.' });
    expect(server.held().some((stored) => stored['id'] === id)).toBe(false);
    expect(await found('korenbloemen')).toEqual({ titles: [], total: 0, degraded: false });
  });

  it('an engine that stands still holds a withdrawal up for two seconds at most, and shows nothing of it', async () => {
    const { id } = await makeIntervention(alliance, { title: 'Klaprozen tellen', state: 'published' });
    await settled();
    server.stalled = true;
    const publisher = await alliance.as('publisher');
    const began = Date.now();
    await publisher.interventions.withdraw.mutate({ id, reason: 'Het project is gestopt.' });
    const took = Date.now() - began;
    expect(took).toBeGreaterThanOrEqual(1_900);
    expect(took).toBeLessThan(6_000);
    expect(server.held().some((stored) => stored['id'] === id)).toBe(true);
    expect(await found('klaprozen')).toEqual({ titles: [], total: 0, degraded: false });
    server.stalled = false;
    await settled();
    expect(server.held().some((stored) => stored['id'] === id)).toBe(false);
  });

  it('the platform works on without it, and says so', async () => {
    server.fate = () => 'unavailable';
    expect(await found('zonnebloemen')).toEqual({
      titles: ['Zonnebloemen tellen'],
      total: 1,
      degraded: true,
    });
    await makeIntervention(alliance, { title: 'Madeliefjes tellen', state: 'published' });
    expect((await found('madeliefjes')).titles).toEqual(['Madeliefjes tellen']);
    server.fate = () => 'served';
    await settled();
    expect(server.held().some((stored) => stored['shownTitle'] === 'Madeliefjes tellen')).toBe(true);
  });

  it('readiness says how long the oldest change waits, in minutes', async () => {
    const health = async () => (await fetch(`${alliance.origin}/health`)).json();
    expect(await health()).toEqual({ status: 'ok', search: { waitingMinutes: 0 } });
  });

  it('no key and no token is in any answer, or in anything that was written down', async () => {
    server.fate = () => 'cut_before';
    await makeIntervention(alliance, { title: 'Boterbloemen tellen', state: 'published' });
    const answers: string[] = [];
    for (const path of ['/trpc/finding.find', '/trpc/finding.suggest', '/health']) {
      const input = path.startsWith('/trpc')
        ? `?input=${encodeURIComponent(JSON.stringify({ text: 'zon' }))}`
        : '';
      const response = await fetch(`${alliance.origin}${path}${input}`);
      answers.push(JSON.stringify([...response.headers]) + (await response.text()));
    }
    await until(() => written.some((line) => line.includes('job failed')));
    const credentials = [...new Set(server.requests.map(({ credential }) => credential))].filter(Boolean);
    expect(credentials.length).toBeGreaterThan(1);
    for (const each of [...credentials, server.settings.searchKey, server.settings.indexKey]) {
      expect(answers.join('\n')).not.toContain(each);
      expect(written.join('\n')).not.toContain(each);
    }
  });
});

describe('what is told about an index', () => {
  it('a comparison names what differs, and not without end', () => {
    const many = Array.from({ length: 30 }, (_, index) => `agenda-${index}`);
    const lines = linesOfDifferences({
      missing: many,
      different: [],
      superfluous: ['vreemd'],
      compared: 1234,
    });
    expect(lines[0]).toContain('1.234');
    expect(lines[1]).toMatch(/: 30: agenda-0, .*agenda-19, …$/);
    expect(lines[3]).toBe('Staat er te veel in: 1: vreemd');
    expect(linesOfDifferences({ missing: [], different: [], superfluous: [], compared: 1 }).at(-1)).toContain(
      'gelijk',
    );
    expect(linesOfState('items', null)[0]).toContain('volgt deze database nog niet');
  });

  it('a comparison comes every night at three', () => {
    expect(new Date(nextNight(new Date(2026, 10, 22, 2, 59)))).toEqual(new Date(2026, 10, 22, 3));
    expect(new Date(nextNight(new Date(2026, 10, 22, 3, 0)))).toEqual(new Date(2026, 10, 23, 3));
  });
});
