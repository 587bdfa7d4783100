import { expect, it } from 'vitest';
import { makeAlliance } from '../support/alliance.ts';
it('comes up', async () => {
  const t0 = Date.now();
  const a = await makeAlliance();
  console.log('up', Date.now() - t0);
  for (const door of ['local', 'http'] as const) {
    const e = await a.as('editor', door);
    console.log(JSON.stringify(await e.accounts.me.query()));
    const { id } = await e.interventions.create.mutate({ title: 'Proef' });
    console.log(JSON.stringify(await e.interventions.workingCopy.query({ id })));
    console.log(JSON.stringify(await (await a.as('memberless', door)).accounts.me.query()), a.internalErrors);
    console.log(JSON.stringify(await a.visitor(door).finding.find.query({})).slice(0, 600), a.internalErrors);
  }
  expect(a.internalErrors).toEqual([]);
  await a.close();
});
