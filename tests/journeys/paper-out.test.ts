// Every agenda and intervention of the demo, written as Word and as PDF, is read back as what was written.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { municipalityNames as municipalities } from '../../packages/core/src/municipalities/names.ts';
import { fieldsOf, paperOf } from '../../packages/documents/src/testing/paper-of-draft.ts';
import { tidyFields, tidyPaper } from '../../packages/documents/src/testing/tidy-paper.ts';
import { readBack } from '../../packages/documents/src/testing/written.ts';
import { writeIntervention } from '../../packages/documents/src/write/write-paper.ts';
import { readAgenda, writeAgenda } from '@kansenplein/documents';
import { demoAgendaPapers, demoInterventionPapers } from '../support/demo-paper.ts';
import type { AgendaPaper, PaperFormat } from '@kansenplein/documents';

const formats: PaperFormat[] = ['docx', 'pdf'];

/** The two agendas that the demo brings in as documents, as the reader makes drafts of them. */
const broughtIn = ['brunssum.txt', 'midden-groningen.txt'].map((name) => {
  const bytes = readFileSync(new URL(`../../apps/api/demo/${name}`, import.meta.url));
  const outcome = readAgenda(bytes, 'text/plain', { municipalities });
  if (!outcome.ok) throw new Error(outcome.message);
  const municipality = municipalities.find(({ code }) => code === outcome.draft.municipality)?.name ?? null;
  const provenance = { address: `https://kansenplein.example/${name}`, writtenOn: '2026-11-22' };
  return paperOf(outcome.draft, { municipality, provenance });
});

const agendas = [...demoAgendaPapers, ...broughtIn];

describe('All seven agendas of the demo', () => {
  it('are there', () => {
    expect(agendas).toHaveLength(7);
    expect(demoAgendaPapers.some(({ interventions }) => interventions.length > 0)).toBe(true);
  });

  const cases = agendas.flatMap((paper) => formats.map((format) => [paper.title, format, paper] as const));
  it.each(cases)('%s comes back the same from %s', async (_title, format, paper: AgendaPaper) => {
    const draft = await readBack(await writeAgenda(paper, format), municipalities);
    expect(draft.municipality).toBe(municipalities.find(({ name }) => name === paper.municipality)?.code);
    expect(draft.unplaced).toEqual([]);
    const { municipality, provenance } = paper;
    expect(tidyPaper(paperOf(draft, { municipality, provenance }))).toEqual(tidyPaper(tidyPaper(paper)));
  });
});

// The agendas above are written as the house does, each in a process of its own; starting a hundred more would take most of
// the time and prove nothing more: it is the same writer (packages/documents/src/apart/write-child.ts).
describe('Every intervention of the demo', () => {
  it.each(formats)(
    'comes back the same from %s, one paper each',
    async (format) => {
      expect(demoInterventionPapers.length).toBeGreaterThanOrEqual(48);
      for (const paper of demoInterventionPapers) {
        const draft = await readBack(await writeIntervention(paper, format), municipalities);
        expect(draft.form?.paper).toBe('intervention');
        expect(draft.interventions).toHaveLength(1);
        const [back] = draft.interventions;
        const { municipality, period, status, version, provenance, ...fields } = paper;
        expect(back && fieldsOf(back)).toEqual(tidyFields(fields));
        expect(draft.evidence.municipality?.text).toBe(municipality);
        expect(draft.form).toMatchObject({
          period: period.from === null && period.to === null ? null : period,
          version,
          address: provenance.address,
          writtenOn: provenance.writtenOn,
        });
        expect(draft.form?.status?.text).toBe(status);
        expect(draft.unplaced).toEqual([]);
      }
    },
    120_000,
  );
});
