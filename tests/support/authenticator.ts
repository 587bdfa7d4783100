// A passkey in software: what a device answers to Web Authentication, written from its specification (level 3, 6.1 and
// 6.5) and not with the library that verifies it. It also answers wrongly, when asked to.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** What a device would not do, or what another site would. */
export interface Wrongly {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Nobody was asked for a finger, a face or a number. */
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  /** Signs with another key. */
  readonly forged?: boolean;
}

const base64url = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

// CBOR (RFC 8949), as much of it as a key and an attestation need.
const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};
const int = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

export interface Authenticator {
  readonly credentialId: string;
  create(options: { challenge: string }, wrongly?: Wrongly): ReturnType<typeof created>;
  get(options: { challenge: string }, wrongly?: Wrongly): ReturnType<typeof asserted>;
}

const created = (id: string, clientDataJSON: string, attestationObject: string) => ({
  id,
  type: 'public-key' as const,
  response: { clientDataJSON, attestationObject, transports: ['internal', 'hybrid'] },
});
const asserted = (id: string, clientDataJSON: string, authenticatorData: string, signature: string) => ({
  id,
  type: 'public-key' as const,
  response: { clientDataJSON, authenticatorData, signature },
});

/** One device with one passkey of `origin`, counting how often it was used (`counts` false: it says zero). */
export function makeAuthenticator(origin: string, { counts = true } = {}): Authenticator {
  const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { publicKey, privateKey } = newKeys();
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credential = randomBytes(20);
  const id = base64url(credential);
  let used = 0;

  const cose = map([
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), bytes(Buffer.from(x, 'base64url'))],
    [int(-3), bytes(Buffer.from(y, 'base64url'))],
  ]);
  const clientData = (type: string, challenge: string, wrongly: Wrongly) =>
    Buffer.from(
      JSON.stringify({
        type: wrongly.type ?? type,
        challenge: wrongly.challenge ?? challenge,
        origin: wrongly.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (wrongly: Wrongly, more: Buffer | null) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrongly.counter ?? (counts ? (used += 1) : 0));
    // User present, user verified, and whether data of the credential follow.
    const flags = 0x01 | (wrongly.unverified ? 0 : 0x04) | (more ? 0x40 : 0);
    const host = wrongly.rpId ?? new URL(origin).hostname;
    return Buffer.concat([sha256(host), Buffer.from([flags]), counter, more ?? Buffer.alloc(0)]);
  };

  return {
    credentialId: id,
    create({ challenge }, wrongly = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const data = authenticatorData(wrongly, Buffer.concat([Buffer.alloc(16), length, credential, cose]));
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      return created(
        id,
        base64url(clientData('webauthn.create', challenge, wrongly)),
        base64url(attestation),
      );
    },
    get({ challenge }, wrongly = {}) {
      const json = clientData('webauthn.get', challenge, wrongly);
      const data = authenticatorData(wrongly, null);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(json)]))
        .sign(wrongly.forged ? newKeys().privateKey : privateKey);
      return asserted(id, base64url(json), base64url(data), base64url(signature));
    },
  };
}
