// The matrix of what resembles: asked about any page one may read, and about any municipality.
import type { Alliance } from '../support/alliance.ts';
import { interventionKinds, makeOfKind, seesPage, type Case, type Table } from './matrix-world.ts';

/** An address that no page has. */
const noHandle = '0000000000';

export async function relatedMatrix(
  alliance: Alliance,
): Promise<{ table: Table; standing: readonly string[] }> {
  const pages = await Promise.all(
    Object.entries(interventionKinds).map(async ([name, each]) => ({
      // A draft or a notice resembles nothing, for nobody.
      name: each.state === 'published' ? name : 'no page',
      each,
      made: await makeOfKind(alliance, each),
    })),
  );
  const table: Table = {
    'finding.related': {
      for: 'everybody',
      kind: 'query',
      cases: async () => [
        { name: 'not existing', standing: { handle: noHandle }, outcome: () => 'intervention.not_found' },
        ...pages.map(({ name, each, made }): Case => ({
          name,
          standing: { handle: made.handle },
          outcome: (actor) =>
            each.state === 'published' && seesPage(actor, each) ? 'ok' : 'intervention.not_found',
        })),
      ],
    },
    'municipalities.alike': {
      for: 'everybody',
      kind: 'query',
      cases: async () => [
        {
          name: 'not existing',
          standing: { slug: 'nergenshuizen' },
          outcome: () => 'municipality.not_found',
        },
        { name: 'Brunssum', standing: { slug: 'brunssum' }, outcome: () => 'ok' },
      ],
    },
  };
  return { table, standing: pages.map(({ made }) => made.id) };
}
