// The matrix of papers: the paper of a page for who may read that page, of a version likewise, of a working copy for its
// insiders; withdrawn, unseen and never there are one answer. The files themselves: papers.test.ts.
import type { Alliance } from '../support/alliance.ts';
import {
  agendaKinds,
  interventionKinds,
  makeAgendaOfKind,
  makeOfKind,
  nowhere,
  readers,
  seesPage,
  seesWorkingCopy,
  type Actor,
  type Case,
  type Entry,
  type For,
  type Kind,
  type Table,
} from './matrix-world.ts';
import { seesVersions } from './matrix-versions.ts';

interface Standing {
  readonly name: string;
  readonly each: Kind;
  readonly id: string;
  readonly handle: string;
}

const missing = { id: nowhere, handle: 'aaaaaaaaaa' };

const question = (
  audience: For,
  about: readonly Standing[],
  input: (one: { id: string; handle: string }) => object,
  refused: string,
  sees: (actor: Actor, each: Kind) => boolean,
): Entry => ({
  for: audience,
  kind: 'query',
  cases: async () => [
    { name: 'not existing', standing: input(missing), outcome: () => refused },
    ...about.map((one): Case => ({
      name: one.name,
      standing: input(one),
      outcome: (actor) => (sees(actor, one.each) ? 'ok' : refused),
    })),
  ],
});

/** A notice that something was withdrawn is no paper. */
const seesPaper = (actor: Actor, each: Kind) => each.state === 'published' && seesPage(actor, each);

export async function paperMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const interventions: Standing[] = [];
  for (const [name, each] of Object.entries(interventionKinds))
    interventions.push({ name, each, ...(await makeOfKind(alliance, each)) });
  const agendas: Standing[] = [];
  for (const [name, each] of Object.entries(agendaKinds))
    agendas.push({ name, each, ...(await makeAgendaOfKind(alliance, each)) });
  const pages = (all: readonly Standing[]) =>
    all.map((one) => (one.each.state === 'published' ? one : { ...one, name: 'no page' }));

  const table: Table = {
    'papers.intervention': question(
      'everybody',
      pages(interventions),
      ({ handle }) => ({ handle, version: null }),
      'intervention.not_found',
      seesPaper,
    ),
    'papers.interventionDraft': question(
      readers,
      interventions,
      ({ id }) => ({ id }),
      'intervention.not_found',
      seesWorkingCopy,
    ),
    'papers.agenda': question(
      'everybody',
      agendas,
      ({ handle }) => ({ handle, version: 1, addendum: null }),
      'version.not_found',
      seesVersions,
    ),
    'papers.agendaDraft': question(
      readers,
      agendas,
      ({ id }) => ({ id, addendum: null }),
      'agenda.not_found',
      seesWorkingCopy,
    ),
  };
  return { table, standing: [...interventions, ...agendas].map(({ id }) => id) };
}
