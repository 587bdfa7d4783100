// `npm run db:generate -- NAME`: a migration from the tables of all rooms. Drizzle writes tables, ENABLE and policies;
// this adds FORCE and exactly the grants that the policies speak of, so that a rule and its grant cannot differ.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const migrations = join(here, 'migrations');
const sqlFiles = () => readdirSync(migrations).filter((file) => file.endsWith('.sql'));

const verbs: Record<string, string> = { ALL: 'select, insert, update, delete' };

/** FORCE for each new table and a grant for each new policy. */
export function rulesFor(migration: string): string {
  const force = [...migration.matchAll(/^CREATE TABLE "(\w+)"/gm)].map(
    ([, table]) => `ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY;`,
  );
  const grants = [
    ...migration.matchAll(/^CREATE POLICY "\w+" ON "(\w+)" AS PERMISSIVE FOR (\w+) TO ((?:"\w+"(?:, )?)+)/gm),
  ].map(
    ([, table, verb = '', roles]) => `GRANT ${verbs[verb] ?? verb.toLowerCase()} ON "${table}" TO ${roles};`,
  );
  return [...force, ...grants].map((statement) => `--> statement-breakpoint\n${statement}`).join('\n');
}

if (import.meta.main) {
  const before = new Set(sqlFiles());
  const name = process.argv[2] ?? 'change';
  const kit = join(here, '../../../node_modules/drizzle-kit/bin.cjs');
  const { status } = spawnSync(process.execPath, [kit, 'generate', '--name', name], {
    cwd: join(here, '..'),
    stdio: 'inherit',
  });
  for (const file of sqlFiles().filter((each) => !before.has(each))) {
    const path = join(migrations, file);
    appendFileSync(path, `\n${rulesFor(readFileSync(path, 'utf8'))}\n`);
  }
  process.exitCode = status ?? 1;
}
