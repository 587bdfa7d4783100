// Knowledge sessions: what municipalities and the alliance learn from each other on a day, who comes, and what came of it.
export { SessionCard } from './contract.ts';
export { knowledgeSession, knowledgeSessionVersion } from './tables.ts';
export { sessionRegistration, sessionSeat } from './tables-registering.ts';
export { entryOf, eventOf, placeOf, type SessionRow } from './calendar-events.ts';
