import type { Client } from '#lib/server/api.ts';
import type { Me } from '#lib/wire.ts';

declare global {
  namespace App {
    interface Locals {
      /** Speaks for the person behind this request, and sees exactly what that person may see. */
      api: Client;
      me: Me;
    }
    interface Error {
      /** `<noun>.<problem>`; its sentence is in lib/messages. */
      code: string;
    }
  }
}

export {};
