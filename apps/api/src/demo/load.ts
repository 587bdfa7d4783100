// The demo alliance, loaded once into an empty database by its own people, through the same procedures as everybody.
import { demoState, markDemo } from '@kansenplein/core';
import type { Database } from '@kansenplein/db';
import { agendas } from '../../demo/agendas.ts';
import { interventions } from '../../demo/interventions.ts';
import type { Request } from '../caller.ts';
import { loadAgenda } from './agendas.ts';
import { loadDocuments } from './documents.ts';
import { loadIntervention } from './interventions.ts';
import { setStage, type Client } from './stage.ts';

/** Loads the demo when the database is empty; throws when it is in real use or an earlier load was broken off. */
export async function loadDemo(
  database: Database,
  localClient: (request: Request) => Client,
  log: (line: string) => void,
): Promise<void> {
  const state = await demoState(database);
  if (state === 'loaded') return;
  if (state !== 'empty') throw new Error(sentences[state]);
  log('De voorbeelden worden geladen; dat gebeurt één keer.');
  await markDemo(database, 'started');
  const stage = await setStage(database, localClient);
  const ids = new Map<string, string>();
  // What evaluates another comes after it.
  const ordered = [...interventions].sort(
    (one, other) => (one.evaluates?.length ?? 0) - (other.evaluates?.length ?? 0),
  );
  for (const demo of ordered) ids.set(demo.key, await loadIntervention(stage, demo, ids));
  for (const demo of agendas) await loadAgenda(stage, demo, ids);
  await loadDocuments(stage, ids);
  await markDemo(database, 'loaded');
}

const sentences = {
  half: 'Het laden van de voorbeelden is eerder afgebroken. Maak de database leeg en start opnieuw.',
  in_use: 'Deze database is in gebruik zonder voorbeelden. Start met DEMO=0, of kies een lege database.',
};
