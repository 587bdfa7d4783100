// The demo alliance, loaded once into an empty database by its own people, through the same procedures as everybody.
import { backdateJoining, demoState, type FileStore, makeDemoNews, markDemo } from '@kansenplein/core';
import { openOwner, type Database } from '@kansenplein/db';
import { agendas } from '../../demo/agendas.ts';
import { communities } from '../../demo/communities.ts';
import { interventions } from '../../demo/interventions.ts';
import { knowledgeSessions } from '../../demo/knowledge-sessions.ts';
import type { Request } from '../caller.ts';
import { loadAgreements } from './agreements.ts';
import { loadAgenda } from './agendas.ts';
import { loadCommunity } from './communities.ts';
import { loadDocuments } from './documents.ts';
import { loadIntervention } from './interventions.ts';
import { loadSession } from './knowledge-sessions.ts';
import { setStage, type Client, type Stage } from './stage.ts';

/**
 * Loads the demo when the database is empty; throws when it is in real use or an earlier load was broken off. Ready-made
 * accounts and dates in the past are the owner's to make: neither the host nor its jobs can, in demo mode or outside it.
 */
export async function loadDemo(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  ownerUrl: string | null,
  localClient: (request: Request) => Client,
  log: (line: string) => void,
): Promise<void> {
  const state = await demoState(database);
  if (state === 'loaded') return;
  if (state !== 'empty') throw new Error(sentences[state]);
  if (ownerUrl === null) throw new Error(sentences.no_owner);
  log('De voorbeelden worden geladen; dat gebeurt één keer.');
  const owner = openOwner(ownerUrl);
  try {
    await owner.run((tx) => markDemo(tx, 'started'));
    await fillStage(await setStage({ database, files }, owner, localClient));
    await owner.run(backdateJoining);
    await owner.run(makeDemoNews);
    await owner.run((tx) => markDemo(tx, 'loaded'));
  } finally {
    await owner.close();
  }
}

async function fillStage(stage: Stage): Promise<void> {
  const ids = new Map<string, string>();
  // What evaluates another, or was taken over from it, comes after it.
  const standsOn = ({ evaluates = [], adapted }: (typeof interventions)[number]) =>
    evaluates.length + (adapted ? 1 : 0);
  const ordered = [...interventions].sort((one, other) => standsOn(one) - standsOn(other));
  for (const demo of ordered) ids.set(demo.key, await loadIntervention(stage, demo, ids));
  for (const demo of agendas) await loadAgenda(stage, demo, ids);
  for (const demo of knowledgeSessions.filter(({ community }) => community === undefined))
    await loadSession(stage, demo, ids);
  await loadDocuments(stage, ids);
  for (const demo of communities) await loadCommunity(stage, demo, ids);
  for (const demo of knowledgeSessions.filter(({ community }) => community !== undefined))
    await loadSession(stage, demo, ids);
  await loadAgreements(stage);
}

const sentences = {
  half: 'Het laden van de voorbeelden is eerder afgebroken. Maak de database leeg en start opnieuw.',
  no_owner:
    'Om de voorbeelden te laden is DATABASE_OWNER_URL nodig. Geef het adres van de eigenaar van de database, of start met DEMO=0.',
  in_use: 'Deze database is in gebruik zonder voorbeelden. Start met DEMO=0, of kies een lege database.',
};
