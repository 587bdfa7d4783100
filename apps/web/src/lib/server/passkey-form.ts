// The two halves of a passkey on the server: what the script asks for, and what it put into the form.
import { json } from '@sveltejs/kit';
import { errorSentence } from '../messages/errors.ts';
import { attempt } from './api.ts';

/** Answers the script: the options for the device, or a sentence. */
export async function answerScript<T>(
  kind: 'create' | 'get',
  asked: Promise<T>,
  options: (told: T) => unknown,
) {
  const { done, refused } = await attempt(asked);
  if (!refused) return json({ kind, options: options(done) });
  const { title, what } = errorSentence(refused.code, refused.status);
  return json({ sentence: `${title}. ${what}` }, { status: refused.status });
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What the device said, or null when the form came without it (no JavaScript) or with something else. */
function readAnswer(form: FormData): { id: string; response: Record<string, unknown> } | null {
  const text = String(form.get('antwoord') ?? '');
  if (text === '') return null;
  try {
    const { id, response } = record(JSON.parse(text));
    return { id: String(id), response: record(response) };
  } catch {
    return null;
  }
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The proof that somebody has the passkey. The device says more than is checked; only what is checked goes on. */
export function passkeyProof(form: FormData) {
  const answer = readAnswer(form);
  if (!answer) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response;
  return {
    id: answer.id,
    type: 'public-key' as const,
    response: {
      clientDataJSON: words(clientDataJSON),
      authenticatorData: words(authenticatorData),
      signature: words(signature),
      userHandle: words(userHandle) || null,
    },
  };
}

/** A passkey that was just made. */
export function newPasskey(form: FormData) {
  const answer = readAnswer(form);
  if (!answer) return null;
  const { clientDataJSON, attestationObject, transports } = answer.response;
  return {
    id: answer.id,
    type: 'public-key' as const,
    response: {
      clientDataJSON: words(clientDataJSON),
      attestationObject: words(attestationObject),
      transports: Array.isArray(transports) ? transports.map(words) : [],
    },
  };
}
