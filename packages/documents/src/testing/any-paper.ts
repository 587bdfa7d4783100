/** Papers as nobody would write them, for properties: every field, empty or full, with marks, lists, tables and long words. */
import fc from 'fast-check';
import { oneLine } from '../write/form.ts';
import { tidyText } from './tidy-paper.ts';
import type {
  AgendaPaper,
  PaperAction,
  PaperGoal,
  PaperInterventionFields,
  PaperParticipation,
  PaperSignatory,
} from '../write/paper.ts';

const someWords = [
  'leerlingen',
  'één',
  'coördinatie',
  'naïef',
  "foto's",
  '‘tussen’',
  '“samen”',
  'PO-VO',
  'taal- en',
  'én/of',
  '(2024)',
  '–',
  'a*b',
  '*',
  '_x',
  'x_y_z',
  '[.....]',
  '1.',
  '-',
  '+',
  '#',
  '|',
  '\\',
  '<b>',
  '&amp;',
  '€ 1.000,00',
  '50%',
  'ħĳŵ',
  '▲',
  '日本',
  'Resultaten',
  'Acties',
  'Doelgroep:',
  'Interventie 2',
  'Ondertekening',
  'https://www.voorbeeld.example/een/lang/adres?met=vraag',
  'onderwijs@gemeente.example',
  'onderwijsachterstandenbeleidsmedewerkersoverlegstructuurdocument',
  '**vet**',
  '*schuin*',
  '***beide***',
  '[een verwijzing](https://voorbeeld.example/x)',
  '[mail](mailto:post@voorbeeld.example)',
  'Lorem',
  'ipsum',
  'de',
  'het',
  'een',
  'van',
  'school',
];

const words = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...someWords), { minLength: 1, maxLength: most }).map((list) => list.join(' '));

