// The index of the house: one line per room.
import { accountsRouter, signingRouter } from './accounts/index.ts';
import { adoptionsRouter } from './adoptions/index.ts';
import { agendasRouter } from './agendas/index.ts';
import { auditRouter } from './audit/index.ts';
import { calendarRouter } from './calendar/index.ts';
import { communitiesRouter } from './communities/index.ts';
import { commitmentsRouter, consultationsRouter } from './commitments/index.ts';
import { findingRouter } from './finding/index.ts';
import { importsRouter } from './imports/index.ts';
import { interventionsRouter } from './interventions/index.ts';
import { room } from './kernel/index.ts';
import { knowledgeSessionsRouter } from './knowledge-sessions/index.ts';
import { leavingRouter } from './leaving/index.ts';
import { municipalitiesRouter } from './municipalities/index.ts';
import { notificationsRouter } from './notifications/index.ts';
import { organisationsRouter } from './organisations/index.ts';
import { papersRouter } from './papers/index.ts';
import { peopleRouter } from './people/index.ts';
import { personalDataRouter } from './personal-data/index.ts';
import { savedSearchesRouter } from './saved-searches/index.ts';

export const router = room({
  municipalities: municipalitiesRouter,
  organisations: organisationsRouter,
  accounts: accountsRouter,
  signing: signingRouter,
  audit: auditRouter,
  interventions: interventionsRouter,
  adoptions: adoptionsRouter,
  agendas: agendasRouter,
  knowledgeSessions: knowledgeSessionsRouter,
  papers: papersRouter,
  imports: importsRouter,
  calendar: calendarRouter,
  communities: communitiesRouter,
  notifications: notificationsRouter,
  people: peopleRouter,
  commitments: commitmentsRouter,
  consultations: consultationsRouter,
  finding: findingRouter,
  savedSearches: savedSearchesRouter,
  personalData: personalDataRouter,
  leaving: leavingRouter,
});

export type Router = typeof router;
