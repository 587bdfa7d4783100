// Which organisations and schools a published version names.
import { partiesOf } from '../organisations/index.ts';

export const agendaParty = partiesOf('agenda');
