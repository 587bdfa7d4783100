// Procedures of this room: names only.
import { read, room } from '../kernel/index.ts';
import { GetMunicipality, MunicipalityDetail, MunicipalityList, RegionList } from './contract.ts';
import { getMunicipality, listMunicipalities, listRegions } from './service.ts';

export const municipalitiesRouter = room({
  list: read('visitor')
    .output(MunicipalityList)
    .query(({ ctx }) => listMunicipalities(ctx.tx)),
  get: read('visitor')
    .input(GetMunicipality)
    .output(MunicipalityDetail)
    .query(({ ctx, input }) => getMunicipality(ctx.tx, input.slug)),
  regions: read('visitor')
    .output(RegionList)
    .query(({ ctx }) => listRegions(ctx.tx)),
});
