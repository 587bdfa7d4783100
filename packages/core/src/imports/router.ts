// Procedures of this room: names only.
import { editors, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { getImport, listImports, makeDrafts, startImport } from './service.ts';

export const importsRouter = room({
  start: write(editors)
    .input(c.StartImport)
    .output(c.Started)
    .mutation(({ ctx, input }) => startImport(ctx.tx, ctx.actor, input)),
  get: read(editors, { sensitive: 'import.source_read' })
    .input(c.GetImport)
    .output(c.ImportView)
    .query(({ ctx, input }) => getImport(ctx.tx, input.id)),
  list: read(editors)
    .output(c.Imports)
    .query(({ ctx }) => listImports(ctx.tx)),
  makeDrafts: write(editors)
    .input(c.MakeDrafts)
    .output(c.MadeDrafts)
    .mutation(({ ctx, input }) => makeDrafts(ctx.tx, ctx.actor, input.id)),
});
