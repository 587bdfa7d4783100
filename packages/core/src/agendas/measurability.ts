// Help with intended results: does the text say who, how much, by when and measured with what? It reads Dutch words
// and never decides: a person may know better, and nothing is refused because of it.
import type { IntendedResult } from './contract-parts.ts';
import { gaugesFor, type Gauge } from './measurability-gauges.ts';
import {
  countablePattern,
  felt,
  instruments,
  months,
  numberOf,
  numberPattern,
  peoplePattern,
  placePattern,
  vagueAmount,
  vagueInstrument,
  vagueMoment,
} from './measurability-words.ts';

export interface Aspect {
  readonly found: boolean;
  /** The words of the text that say it. */
  readonly words: string[];
  /** Words that point at it without saying it: 'hogere', 'op termijn'. Only when nothing better was found. */
  readonly vague: string[];
}

export interface Measurability {
  readonly who: Aspect;
  readonly howMuch: Aspect;
  readonly byWhen: Aspect;
  readonly measuredWith: Aspect;
  /** All four are said. */
  readonly measurable: boolean;
  readonly gauges: Gauge[];
}

type Target = IntendedResult['target'];

const re = (source: string) => new RegExp(source, 'giu');
const edge = String.raw`(?<![\p{L}\d-])`;
const noMore = String.raw`(?![\p{L}\d])`;
const range = String.raw`\d{1,2}\s*(?:-|–|tot en met|t\/m|tot)\s*\d{1,2}`;
const schoolYear = String.raw`20\d\d(?:\s*[-\/–]\s*(?:20)?\d\d)?`;
const atLeast = String.raw`(?:(?:≥|>=|>|≤|<=|<|minimaal|minstens|ten minste|tenminste|maximaal|hoogstens|ten hoogste|meer dan|minder dan|zeker|ruim|circa|ongeveer|in totaal)\s*)?`;
const timeSpan = '(?:jaren|jaar|maanden|maand|weken|week|werkdagen|dagen|dag)';
const perTime = String.raw`\s+(?:keer|maal|x|uur|dagdelen|bijeenkomsten)\s+per\s+(?:jaar|schooljaar|week|maand|kwartaal|dag)`;

