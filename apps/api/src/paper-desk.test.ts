import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Bounds, DeskBusy, PaperDesk, type Wish } from './paper-desk.ts';

/** A desk whose papers are done when the test says so. */
function deskOf(bounds: Partial<Bounds>) {
  const working: (() => void)[] = [];
  let most = 0;
  let begun = 0;
  const desk = new PaperDesk(bounds, () => {
    begun += 1;
    return new Promise((resolve) => {
      working.push(() => resolve(new Uint8Array(10)));
      most = Math.max(most, working.length);
    });
  });
  const finish = async () => {
    await after(1);
    working.shift()?.();
    await after(1);
  };
  return { desk, finish, working: () => working.length, most: () => most, begun: () => begun };
}

const wish = (title: string, asker: string, more: Partial<Wish> = {}): Wish => ({
  paper: { kind: 'intervention', paper: { title } as never },
  format: 'pdf',
  asker,
  keep: false,
  gone: new AbortController().signal,
  ...more,
});

describe('The desk where papers are written', () => {
  it('writes no more than a few at once, the rest in the order in which they came', async () => {
    const { desk, finish, working, most } = deskOf({ atOnce: 2, waiting: 10, perAsker: 10 });
    const done: number[] = [];
    const all = Array.from({ length: 6 }, (_, at) =>
      desk.write(wish(String(at), 'a')).then(() => done.push(at)),
    );
    await after(1);
    expect(working()).toBe(2);
    for (let count = 0; count < 6; count += 1) await finish();
    await Promise.all(all);
    expect([most(), done]).toEqual([2, [0, 1, 2, 3, 4, 5]]);
  });

  it('refuses who has too many places, and everybody when the line is full; others go on', async () => {
    const { desk, finish } = deskOf({ atOnce: 1, waiting: 2, perAsker: 2 });
    const first = [desk.write(wish('1', 'greedy')), desk.write(wish('2', 'greedy'))];
    await expect(desk.write(wish('3', 'greedy'))).rejects.toBeInstanceOf(DeskBusy);
    const other = desk.write(wish('4', 'modest'));
    await expect(desk.write(wish('5', 'third'))).rejects.toBeInstanceOf(DeskBusy);
    for (let count = 0; count < 3; count += 1) await finish();
    expect(await Promise.all([...first, other])).toHaveLength(3);
    const again = desk.write(wish('6', 'greedy'));
    await finish();
    expect(await again).toHaveLength(10);
  });

  it('lets nobody wait for ever, and gives the place of who went away to the next', async () => {
    const { desk, finish, begun } = deskOf({ atOnce: 1, waiting: 5, perAsker: 5, waitMilliseconds: 30 });
    const first = desk.write(wish('1', 'a'));
    const gone = new AbortController();
    const left = desk.write(wish('2', 'b', { gone: gone.signal }));
    gone.abort();
    await expect(left).rejects.toBeInstanceOf(DeskBusy);
    await expect(desk.write(wish('3', 'c'))).rejects.toBeInstanceOf(DeskBusy);
    await finish();
    await first;
    expect(begun()).toBe(1);
  });

  it('hands out what lies ready to who was told the same words; a draft never lies ready', async () => {
    const { desk, finish, begun } = deskOf({ atOnce: 2 });
    const published = wish('published', 'a', { keep: true });
    const writing = desk.write(published);
    const draft = desk.write(wish('draft', 'a'));
    await finish();
    await finish();
    await Promise.all([writing, draft]);
    expect(desk.find(published)).toHaveLength(10);
    expect(desk.find({ ...published, format: 'docx' })).toBeNull();
    expect(desk.find(wish('published!', 'a'))).toBeNull();
    expect(desk.find(wish('draft', 'a'))).toBeNull();
    expect(begun()).toBe(2);
  });

  it('keeps no more than it may, the longest unused goes first', async () => {
    const { desk, finish } = deskOf({ keptBytes: 40 });
    for (const title of ['1', '2', '3', '4']) {
      const writing = desk.write(wish(title, 'a', { keep: true }));
      await finish();
      await writing;
    }
    desk.find(wish('1', 'a'));
    const writing = desk.write(wish('5', 'a', { keep: true }));
    await finish();
    await writing;
    expect(['1', '2', '5'].map((title) => desk.find(wish(title, 'a')) !== null)).toEqual([true, false, true]);
  });

  it('goes on after a paper that failed', async () => {
    let fails = true;
    const desk = new PaperDesk({ atOnce: 1 }, async () => {
      if (fails) throw new Error('no process');
      return new Uint8Array(1);
    });
    await expect(desk.write(wish('1', 'a'))).rejects.toThrow('no process');
    fails = false;
    expect(await desk.write(wish('1', 'a'))).toHaveLength(1);
  });
});
