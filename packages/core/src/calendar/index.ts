// Calendars of knowledge sessions: a month on a page, files and feeds for programs, and a secret address of one's own.
export { calendarRouter } from './router.ts';
export { calendarAddress } from './tables.ts';
