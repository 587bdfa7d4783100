// Files that other programs read: any event with a beginning and an end becomes a calendar that Outlook, Google and Apple
// understand, what is new becomes an Atom feed.
export { atomFeed, type AtomEntry } from './atom-feed.ts';
export {
  type CalendarEvent,
  type CalendarPerson,
  calendarFeed,
  calendarFile,
  invitationFile,
} from './calendar-file.ts';
