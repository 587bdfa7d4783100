// An agenda or one of its addenda as a paper, with the interventions that carry it out as far as the reader may see them.
import type { AgendaKind } from '@kansenplein/documents';
import type { Actor, Tx } from '@kansenplein/db';
import { inArray } from 'drizzle-orm';
import {
  getAgenda,
  getAgendaVersion,
  getPublishedAgenda,
  type StatusHistory,
  statusHistory,
} from '../agendas/index.ts';
import { listAttached } from '../files/index.ts';
import { intervention, listInterventionPages } from '../interventions/index.ts';
import { invalid, notFound, type Settings, slugOf } from '../kernel/index.ts';
import { namesOf } from '../municipalities/index.ts';
import { listNamed, type OrganisationName } from '../organisations/index.ts';
import type { Paper } from './contract.ts';
import { attachmentList } from './details.ts';
import { dayOf } from './days.ts';
import { listOfNamed } from './naming.ts';
import { addendumContent, agendaBody, periodOf, type PrintedAgenda } from './paper-of-agenda.ts';
import { fieldsOf, partiesOf, type Printable, printablePage } from './paper-of-intervention.ts';
import { exampleOf, printableDrafts, stateWords } from './service.ts';

/** More is a book, and would be read into memory for whoever asks. */
export const mostInterventions = 150;

const thisYear = () => new Date().getFullYear();

/** In the order in which actions name them. */
function namedBy({ actions }: PrintedAgenda): string[] {
  const ids = [...new Set(actions.flatMap(({ interventions }) => interventions))];
  if (ids.length > mostInterventions) throw invalid('paper.too_many_interventions');
  return ids;
}

/** What stands on the papers of one text of an agenda. */
interface Text {
  readonly content: PrintedAgenda;
  readonly history: readonly StatusHistory[];
  readonly printables: ReadonlyMap<string, Printable>;
  readonly municipality: string;
  readonly slug: string;
  readonly status: string;
  readonly version: { number: number; date: string } | null;
  readonly address: string;
  readonly settings: Settings;
  readonly organisations: readonly OrganisationName[];
  /** A list of what goes along with it, as it is printed. */
  readonly attachments: string;
}

function paperOf(text: Text, addendum: string | null): Paper {
  const { content, municipality, status, version, address, slug } = text;
  const frame = { municipality, status, version, ...exampleOf(text.settings) };
  const publishedOn = version?.date ?? null;
  if (addendum !== null) {
    const one = content.addenda.find(({ key }) => key === addendum);
    if (!one) throw notFound('addendum');
    const kind: AgendaKind = content.kind;
    const paper = {
      ...frame,
      ...addendumContent(one),
      status,
      kind,
      agenda: content.title,
      period: periodOf(one),
      ...(content.visibility === 'public' ? {} : { readableBy: content.visibility }),
      provenance: { address: `${address}#aanvulling-${addendum}` },
    };
    return { content: { kind: 'addendum', paper }, slug: slugOf(one.title, addendum), publishedOn };
  }
  const interventions = [...text.printables].map(([id, printable], index) => ({
    id,
    fields: fieldsOf(printable, index + 1),
  }));
  const body = agendaBody({ content, statusHistory: text.history, interventions }, thisYear());
  const organisations = listOfNamed(partiesOf(text.organisations, text.settings.origin));
  const named = { organisations, attachments: text.attachments };
  return {
    content: { kind: 'agenda', paper: { ...frame, ...body, ...named, provenance: { address } } },
    slug,
    publishedOn,
  };
}

async function pageAt(tx: Tx, actor: Actor, { handle, version }: { handle: string; version: number | null }) {
  if (version === null) {
    const page = await getPublishedAgenda(tx, actor, handle);
    if (page.state === 'withdrawn') throw notFound('agenda');
    return { page, old: false };
  }
  const { page, newest } = await getAgendaVersion(tx, actor, { handle, number: version });
  return { page, old: newest !== version };
}

async function attachmentsOf(tx: Tx, id: string, version: number | null): Promise<string> {
  return attachmentList((await listAttached(tx, 'agenda', [{ id, version }])).get(id) ?? []);
}

/** Published pages as they are printed, by id, of those the reader may see. */
async function printablePages(tx: Tx, actor: Actor, ids: readonly string[], origin: string) {
  const pages = await listInterventionPages(tx, actor, ids);
  const wanted = [...pages].map(([id, { card }]) => ({ id, version: card.version }));
  const attached = await listAttached(tx, 'intervention', wanted);
  return new Map([...pages].map(([id, page]) => [id, printablePage(page, origin, attached.get(id))]));
}

/** The interventions stand on it as they are published now, also with an older version: it names them, and no version. */
export async function printAgenda(
  tx: Tx,
  actor: Actor,
  settings: Settings,
  input: { handle: string; version: number | null; addendum: string | null },
): Promise<Paper> {
  const { origin } = settings;
  const { page, old } = await pageAt(tx, actor, input);
  const { card, content } = page;
  const ids = input.addendum === null ? namedBy(content) : [];
  const pages = await printablePages(tx, actor, ids, origin);
  const printables = new Map(
    ids.flatMap((id): [string, Printable][] => {
      const found = pages.get(id);
      return found ? [[id, found]] : [];
    }),
  );
  const address = `${origin}/agendas/${card.slug}`;
  return paperOf(
    {
      content,
      history: page.statusHistory,
      printables,
      municipality: card.municipality.name,
      slug: card.slug,
      status: old ? 'Oudere versie' : stateWords.published,
      version: { number: card.version, date: dayOf(card.publishedAt) },
      address: old ? `${address}/versies/${card.version}` : address,
      settings,
      organisations: page.organisations,
      attachments: await attachmentsOf(tx, card.id, card.version),
    },
    input.addendum,
  );
}

/** Working copies where the reader may see them, because both are written together; else the page as published. */
async function draftsAndPages(tx: Tx, actor: Actor, ids: readonly string[], origin: string) {
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(intervention)
          .where(inArray(intervention.id, [...ids]));
  const drafts = await printableDrafts(tx, rows, origin);
  const published = ids.filter((id) => !drafts.has(id));
  const pages = await printablePages(tx, actor, published, origin);
  return new Map(
    ids.flatMap((id): [string, Printable][] => {
      const printable = drafts.get(id) ?? pages.get(id);
      return printable ? [[id, printable]] : [];
    }),
  );
}

export async function printAgendaDraft(
  tx: Tx,
  actor: Actor,
  settings: Settings,
  { id, addendum }: { id: string; addendum: string | null },
): Promise<Paper> {
  const { origin } = settings;
  const row = await getAgenda(tx, id);
  const municipality = (await namesOf(tx, [row.municipality])).get(row.municipality);
  if (!municipality) throw notFound('agenda');
  const { content } = row;
  const printables =
    addendum === null
      ? await draftsAndPages(tx, actor, namedBy(content), origin)
      : new Map<string, Printable>();
  return paperOf(
    {
      content,
      history: await statusHistory(tx, id, content, null),
      printables,
      municipality: municipality.name,
      slug: slugOf(row.title, row.handle),
      status: stateWords[row.state],
      version: null,
      address: `${origin}/mijn/agendas/${id}`,
      settings,
      organisations: await listNamed(tx, content.organisations ?? []),
      attachments: await attachmentsOf(tx, id, null),
    },
    addendum,
  );
}
