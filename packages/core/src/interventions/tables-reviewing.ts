// What is said about a working copy and what happened to it: kernel/review-tables.ts says what and why.
import { remarksOf, stepsOf } from '../kernel/review-tables.ts';
import { intervention } from './tables.ts';

export const interventionRemark = remarksOf('intervention_remark', () => intervention.id);
export const interventionStep = stepsOf('intervention_step', () => intervention.id);
