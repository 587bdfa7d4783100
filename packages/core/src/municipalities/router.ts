// Procedures of this room: names only.
import { Nothing, read, room } from '../kernel/index.ts';
import { GetMunicipality, MunicipalityDetail, MunicipalityList, RegionList } from './contract.ts';
import { AlikeMunicipalities } from './contract-alike.ts';
import { listAlike } from './service-alike.ts';
import { getMunicipality, listMunicipalities, listRegions } from './service.ts';

export const municipalitiesRouter = room({
  list: read('visitor')
    .input(Nothing)
    .output(MunicipalityList)
    .query(({ ctx }) => listMunicipalities(ctx.tx)),
  get: read('visitor')
    .input(GetMunicipality)
    .output(MunicipalityDetail)
    .query(({ ctx, input }) => getMunicipality(ctx.tx, input.slug)),
  alike: read('visitor')
    .input(GetMunicipality)
    .output(AlikeMunicipalities)
    .query(({ ctx, input }) => listAlike(ctx.tx, input.slug, ctx.settings.figures)),
  regions: read('visitor')
    .input(Nothing)
    .output(RegionList)
    .query(({ ctx }) => listRegions(ctx.tx)),
});
