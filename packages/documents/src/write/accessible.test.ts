/** What PDF/UA asks and a program can see: structure, language, title, headers of tables, alternatives, embedded fonts. */
import { getDocument } from 'unpdf/pdfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { conceptMark, exampleMark } from '../form/wording.ts';
import { someMunicipalities } from '../testing/documents.ts';
import { joint } from '../testing/some-papers.ts';
import { readBack } from '../testing/written.ts';
import { writeAddendum, writeAgenda, writeIntervention } from './write-paper.ts';
import { exampleAddendum, exampleAgendaPaper } from '../testing/some-papers.ts';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';

interface TreeNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: TreeNode[];
}

const nodesOf = (node: TreeNode): TreeNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

describe('An agenda as PDF', () => {
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  let pages: { tree: TreeNode; ids: string[]; artifacts: string[]; stray: string[]; fonts: unknown[] }[];

  beforeAll(async () => {
    bytes = await writeAgenda(exampleAgendaPaper, 'pdf');
    pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    pages = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      await page.getOperatorList();
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const open: (string | null)[] = [];
      const one = {
        ids: [] as string[],
        artifacts: [] as string[],
        stray: [] as string[],
        fonts: [] as unknown[],
      };
      for (const item of items) {
        if ('str' in item) {
          if (item.str.trim() === '') continue;
          const inside = open.at(-1);
          if (inside === 'Artifact') one.artifacts.push(item.str);
          else if (inside) one.ids.push(inside);
          else one.stray.push(item.str);
          one.fonts.push(page.commonObjs.get(item.fontName));
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push('id' in item && item.id ? String(item.id) : 'tag' in item ? String(item.tag) : null);
      }
      pages.push({ ...one, tree: (await page.getStructTree()) as TreeNode });
    }
  });

  it('is marked as tagged, in Dutch, and shows its title', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true, Suspects: false });
    expect(info).toMatchObject({
      Language: 'nl-NL',
      Title: exampleAgendaPaper.title,
      PDFFormatVersion: '1.7',
    });
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(metadata).not.toBeNull();
    expect(new TextDecoder('latin1').decode(bytes)).toMatch(/pdfuaid:part>1</);
  });

  it('has all of its text in the structure, or marked as only drawn', () => {
    for (const { tree, ids, stray } of pages) {
      const known = new Set(nodesOf(tree).flatMap(({ id }) => id ?? []));
      expect(stray).toEqual([]);
      expect(ids.filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('numbers its pages outside the text', () => {
    pages.forEach(({ artifacts }, index) => {
      expect(artifacts.join(' ')).toContain(`Pagina ${index + 1} van ${pages.length}`);
    });
  });

  it('says on each page of a working copy that it is one, and of a try-out; of nothing else', async () => {
    const marked = { ...exampleAgendaPaper, version: null, example: true as const };
    const draft = await getDocument({ data: await writeAgenda(marked, 'pdf'), verbosity: 0 }).promise;
    for (let number = 1; number <= draft.numPages; number += 1) {
      const { items } = await (await draft.getPage(number)).getTextContent();
      expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain(
        `${conceptMark} · ${exampleMark}`,
      );
    }
    for (const { artifacts } of pages) expect(artifacts.join(' ')).not.toContain(conceptMark);
  });

  it('has headings that go down one level at a time, and bookmarks to them', async () => {
    const levels = pages
      .flatMap(({ tree }) => nodesOf(tree))
      .flatMap(({ role }) => /^H([1-6])$/.exec(role ?? '')?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
    const [top] = await pdf.getOutline();
    expect(top?.title).toBe(exampleAgendaPaper.title);
    expect(top?.items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Missie',
        'Doelstellingen',
        'Interventies',
        'Addenda',
        'Ondertekening',
        'Waar dit vandaan komt',
      ]),
    );
  });

  it('has tables of rows in which each has a header cell, or a header above', () => {
    const tables = pages.flatMap(({ tree }) => nodesOf(tree)).filter(({ role }) => role === 'Table');
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) expect(table.children?.every(({ role }) => role === 'TR')).toBe(true);
    const source = new TextDecoder('latin1').decode(bytes);
    expect(source).toMatch(/\/S \/TH[\s\S]{0,200}\/Scope \/Row/);
    expect(source).toMatch(/\/S \/TH[\s\S]{0,200}\/Scope \/Column/);
  });

  it('has lists of items with a label and a body', () => {
    const items = pages.flatMap(({ tree }) => nodesOf(tree)).filter(({ role }) => role === 'LI');
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) expect(item.children?.map(({ role }) => role)).toEqual(['Lbl', 'LBody']);
  });

  it('tells where its links lead', async () => {
    const links = pages.flatMap(({ tree }) => nodesOf(tree)).filter(({ role }) => role === 'Link');
    expect(links.length).toBeGreaterThan(0);
    for (const { alt } of links) expect(alt).toMatch(/^(?:https:|mailto:)/);
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const annotations = (
      await Promise.all(numbers.map(async (number) => (await pdf.getPage(number)).getAnnotations()))
    ).flat();
    expect(annotations.length).toBeGreaterThanOrEqual(links.length);
    for (const one of annotations) expect(one.contentsObj.str).not.toBe('');
  });

  it('embeds every font it uses, and bold is bolder', () => {
    const fonts = pages.flatMap((page) => page.fonts) as { name: string; missingFile: boolean }[];
    const names = new Set(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')));
    expect([...names].sort()).toEqual(
      expect.arrayContaining(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']),
    );
    for (const { name, missingFile } of fonts) expect([name, missingFile]).toEqual([name, false]);
  });
});

describe('Who takes part in a joint intervention', () => {
  it.each(['docx', 'pdf'] as const)(
    'is told with and without the conditional ones, in %s',
    async (format) => {
      const bytes = await writeIntervention(joint, format);
      const draft = await readBack(bytes, someMunicipalities);
      const told = draft.structure.filter(({ kind }) => kind === 'derived').map(({ text }) => text);
      expect(told).toEqual([
        'Zonder Landgraaf (onder voorbehoud): 55 leerlingen. Met Landgraaf: 55 leerlingen en een onbekend aantal van Landgraaf.',
        'Geld. Zonder voorbehoud (1 gemeente): € 12.500 per jaar.',
      ]);
      expect(draft.interventions[0]?.participations[0]?.stated).toMatchObject({
        amount: { euros: 12_500, per: 'year' },
        share: '60%',
      });
      expect(
        draft.interventions[0]?.participations.map(({ municipality, status, stated }) => [
          municipality,
          status,
          stated?.commitment,
          stated?.pupils,
        ]),
      ).toEqual([
        ['gm0899', 'intended', 'confirmed', 35],
        ['gm0917', 'intended', 'intended', 20],
        ['gm0882', 'conditional', 'conditional', null],
      ]);
    },
  );
});

describe('An addendum', () => {
  it.each(['docx', 'pdf'] as const)('has its own period and signatures, in %s', async (format) => {
    const draft = await readBack(await writeAddendum(exampleAddendum, format), someMunicipalities);
    expect(draft.form).toMatchObject({ paper: 'addendum', agenda: { text: exampleAddendum.agenda } });
    expect(draft.addenda).toMatchObject([
      {
        title: { text: exampleAddendum.title },
        period: exampleAddendum.period,
        signatories: [
          { role: { text: 'Wethouder onderwijs' }, date: { iso: '2025-03-01', text: '1 maart 2025' } },
        ],
      },
    ]);
    expect(draft.unplaced).toEqual([]);
  });
});

describe('An empty field', () => {
  it.each(['docx', 'pdf'] as const)(
    'says so on paper and is nothing when it is read back from %s',
    async (format) => {
      const draft = await readBack(
        await writeIntervention({ ...joint, goal: '', funding: ' \n ' }, format),
        someMunicipalities,
      );
      expect(draft.interventions[0]?.fields).toMatchObject({ goal: null, funding: null });
      expect(draft.findings.filter(({ code }) => code === 'intervention.field_empty')).toHaveLength(2);
    },
  );
});
