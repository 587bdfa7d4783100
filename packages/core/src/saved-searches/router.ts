// Procedures of this room: names only.
import { Nothing, read, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { changeSearch, listSavedSearches, removeSearch, saveSearch } from './service.ts';

export const savedSearchesRouter = room({
  list: read('account')
    .input(Nothing)
    .output(c.SavedSearches)
    .query(({ ctx }) => listSavedSearches(ctx.tx)),
  save: write('account')
    .input(c.SaveSearch)
    .output(c.Saved)
    .mutation(({ ctx, input }) => saveSearch(ctx.tx, ctx.actor, input)),
  change: write('account')
    .input(c.ChangeSearch)
    .output(c.Done)
    .mutation(({ ctx, input }) => changeSearch(ctx.tx, ctx.actor, input)),
  remove: write('account')
    .input(c.TheSearch)
    .output(c.Done)
    .mutation(({ ctx, input }) => removeSearch(ctx.tx, ctx.actor, input.id)),
});
