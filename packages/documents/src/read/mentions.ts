/** Interventions that mention interventions by number, and what does not fit together in those numbers. */
import { templateFields } from '../draft.ts';
import { sourced } from './sourced.ts';
import type { Finding, InterventionDraft, InterventionMention, Span } from '../draft.ts';

const mentionPattern =
  /(?<!\p{L})interventies?\s{1,3}(\d{1,2}(?:\s{0,3}(?:,|en|&|t\/m|\+|-)\s{0,3}\d{1,2}(?!\d)){0,9})(?!\d)/giu;

export function mentionsOf(text: string, intervention: InterventionDraft): InterventionMention[] {
  return templateFields.flatMap((field) => {
    const span = intervention.fields[field]?.span;
    if (!span || field === 'moreInformation') return [];
    return [...text.slice(span.start, span.end).matchAll(mentionPattern)].map((match) => {
      const start = span.start + match.index;
      return {
        ...sourced(text, start, start + match[0].length, 0.9),
        field,
        numbers: numbersOf(match[1] ?? ''),
      };
    });
  });
}

function numbersOf(words: string): number[] {
  const range = /^(\d{1,2})\s*(?:t\/m|-)\s*(\d{1,2})$/.exec(words.trim());
  if (range) {
    const from = Number(range[1]);
    return Array.from({ length: Math.max(0, Number(range[2]) - from + 1) }, (_unused, index) => from + index);
  }
  return [...new Set((words.match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b);
}

/** Title, goal and target group say what an intervention is about: they should mention the same ones. */
export function mentionFindings(interventions: InterventionDraft[]): Finding[] {
  // A heading without a number may have any number by its place.
  const present = new Set(interventions.map(({ number, position }) => number ?? position));
  return interventions.flatMap((intervention) => {
    const telling = intervention.mentions.filter(
      ({ field }) => field === 'title' || field === 'goal' || field === 'targetGroup',
    );
    const differ = differing(telling);
    return [
      ...(differ.length > 0 ? differ : itself(intervention, telling)),
      ...unknown(present, intervention),
    ];
  });
}

const list = (numbers: number[]): string => numbers.join(' en ');
const spansOf = (mentions: InterventionMention[]): Span[] => mentions.map(({ span }) => span);
const fieldWords: Record<string, string> = {
  title: 'de titel',
  goal: 'het doel',
  targetGroup: 'de doelgroep',
};

function differing(mentions: InterventionMention[]): Finding[] {
  const groups = new Map<string, InterventionMention[]>();
  for (const mention of mentions) {
    const key = mention.numbers.join();
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  if (groups.size < 2) return [];
  const sentences = [...groups.values()].map((group) => {
    const fields = [...new Set(group.map(({ field }) => fieldWords[field] ?? ''))].join(' en ');
    return `${fields}: ${list(group[0]?.numbers ?? [])}`;
  });
  const message = `Deze interventie noemt niet overal dezelfde interventies (${sentences.join('; ')}). Kies welke bedoeld zijn.`;
  return [{ code: 'intervention.references_differ', message, spans: spansOf(mentions) }];
}

function itself({ number }: InterventionDraft, mentions: InterventionMention[]): Finding[] {
  const own = mentions.filter(({ numbers }) => number !== null && numbers.includes(number));
  if (own.length === 0) return [];
  const message = `Interventie ${number} noemt zichzelf als een van de interventies waarover zij gaat.`;
  return [{ code: 'intervention.references_itself', message, spans: spansOf(own) }];
}

/** A number that no intervention here has. */
function unknown(present: Set<number>, intervention: InterventionDraft): Finding[] {
  const lost = intervention.mentions.filter(({ numbers }) => numbers.some((number) => !present.has(number)));
  if (lost.length === 0) return [];
  const message = 'Hier staat een nummer van een interventie die niet in dit document staat.';
  return [{ code: 'intervention.references_unknown', message, spans: spansOf(lost) }];
}
