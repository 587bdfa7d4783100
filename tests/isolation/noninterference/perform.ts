// One sequence in one copy: each action becomes a request, and everything that B and those around it are told is kept.
import { readFile } from 'node:fs/promises';
import { fullAgenda, fullContent } from '../../support/writing.ts';
import type { Answer } from '../../support/wire.ts';
import { addressOf, codes, type Person, type Side } from './cast.ts';
import type { Asked, Copy } from './copy.ts';
import { Names, type Places } from './names.ts';
import { opening } from './opening.ts';
import { finalQuestions, inTens, lookingAround, oneByOne } from './questions.ts';
import { nameOf, type Step } from './rules.ts';
import { goalOf, wordOf } from './words.ts';

const documents = new URL('../../../apps/api/demo/', import.meta.url);
const textOf: Record<Side, Promise<string>> = {
  A: readFile(new URL('brunssum.txt', documents), 'utf8'),
  B: readFile(new URL('midden-groningen.txt', documents), 'utf8'),
  C: Promise.resolve('Boodschappen: melk, brood en appels.'),
};
const spareOf = (side: Side): Person => `spareOf${side}`;
const guestOf = (name: string) => `gast-${name}@kansenplein.example`;

const change = (procedure: string, input: unknown): Asked => ({ procedure, kind: 'mutation', input });

/** The request for an action, with the ids that things have in this copy. */
async function requestFor(step: Step, copy: Copy, names: Names): Promise<Asked | null> {
  const { verb } = step;
  if (verb === 'look') return null;
  if (verb === 'create') {
    const title = wordOf(step.word);
    return step.kind === 'agenda'
      ? change('agendas.create', { title, kind: 'gka_agenda' })
      : change('interventions.create', { title });
  }
  if (verb === 'bring in')
    return change('imports.start', { fileName: 'agenda.txt', text: await textOf[step.by] });
  if (verb === 'invite') return change('accounts.invite', { address: guestOf(nameOf(step)), role: 'reader' });
  if (verb === 'change role' || verb === 'end membership') {
    const membership = await names.membershipOf(addressOf(spareOf(step.by)));
    return verb === 'change role'
      ? change('accounts.changeRole', { membership, role: step.role })
      : change('accounts.endMembership', { membership });
  }
  const { id } = names.of(step.about);
  if (verb === 'make drafts') return change('imports.makeDrafts', { id });
  if (verb === 'revoke') return change('accounts.revokeInvitation', { id });
  if (verb === 'accept') {
    const token = await names.tokenFor(guestOf(step.about));
    const password = 'een lange zin als wachtwoord';
    // Each its own name: a list that is sorted by name then has one order only.
    return change('accounts.acceptInvitation', { token, name: `Proef gast ${step.about}`, password });
  }
  return onThing(step, id, copy, names);
}

type OnThing = Extract<
  Step,
  {
    verb:
      | 'save'
      | 'discard'
      | 'submit'
      | 'return'
      | 'publish'
      | 'withdraw'
      | 'state'
      | 'remove'
      | 'answer'
      | 'decline';
  }
>;

async function onThing(step: OnThing, id: string, copy: Copy, names: Names): Promise<Asked> {
  const room = names.kindOf(step.about) === 'agenda' ? 'agendas' : 'interventions';
  const part = { pupils: step.step, schools: '' };
  switch (step.verb) {
    case 'save': {
      const title = `${wordOf(step.word)} s${step.step}`;
      const revision = await revisionOf(copy, id);
      const pointsAt = step.pointsAt.map((name) => names.of(name).id);
      if (room === 'interventions') {
        const written = {
          visibility: step.visibility,
          evaluates: pointsAt,
          goal: `Doel ${wordOf(goalOf(step.word))}`,
        };
        return change('interventions.save', { id, revision, content: fullContent(title, written) });
      }
      const content = fullAgenda(title, { visibility: step.visibility });
      const actions = content.actions.map((action) => ({ ...action, interventions: pointsAt }));
      return change('agendas.save', { id, revision, content: { ...content, actions } });
    }
    case 'publish': {
      const revision = await revisionOf(copy, id);
      return change(`${room}.publish`, { id, revision, note: '', personalDataReason: null });
    }
    case 'withdraw':
      return change(`${room}.withdraw`, { id, reason: `Gestopt in stap ${step.step}.` });
    case 'return':
      return change('interventions.return', { id, remark: `Nog niet, stap ${step.step}.` });
    case 'submit':
      return change('interventions.submit', { id });
    case 'discard':
      return change(`${room}.discard`, { id });
    case 'remove':
      return change('interventions.removeParticipation', { id, municipality: codes[step.whom] });
    case 'state': {
      const municipality = codes[step.whom];
      return change('interventions.stateParticipation', {
        id,
        municipality,
        commitment: step.commitment,
        ...part,
      });
    }
    case 'answer':
      return change('interventions.answerParticipation', {
        id,
        commitment: step.commitment,
        ...part,
        ...(step.commitment === 'conditional' && { condition: 'Als de raad akkoord gaat.' }),
      });
    case 'decline':
      return change('interventions.declineParticipation', { id, reason: `Nu niet, stap ${step.step}.` });
  }
}

async function revisionOf(copy: Copy, id: string): Promise<number> {
  const [row] = await copy.look<{ revision: number }>(
    'select revision from intervention where id = $1 union all select revision from agenda where id = $1',
    [id],
  );
  return row?.revision ?? 1;
}

/** Makes what stands before every sequence. */
export async function performOpening(copy: Copy): Promise<void> {
  const names = new Names(copy, opening);
  for (const step of opening) {
    await names.begin(step.step);
    const request = await requestFor(step, copy, names);
    const answer = request && (await copy.ask(step.by, request));
    if (answer?.status !== 200) throw new Error(`the opening failed: ${answer?.body}`);
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
}

/**
 * Plays `steps` in the copy. `places` are all things of the whole sequence, also those that are never made here:
 * about them everybody asks too. `watching` looks on at the end beside B and a visitor.
 */
export async function perform(
  copy: Copy,
  steps: readonly Step[],
  places: Places,
  watching: Person | null,
): Promise<Played> {
  await copy.restore();
  const names = new Names(copy, places);
  const told: Told[] = [];
  const outcomes = new Map<number, string>();
  const keep = (step: number, who: Person | null, about: string, answer: Answer) =>
    told.push({ step, who: who ?? 'visitor', about, answer: names.plain(answer) });

  for (const step of steps) {
    await names.begin(step.step);
    const request = await requestFor(step, copy, names);
    if (request) {
      const who = step.verb === 'accept' ? null : step.by;
      const answer = await copy.ask(who, request);
      outcomes.set(step.step, answer.status === 200 ? 'ok' : 'refused');
      if (step.verb === 'bring in') await copy.readImports();
      await names.learn(nameOf(step));
      if (step.by === 'B') keep(step.step, who, request.procedure, answer);
    }
    if (step.verb === 'look' && step.by === 'B') {
      for (const question of lookingAround(step.step, names))
        keep(step.step, 'B', question.procedure, await copy.ask('B', question));
    }
  }
  const last = places.length;
  await names.begin(last);
  for (const person of new Set<Person | null>(['B', null, watching])) {
    for (const question of oneByOne(person, names))
      keep(last, person, question.procedure, await copy.ask(person, question));
    for (const ten of inTens(finalQuestions(person, names))) {
      const about = ten.map(({ procedure }) => procedure).join(', ');
      keep(last, person, about, await copy.askTogether(person, ten));
    }
  }
  return { told, outcomes, internalErrors: [...copy.internalErrors] };
}
