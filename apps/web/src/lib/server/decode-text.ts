// Bytes of an uploaded text as characters. UTF-8 where it is that; otherwise what Windows wrote for decades.

/** The text, or null when these bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
