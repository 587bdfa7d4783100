import { conformance } from '/work/main/packages/search/src/conformance/index.ts';
import { postgresUnderTest } from '/work/main/tests/search/postgres-under-test.ts';
for (const v of (process.env['V'] ?? '15,18').split(',')) {
  const u = (user: string) => `postgres://${user}@/base?host=/tmp/search-pg/sock&port=54${v}`;
  conformance(`PostgreSQL ${v}`, () => postgresUnderTest({ ownerUrl: u('kp_owner'), appUrl: u('app') }));
}
