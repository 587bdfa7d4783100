// Procedures of this room: names only.
import { Done, Nothing, read, readers, room, write } from '../kernel/index.ts';
import * as c from './contract.ts';
import { getOwnProfile, saveProfile } from './service-own.ts';
import { getPerson, listPeople } from './service.ts';

/** Whoever acts for a municipality, a partner or the alliance; an operator looks after the installation only. */
const members = [...readers, 'partner', 'coordinator'] as const;

export const peopleRouter = room({
  list: read(members)
    .input(c.ListPeople)
    .output(c.PeopleList)
    .query(({ ctx, input }) => listPeople(ctx.tx, input)),
  get: read(members)
    .input(c.GetPerson)
    .output(c.PersonPage)
    .query(({ ctx, input }) => getPerson(ctx.tx, ctx.actor, input.handle)),
  mine: read(members)
    .input(Nothing)
    .output(c.OwnProfile)
    .query(({ ctx }) => getOwnProfile(ctx.tx, ctx.actor)),
  save: write(members)
    .input(c.SaveProfile)
    .output(Done)
    .mutation(({ ctx, input }) => saveProfile(ctx.tx, ctx.actor, input)),
});
