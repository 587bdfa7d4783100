// The matrix of being present in a working copy: whoever may read it says so and is told who else is there.
import { type Alliance } from '../support/alliance.ts';
import { makeAgenda, makeIntervention, type Desk } from '../support/writing.ts';
import {
  agendaKinds,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  nowhere,
  readers,
  seesWorkingCopy,
  type Case,
  type Kind,
  type Table,
} from './matrix-world.ts';

/** A draft of an intervention and one of an agenda, each open with both who write for a municipality. */
export async function makePresent(alliance: Alliance, desk: Desk): Promise<void> {
  for (const room of ['interventions', 'agendas'] as const) {
    const { id } = await (room === 'agendas' ? makeAgenda : makeIntervention)(alliance, { desk });
    for (const person of [desk.editor, desk.publisher])
      await (await alliance.as(person))[room].present.mutate({ id, place: 'title', stay: 'looking' });
  }
}

const noun = { interventions: 'intervention', agendas: 'agenda' } as const;

async function casesOf(alliance: Alliance, room: keyof typeof noun): Promise<Case[]> {
  const all: [string, Kind, string][] = [];
  if (room === 'agendas')
    for (const [name, each] of Object.entries(agendaKinds))
      all.push([name, each, (await makeAgendaOfKind(alliance, each)).id]);
  else
    for (const [name, each] of Object.entries(interventionKinds))
      all.push([name, each, (await makeOfKind(alliance, each)).id]);
  const about = (id: string) => ({ id, place: 'title', stay: 'looking' });
  const absent = `${noun[room]}.not_found`;
  return [
    { name: 'not existing', standing: about(nowhere), outcome: () => absent },
    // Nothing of the draft changes, so it stands for everybody.
    ...all.map(([name, each, id]) => ({
      name,
      standing: about(id),
      outcome: (actor: Parameters<typeof seesWorkingCopy>[0]) =>
        seesWorkingCopy(actor, each) ? 'ok' : absent,
    })),
  ];
}

export async function presenceMatrix(alliance: Alliance): Promise<{ table: Table }> {
  const [interventions, agendas] = [
    await casesOf(alliance, 'interventions'),
    await casesOf(alliance, 'agendas'),
  ];
  return {
    table: {
      'interventions.present': { for: readers, kind: 'mutation', cases: async () => interventions },
      'accounts.device': {
        for: 'signedIn',
        kind: 'query',
        cases: async () => [{ name: 'always', standing: undefined, outcome: () => 'ok' }],
      },
      'agendas.present': { for: readers, kind: 'mutation', cases: async () => agendas },
    },
  };
}
