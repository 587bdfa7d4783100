// How load data would travel to a browser. What is only rendered here travels as nothing.
import type { Transport } from '@sveltejs/kit/hooks';
import { OnServer } from '#lib/on-server.ts';

export const transport: Transport = {
  OnServer: { encode: (value) => value instanceof OnServer && 1, decode: () => new OnServer(null) },
};
