// Inputs that break a contract, made from the contract itself: each place in a valid input is filled with each of the
// things that have broken servers before; random ones fill up to the number asked for.
import fc from 'fast-check';
import { z } from 'zod';

/** The part of JSON Schema that contracts use. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
}

const schemaOf = (contract: z.ZodType): Schema =>
  z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Shapes that contracts ask for; the first that fits is taken. */
const shapes = [
  'Een tekst',
  'a1b2c3',
  'gm0899',
  '16OR',
  'abcdefghjk',
  'brunssum',
  'A'.repeat(43),
  '1.1',
  '123456',
  'een@voorbeeld.example',
  '2024-05-01',
  '2024-05-01T10:00:00.000Z',
  'https://voorbeeld.example/',
  'a'.repeat(64),
];

const formats: Readonly<Record<string, string>> = {
  uuid: '7b1c1f8e-5c57-4b5c-9a55-0f6f1f6f1f6f',
  email: 'een@voorbeeld.example',
  date: '2024-05-01',
  'date-time': '2024-05-01T10:00:00.000Z',
  uri: 'https://voorbeeld.example/',
};

function textFor({ pattern, format, minLength = 0, maxLength }: Schema): string {
  const known = format === undefined ? undefined : formats[format];
  if (known !== undefined) return known;
  const fits = (text: string) =>
    (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
    text.length >= minLength &&
    (maxLength === undefined || text.length <= maxLength);
  const found = shapes.find(fits);
  if (found !== undefined) return found;
  return pattern === undefined
    ? 'x'.repeat(minLength)
    : (fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: 1 })[0] ?? '');
}

type Path = readonly (string | number)[];

/** An input of the schema, with every key there is and one element in each list. */
function validFor(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return validFor(choice.find((each) => each.type !== 'null') ?? {});
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, validFor(value)]),
    );
  // One entry of a record.
  if (schema.propertyNames)
    return { [String(validFor(schema.propertyNames))]: validFor(schema.additionalProperties || {}) };
  switch (schema.type) {
    case 'array':
      return schema.items ? [validFor(schema.items)] : [];
    case 'string':
      return textFor(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** Sets one place of an input. */
function set(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((each: unknown, place) => (String(place) === String(key) ? set(each, rest, to) : each));
  return { ...(value as object), [key]: set((value as Record<string, unknown>)[key], rest, to) };
}

/**
 * An input the contract accepts. What its schema does not say (a text that becomes an address) is found by trying:
 * another shape in each place the contract complains about. Throws when nothing fits, because then every malformed
 * input would be refused for the same, first reason.
 */
export function acceptedBy(contract: z.ZodType): unknown {
  let valid = validFor(schemaOf(contract));
  for (let tries = 0; tries < 20; tries += 1) {
    const result = contract.safeParse(valid);
    if (result.success) return valid;
    const path = (result.error.issues[0]?.path ?? []).map((key) => (typeof key === 'symbol' ? '' : key));
    const complains = (input: unknown) =>
      contract.safeParse(input).error?.issues.some((issue) => issue.path.join() === path.join()) ?? false;
    // The last one for what must be nobody else's, such as the key of one item of a list.
    const better = [...shapes, ...Object.values(formats), `sleutel${tries}`].find(
      (shape) => !complains(set(valid, path, shape)),
    );
    if (better === undefined) break;
    valid = set(valid, path, better);
  }
  throw new Error(`no input found that the contract accepts: ${JSON.stringify(valid)}`);
}

const nested = (depth: number) => {
  let text = '0';
  for (let level = 0; level < depth; level += 1) text = level % 2 === 0 ? `[${text}]` : `{"a":${text}}`;
  return text;
};

/** As JSON text, because some of them no object of ours can hold. */
const hostile: readonly string[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e308,
    -1e308,
    '',
    ' ',
    '0',
    [],
    {},
    [[]],
    [null],
  ],
  'x'.repeat(201),
  'x'.repeat(20_001),
  'nul \u0000 nul',
  'half \ud800 een teken',
  'half \udc00 een teken',
  'bel \u0007 escape \u001b[31m',
  'omgekeerd \u202egnits\u202c',
  'onzichtbaar \u200b\u200f\ufeff',
  'z\u0301\u0301\u0301\u0301\u0301'.repeat(50),
  '\u{1f469}\u200d\u{1f466}'.repeat(40),
  `'; drop table intervention; --`,
  `1' or '1'='1`,
  '$1 $$ :name ?',
  '%_\\%',
  '{public}',
  'municipality:gm0899:administrator',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}} ${7*7}',
  '[klik](javascript:alert(1)) <javascript:alert(1)>',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  `${'- '.repeat(10_000)}x`,
  '['.repeat(10_000),
  `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(4000)}`,
  '| & ! <-> :* ( )',
  'NaN',
  'a@b',
  '9999-99-99T99:99:99Z',
  '00000000-0000-4000-8000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  Array.from({ length: 10_000 }, () => 0),
  Array.from({ length: 3000 }, () => 'x'),
]
  .map((value) => JSON.stringify(value))
  .concat([
    '1e999',
    '-1e999',
    '-0',
    '123456789012345678901234567890',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"isAdmin":true}}}',
    '{"toString":1,"valueOf":2,"then":3}',
    '{"length":100000}',
    nested(200),
    nested(5000),
    '"\\ud800\\u0000"',
  ]);

const setting = '@@here@@';

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))];
}

const without = (value: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const { [key]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids and words that exist, of others: valid in form and not the actor's to use. */
export type Stolen = readonly string[];

/** Longest input that is sent among others; longer ones are the host's to refuse. */
const mostText = 60_000;

/** At least `atLeast` inputs as JSON text, the same ones for the same seed. */
export function* malformedFor(
  contract: z.ZodType,
  atLeast: number,
  seed: number,
  stolen: Stolen,
): Generator<string> {
  // Where nothing is asked for, everything that comes along is malformed.
  const valid = contract.safeParse(undefined).success ? {} : acceptedBy(contract);
  const paths = pathsOf(valid);
  let count = 0;
  const fills = [...hostile, ...stolen.map((each) => JSON.stringify(each))];
  // Large contracts have hundreds of places: the hostile values are dealt over them, each value some times.
  const each = Math.max(1, Math.ceil((atLeast * 0.7) / paths.length));
  for (const [place, path] of paths.entries()) {
    for (let turn = 0; turn < Math.min(each, fills.length); turn += 1) {
      const fill = fills[(place * 7 + turn) % fills.length] ?? 'null';
      const text = JSON.stringify(set(valid, path, setting)).replace(JSON.stringify(setting), () => fill);
      if (text.length > mostText) continue;
      count += 1;
      yield text;
    }
  }
  for (const path of paths.slice(1, 60)) {
    count += 1;
    yield JSON.stringify(without(valid, path));
  }
  if (isObject(valid)) {
    for (const unknown of ['"extra":1', '"__proto__":{"a":1}', '"constructor":1', '"":null', '"\\u0000":1']) {
      count += 1;
      const text = JSON.stringify(valid);
      yield text === '{}' ? `{${unknown}}` : `${text.slice(0, -1)},${unknown}}`;
    }
  }
  const left = Math.max(atLeast - count, 50);
  const random = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .tuple(
        fc.constantFrom(...paths),
        fc.oneof(
          fc.json(),
          fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
        ),
      )
      .map(([path, fill]) =>
        JSON.stringify(set(valid, path, setting)).replace(JSON.stringify(setting), () => fill),
      ),
  );
  yield* fc.sample(random, { seed, numRuns: left });
}
