// Lines of iCalendar (RFC 5545, 3.1). Every line of every file is made here, so that what somebody typed can never end a
// line, begin a component or become a parameter.

/** Octets of a line without its end, the space that continues it included. */
const mostOctets = 75;

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** What is no character is marked as lost; of the control characters only tab and one kind of line end stay. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(lineEnds, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');

/** A value of type TEXT (3.3.11). */
export const textValue = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** The value of a parameter, always in quotes (3.2): there are no escapes in one, and no quotes. */
export const quoted = (text: string): string => `"${plain(text).replace(/\s+/g, ' ').replaceAll('"', "'")}"`;

/**
 * Some programs look for BEGIN: and END: before they put folded lines together. A line may be folded anywhere, so
 * what somebody typed is folded there: who reads by the rules sees nothing of it.
 */
const looksLikeComponent = /(?<=(?:BEGIN|END):)(?=[A-Z])/;

/** Folds at 75 octets; a character of several octets stays whole. */
function fold(head: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  const next = () => {
    lines.push(line);
    line = '';
    octets = 1;
  };
  for (const [at, part] of [head, ...value.split(looksLikeComponent)].entries()) {
    if (at > 1) next();
    for (const character of part) {
      const size = Buffer.byteLength(character);
      if (octets + size > mostOctets) next();
      line += character;
      octets += size;
    }
  }
  return [...lines, line].join('\r\n ');
}

/** What stands between two line ends; made by `line` and `component` only. */
declare const made: unique symbol;
export type Line = string & { readonly [made]: true };

const nameOfLine = /^[A-Z][A-Z-]*$/;
const control = /\p{Cc}/u;

/**
 * `NAME;PARAMETER=value:value`. The value is of its own type already: a text through `textValue`, anything else without
 * control characters, or it throws.
 */
export function line(name: string, value: string, parameters: Readonly<Record<string, string>> = {}): Line {
  const head = [name, ...Object.entries(parameters).map(([key, each]) => `${key}=${each}`)].join(';');
  if (!nameOfLine.test(name) || control.test(head) || control.test(value.replaceAll('\t', '')))
    throw new TypeError(`no line of a calendar file: ${name}`);
  return fold(`${head}:`, value) as Line;
}

export const component = (name: string, lines: readonly Line[]): Line =>
  [`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n') as Line;

/** A whole file: every line ends, the last one too. */
export const file = (lines: readonly Line[]): string => `${component('VCALENDAR', lines)}\r\n`;
