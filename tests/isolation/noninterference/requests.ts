// Each action as the request that a browser would send for it, with the ids that things have in this copy.
import { readFile } from 'node:fs/promises';
import { markOf } from '../../../packages/core/src/interventions/service-questions.ts';
import { fullAgenda, fullContent } from '../../support/writing.ts';
import { addressOf, codes, type Person, type Side } from './cast.ts';
import type { Asked, Copy } from './copy.ts';
import type { Names } from './names.ts';
import { meetingOf, pageOf } from './meeting-and-showing.ts';
import { nameOf } from './model.ts';
import type { Step } from './rules.ts';
import { isTalk, requestOfTalk } from './talking.ts';
import { fileName, goalOf, wordOf } from './words.ts';

const documents = new URL('../../../apps/api/demo/', import.meta.url);
const textOf: Record<Side, Promise<string>> = {
  A: readFile(new URL('brunssum.txt', documents), 'utf8'),
  B: readFile(new URL('midden-groningen.txt', documents), 'utf8'),
  C: Promise.resolve('Boodschappen: melk, brood en appels.'),
};
const spareOf = (side: Side): Person => `spareOf${side}`;
const guestOf = (name: string) => `gast-${name}@kansenplein.example`;

/** Each its own name: a list that is sorted by name then has one order only. */
const described = (word: number, { step }: Step) => ({
  name: `Stichting ${wordOf(word)} o${step}`,
  kind: 'other',
  locatedIn: null,
  brin: '',
  website: '',
});

const change = (procedure: string, input: unknown): Asked => ({ procedure, kind: 'mutation', input });

/** The request for an action, with the ids that things have in this copy. */
export async function requestFor(step: Step, copy: Copy, names: Names): Promise<Asked | null> {
  const { verb } = step;
  if (verb === 'look') return null;
  if (verb === 'take along') return change('leaving.start', undefined);
  if (verb === 'ask for own data') return change('personalData.mine', undefined);
  if (verb === 'create') {
    const title = wordOf(step.word);
    return step.kind === 'agenda'
      ? change('agendas.create', { title, kind: 'gka_agenda' })
      : change('interventions.create', { title });
  }
  if (verb === 'add organisation')
    return change('organisations.add', { ...described(step.word, step), anyway: true });
  if (verb === 'bring in') return change('imports.start', { fileName, text: await textOf[step.by] });
  if (verb === 'show oneself') return change('people.save', pageOf(step.step, step.to));
  if (verb === 'record meeting')
    return change('consultations.record', { municipality: null, ...meetingOf(step.step) });
  if (verb === 'invite') return change('accounts.invite', { address: guestOf(nameOf(step)), role: 'reader' });
  if (verb === 'change role' || verb === 'end membership') {
    const membership = await names.membershipOf(addressOf(spareOf(step.by)));
    return verb === 'change role'
      ? change('accounts.changeRole', { membership, role: step.role })
      : change('accounts.endMembership', { membership });
  }
  if (isTalk(step)) {
    const { procedure, input } = requestOfTalk(step, 'about' in step ? names.of(step.about).id : '');
    return change(procedure, input);
  }
  const { id, handle } = names.of(step.about);
  if (verb === 'correct organisation') {
    const [row] = await copy.look<{ revision: number }>('select revision from organisation where id = $1', [
      id,
    ]);
    return change('organisations.correct', { id, revision: row?.revision ?? 1, ...described(0, step) });
  }
  if (verb === 'correct meeting') {
    const [row] = await copy.look<{ number: number }>('select number from consultation where id = $1', [id]);
    const seen = { id, number: row?.number ?? 1 };
    return change('consultations.correct', { ...seen, ...meetingOf(step.step), words: '' });
  }
  if (verb === 'adopt') return change('adoptions.adopt', { handle });
  if (verb === 'make drafts') return change('imports.makeDrafts', { id });
  if (verb === 'follow') return change('imports.follow', { id, earlier: names.of(step.earlier).id });
  if (verb === 'decide') {
    const revision = await decisionOf(copy, id);
    return change('imports.decide', { id, item: inEveryAgenda, revision, verdict: 'accepted' });
  }
  if (verb === 'take over') {
    const draft = await agendaOf(copy, id);
    const revision = await revisionOf(copy, draft);
    return change('imports.takeOver', { id, draft, revision, field: 'title', number: '' });
  }
  if (verb === 'explain')
    return change('adoptions.explain', { id, reasons: { goal: `Bij ons anders, stap ${step.step}.` } });
  if (verb === 'take from source') {
    const [revision, version] = [await revisionOf(copy, id), await newestOfSource(copy, id)];
    return change('adoptions.takeOver', { id, revision, version, fields: ['goal'] });
  }
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
      | 'remark'
      | 'state'
      | 'remove'
      | 'answer'
      | 'decline'
      | 'keep up'
      | 'attach'
      | 'detach';
  }