const paragraph = fc.array(words(30), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const list = fc
  .tuple(
    fc.constantFrom('- ', '1. '),
    fc.array(fc.tuple(words(12), fc.array(words(6), { maxLength: 2 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([marker, items]) =>
    items
      .map(([item, below]) =>
        [`${marker}${item}`, ...below.map((one) => `${' '.repeat(marker.length)}- ${one}`)].join('\n'),
      )
      .join('\n'),
  );
const tableCell = words(5).map((text) => text.replaceAll('|', '\\|'));
const table = fc
  .tuple(
    fc.array(tableCell, { minLength: 2, maxLength: 2 }),
    fc.array(fc.array(tableCell, { minLength: 2, maxLength: 2 }), { maxLength: 3 }),
  )
  .map(([head, rows]) => [head, ['---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'));
const heading = words(6).map((text) => `## ${text}`);

export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 3, arbitrary: list }, table, heading), {
    maxLength: 5,
  })
  .map((blocks) => blocks.join('\n\n'));

const plainWords = someWords.filter((word) => !/[*[\]\\<&]|https|日|▲/.test(word));
const anyLine = fc.array(fc.constantFrom(...plainWords), { maxLength: 8 }).map((list) => list.join(' '));
/** A cell that holds nothing but a dash is an empty one. */
const line = anyLine.map((text) => (text === '–' ? '' : text));
const title = line.map((text) => oneLine(`Titel ${text}`));
const year = fc.option(fc.integer({ min: 2000, max: 2099 }));
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const period = fc.record({
  from: fc.option(day),
  to: fc.option(fc.integer({ min: 2000, max: 2099 }).map(String)),
});

const filled = anyMarkdown.filter((text) => tidyText(text) !== '');

const statuses = ['planned', 'under_way', 'done', 'stopped'] as const;

const plainAction: fc.Arbitrary<PaperAction> = fc.record({
  text: filled,
  status: fc.option(fc.constantFrom(...statuses)),
  from: year,
  until: year,
  who: line,
  interventions: fc.array(title, { maxLength: 2 }),
});

const action: fc.Arbitrary<PaperAction> = fc
  .tuple(
    plainAction,
    fc.array(
      fc.record({
        status: fc.constantFrom(...statuses),
        version: fc.integer({ min: 1, max: 99 }),
        date: day,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([one, history]) => (one.status === null ? one : { ...one, history }));

const signatory: fc.Arbitrary<PaperSignatory> = fc.record({
  role: title,
  organisation: line,
  portfolio: line,
  place: line,
  date: fc.option(day),
});

const goal = (depth: number, number: string): fc.Arbitrary<PaperGoal> =>
  fc.record({
    number: fc.constant(number),
    title,
    text: anyMarkdown,
    results: fc.array(
      fc.record({
        text: filled,
        target: fc.option(
          fc.record({
            value: fc.option(fc.integer({ min: -5, max: 5_000_000 }).map((n) => n / 4)),
            unit: line,
            year,
          }),
        ),
      }),
      { maxLength: 3 },
    ),
    actions: fc.array(action, { maxLength: 3 }),
    goals: depth === 0 ? fc.constant([]) : fc.array(goal(depth - 1, `${number}.1`), { maxLength: 1 }),
  });

/** Shares of which the words could be taken for an amount, and amounts beside which nothing is said. */
const share = fc.oneof(
  line,
  fc.constantFrom('€ 5.000 per jaar', 'Geen bedrag genoemd', '€ 12 in totaal', '€ 12'),
);
const amount = fc.record({
  euros: fc.oneof(fc.integer({ min: 0, max: 1_000_000_000 }), fc.constantFrom(0, 999, 1000, 1_000_000_000)),
  per: fc.constantFrom('year' as const, 'whole' as const),
});

const bareParticipation: fc.Arbitrary<PaperParticipation> = fc.record({
  municipality: fc.constantFrom('Brunssum', 'Bergen (NH.)', "'s-Hertogenbosch", 'Onbekend'),
  lead: fc.boolean(),
  commitment: fc.constantFrom('intended', 'conditional', 'confirmed', 'withdrawn'),
  agreed: fc.boolean(),
  condition: line,
  schools: anyMarkdown,
  pupils: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  share,
  contact: line,
});

const participation: fc.Arbitrary<PaperParticipation> = fc
  .tuple(bareParticipation, fc.option(amount), anyMarkdown)
  .map(([part, named, localForm]) => ({ ...part, ...(named ? { amount: named } : {}), localForm }));

export const anyIntervention: fc.Arbitrary<PaperInterventionFields> = fc.record({
  number: fc.option(fc.integer({ min: 1, max: 99 })),
  title,
  parties: anyMarkdown,
  goal: anyMarkdown,
  targetGroup: anyMarkdown,
  locations: anyMarkdown,
  activities: fc.array(anyMarkdown, { maxLength: 6 }).map((texts) => texts.join('\n\n')),
  monitoring: anyMarkdown,
  funding: anyMarkdown,
  moreInformation: anyMarkdown,
  // A municipality takes part once.
  participations: fc.uniqueArray(participation, {
    maxLength: 3,
    selector: ({ municipality }) => municipality,
  }),
  totals: fc.array(title, { maxLength: 2 }),
  details: fc.uniqueArray(fc.record({ label: title, text: filled }), {
    maxLength: 2,
    selector: ({ label }) => label,
  }),
});

const linkList = fc
  .uniqueArray(title, { maxLength: 3 })
  .map((names) =>
    names.map((name, at) => `- [${name}](https://plein.example/scholen/x-abcdefghi${at})`).join('\n'),
  );

const section = fc.record({ heading: title, text: anyMarkdown });
const statement = fc.record({ title, text: anyMarkdown });

export const anyAgenda: fc.Arbitrary<AgendaPaper> = fc.record({
  title,
  municipality: fc.constantFrom('Brunssum', 'Midden-Groningen'),
  period,
  status: fc.option(fc.constantFrom('Vastgesteld', 'Concept')),
  version: fc.option(fc.record({ number: fc.integer({ min: 1, max: 999 }), date: day })),
  provenance: fc.constant({ address: 'https://kansenplein.example/agenda/x', writtenOn: '2026-11-22' }),
  kind: fc.constantFrom('gka_agenda', 'local_accord', 'national_theme'),
  mission: anyMarkdown,
  background: fc.array(section, { maxLength: 2 }),
  pillars: fc.array(statement, { maxLength: 1 }),
  principles: fc.array(statement, { maxLength: 2 }),
  goals: fc.tuple(goal(2, '1'), goal(0, '2')).map((goals) => goals),
  otherActions: fc.array(action, { maxLength: 2 }),
  interventions: fc.array(anyIntervention, { maxLength: 2 }),
  bodies: fc.array(
    statement.map(({ title: name, text }) => ({ name, text })),
    { maxLength: 2 },
  ),
  keyFigures: fc.array(title, { maxLength: 3 }),
  commitments: fc.array(
    fc.record({
      number: fc.option(fc.integer({ min: 1, max: 9 })),
      text: words(20).map((text) => `Levert ${text}`),
    }),
    {
      maxLength: 3,
    },
  ),
  otherAgreements: fc.array(section, { maxLength: 1 }),
  addenda: fc.array(
    fc.record({
      title,
      period,
      status: fc.option(fc.constantFrom('Vastgesteld', 'Concept')),
      signedOn: fc.option(day),
      text: fc.array(section, { maxLength: 2 }),
      signatories: fc.array(signatory, { maxLength: 2 }),
    }),
    { maxLength: 1 },
  ),
  signatories: fc.array(signatory, { maxLength: 3 }),
  organisations: linkList,
  attachments: fc.array(title, { maxLength: 2 }).map((titles) => titles.map((one) => `- ${one}`).join('\n')),
});
