// An app that shows codes of six digits, written from RFC 6238 and not with the library that checks them.
import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of `periods` of thirty seconds from now. */
export function codeOf(key: string, periods = 0, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000) + periods));
  const mac = createHmac('sha1', bytesOf(key)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return ((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).toString().padStart(6, '0');
}

/** A code that is right at no moment near now. */
export const wrongCodeOf = (key: string): string => {
  const right = new Set([-2, -1, 0, 1, 2].map((periods) => codeOf(key, periods)));
  return ['000000', '000001', '000002', '000003', '000004', '000005'].find((code) => !right.has(code)) ?? '';
};

/**
 * The code of the period before this one, which leaves this one's and the next one's for later. Waits for the next
 * period when this one is nearly over, because by then it would be too old.
 */
export async function earlierCode(key: string): Promise<string> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 3_000) await new Promise((resolve) => setTimeout(resolve, left));
  return codeOf(key, -1);
}
