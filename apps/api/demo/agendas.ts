// All demo agendas that do not come from the two agenda documents (brunssum.txt, midden-groningen.txt).
import { amersfoort } from './agendas/amersfoort.ts';
import { emmen } from './agendas/emmen.ts';
import { heerlen } from './agendas/heerlen.ts';
import { leeuwarden } from './agendas/leeuwarden.ts';
import { tilburg } from './agendas/tilburg.ts';
import type { DemoAgenda } from './types.ts';

export const agendas: DemoAgenda[] = [heerlen, tilburg, emmen, leeuwarden, amersfoort];
