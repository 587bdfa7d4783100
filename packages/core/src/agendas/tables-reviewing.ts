// What is said about a working copy and what happened to it: kernel/review-tables.ts says what and why.
import { remarksOf, stepsOf } from '../kernel/review-tables.ts';
import { agenda } from './tables.ts';

export const agendaRemark = remarksOf('agenda_remark', () => agenda.id);
export const agendaStep = stepsOf('agenda_step', () => agenda.id);
