// Knowledge sessions: what municipalities and the alliance learn from each other on a day, who comes, and what came of it.
export { type OwnRegistration, SessionCard, type SessionPage } from './contract.ts';
export { clockAt, instantOf } from './dutch-time.ts';
export { knowledgeSessionsRouter } from './router.ts';
export { getSessionPage, listOwnSessions } from './service.ts';
export { holdDemoSession } from './service-demo.ts';
export { listSessionCards } from './service-cards.ts';
export { settleNextSession, tellNextRegistration } from './service-telling.ts';
export { knowledgeSession, knowledgeSessionVersion } from './tables.ts';
export { sessionRegistration, sessionSeat } from './tables-registering.ts';
export { entryOf, eventOf, placeOf, type SessionRow } from './calendar-events.ts';
export { timeZone } from './vocabulary.ts';
