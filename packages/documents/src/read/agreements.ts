/** How the partners work together: bodies, commitments, communication, monitoring and key figures. */
import { foldWord } from './characters.ts';
import { numberOf, numberSource } from './numbers.ts';
import { mark, sourced, sourcedItem } from './sourced.ts';
import type {
  BodyDraft,
  BodyKind,
  CommitmentDraft,
  Finding,
  SectionDraft,
  SourcedText,
  StructureMark,
} from '../draft.ts';
import type { MunicipalityIndex } from './municipality-names.ts';
import type { Part } from './parts.ts';
import type { Unit } from './units.ts';

const bodyName =
  /overleg|groep|klankbord|platform|tafel|kring|netwerk|raad(?!\p{L})|commissie|(?<!\p{L})lea(?!\p{L})/iu;
const aboutBody =
  /^(?:rol|taak|taken|doel|opdracht|samenstelling|deelnemers|leden|frequentie|werkwijze|planning)(?!\p{L})/iu;
const perYear = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${numberSource})\s{0,3}(?:keer|maal|x|×)\s{1,3}per\s{1,3}(?:school)?jaar`,
  'iu',
);

const kinds: [RegExp, BodyKind][] = [
  [/klankbord/, 'sounding_board'],
  [/stuurgroep|regiegroep/, 'steering_group'],
  [/(?<!\p{L})vve(?!\p{L})/u, 'vve_consultation'],
  [/werkgroep|inspiratiegroep|projectgroep/, 'working_group'],
  [/(?<!\p{L})lea(?!\p{L})|lokale? educatieve/u, 'lea'],
];

export function readBodies(
  text: string,
  part: Part,
): { bodies: BodyDraft[]; structure: StructureMark[]; rest: Unit[] } {
  const bodies: BodyDraft[] = [];
  const structure: StructureMark[] = [];
  const rest: Unit[] = [];
  for (const unit of part.units) {
    const words = text.slice(unit.bodyStart, unit.end).trim();
    const heading = unit.headingLike && unit.blankBefore && !words.endsWith(':');
    const body = bodies.at(-1);
    if (heading && bodyName.test(words) && !aboutBody.test(words)) {
      bodies.push({
        ...sourced(text, unit.start, unit.end, 0.9),
        kind: bodyKindOf(words),
        description: [],
        meetingsPerYear: null,
      });
    } else if (!body) rest.push(unit);
    else if (heading) structure.push(mark(text, 'heading', unit.start, unit.end));
    else {
      body.description.push(sourcedItem(text, unit.start, unit.bodyStart, unit.end, 0.85));
      body.meetingsPerYear ??= numberOf(perYear.exec(words)?.[1] ?? '');
    }
  }
  return { bodies, structure, rest };
}

/** Lists of a body tell how often it meets; the first that says so counts. */
export function meetingsPerYearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = numberOf(perYear.exec(text)?.[1] ?? '');
    if (found !== null) return found;
  }
  return null;
}

export const bodyKindOf = (name: string): BodyKind =>
  kinds.find(([pattern]) => pattern.test(foldWord(name)))?.[1] ?? 'other';

/** What this municipality promised; lists under another party's name are not its commitments. */
export function readCommitments(
  text: string,
  part: Part,
  municipalities: MunicipalityIndex,
): { commitments: CommitmentDraft[]; structure: StructureMark[]; findings: Finding[] } {
  const commitments: CommitmentDraft[] = [];
  const structure: StructureMark[] = [];
  let own = true;
  for (const [index, unit] of part.units.entries()) {
    const item = unit.kind === 'item' || unit.number !== null;
    const next = part.units[index + 1];
    const words = text.slice(unit.start, unit.end).trim();
    if (item && own) {
      commitments.push({
        ...sourcedItem(text, unit.start, unit.bodyStart, unit.end, 0.9),
        number: unit.number,
      });
    } else if (
      !item &&
      (unit.headingLike || words.endsWith(':')) &&
      (next?.kind === 'item' || next?.number !== null)
    ) {
      own =
        /(?<!\p{L})gemeente(?!\p{L})|(?<!\p{L})(?:wij|we)(?!\p{L})/iu.test(words) ||
        municipalities.at(text, unit.start) !== null;
      if (own) structure.push(mark(text, 'introduction', unit.start, unit.end));
    }
  }
  return { commitments, structure, findings: numberFindings(commitments) };
}

function numberFindings(commitments: CommitmentDraft[]): Finding[] {
  return commitments.flatMap((commitment, index): Finding[] => {
    const before = commitments[index - 1]?.number;
    if (!before || commitment.number === null || Number(commitment.number) === Number(before) + 1) return [];
    const message = `Afspraak ${commitment.number} volgt niet op ${before}: er is een nummer overgeslagen of dubbel.`;
    return [{ code: 'commitment.number_order', message, spans: [commitment.span] }];
  });
}

const announcesKeyFigures = /kengetal|kerncijfer|indicator|graadmeter/iu;

/** Sections on communication, monitoring and key figures; a list that is announced as key figures becomes that. */
export function readAgreements(
  text: string,
  part: Part,
): { section: SectionDraft; keyFigures: SourcedText[] } {
  const heading = part.heading ? sourced(text, part.heading.start, part.heading.end, 0.9) : null;
  const section: SectionDraft = { heading, paragraphs: [] };
  const keyFigures: SourcedText[] = [];
  let counting = part.kind === 'keyFigures';
  for (const unit of part.units) {
    const item = sourcedItem(text, unit.start, unit.bodyStart, unit.end, 0.85);
    const listed = unit.kind === 'item' || unit.number !== null;
    if (item.text.endsWith(':')) {
      counting = announcesKeyFigures.test(item.text) || part.kind === 'keyFigures';
      section.paragraphs.push(item);
    } else if (counting && listed) keyFigures.push(item);
    else {
      counting &&= part.kind === 'keyFigures';
      section.paragraphs.push(item);
    }
  }
  return { section, keyFigures };
}