const patterns = {
  datesWithYear: re(`${edge}\\d{1,2}(?:e|ste)? (?:${months}) 20\\d\\d${noMore}`),
  datesWithout: re(`${edge}\\d{1,2}(?:e|ste)? (?:${months})${noMore}`),
  baselines: re(
    `${edge}(?:ten opzichte van|t\\.o\\.v\\.|vergeleken met|in vergelijking met|sinds|nulmeting(?: in| uit| van)?)\\s+(?:het (?:school)?jaar\\s+)?${schoolYear}${noMore}`,
  ),
  years: re(
    `(?:${edge}(?:eind|begin|medio|uiterlijk(?: in)?|vóór|voor|vanaf|per|in)\\s+)?(?:(?:het )?schooljaar\\s+)?(?<![\\d.,])${schoolYear}${noMore}(?!\\s+${countablePattern})(?!\\s*%)`,
  ),
  eachYear: re(
    `${edge}(?:(?:elk|ieder)\\s+(?:school)?jaar|(?:elk|ieder) (?:voor|na)jaar|jaarlijks|elke zomer)${noMore}`,
  ),
  endOfAgenda: re(
    `${edge}(?:(?:aan het )?einde? van|binnen|tijdens|gedurende|in)\\s+(?:de|deze|het|dit)\\s+(?:looptijd|agenda|agendaperiode|akkoord|convenant|beleidsperiode|raadsperiode)${noMore}`,
  ),
  inSoManyYears: re(`${edge}(?:binnen|over) ${numberPattern} jaar${noMore}`),
  ages: re(
    `${edge}(?:${range}[\\s-]?(?:jaar|jarigen?)|(?:onder de|tot|vanaf|van)\\s+\\d{1,2}\\s+jaar|\\d{1,2}\\+?-?jarigen?|${numberPattern}jarigen?)${noMore}`,
  ),
  classes: re(
    `${edge}(?:groep(?:en)?|klas(?:sen)?|leerja(?:ar|ren))\\s+\\d(?:\\s*(?:,|en|-|–|\\/|tot en met|t\\/m|tot|of)\\s*\\d)*${noMore}`,
  ),
  levels: re(`${edge}[123][FS]${noMore}`),
  withinTime: re(`${edge}binnen\\s+${numberPattern}\\s+${timeSpan}${noMore}`),
  times: re(`${edge}${atLeast}${numberPattern}${perTime}${noMore}`),
  durations: re(`${edge}${numberPattern}\\s+${timeSpan}${noMore}`),
  labels: re(
    `${edge}(?:doel|fase|stap|versie|deel|artikel|thema|niveau|bijlage|programma|pijler)\\s+\\d+(?:\\.\\d+)*`,
  ),
  shares: re(
    `${edge}${atLeast}(?:${numberPattern}\\s*(?:%|procent(?:punt)?)|${numberPattern}\\s+(?:van|op)\\s+(?:de|elke|iedere)\\s+${numberPattern}|(?:de )?helft|driekwart|twee derde|een (?:kwart|derde|vijfde|tiende)|halve(?:ert|ren)|gehalveerd|verdubbel(?:t|en|d))${noMore}`,
  ),
  numbers: re(`${edge}${atLeast}${numberPattern}${noMore}`),
  counted: re(
    `${edge}${atLeast}(${numberPattern})(?:\\s+(?!(?:uur|keer|maal|dagdelen|van|op|naar)\\s)[\\p{L}-]+){0,2}?\\s+(${countablePattern})`,
  ),
  each: re(
    `${edge}(?:alle|elke?|iedere?|geen(?: enkele?)?)\\s+(?!(?:school)?jaar|dagen|dag|week|weken|maand|keer|kwartaal|zomer|najaar|voorjaar|tijd)(?:\\d+\\s+)?(?:[\\p{L}-]+)|${edge}iedereen${noMore}`,
  ),
  eachPlace: re(`${edge}(?:alle|elke?|iedere?)(?:\\s+[\\p{L}-]+){0,2}?\\s+(?:${placePattern})`),
  who: re(`${placePattern}|${peoplePattern}`),
} as const;

