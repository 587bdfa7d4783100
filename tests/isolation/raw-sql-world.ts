// What raw SQL is tried on, for the own municipality and for another: each kind of row that the specification tells apart.
import { readNextImport } from '@kansenplein/core';
import { readFile } from 'node:fs/promises';
import {
  agreed,
  makeAlliance,
  own,
  stated,
  stranger,
  type Alliance,
  type PersonName,
} from '../support/alliance.ts';
import { storedFile } from '../support/files.ts';
import { start } from '../support/prepared.ts';
import { asSuperuser } from '../support/sql.ts';
import { adoptAndPublish, makeAgenda, makeIntervention, ownDesk, strangerDesk } from '../support/writing.ts';
import { fillCommunities } from './raw-sql-communities.ts';
import { makeMerged, makeOrganisation, organisationKinds } from './matrix-organisations.ts';
import { looseFileOf, makeAttached } from './matrix-attachments.ts';
import { makeCalendarAddress } from './matrix-calendar.ts';
import { agreedOn, recordBy, signFor } from './matrix-commitments.ts';
import { fullProfile, makeProfile } from './matrix-directory.ts';
import { makePresent } from './matrix-presence.ts';
import { makeKept } from './matrix-saved-searches.ts';
import { fillSessions } from './matrix-sessions.ts';
import { makeTold } from './matrix-notifications.ts';
import { makeReviewed } from './matrix-versions.ts';
import { agendaKinds, interventionKinds, makeAgendaOfKind, makeImport, makeOfKind } from './matrix-world.ts';

const document = new URL('../../apps/api/demo/brunssum.txt', import.meta.url);

/** An alliance that holds each kind of row, made now unless it was made before. */
export async function makeFilledAlliance(): Promise<Alliance> {
  const alliance = await makeAlliance();
  if (!start().alliance?.filled) await fillAlliance(alliance);
  return alliance;
}

/** Both municipalities with everything; documents and files are in every state they pass through. */
export async function fillAlliance(alliance: Alliance): Promise<void> {
  for (const each of Object.values(interventionKinds)) await makeOfKind(alliance, each);
  for (const each of Object.values(agendaKinds)) await makeAgendaOfKind(alliance, each);
  for (const each of Object.values(organisationKinds)) await makeOrganisation(alliance, each);
  await makeMerged(alliance);
  for (const desk of [ownDesk, strangerDesk]) await makeReviewed(alliance, desk);
  for (const desk of [ownDesk, strangerDesk]) await makePresent(alliance, desk);
  for (const person of ['editor', 'strangerEditor'] as const) await makeKept(alliance, person);
  for (const person of ['editor', 'strangerEditor'] as const) await makeCalendarAddress(alliance, person);
  await fillSessions(alliance);
  await makePagesOfPeople(alliance);
  await makeConsultations(alliance);
  await makeImport(alliance, 'drafted');
  for (const desk of [ownDesk, strangerDesk]) {
    await makeEvaluation(alliance, desk);
    // By the same title in both: what one calls its own is refused to nobody else.
    const title = 'Samen sterk in lezen';
    await makeAgenda(alliance, { desk, title, state: 'withdrawn', visibility: 'municipality' });
    await makeIntervention(alliance, { desk, title, state: 'withdrawn' });
  }
  for (const person of ['editor', 'strangerEditor'] as const) {
    await makeReview(alliance, person);
    await makeFile(alliance, person);
  }
  // What waits for the job comes last: making a later document would read it.
  for (const person of ['editor', 'strangerEditor'] as const) await makeHeldFile(alliance, person, 'read');
  for (const person of ['editor', 'strangerEditor'] as const)
    await makeHeldFile(alliance, person, 'received');
  await makeAttachments(alliance);
  await makeQuestions(alliance);
  await makeAdoptions(alliance);
  await fillCommunities(alliance);
  for (const person of ['editor', 'strangerEditor'] as const) await makeTold(alliance, person);
  for (const person of ['administrator', 'strangerAdministrator'] as const) {
    const administrator = await alliance.as(person);
    await administrator.accounts.invite.mutate({
      address: `${person}@elders.example`,
      role: 'reader',
    });
  }
}

/** A page for insiders that says what it evaluates. */
async function makeEvaluation(alliance: Alliance, desk: typeof ownDesk) {
  const { id } = await makeIntervention(alliance, { desk, state: 'published' });
  await makeIntervention(alliance, {
    desk,
    state: 'published',
    visibility: 'municipality',
    content: { evaluates: [id] },
  });
}

