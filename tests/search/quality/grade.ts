/**
 * How relevance was judged, before anything was tuned. A question states what its asker needs (`Need`), in subjects and
 * circumstances, never in words. Every document has facts: the generated ones from how they were made, the demo's by reading
 * them (demo-facts.ts). The grade follows from the two, so every document is judged for every question, and a document that
 * shares no word with the question can be the best answer while one that shares all of them can be worth nothing.
 *
 *   3  it is about what was asked, and fits the circumstances
 *   2  what was asked is a real part of it: a component, a goal of an agenda
 *   1  it mentions it as a reason or effect, or it is about a neighbouring matter the asker would look at; or it is about what
 *      was asked in other circumstances (another phase, another place)
 *   0  anything else, however many words it shares
 *
 * What is quoted must stand in the text, what follows a minus may not: there the asker speaks of words, and so does the grade.
 * `read` holds judgements made by reading a title and its summary, where subjects are too coarse.
 */
import type { Judged } from './corpus.ts';
import type { Phase, Programme, Subject } from './facts.ts';

export interface Need {
  /** About any of these; left out: only the circumstances count. */
  about?: readonly Subject[];
  /** And about this as well. */
  and?: Subject;
  /** Neighbours worth a look. */
  near?: readonly Subject[];
  phases?: readonly Phase[];
  programme?: Programme;
  municipality?: string;
  /** The year in which a plan begins or ends. */
  year?: number;
  /** Only documents of this kind. */
  kind?: 'agenda' | 'intervention' | 'municipality';
  /** What a plan must be called; another kind of plan is worth 1. */
  named?: string;
  phrase?: string;
  without?: string;
  /** By title. */
  read?: Readonly<Record<string, Grade>>;
}

export type Grade = 0 | 1 | 2 | 3;

function subjectGrade(need: Need, { about, also, touches }: Judged['facts']): number {
  const asked = need.about;
  if (!asked) return 3;
  const parts = [about, ...also];
  if (need.and) {
    const first = asked.some((subject) => parts.includes(subject));
    const second = parts.includes(need.and);
    if (first && second) return asked.includes(about) || about === need.and ? 3 : 2;
    return first || second ? 1 : 0;
  }
  if (asked.includes(about)) return 3;
  if (also.some((subject) => asked.includes(subject))) return 2;
  if (touches.some((subject) => asked.includes(subject))) return 1;
  return need.near?.includes(about) ? 1 : 0;
}

function fits(need: Need, { facts, document }: Judged): boolean {
  return (
    (!need.phases || need.phases.some((phase) => facts.phases.includes(phase))) &&
    (!need.programme || facts.programmes.includes(need.programme)) &&
    (!need.municipality || facts.municipality === need.municipality) &&
    (need.year === undefined || facts.years?.[0] === need.year || facts.years?.[1] === need.year) &&
    (!need.kind || document.kind === need.kind) &&
    (!need.named || document.title.toLowerCase().includes(need.named))
  );
}

const only = (need: Need) => need.about === undefined;

export function gradeOf(need: Need, judged: Judged): Grade {
  const { title, head, rest } = judged.document;
  const text = `${title}\n${head}\n${rest}`.toLowerCase();
  if (need.phrase && !text.includes(need.phrase)) return 0;
  if (need.without && new RegExp(`(?<!\\p{L})${need.without}`, 'u').test(text)) return 0;
  const read = need.read?.[title];
  if (read !== undefined) return read;
  const grade = subjectGrade(need, judged.facts);
  if (grade === 0 || fits(need, judged)) return grade as Grade;
  return only(need) || grade < 3 ? 0 : 1;
}