/** A text of which what was understood is taken out, so that no number is read twice. */
class Reading {
  private readonly text: string;
  private rest: string;
  constructor(text: string) {
    this.text = text;
    this.rest = text;
  }
  /** What `pattern` finds in what is left, in the words of the text itself; it stays. */
  see(pattern: RegExp): string[] {
    return [...this.rest.matchAll(pattern)].map(({ index, 0: found }) =>
      this.text
        .slice(index, index + found.length)
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }
  find(pattern: RegExp): RegExpExecArray[] {
    return [...this.rest.matchAll(pattern)];
  }
  /** The same as `see`; it is read no more. */
  take(pattern: RegExp): string[] {
    const found = this.see(pattern);
    if (found.length > 0) this.rest = this.rest.replace(pattern, (each) => ' '.repeat(each.length));
    return found;
  }
}

const once = (words: readonly string[]) => [...new Set(words)].slice(0, 6);
const aspect = (words: readonly string[], vague: readonly string[] = []): Aspect => {
  const found = words.length > 0;
  return { found, words: once(words), vague: found ? [] : once(vague) };
};

function read(text: string) {
  const reading = new Reading(text);
  const who = reading.see(patterns.who);
  const instrument = reading.see(instruments);
  const withYear = reading.take(patterns.datesWithYear);
  const without = reading.take(patterns.datesWithout);
  const baseline = reading.take(patterns.baselines);
  const moments = [
    ...withYear,
    ...reading.take(patterns.years),
    ...reading.take(patterns.eachYear),
    ...reading.take(patterns.endOfAgenda),
    ...reading.take(patterns.inSoManyYears),
  ];
  const ages = reading.take(patterns.ages);
  const classes = reading.take(patterns.classes);
  const levels = reading.take(patterns.levels);
  const times = reading.take(patterns.times);
  const within = reading.take(patterns.withinTime);
  reading.take(patterns.durations);
  reading.take(patterns.labels);
  const shares = reading.take(patterns.shares);
  const numbersOfThings = reading.see(patterns.counted);
  const counted = reading.find(patterns.counted);
  const places = reading.see(patterns.eachPlace);
  const all = reading.see(patterns.each);
  const numbers = reading.take(patterns.numbers);
  return {
    ...{ who, instrument, counted, baseline, moments, without, ages, classes, levels, times, within, shares },
    ...{ numbersOfThings, places, numbers, all },
  };
}

/** '11 scholen in 2025' of a target, as far as it was filled in. */
const targetWords = ({ value, unit }: NonNullable<Target>) =>
  value === null ? [] : [`${value.toLocaleString('nl-NL')} ${unit}`.trim()];

/** Read no further: an intended result of more than five lines says its number in front or nowhere. */
const longest = 600;

/**
 * What an intended result says and what it leaves open. `text` is Dutch; `target` is what was filled in beside it, and
 * counts as said. Pure, and never wrong enough to block: it only helps.
 */
export function measurability(text: string, target: Target): Measurability {
  const said = read(text.slice(0, longest).normalize('NFC'));
  const filled = target ? targetWords(target) : [];
  const unit = target?.unit.match(patterns.who) ?? [];
  const year = target?.year ? [String(target.year)] : [];
  // A number of schools or pupils is measured by counting them; what people feel is not.
  const countable = felt.test(text)
    ? []
    : [...said.numbersOfThings, ...said.places, ...said.times, ...(unit.length > 0 ? filled : [])];
  const who = aspect([...said.who, ...unit, ...said.ages, ...said.classes]);
  const amounts = [...said.shares, ...said.times, ...said.numbersOfThings, ...said.numbers];
  const howMuch = aspect(
    [...filled, ...withoutParts([...amounts, ...said.within, ...said.all])],
    text.match(vagueAmount) ?? [],
  );
  const byWhen = aspect([...year, ...said.moments], [...(text.match(vagueMoment) ?? []), ...said.without]);
  const measuredWith = aspect(
    [...said.instrument, ...said.levels, ...said.baseline, ...countable.map((each) => `tellen: ${each}`)],
    text.match(vagueInstrument) ?? [],
  );
  const measurable = [who, howMuch, byWhen, measuredWith].every(({ found }) => found);
  return { who, howMuch, byWhen, measuredWith, measurable, gauges: gaugesFor(text) };
}

/** Without words that are part of longer ones: '7' beside 'minimaal 7 kindcentra'. */
const withoutParts = (words: readonly string[]) =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)));

/**
 * The target a text names, for who reads a document in: only when it names exactly one number of things or times and
 * nothing else that could be it; null otherwise. Year: the last one that is no baseline.
 */
export function targetIn(text: string): Target {
  const { counted, times, shares, moments, numbers } = read(text.slice(0, longest).normalize('NFC'));
  const years = moments.flatMap((moment) => [...moment.matchAll(/20\d\d/g)]).map(([year]) => Number(year));
  const year = years.length > 0 ? Math.max(...years) : null;
  const [thing] = counted;
  const [time] = times;
  if (thing && counted.length === 1 && times.length === 0 && shares.length === 0 && numbers.length <= 1)
    return { value: numberOf(thing[1] ?? ''), unit: (thing[2] ?? '').slice(0, 60), year };
  if (time && times.length === 1 && counted.length === 0 && shares.length === 0 && numbers.length === 0) {
    const number = new RegExp(numberPattern, 'iu').exec(time)?.[0] ?? '';
    const unit = time
      .slice(time.indexOf(number) + number.length)
      .trim()
      .slice(0, 60);
    return { value: numberOf(number), unit, year };
  }
  return null;
}
