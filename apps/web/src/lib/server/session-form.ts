// The form of a knowledge session, and the content it stands for. Rows of lists are `<list>.<number>.<field>`; a row in
// which nothing was written is no row. What the form does not show stays as it is stored.
import { handleIn } from '../format.ts';
import type { FieldProblem, SessionContent } from '../wire.ts';
import { randomInt } from 'node:crypto';
import type { Client } from './api.ts';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const newKey = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

const read = (form: FormData, name: string): string => String(form.get(name) ?? '').replaceAll('\r\n', '\n');
const line = (form: FormData, name: string): string => read(form, name).trim();
/** Null when empty; what is no number becomes 0, which the contract refuses beside the field. */
const places = (form: FormData, name: string): number | null => {
  const text = line(form, name);
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};

/** Numbers of the rows of a list that something stands in. */
function rowsOf(form: FormData, list: string, fields: readonly string[]): string[] {
  const rows: string[] = [];
  for (let at = 0; form.has(`${list}.${at}.${fields[0] ?? ''}`); at += 1)
    if (fields.some((field) => line(form, `${list}.${at}.${field}`) !== '')) rows.push(`${list}.${at}`);
  return rows;
}
const keyOf = (form: FormData, row: string): string => line(form, `${row}.key`) || newKey();

function roundsFrom(form: FormData): SessionContent['rounds'] {
  const rounds: SessionContent['rounds'] = [];
  for (let at = 0; form.has(`rounds.${at}.title`); at += 1) {
    const row = `rounds.${at}`;
    const workshops = rowsOf(form, `${row}.workshops`, ['title', 'text']).map((each) => ({
      key: keyOf(form, each),
      title: line(form, `${each}.title`),
      text: read(form, `${each}.text`),
      places: places(form, `${each}.places`),
    }));
    if (line(form, `${row}.title`) === '' && workshops.length === 0) continue;
    const [key, title] = [keyOf(form, row), line(form, `${row}.title`)];
    rounds.push({
      key,
      title,
      from: line(form, `${row}.from`),
      until: line(form, `${row}.until`),
      workshops,
    });
  }
  return rounds;
}

/** Ids of the pages whose addresses were given; an address that leads nowhere stays behind as a problem. */
async function pagesAt(
  api: Client,
  addresses: readonly string[],
): Promise<{ ids: string[]; unknown: boolean }> {
  const found = await Promise.all(
    addresses.slice(0, 80).map(async (address) => {
      const handle = handleIn(address.trim().replace(/[?#/]+$/, ''));
      if (!handle) return null;
      const page = await api.interventions.get.query({ handle }).catch(() => null);
      return page?.state === 'published' ? page.card.id : null;
    }),
  );
  return { ids: [...new Set(found.flatMap((id) => id ?? []))], unknown: found.includes(null) };
}

async function reportFrom(api: Client, form: FormData) {
  const rows = rowsOf(form, 'report.outcomes', ['text']);
  const addresses = rows.map((row) => line(form, `${row}.intervention`));
  const wanted = addresses.filter((address) => address !== '');
  const pages = new Map<string, string | null>();
  for (const address of new Set(wanted)) pages.set(address, (await pagesAt(api, [address])).ids[0] ?? null);
  const problems = rows.flatMap((row, at) => {
    const address = addresses[at] ?? '';
    return address !== '' && !pages.get(address) ? [{ field: `${row}.intervention`, code: 'no_page' }] : [];
  });
  const kinds = ['takeover', 'adopts', 'question'] as const;
  const outcomes = rows.map((row, at) => ({
    key: keyOf(form, row),
    kind: kinds.find((kind) => kind === line(form, `${row}.kind`)) ?? 'takeover',
    text: line(form, `${row}.text`),
    intervention: pages.get(addresses[at] ?? '') ?? null,
    municipality: line(form, `${row}.municipality`) || null,
  }));
  return { report: { text: read(form, 'report.text'), outcomes }, problems };
}

/** The programme as it was typed; the report stays as stored. */
export async function programmeFrom(api: Client, form: FormData, stored: SessionContent) {
  const addresses = read(form, 'interventions').split(/\s+/).filter(Boolean);
  const linked = await pagesAt(api, addresses);
  const problems: FieldProblem[] = linked.unknown ? [{ field: 'interventions', code: 'no_page' }] : [];
  const content = {
    ...stored,
    title: line(form, 'title'),
    summary: line(form, 'summary'),
    description: read(form, 'description'),
    visibility: line(form, 'visibility'),
    invited: { ...stored.invited, municipalities: form.getAll('invited').map(String) },
    approval: form.has('approval'),
    guests: form.has('guests'),
    ...{ day: line(form, 'day'), lastDay: line(form, 'lastDay'), closes: line(form, 'closes') },
    ...{ from: line(form, 'from'), until: line(form, 'until') },
    form: line(form, 'form'),
    ...{ place: line(form, 'place'), address: line(form, 'address'), directions: read(form, 'directions') },
    places: places(form, 'places'),
    question: line(form, 'question'),
    programme: rowsOf(form, 'programme', ['title', 'text']).map((row) => ({
      key: keyOf(form, row),
      ...{ from: line(form, `${row}.from`), until: line(form, `${row}.until`) },
      ...{ title: line(form, `${row}.title`), text: read(form, `${row}.text`) },
    })),
    rounds: roundsFrom(form),
    speakers: rowsOf(form, 'speakers', ['name', 'role']).map((row) => ({
      key: keyOf(form, row),
      ...{ name: line(form, `${row}.name`), role: line(form, `${row}.role`) },
      agreed: form.has(`${row}.agreed`),
    })),
    themes: form.getAll('themes').map(String),
    interventions: linked.ids,
    ...{ contactRole: line(form, 'contactRole'), contactMailbox: line(form, 'contactMailbox') },
  };
  // What a select offers and what somebody sends are two things: the contract of the API decides.
  return { content: content as SessionContent, problems };
}

/** The report as it was typed; the programme stays as stored. */
export async function withReportFrom(api: Client, form: FormData, stored: SessionContent) {
  const { report, problems } = await reportFrom(api, form);
  return { content: { ...stored, report }, problems };
}

/** The links for who comes: a joining link, and pieces of material. */
export function linksFrom(form: FormData) {
  return rowsOf(form, 'links', ['title', 'url']).map((row) => ({
    kind: line(form, `${row}.kind`) === 'joining' ? ('joining' as const) : ('material' as const),
    title: line(form, `${row}.title`),
    url: line(form, `${row}.url`),
  }));
}
