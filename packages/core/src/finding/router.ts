// Procedures of this room: names only.
import { Nothing, read, room } from '../kernel/index.ts';
import { Concepts } from './contract-concepts.ts';
import { Find, Found, Suggest, Suggestions } from './contract.ts';
import { GetRelated, Related } from './contract-related.ts';
import { find, suggest } from './service.ts';
import { listConcepts } from './service-concepts.ts';
import { listRelated } from './service-related.ts';

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
});
