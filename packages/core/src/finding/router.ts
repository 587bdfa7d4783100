// Procedures of this room: names only.
import { Nothing, read, room } from '../kernel/index.ts';
import { Concepts } from './contract-concepts.ts';
import { Find, Found, Suggest, Suggestions } from './contract.ts';
import * as p from './contract-page.ts';
import { GetRelated, Related } from './contract-related.ts';
import { findAll, findByKind, findValues } from './service-page.ts';
import { find, suggest } from './service.ts';
import { listConcepts } from './service-concepts.ts';
import { listRelated } from './service-related.ts';
import { findWider } from './service-wider.ts';

export const findingRouter = room({
  find: read('visitor')
    .input(Find)
    .output(Found)
    .query(({ ctx, input }) => find(ctx.search, ctx.tx, input)),
  suggest: read('visitor')
    .input(Suggest)
    .output(Suggestions)
    .query(({ ctx, input }) => suggest(ctx.search, ctx.tx, input.text)),
  concepts: read('visitor')
    .input(Nothing)
    .output(Concepts)
    .query(() => listConcepts()),
  related: read('visitor')
    .input(GetRelated)
    .output(Related)
    .query(({ ctx, input }) => listRelated(ctx.tx, input.handle)),
  grouped: read('visitor')
    .input(p.Question)
    .output(p.Grouped)
    .query(({ ctx, input }) => findByKind(ctx.search, ctx.tx, input)),
  values: read('visitor')
    .input(p.FindValues)
    .output(p.FoundValues)
    .query(({ ctx, input }) => findValues(ctx.search, ctx.tx, input)),
  wider: read('visitor')
    .input(p.Question)
    .output(p.Wider)
    .query(({ ctx, input }) => findWider(ctx.search, ctx.tx, input)),
  export: read('account', { sensitive: 'finding.exported' })
    .input(p.Question)
    .output(p.Exported)
    .query(({ ctx, input }) => findAll(ctx.search, ctx.tx, input)),
});
