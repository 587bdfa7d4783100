import { describe, expect, it } from 'vitest';
import { exampleAccord, exampleAgenda, readText, someMunicipalities } from '../testing/documents.ts';
import { expectNothingLost } from '../testing/promises.ts';
import { extractText, readAgenda } from './read-agenda.ts';
import { largestText } from './text.ts';
import type { ReadResult } from '../draft.ts';

const readBytes = (bytes: Uint8Array): ReadResult =>
  readAgenda(bytes, 'text/plain', { municipalities: someMunicipalities });
const codeOf = (outcome: ReadResult): string => (outcome.ok ? 'read' : outcome.code);

const noAgendas: Record<string, string> = {
  'a shopping list': 'Boodschappen\n\n- melk\n- brood\n- 3 appels\n- kaas (jong)\n',
  'an English novel': `CHAPTER 1\n\n${'It was a bright cold day in April, and the agenda of the meeting lay on the table.\n\n'.repeat(80)}`,
  'minutes with actions':
    'Verslag overleg\n\n1 OPENING\n\nDe voorzitter opent.\n\nActies\n\n- Jaap stuurt de agenda rond.\n\nResultaten\n\n- Geen.\n',
  'a news item about equal opportunities':
    'Gemeente Brunssum werkt aan gelijke kansen\n\nIn de periode 2021-2024 werkt de gemeente Brunssum aan gelijke kansen voor alle kinderen. De wethouder is er blij mee.\n',
  'a form with labels of its own':
    'Naam: J. Voorbeeld\nDoel: vakantie\nContact: receptie\nOmschrijving: een huisje aan zee\n',
  'a recipe':
    'Appeltaart\n\nDoelgroep: zoetekauwen\n\nActiviteiten\n\n1. Schil de appels.\n2. Bak de taart.\n',
  'one word': 'agenda',
};

describe('what is no agenda is refused in one sentence', () => {
  it.each(Object.entries(noAgendas))('%s', (_name, text) => {
    const outcome = readText(text);
    expect(codeOf(outcome)).toBe('document.not_agenda');
    if (!outcome.ok) expect(outcome.message).toMatch(/^[^.]+\.$/);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['only blanks', new TextEncoder().encode('\uFEFF \n\t\u200b\n')],
  ])('%s is empty', (_name, bytes) => {
    expect(codeOf(readBytes(bytes))).toBe('document.empty');
  });

  it('bytes of a program, a picture or a zip file are no text', () => {
    const random = Uint8Array.from(
      { length: 5000 },
      (_unused, index) => (index * 7919 + (index >> 3) * 31) % 256,
    );
    expect(codeOf(readBytes(random))).toBe('document.not_text');
    expect(codeOf(readBytes(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)))).toBe('document.not_text');
  });

  it('more than ten megabytes is too large, and other types wait for their own reader', () => {
    expect(codeOf(readBytes(new Uint8Array(largestText + 1).fill(65)))).toBe('document.too_large');
    const word = extractText(new Uint8Array(10), 'application/pdf');
    expect(word.ok ? '' : word.code).toBe('document.type_unsupported');
  });
});

describe('encodings', () => {
  it('reads Windows-1252 and says that it was assumed', () => {
    const bytes = Uint8Array.from(exampleAgenda.replace(/[•]/g, '*'), (letter) => letter.charCodeAt(0) % 256);
    const outcome = readBytes(bytes);
    expect(outcome.ok && outcome.draft.findings[0]?.code).toBe('text.encoding_assumed');
    expect(outcome.ok && outcome.text).toContain('Oudercafé');
  });

  it('reads UTF-16 with a byte order mark', () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${exampleAccord}`, 'utf16le'));
    const outcome = readBytes(bytes);
    expect(outcome.ok && outcome.text).toBe(exampleAccord);
  });
});

describe('hostile text ends soon, and loses nothing', () => {
  const piece: Record<string, string> = {
    tabs: '\t',
    bullets: '• ',
    'unclosed tags': '<ul',
    'open brackets': '<a (',
    digits: '1',
    'numbered lines': '1.1 A\n',
    'blank lines': ' \n\n',
    labels: 'Doel: x\nDoelgroep\ty\n',
    'intervention headings': 'Interventie 1\nDoel: x\nDoelgroep\ty\n',
    'names of municipalities': 'gemeente Brunssum, ',
    'unknown names': 'gemeenten Brunsum, Abcdef en ',
    persons: 'dhr. J. van de ',
    initials: 'A.',
    mailboxes: 'a.bcd@e.f ',
    periods: 'VVE agenda 2021-2024 ',
    signatures: 'Wethouder | A. Naam\nDatum: 1 mei 2021\n',
    principles: 'UITGANGSPUNTEN\n\nWij\n\nDoen iets.\n\n',
    goals: '1 DOEL\n\nResultaten\n\n- a\n\n',
    stars: '*',
    bars: '| ',
    'capital letters': 'AB ',
    'one long word': 'ab',
    'il il': 'ilil ',
    dots: '.',
  };
  const hostile = (one: string, size: number): string =>
    `${exampleAgenda}\n\n${one.repeat(Math.ceil(size / one.length))}\n\n${exampleAccord}`;

  // A quadratic rule would take minutes; the bounds are wide, so that a busy machine does not matter.
  function expectSoon(text: string, limit: number): void {
    const start = performance.now();
    const outcome = readText(text);
    expect(performance.now() - start).toBeLessThan(limit);
    expect(outcome.ok).toBe(true);
    if (outcome.ok) expectNothingLost(outcome.text, outcome.draft);
  }

  it.each(Object.entries(piece))(
    '200 kB of %s',
    (_name, one) => expectSoon(hostile(one, 200_000), 10_000),
    30_000,
  );

  it('2 MB of tabs, bullets, tags and digits, in runs and mixed', () => {
    const runs = ['\t', '• ', '<ul', '7'].map((one) => one.repeat(250_000 / one.length)).join('\n');
    expectSoon(hostile(`${runs}\n${'\t•<ul 1'.repeat(140_000)}`, 2_000_000), 20_000);
  }, 60_000);
});
