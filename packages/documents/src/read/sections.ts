/** The headings that agenda documents use for their parts, and how one is recognised on a line of its own. */
import { foldedWords } from './characters.ts';

export type SectionKind =
  | 'background'
  | 'mission'
  | 'principles'
  | 'pillars'
  | 'goals'
  | 'interventions'
  | 'bodies'
  | 'communication'
  | 'monitoring'
  | 'keyFigures'
  | 'commitments'
  | 'signatures';

const headings: Record<SectionKind, string[]> = {
  background: [
    'inleiding',
    'voorwoord',
    'toelichting',
    'aanleiding',
    'achtergrond',
    'context',
    'samenvatting',
    'leeswijzer',
    'situatieschets',
    'aanleiding en uitdagingen',
  ],
  mission: [
    'missie',
    'visie',
    'missie en visie',
    'visie en missie',
    'onze missie',
    'onze visie',
    'gezamenlijke missie',
  ],
  principles: [
    'uitgangspunten',
    'onze uitgangspunten',
    'principes',
    'leidende principes',
    'gezamenlijke uitgangspunten',
  ],
  pillars: ['pijlers', 'onze pijlers', 'drie pijlers', 'de drie pijlers'],
  goals: [
    'doelstellingen',
    'onze doelstellingen',
    'doelen',
    'onze doelen',
    'ambities',
    'onze ambities',
    'actielijnen',
    'doelen en acties',
    'doelen resultaten en acties',
    'doelstellingen en acties',
  ],
  interventions: ['interventies', 'onze interventies', 'overzicht interventies'],
  bodies: ['overleg', 'overleggen', 'overlegstructuur', 'overlegvormen', 'governance', 'organisatie'],
  communication: ['communicatie'],
  monitoring: ['monitoring', 'monitoring en evaluatie', 'evaluatie', 'voortgang'],
  keyFigures: ['kengetallen', 'kerncijfers', 'indicatoren', 'graadmeters'],
  commitments: [
    'samenwerking',
    'samenwerkingsafspraken',
    'afspraken',
    'afspraken samenwerking',
    'wederzijdse afspraken',
  ],
  signatures: ['ondertekening', 'ondertekenaars', 'ondertekend', 'ondertekend door', 'handtekeningen'],
};

const byWords = new Map<string, SectionKind>();
for (const [kind, names] of Object.entries(headings) as [SectionKind, string[]][]) {
  for (const name of names) byWords.set(name, kind);
}

/**
 * The part of an agenda that a heading opens, or null. A number before it, a period behind it and the name of
 * the municipality ('Samenwerking gemeente X') do not count; a combined heading ('Overleg, communicatie en
 * monitoring') opens its first part.
 */
export function sectionOf(line: string): SectionKind | null {
  if (line.length > 100 || /[.;,!?]\s*$/u.test(line)) return null;
  const words = foldedWords(line);
  while (words.length > 1 && /^\d{1,2}$/.test(words[0] ?? '')) words.shift();
  while (words.length > 1 && /^\d{4}$/.test(words.at(-1) ?? '')) words.pop();
  const exact = byWords.get(words.join(' '));
  if (exact) return exact;
  const gemeente = words.indexOf('gemeente');
  if (gemeente > 0) {
    const before = byWords.get(
      words
        .slice(0, gemeente)
        .join(' ')
        .replace(/ (?:van de|in de|de)$/, ''),
    );
    if (before && words.length - gemeente <= 4) return before;
  }
  if (words[0] === 'ondertekening' && words.length <= 5) return 'signatures';
  const parts = words.filter((word) => word !== 'en').map((word) => byWords.get(word));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? (parts[0] ?? null) : null;
}

export type GoalPart = 'results' | 'actions';

const goalParts: Record<GoalPart, string[]> = {
  results: [
    'resultaten',
    'resultaat',
    'beoogde resultaten',
    'beoogd resultaat',
    'gewenste resultaten',
    'opbrengsten',
    'wat willen we bereiken',
    'wat willen wij bereiken',
    'dit willen we bereiken',
  ],
  actions: [
    'acties',
    'actie',
    'actiepunten',
    'actielijnen',
    'activiteiten',
    'maatregelen',
    'wat gaan we doen',
    'wat gaan wij doen',
    'wat doen we',
    'wat doen wij',
    'dit gaan we doen',
    'hoe gaan we dat doen',
  ],
};

/** 'Resultaten', 'Acties 2023-2026', 'WAT GAAN WE DOEN?' on a line of their own; null for anything else. */
export function goalPartOf(line: string): GoalPart | null {
  if (line.length > 60 || /[.;,]\s*$/u.test(line)) return null;
  const words = foldedWords(line);
  while (words.length > 1 && /^\d{1,4}$/.test(words.at(-1) ?? '')) words.pop();
  const joined = words.join(' ');
  if (goalParts.results.includes(joined)) return 'results';
  return goalParts.actions.includes(joined) ? 'actions' : null;
}

const pillarNames = new Set(['verbinding', 'effectiviteit', 'kennisdeling']);

/** The three pillars that every GKA agenda shares (glossary: 'pijlers'). */
export const isPillar = (line: string): boolean =>
  line.length < 30 && pillarNames.has(foldedWords(line).join(' '));

/** A label of a signature block ('DATUM', 'Plaats:'). */
export type SignatureLabel = 'date' | 'place' | 'portfolio' | 'organisation' | 'name' | 'role' | 'signature';

const signatureLabels: Record<string, SignatureLabel> = {
  datum: 'date',
  plaats: 'place',
  'plaats en datum': 'place',
  portefeuille: 'portfolio',
  gemeente: 'organisation',
  stichting: 'organisation',
  organisatie: 'organisation',
  schoolbestuur: 'organisation',
  bestuur: 'organisation',
  instelling: 'organisation',
  naam: 'name',
  functie: 'role',
  rol: 'role',
  handtekening: 'signature',
};

export const signatureLabelOf = (label: string): SignatureLabel | null =>
  signatureLabels[foldedWords(label).join(' ')] ?? null;
