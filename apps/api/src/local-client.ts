// A client of the procedures in this process: the same wall, the same errors as over HTTP.
import { router, type Router } from '@kansenplein/core';
import { createTRPCClient, localLink } from '@trpc/client';
import type { Logger } from 'pino';
import { contextFor, type Request, type Services } from './caller.ts';

export function localClientOf(services: Omit<Services, 'live'>, log: Logger) {
  return (request: Request) =>
    createTRPCClient<Router>({
      links: [
        localLink({
          router,
          createContext: async () => contextFor(services, request),
          onError: ({ error, path }) => {
            if (error.code === 'INTERNAL_SERVER_ERROR')
              log.error({ path, err: error.cause ?? error }, 'procedure failed');
          },
        }),
      ],
    });
}
