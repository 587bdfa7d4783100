// An intervention as a paper, read through the wall: what the reader may not see does not stand on it.
import type { Actor, Tx } from '@kansenplein/db';
import { inArray } from 'drizzle-orm';
import {
  completeContent,
  getIntervention,
  getInterventionPage,
  getInterventionVersion,
  intervention,
  type InterventionPage,
  listLinks,
  listParticipations,
  totalsOf,
} from '../interventions/index.ts';
import { listAttached } from '../files/index.ts';
import { notFound, type Settings, slugOf } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import { namedById, namedIn } from '../organisations/index.ts';
import type { Paper } from './contract.ts';
import { dayOf } from './days.ts';
import { relationFields } from './details.ts';
import type { Named } from './naming.ts';
import { periodOf } from './paper-of-agenda.ts';
import {
  fieldsOf,
  interventionAddress,
  partiesOf,
  type Printable,
  printablePage,
} from './paper-of-intervention.ts';

type Row = Awaited<ReturnType<typeof getIntervention>>;

export const stateWords = {
  draft: 'Concept',
  in_review: 'Concept, wacht op publicatie',
  published: 'Gepubliceerd',
  withdrawn: 'Ingetrokken',
} as const;

/** The page as it is now or one version of it; refuses as the page does, and for a withdrawn one with not found. */
async function pageAt(tx: Tx, actor: Actor, { handle, version }: { handle: string; version: number | null }) {
  if (version === null) {
    const page = await getInterventionPage(tx, actor, handle);
    if (page.state === 'withdrawn') throw notFound('intervention');
    return { page, old: false };
  }
  const { page, newest } = await getInterventionVersion(tx, actor, { handle, number: version });
  return { page, old: newest !== version };
}

export async function printIntervention(
  tx: Tx,
  actor: Actor,
  settings: Settings,
  input: { handle: string; version: number | null },
): Promise<Paper> {
  const { page, old } = await pageAt(tx, actor, input);
  const { id } = page.card;
  const attached = await listAttached(tx, 'intervention', [{ id, version: page.card.version }]);
  return paperOfPage(page, printablePage(page, settings.origin, attached.get(id)), old, settings);
}

/** What a try-out says on every paper. */
export const exampleOf = ({ demo }: Settings) => (demo ? { example: true as const } : {});

/** What stands on the paper of one intervention, published or not. */
const frameOf = (printable: Printable, municipality: { name: string }, settings: Settings) => ({
  ...fieldsOf(printable, null),
  ...exampleOf(settings),
  municipality: municipality.name,
  period: periodOf(printable.content),
});

function paperOfPage(page: InterventionPage, printable: Printable, old: boolean, settings: Settings): Paper {
  const { origin } = settings;
  const { slug, municipality, version, publishedAt } = page.card;
  const publishedOn = dayOf(publishedAt);
  const address = interventionAddress(origin, slug);
  return {
    content: {
      kind: 'intervention',
      paper: {
        ...frameOf(printable, municipality, settings),
        status: old ? 'Oudere versie' : stateWords.published,
        version: { number: version, date: publishedOn },
        provenance: { address: old ? `${address}/versies/${version}` : address },
      },
    },
    slug,
    publishedOn,
  };
}

/** Titles of what working copies point at, of those the reader may see; a published one has an address. */
async function namesIn(tx: Tx, ids: readonly string[], origin: string): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: intervention.id, title: intervention.title })
    .from(intervention)
    .where(inArray(intervention.id, [...ids]));
  const pages = await listLinks(tx, ids);
  return new Map<string, Named>([
    ...rows.map(({ id, title }): [string, Named] => [id, { title, address: null }]),
    ...pages.map(({ id, title, slug }): [string, Named] => [
      id,
      { title, address: interventionAddress(origin, slug) },
    ]),
  ]);
}

/** Working copies as they stand, by id. */
export async function printableDrafts(tx: Tx, rows: readonly Row[], origin: string) {
  const contents = rows.map(({ id, content }) => ({ id, content: completeContent(content) }));
  const pointedAt = contents.flatMap(({ content }) => relationFields.flatMap((field) => content[field]));
  const names = await namesIn(tx, [...new Set(pointedAt)], origin);
  const attached = await listAttached(
    tx,
    'intervention',
    rows.map(({ id }) => ({ id, version: null })),
  );
  const known = await namedById(
    tx,
    contents.flatMap(({ content }) => content.organisations),
  );
  const drafts = new Map<string, Printable>();
  for (const { id, content } of contents) {
    const named = (field: (typeof relationFields)[number]) =>
      content[field].flatMap((target) => names.get(target) ?? []);
    const relations = { evaluates: named('evaluates'), partOf: named('partOf'), replaces: named('replaces') };
    const participations = await listParticipations(tx, id);
    const organisations = partiesOf(namedIn(known, content.organisations), origin);
    drafts.set(id, {
      content,
      participations,
      totals: totalsOf(participations, content),
      surroundings: { relations, organisations, attachments: attached.get(id) ?? [] },
    });
  }
  return drafts;
}

export async function printInterventionDraft(tx: Tx, settings: Settings, id: string): Promise<Paper> {
  const { origin } = settings;
  const row = await getIntervention(tx, id);
  const municipality = (await namesOf(tx, [row.municipality])).get(row.municipality);
  const printable = (await printableDrafts(tx, [row], origin)).get(id);
  if (!municipality || !printable) throw notFound('intervention');
  return {
    content: {
      kind: 'intervention',
      paper: {
        ...frameOf(printable, municipality, settings),
        status: stateWords[row.state],
        version: null,
        provenance: { address: `${origin}/mijn/interventies/${id}` },
      },
    },
    slug: slugOf(row.title, row.handle),
    publishedOn: null,
  };
}
