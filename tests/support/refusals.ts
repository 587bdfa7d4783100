// What a client is told when it is refused.
import { TRPCClientError } from '@trpc/client';

export interface Refused {
  readonly code: string;
  readonly httpStatus: number;
  readonly fields: readonly { readonly field: string; readonly code: string }[];
}

/** The refusal of a call that must not succeed. */
export async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof TRPCClientError && error.data) return error.data as Refused;
    throw error;
  }
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
}

export const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;
