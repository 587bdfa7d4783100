// Holes in calendars: whose sessions an address opens, what a feed for everybody holds, whom a mail names.
import { functionHole } from './function-holes.ts';
import type { DatabaseHole, SourceHole } from './hole.ts';
import { sourceHole } from './source-lines.ts';

const derives = (name: string, signature: string, from: string, to: string, table: string) =>
  functionHole('calendar', name, signature, [from, to], table);

const link = 'wall.sessions_of_calendar_link()';

export const calendarFunctionHoles: readonly DatabaseHole[] = [
  derives(
    'an address opens the sessions of everybody',
    link,
    'r.account_id = person.account and',
    'person.account is not null and',
    'session_registration',
  ),
  derives(
    'an address opens what one waits for too',
    link,
    `s.part = '' and s.state = 'seated'`,
    `s.part = ''`,
    'session_seat',
  ),
  derives(
    'an address opens what is for members to who is none any more',
    link,
    'm.account_id = person.account and m.ended_at is null',
    'm.account_id = person.account',
    'membership',
  ),
  derives(
    'any link opens the calendar of somebody',
    'wall.followed_account()',
    'c.secret_hash = any(array(',
    'c.secret_hash is not null or c.secret_hash = any(array(',
    'calendar_address',
  ),
  derives(
    'who has a place is taken out of the calendar by a mail about something else',
    'wall.calendar_turn(uuid, boolean)',
    "(not has_place or page.state = 'cancelled')",
    '(not is_news)',
    'session_registration',
  ),
];

const service = 'packages/core/src/calendar/service.ts';
const files = 'packages/core/src/calendar-files/';

export const calendarSourceHoles: readonly SourceHole[] = [
  sourceHole(
    'calendar',
    'the feeds for everybody hold what the reader may see',
    service,
    "and(arrayContains(version.visibleTo, ['public']), more)",
    'more',
  ),
  sourceHole(
    'calendar',
    'who is signed in asks for the feeds of everybody',
    'apps/api/src/feeds.ts',
    'clientOf({ ...requestOf(c), secret: null })',
    'clientOf(requestOf(c))',
  ),
  sourceHole(
    'calendar',
    'an address that was made before goes on',
    'packages/core/src/calendar/service-address.ts',
    '  await tx.delete(calendarAddress);\n',
    '',
  ),
  sourceHole(
    'calendar',
    'what is typed ends a line of a calendar',
    `${files}content-lines.ts`,
    ".replaceAll('\\n', '\\\\n')",
    '',
    "control.test(head) || control.test(value.replaceAll('\\t', ''))",
    'control.test(head)',
  ),
  sourceHole(
    'calendar',
    'the number of a calendar does not rise',
    'packages/core/src/knowledge-sessions/service-calendar.ts',
    'event: { ...eventOf(turn, origin), sequence }',
    'event: eventOf(turn, origin)',
    'const { method, sequence, recipient,',
    'const { method, recipient,',
  ),
];
