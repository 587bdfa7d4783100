// Passkeys (Web Authentication, level 3): what a browser is asked, and whether its answer is true. No row is touched here.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { z } from 'zod';
import type { AnswerPasskey, CreationOptions, PasskeyRequest, RegisterPasskey } from './contract-signing.ts';

/** How long the browser waits for the person; the step lives as long. */
export const passkeyMinutes = 5;
const timeout = passkeyMinutes * 60_000;

/** EdDSA, ES256 and RS256 (COSE): what devices of today have. */
const algorithms = [-8, -7, -257];

const hostOf = (origin: string) => new URL(origin).hostname;

/** A device that is known by its own name and asks for a finger, a face or a number: two factors in one. */
export async function creationOptions(
  origin: string,
  person: { address: string; name: string },
  known: readonly { id: string; transports: string[] }[],
): Promise<z.infer<typeof CreationOptions>> {
  const options = await generateRegistrationOptions({
    rpName: 'Kansenplein',
    rpID: hostOf(origin),
    userName: person.address,
    userDisplayName: person.name,
    timeout,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: [...known],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return {
    challenge: options.challenge,
    rp: { name: options.rp.name, id: hostOf(origin) },
    user: options.user,
    pubKeyCredParams: options.pubKeyCredParams,
    timeout,
    excludeCredentials: known.map(({ id, transports }) => ({ id, type: 'public-key', transports })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  };
}

export interface NewPasskey {
  readonly credentialId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string[];
  readonly backedUp: boolean;
}

type Registration = z.infer<typeof RegisterPasskey>['response'];
type Assertion = z.infer<typeof AnswerPasskey>['response'];

/** Null when the answer is not to this challenge, of another origin, without verification of the person, or damaged. */
export async function verifyCreation(
  origin: string,
  challenge: string,
  { id, type, response }: Registration,
): Promise<NewPasskey | null> {
  const verified = await verifyRegistrationResponse({
    response: {
      id,
      rawId: id,
      type,
      response: { ...response, transports: response.transports ?? [] },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: response.transports ?? [],
    backedUp: credentialBackedUp,
  };
}

/** No list of credentials: the device knows for whom it has one, and nobody learns who has an account. */
export async function requestOptions(origin: string): Promise<z.infer<typeof PasskeyRequest>['options']> {
  const { challenge } = await generateAuthenticationOptions({ rpID: hostOf(origin) });
  return { challenge, rpId: hostOf(origin), timeout, userVerification: 'required' };
}

/** Null when the signature, challenge, origin or verification of the person is not right. The counter is not judged. */
export async function verifyAssertion(
  origin: string,
  challenge: string,
  publicKey: string,
  { id, type, response }: Assertion,
): Promise<{ counter: number; backedUp: boolean } | null> {
  const { clientDataJSON, authenticatorData, signature } = response;
  const verified = await verifyAuthenticationResponse({
    response: {
      id,
      rawId: id,
      type,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    // The counter is compared where it is stored, in one statement, so that two at once cannot both pass.
    credential: { id, publicKey: Buffer.from(publicKey, 'base64url'), counter: 0 },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp };
}
