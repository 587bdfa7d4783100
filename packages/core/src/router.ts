// The index of the house: one line per room.
import { accountsRouter } from './accounts/index.ts';
import { agendasRouter } from './agendas/index.ts';
import { auditRouter } from './audit/index.ts';
import { findingRouter } from './finding/index.ts';
import { importsRouter } from './imports/index.ts';
import { interventionsRouter } from './interventions/index.ts';
import { room } from './kernel/index.ts';
import { municipalitiesRouter } from './municipalities/index.ts';

export const router = room({
  municipalities: municipalitiesRouter,
  accounts: accountsRouter,
  audit: auditRouter,
  interventions: interventionsRouter,
  agendas: agendasRouter,
  imports: importsRouter,
  finding: findingRouter,
});

export type Router = typeof router;
