// A refusal as every answer of the API says it: a code in the envelope of tRPC, never a sentence and never a stack.

/** The body of a refusal that no procedure gave. */
export const refusal = (code: string, httpStatus: number) => ({
  error: { message: code, code: -32600, data: { code, fields: [], httpStatus } },
});
