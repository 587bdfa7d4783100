// The parties of a demo intervention: chosen from those its editor sees, and added when they are not there yet.
import { demoParties, type DemoParty } from '../../demo/organisations.ts';
import type { Client } from './stage.ts';

async function partyId({ organisations }: Client, party: DemoParty): Promise<string> {
  const { name, kind, locatedIn, brin = '', double = false } = party;
  const known = await organisations.list.query({ text: name });
  const same = known.organisations.find((each) => each.name === name);
  if (same) return same.id;
  const added = { name, kind, locatedIn, brin, website: '', anyway: double };
  return (await organisations.add.mutate(added)).id;
}

/** Ids of the parties that this intervention names, in their order. */
export async function partiesOf(client: Client, key: string): Promise<string[]> {
  const ids: string[] = [];
  for (const party of demoParties[key] ?? []) ids.push(await partyId(client, party));
  return ids;
}
