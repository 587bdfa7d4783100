// Being asked to take part, as domain.md ('Joint') says it: the lead names and states, the municipality answers for
// itself, a changed text asks again. Each function changes the thing it is given.
import type { Side } from './cast.ts';
import { concerning, type Commitment, type Part, type Question, type Thing } from './model.ts';

const openQuestion = ({ questions }: Thing, of: Side) =>
  questions.find((each) => each.of === of && each.answer === null && each.closed === null);

function ask(
  thing: Thing,
  of: Side,
  stated: Part,
  rest: Pick<Question, 'askedIn' | 'changed' | 'due'>,
): void {
  const rounds = thing.questions.filter((each) => each.of === of).map(({ round }) => round);
  thing.questions.push({
    ...rest,
    of,
    stated,
    round: Math.max(0, ...rounds) + 1,
    title: thing.written.step,
    answer: null,
    answeredIn: null,
    closed: null,
  });
}

/**
 * The lead names a municipality, changes what it stated, or invites again who withdrew; never over a consent. What it
 * states of itself asks nobody.
 */
export function stateNaming(thing: Thing, whom: Side, commitment: Commitment, step: number): boolean {
  if (whom === thing.owner) {
    thing.parts[whom] = { commitment: 'confirmed', agreed: true, step, consentedTo: null, askedAgain: null };
    return true;
  }
  const known = thing.parts[whom];
  if (known?.agreed && known.commitment !== 'withdrawn') return false;
  const part: Part = { commitment, agreed: false, step, consentedTo: null, askedAgain: null };
  thing.parts[whom] = part;
  const due = { step, soon: true };
  const open = openQuestion(thing, whom);
  if (known && !known.agreed && open) Object.assign(open, { stated: part, due });
  else ask(thing, whom, part, { askedIn: step, changed: [], due });
  return true;
}

/** A slip of the list is taken back unseen: nobody is told of what nobody was told of. */
export function removeNaming(thing: Thing, whom: Side): void {
  if (!thing.parts[whom]) return;
  delete thing.parts[whom];
  const open = openQuestion(thing, whom);
  thing.questions = thing.questions.filter((each) => each !== open);
}

/** False when there is nothing to answer, when it withdrew, and when it would withdraw from what it never agreed to. */
export function answerAsParticipant(thing: Thing, by: Side, commitment: Commitment, step: number): boolean {
  const known = thing.parts[by];
  if (!known || (known.commitment === 'withdrawn' && known.agreed)) return false;
  if (!known.agreed && commitment === 'withdrawn') return false;
  const consentedTo = commitment === 'withdrawn' ? null : concerning(thing.written);
  thing.parts[by] = { commitment, agreed: true, step, consentedTo, askedAgain: null };
  const newest = thing.questions.findLast((each) => each.of === by && each.closed === null);
  // The lead must hear that somebody leaves; the rest it sees where it writes.
  const due = commitment === 'withdrawn' ? { step, soon: false } : null;
  if (newest) Object.assign(newest, { answer: commitment, answeredIn: step, due });
  return true;
}

/** Its own part, after agreeing and while its answer holds: nothing else of it changes. */
export function keepUpPart(thing: Thing, by: Side, step: number): boolean {
  const known = thing.parts[by];
  if (!known?.agreed || known.commitment === 'withdrawn' || known.askedAgain !== null) return false;
  thing.parts[by] = { ...known, step };
  return true;
}

/** Only before it agreed: the naming goes, the question stays with its answer. */
export function declineNaming(thing: Thing, by: Side, step: number): boolean {
  const open = openQuestion(thing, by);
  if (!open || thing.parts[by]?.agreed !== false) return false;
  delete thing.parts[by];
  Object.assign(open, { answer: 'declined', answeredIn: step, due: { step, soon: false } });
  return true;
}

/** Publishing asks again who agreed to another text; the old text again closes that question. */
export function askAgain(thing: Thing, step: number): void {
  const now = concerning(thing.written);
  for (const [of, part] of Object.entries(thing.parts) as [Side, Part][]) {
    const { consentedTo } = part;
    if (consentedTo === null) continue;
    const changed = (['complete', 'goal', 'visibility'] as const).filter(
      (field) => consentedTo[field] !== now[field],
    );
    const open = openQuestion(thing, of);
    if (changed.length === 0) {
      thing.parts[of] = { ...part, askedAgain: null };
      if (open) Object.assign(open, { closed: step, due: null });
      continue;
    }
    const asked = { ...part, askedAgain: part.askedAgain ?? step };
    thing.parts[of] = asked;
    if (open) open.changed = changed;
    else ask(thing, of, asked, { askedIn: step, changed, due: { step, soon: false } });
  }
}

/** Handed in or published: who is named hears it at once. */
export function tellAtOnce(thing: Thing, step: number): void {
  for (const question of thing.questions)
    if (question.due?.soon && question.answer === null) question.due = { step, soon: false };
}

/** The question carries the title as long as it is open. */
export function retitle(thing: Thing): void {
  for (const question of thing.questions)
    if (question.answer === null && question.closed === null) question.title = thing.written.step;
}