/** A document that was read, in which something was decided, with two colleagues who look. */
async function makeReview(alliance: Alliance, by: 'editor' | 'strangerEditor') {
  const editor = await alliance.as(by);
  const text = (await readFile(document, 'utf8')).replaceAll(
    'Brunssum',
    by === 'editor' ? 'Brunssum' : 'Midden-Groningen',
  );
  while (await readNextImport(alliance.database, alliance.files));
  const { id } = await editor.imports.start.mutate({
    fileName: 'agenda.txt',
    text,
  });
  await readNextImport(alliance.database, alliance.files);
  const colleague = await alliance.as(by === 'editor' ? 'publisher' : 'strangerPublisher');
  for (const each of [editor, colleague]) await each.imports.present.mutate({ id });
  const item = 'intervention/1/goal';
  await editor.imports.decide.mutate({
    id,
    item,
    revision: 0,
    verdict: 'accepted',
  });
}

const makeFile = async (alliance: Alliance, by: PersonName, text = `Los bestand van ${by}`) =>
  storedFile(alliance, await alliance.secretOf(by), text);

async function makeHeldFile(alliance: Alliance, by: PersonName, state: 'read' | 'received') {
  const file = await makeFile(alliance, by, `Een ${state} document van ${by}`);
  await (await alliance.as(by)).imports.start.mutate({ file });
  if (state === 'read') while (await readNextImport(alliance.database, alliance.files));
}

/** Drafts and pages with a file, a file for each that waits to be attached, and keys of files that are gone. */
async function makeAttachments(alliance: Alliance) {
  for (const kind of Object.values(interventionKinds)) await makeAttached(alliance, 'interventions', kind);
  for (const kind of Object.values(agendaKinds)) await makeAttached(alliance, 'agendas', kind);
  for (const person of ['editor', 'strangerEditor'] as const) await looseFileOf(alliance, person);
  for (const days of [0, 2])
    await asSuperuser(
      alliance.urls.superuserUrl,
      `insert into file_removal (key, deleted_at) values ($1, now() - make_interval(days => $2))`,
      [`${days}`.repeat(64), days],
    );
}

/** Open questions of both municipalities, and of each one that was taken back after it was told. */
async function makeQuestions(alliance: Alliance) {
  for (const desk of [ownDesk, strangerDesk]) {
    const other = desk === ownDesk ? stated : own;
    const { id } = await makeIntervention(alliance, {
      desk,
      parts: [{ municipality: agreed }, { municipality: other }],
    });
    await asSuperuser(
      alliance.urls.superuserUrl,
      'update participation_question set told_at = now() where intervention_id = $1',
      [id],
    );
    const editor = await alliance.as(desk.editor);
    await editor.interventions.removeParticipation.mutate({
      id,
      municipality: agreed,
    });
  }
}

/** For nobody, for colleagues and for members, in both municipalities; of a partner and of a coordinator. */
async function makePagesOfPeople(alliance: Alliance) {
  for (const [person, shownTo] of [
    ['editor', 'own'],
    ['reader', 'nobody'],
    ['publisher', 'alliance'],
    ['strangerEditor', 'own'],
    ['strangerPublisher', 'alliance'],
    ['partner', 'own'],
    ['coordinator', 'own'],
  ] as const)
    await makeProfile(alliance, person, fullProfile(shownTo));
}

/** What each side recorded, and what both agreed on; a promise of each. */
async function makeConsultations(alliance: Alliance) {
  for (const [publisher, municipality] of [
    ['publisher', own],
    ['strangerPublisher', stranger],
  ] as const) {
    await recordBy(alliance, publisher, municipality);
    await recordBy(alliance, 'coordinator', municipality);
    await agreedOn(alliance, publisher, municipality);
    await signFor(alliance, municipality, 'consultation');
  }
}

/** Each municipality took something over from the other, and published it. */
async function makeAdoptions(alliance: Alliance) {
  for (const [desk, other] of [
    [ownDesk, strangerDesk],
    [strangerDesk, ownDesk],
  ] as const) {
    const source = await makeIntervention(alliance, { desk: other, state: 'published' });
    await adoptAndPublish(await alliance.as(desk.publisher), source.handle);
  }
}
