import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveDataDir } from './data-dir.ts';
import { isRoot, namedUser } from './testing.ts';

const place = mkdtempSync(join(tmpdir(), 'data-dir-'));
chmodSync(place, 0o755);
afterAll(() => rmSync(place, { recursive: true, force: true }));

function makeClone(name: string, mode: number): string {
  const clone = join(place, name, 'clone');
  mkdirSync(clone, { recursive: true });
  chmodSync(join(place, name), mode);
  return clone;
}

describe('the place of the data', () => {
  it('is the folder of choice when there is one', () => {
    expect(resolveDataDir(place, { KANSENPLEIN_DATA_DIR: '/srv/data' })).toBe('/srv/data');
  });

  it('is inside the clone where that can be used', () => {
    const clone = makeClone('open', 0o755);
    expect(resolveDataDir(clone, {})).toBe(join(clone, '.kansenplein'));
  });

  it.runIf(isRoot)(
    'is outside a clone that others cannot enter, the same each time and another per clone',
    () => {
      const clone = makeClone('closed', 0o700);
      const other = makeClone('closed-too', 0o700);
      expect(resolveDataDir(clone, {})).toMatch(/^\/var\/lib\/kansenplein\/[0-9a-f]{12}$/);
      expect(resolveDataDir(clone, {})).toBe(resolveDataDir(clone, {}));
      expect(resolveDataDir(clone, {})).not.toBe(resolveDataDir(other, {}));
    },
  );

  it('is the own data folder when an ordinary user cannot write in the clone', () => {
    const clone = makeClone('read-only', 0o755);
    chmodSync(clone, 0o555);
    expect(asOrdinaryUser(clone)).toMatch(/^\/home\/someone\/data\/kansenplein\/[0-9a-f]{12}$/);
  });

  it('stays inside a clone that only its owner can enter, when that owner runs PostgreSQL', () => {
    const clone = makeClone('private', 0o700);
    if (isRoot) for (const folder of [clone, dirname(clone)]) chownSync(folder, namedUser.uid, namedUser.gid);
    expect(asOrdinaryUser(clone)).toBe(join(clone, '.kansenplein'));
  });
});

/** The answer for a user who is not root, whoever runs the tests. */
function asOrdinaryUser(clone: string): string {
  const environment = { XDG_DATA_HOME: '/home/someone/data' };
  if (!isRoot) return resolveDataDir(clone, environment);
  const script = `import { resolveDataDir } from ${JSON.stringify(new URL('./data-dir.ts', import.meta.url).href)};
    process.stdout.write(resolveDataDir(${JSON.stringify(clone)}, ${JSON.stringify(environment)}));`;
  const options = { ...namedUser, cwd: '/', encoding: 'utf8' as const };
  return execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], options);
}
