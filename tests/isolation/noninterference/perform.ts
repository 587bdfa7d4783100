// One sequence in one copy: each action becomes a request, and everything that B and those around it are told is kept.
import type { Answer } from '../../support/wire.ts';
import { finalQuestions, lookingAround, whoAsks, type Asking } from './asking.ts';
import type { Person } from './cast.ts';
import type { Asked, Copy } from './copy.ts';
import { Names, type Places } from './names.ts';
import { opening } from './opening.ts';
import { requestFor } from './requests.ts';
import { nameOf } from './model.ts';
import type { Step } from './rules.ts';
import { naming } from './sequences.ts';

/** Makes what stands before every sequence. */
export async function performOpening(copy: Copy): Promise<void> {
  const names = new Names(copy, opening);
  for (const step of opening) {
    await names.begin(step.step);
    const request = await requestFor(step, copy, names);
    const answer = request && (await copy.ask(step.by, request));
    if (answer?.status !== 200) throw new Error(`the opening failed: ${answer?.body}`);
    if (step.verb === 'bring in') await copy.readImports();
    await names.learn(nameOf(step));
  }
}

/** What somebody was told: who, in which step, about what, and the answer without what is random in it. */
export interface Told {
  readonly step: number;
  readonly who: string;
  readonly about: string;
  readonly answer: string;
}

export interface Played {
  readonly told: readonly Told[];
  /** `ok` or `refused` by step, of everybody. */
  readonly outcomes: ReadonlyMap<number, string>;
  readonly internalErrors: readonly unknown[];
  /** Every procedure that was asked, as often as it was. */
  readonly asked: readonly string[];
}

/** What somebody was told, before the random is taken out of it. */
export type Hear = (who: Person | null, about: string, answer: Answer) => void;

/** What is asked when a sequence is at its end. */
export type Ending = (copy: Copy, names: Names, asking: Asking, hear: Hear) => Promise<void>;

/** Asks the questions of the router. */
export const askQuestions: Ending = async (copy, names, asking, hear) => {
  for (const who of whoAsks(asking)) {
    const { oneByOne, inTens, atLast } = finalQuestions(who, names, asking);
    const askEach = async (questions: readonly Asked[]) => {
      for (const question of questions) hear(who, question.procedure, await copy.ask(who, question));
    };
    await copy.asking(async () => {
      await askEach(oneByOne);
      for (const name of names.files()) hear(who, 'files', await copy.fetchFile(who, names.of(name).id));
      for (const ten of inTens)
        hear(who, ten.map(({ procedure }) => procedure).join(', '), await copy.askTogether(who, ten));
    });
    await askEach(atLast);
  }
};

/**
 * Plays `steps` in the copy. `places` are all things of the whole sequence, also those that are never made here:
 * about them everybody asks too.
 */
export async function perform(
  copy: Copy,
  steps: readonly Step[],
  places: Places,
  asking: Asking,
  ending: Ending = askQuestions,
): Promise<Played> {
  await copy.restore();
  const names = new Names(copy, places);
  const heard: { step: number; who: Person | null; about: string; answer: Answer }[] = [];
  const outcomes = new Map<number, string>();
  const changes: string[] = [];

  for (const step of steps) {
    await names.begin(step.step);
    const request = await requestFor(step, copy, names);
    if (request) {
      const who = step.verb === 'accept' ? null : step.by;
      const answer = await copy.ask(who, request);
      changes.push(request.procedure);
      outcomes.set(step.step, answer.status === 200 ? 'ok' : 'refused');
      if (step.verb === 'bring in') await copy.readImports();
      if (naming.has(step.verb)) await names.learn(nameOf(step));
      if (step.by === 'B') heard.push({ step: step.step, who, about: request.procedure, answer });
    }
    if (step.verb === 'look' && step.by === 'B') {
      for (const question of lookingAround(step.step, names, asking)) {
        const answer = await copy.ask('B', question);
        heard.push({ step: step.step, who: 'B', about: question.procedure, answer });
      }
    }
  }
  const step = places.length;
  await names.begin(step);
  await ending(copy, names, asking, (who, about, answer) => heard.push({ step, who, about, answer }));
  await names.learnPseudonyms();
  const told = heard.map((each): Told => ({
    step: each.step,
    who: each.who ?? 'visitor',
    about: names.plainText(each.about),
    answer: names.plain(each.answer),
  }));
  const asked = [
    ...changes,
    ...told.flatMap(({ who, about }) => about.split(', ').map((each) => `${each} (${who})`)),
  ];
  return { told, outcomes, internalErrors: [...copy.internalErrors], asked };
}
