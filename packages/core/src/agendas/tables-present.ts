// Who has an agenda open now: kernel/presence-tables.ts says what and why.
import { presenceOf } from '../kernel/presence-tables.ts';
import { agenda } from './tables.ts';

export const agendaPresence = presenceOf('agenda_presence', () => agenda.id);