>;

async function onThing(step: OnThing, id: string, copy: Copy, names: Names): Promise<Asked> {
  const room = names.kindOf(step.about) === 'agenda' ? 'agendas' : 'interventions';
  const amount = Math.abs(step.step);
  const part = { pupils: amount, schools: '', budgetEuros: amount * 100, budgetPer: 'year' };
  switch (step.verb) {
    case 'save': {
      const title = `${wordOf(step.word)} s${step.step}`;
      const revision = await revisionOf(copy, id);
      const pointsAt = step.pointsAt.map((name) => names.of(name).id);
      const organisations = (step.names ?? []).map((name) => names.of(name).id);
      if (room === 'interventions') {
        const written = {
          visibility: step.visibility,
          evaluates: pointsAt,
          organisations,
          goal: `Doel ${wordOf(goalOf(step.word))}`,
        };
        return change('interventions.save', { id, revision, content: fullContent(title, written) });
      }
      const content = fullAgenda(title, { visibility: step.visibility });
      const actions = content.actions.map((action) => ({ ...action, interventions: pointsAt }));
      return change('agendas.save', { id, revision, content: { ...content, actions, organisations } });
    }
    case 'publish': {
      const revision = await revisionOf(copy, id);
      return change(`${room}.publish`, { id, revision, note: '', personalDataReason: null });
    }
    case 'withdraw':
      return change(`${room}.withdraw`, { id, reason: `Gestopt in stap ${step.step}.` });
    case 'return':
      return change(`${room}.return`, { id, remark: `Nog niet, stap ${step.step}.` });
    case 'remark':
      return change(`${room}.remark`, { id, field: '', text: `Kijk nog eens, stap ${step.step}.` });
    case 'submit':
      return change(`${room}.submit`, { id });
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
    case 'keep up': {
      const words = { budgetShare: '', contactRole: '', contactMailbox: '' };
      const localForm = `Bij ons anders, stap ${step.step}.`;
      const seen = await seenOf(copy, id, codes[step.by]);
      return change('interventions.saveOwnPart', { id, seen, ...part, ...words, localForm });
    }
    case 'attach': {
      const file = await copy.bring(step.by, `bijlage s${step.step}.docx`);
      const texts = { title: `Bijlage s${step.step}`, alternative: '', personalDataReason: null };
      return change(`${room}.attach`, { id, file, ...texts });
    }
    case 'detach':
      return change(`${room}.detach`, { id, attachment: await attachedLast(copy, id) });
    case 'decline':
      return change('interventions.declineParticipation', { id, reason: `Nu niet, stap ${step.step}.` });
  }
}

/** The mark of a part as its municipality reads it; none where there is no part. */
async function seenOf(copy: Copy, id: string, municipality: string): Promise<string> {
  const [row] = await copy.look<Parameters<typeof markOf>[0] & Record<string, unknown>>(
    `select commitment, pupils, schools, condition, budget_euros as "budgetEuros", budget_per as "budgetPer",
       budget_share as "budgetShare", contact_role as "contactRole", contact_mailbox as "contactMailbox", local_form as "localForm"
     from participation where intervention_id = $1 and municipality = $2`,
    [id, municipality],
  );
  return row ? markOf(row) : '';
}

async function revisionOf(copy: Copy, id: string): Promise<number> {
  const [row] = await copy.look<{ revision: number }>(
    'select revision from intervention where id = $1 union all select revision from agenda where id = $1',
    [id],
  );
  return row?.revision ?? 1;
}

/** What was attached last to a working copy; the copy itself where nothing is. */
async function attachedLast(copy: Copy, id: string): Promise<string> {
  const [row] = await copy.look<{ id: string }>(
    'select id from attachment where document_id = $1 and version is null order by position desc limit 1',
    [id],
  );
  return row?.id ?? id;
}

/** The newest version of what this was taken over from; 1 where there is none. */
async function newestOfSource(copy: Copy, id: string): Promise<number> {
  const [row] = await copy.look<{ number: number }>(
    'select v.number from adoption a join intervention_version v on v.intervention_id = a.source_id where a.intervention_id = $1 and v.current',
    [id],
  );
  return row?.number ?? 1;
}

/** Something that the reader finds in every agenda. */
const inEveryAgenda = 'agenda/title';

async function decisionOf(copy: Copy, id: string): Promise<number> {
  const [row] = await copy.look<{ revision: number }>(
    'select revision from import_decision where import_id = $1 and item = $2',
    [id, inEveryAgenda],
  );
  return row?.revision ?? 0;
}

/** The draft that was made of an import; the import itself where there is none. */
async function agendaOf(copy: Copy, id: string): Promise<string> {
  const [row] = await copy.look<{ agenda: string }>(
    'select agenda_id as agenda from document_import where id = $1 and agenda_id is not null',
    [id],
  );
  return row?.agenda ?? id;
}
