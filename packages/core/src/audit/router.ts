// Procedures of this room: names only.
import { read, room } from '../kernel/index.ts';
import * as c from './contract.ts';
import { exportTrail, listTrail } from './service.ts';

export const auditRouter = room({
  list: read('account')
    .input(c.ListTrail)
    .output(c.TrailPage)
    .query(({ ctx, input }) => listTrail(ctx.tx, ctx.actor, input)),
  export: read('account', { sensitive: 'audit.exported' })
    .input(c.TrailFilter)
    .output(c.TrailExport)
    .query(({ ctx, input }) => exportTrail(ctx.tx, ctx.actor, input)),
});
