/** Words a scanner misread, recognised only where the document itself or Dutch spelling proves it. */
import { foldWord } from './characters.ts';
import type { Finding, Span } from '../draft.ts';

/** No Dutch word begins like this: an 'l' was read as 'i' or the other way round. */
const impossibleStart = /^(?:iee|iaa|ioo|ioe|ieu(?!w)|lj|ij{2})/u;
/** Letters that scanners take for one another. */
const confusions: [string, string][] = [
  ['i', 'l'],
  ['l', 'i'],
  ['rn', 'm'],
  ['m', 'rn'],
  ['1', 'l'],
  ['0', 'o'],
  ['vv', 'w'],
];
const shortestProof = 7;

export function scanningFaults(text: string): Finding[] {
  const places = new Map<string, Span[]>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}@./-])[\p{L}][\p{L}\p{N}]{3,39}(?![\p{L}\p{N}@])/gu)) {
    const word = foldWord(match[0]);
    const spans = places.get(word);
    const span = { start: match.index, end: match.index + match[0].length };
    if (spans) spans.push(span);
    else places.set(word, [span]);
  }
  const findings: Finding[] = [];
  for (const [word, spans] of places) {
    if (findings.length >= 200) break;
    const meant = impossibleStart.test(word) || spans.length === 1 ? likelyWord(word, places) : null;
    if (meant !== null && impossibleOrProved(word, meant)) findings.push(fault(text, spans, meant));
    else if (impossibleStart.test(word)) findings.push(fault(text, spans, null));
  }
  return findings;
}

/** Without an impossible beginning, only a confusion at the first letter of a long word is proof enough. */
const impossibleOrProved = (word: string, meant: string): boolean =>
  impossibleStart.test(word) || (word.length >= shortestProof && (word[0] !== meant[0] || /\d/.test(word)));

function likelyWord(word: string, places: Map<string, Span[]>): string | null {
  for (const [read, meant] of confusions) {
    for (let at = word.indexOf(read); at >= 0; at = word.indexOf(read, at + 1)) {
      const candidate = word.slice(0, at) + meant + word.slice(at + read.length);
      if (places.has(candidate) && !impossibleStart.test(candidate)) return candidate;
    }
  }
  return null;
}

function fault(text: string, spans: Span[], meant: string | null): Finding {
  const word = spans[0] ? text.slice(spans[0].start, spans[0].end) : '';
  const guess = meant === null ? '' : ` Elders staat '${meant}'.`;
  return { code: 'text.scanning_fault', message: `'${word}' lijkt een fout bij het scannen.${guess}`, spans };
}
