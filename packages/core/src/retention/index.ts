// How long everything is kept, and the job that keeps to it.
export { retentionPeriods, type Forgettable, type RetentionPeriod } from './periods.ts';
export { forgetWhatIsOver } from './service.ts';
