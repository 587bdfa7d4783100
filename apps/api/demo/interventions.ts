// All demo interventions that do not come from the two agenda documents (brunssum.txt, midden-groningen.txt).
import { flevoland } from './interventions/flevoland.ts';
import { fryslanDrenthe } from './interventions/fryslan-drenthe.ts';
import { groningen } from './interventions/groningen.ts';
import { limburg } from './interventions/limburg.ts';
import { noordBrabant } from './interventions/noord-brabant.ts';
import { overijsselGelderland } from './interventions/overijssel-gelderland.ts';
import { parkstad } from './interventions/parkstad.ts';
import { trekkers } from './interventions/trekkers.ts';
import { utrechtNoordHolland } from './interventions/utrecht-noord-holland.ts';
import { zuidHollandZeeland } from './interventions/zuid-holland-zeeland.ts';
import type { DemoIntervention } from './types.ts';

export const interventions: DemoIntervention[] = [
  ...trekkers,
  ...parkstad,
  ...limburg,
  ...groningen,
  ...fryslanDrenthe,
  ...overijsselGelderland,
  ...flevoland,
  ...utrechtNoordHolland,
  ...zuidHollandZeeland,
  ...noordBrabant,
];
