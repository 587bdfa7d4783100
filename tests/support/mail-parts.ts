// A mail taken apart: its parts as a mail program finds them (RFC 2045, 2046).

export interface MailPart {
  /** Value of Content-Type, on one line. */
  readonly type: string;
  /** Value of Content-Disposition; empty when there is none. */
  readonly disposition: string;
  readonly content: string;
  /** The parts it is part of, from the outside in, such as `multipart/mixed`. */
  readonly within: readonly string[];
}

/** Quoted-printable: soft line ends and bytes of UTF-8. */
export const fromQuotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** A header on one line; empty when there is none. A long one may begin on the line after its name. */
export const headerIn = (head: string, name: string) =>
  (new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? '')
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();

function decoded(head: string, body: string): string {
  const encoding = headerIn(head, 'Content-Transfer-Encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable'
    ? fromQuotedPrintable(body)
    : Buffer.from(body, 'latin1').toString('utf8');
}

/** `raw`: the whole mail, one character a byte (latin1). */
export function partsOf(raw: string, within: readonly string[] = []): MailPart[] {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const type = headerIn(head, 'Content-Type');
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined)
    return [
      { type, disposition: headerIn(head, 'Content-Disposition'), content: decoded(head, body), within },
    ];
  const kind = type.split(';')[0] ?? '';
  return `\r\n${body}`
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.replace(/^\r\n/, ''), [...within, kind]));
}
