import { describe, expect, it } from 'vitest';
import { codesOf, draftOf, exampleAgenda } from '../testing/documents.ts';
import { expectNothingLost } from '../testing/promises.ts';
import { personsAnywhere, personsInCell } from './persons.ts';
import type { AgendaDraft } from '../draft.ts';

const inCell = (text: string): string[] =>
  personsInCell(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('persons in a contact cell (all names are invented)', () => {
  it.each([
    ['School A: dhr. w. Proefman Gemeente B', ['dhr. w. Proefman']],
    ['mw. F. Testing (onder voorbehoud)', ['mw. F. Testing']],
    ['mevrouw Anna de Probeer, tel. 010', ['mevrouw Anna de Probeer']],
    ['Mevr. Mr. M. Voorbeeld-van den Test', ['Mevr. Mr. M. Voorbeeld-van den Test']],
    ["Drs. R.K.M. d'Exempel en J. van 't Hof", ["J. van 't Hof"]],
    ['inw. P. Proef Gemeente C: ruw. S. Toets', ['inw. P. Proef', 'ruw. S. Toets']],
    ['de heer Van der Test', ['de heer Van der Test']],
    ['Contactpersoon: Jan Probeer', ['Jan Probeer']],
    ['Gemeente Brunssum: afdeling Onderwijs', []],
    ['R.K. Basisschool, Stichting A.B. en Universiteit', []],
    ['www.voorbeeld.nl, e.d. Meer weten', []],
  ])('%s', (text, expected) => {
    expect(inCell(text)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(inCell(text)).toEqual([]);
  });

  it('tells a misread form of address from a real one', () => {
    const text = 'A: inw. P. Proef B: drs. P. Proef';
    expect(personsInCell(text, 0, text.length).map(({ misread }) => misread !== null)).toEqual([true, false]);
  });

  it('in running text needs a form of address', () => {
    const text = 'Project B. Scholen met mw. Testing en Jan Probeer';
    expect(personsAnywhere(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
      'mw. Testing',
    ]);
  });
});

describe('contact and signature cells of a draft', () => {
  const contact = (value: string): AgendaDraft =>
    draftOf(
      exampleAgenda.replace(/^(Meer informatie[^\t]*\t).*$/m, (_all, label: string) => `${label}${value}`),
    );

  it('show roles, keep the names in the source, and say so', () => {
    const value =
      'Schoolbestuur Proef (aanvrager): dhr. J. Probeer Gemeente Simpelveld: inw. P. Toets Gemeente Voerendaal: mw. A. van Test (onder voorbehoud)';
    const draft = contact(value);
    const [first] = draft.interventions;
    expect(first?.fields.moreInformation?.text).toBe(
      '- Schoolbestuur Proef (aanvrager): contactpersoon\n- Gemeente Simpelveld: contactpersoon\n- Gemeente Voerendaal: contactpersoon (onder voorbehoud)',
    );
    expect(first?.fields.moreInformation?.source).toBe(value);
    expect(first?.contacts.map(({ role, municipality }) => [role.text, municipality])).toEqual([
      ['contactpersoon schoolbestuur Proef', null],
      ['contactpersoon gemeente Simpelveld', 'gm0965'],
      ['contactpersoon gemeente Voerendaal', 'gm0986'],
    ]);
    expect(codesOf(draft)).toEqual(expect.arrayContaining(['person.name_replaced', 'text.scanning_fault']));
  });

  it('leave out personal addresses and keep functional ones', () => {
    const draft = contact(
      'Gemeente Simpelveld: mw. A. Test, a.test@voorbeeld.example, 06-12345678, onderwijs@voorbeeld.example',
    );
    const text = draft.interventions[0]?.fields.moreInformation?.text ?? '';
    expect(text).not.toMatch(/a\.test|12345678|Test,/);
    expect(text).toContain('onderwijs@voorbeeld.example');
  });

  it('make dated roles of signatures in several shapes', () => {
    const shapes = `Ondertekening\n\nNaam: dhr. J. Probeer, directeur-bestuurder Stichting Proef\nPlaats: Heerlen\nDatum: 1 mei 2025\n\nA. de Test | Wethouder Onderwijs\n\nDATUM\n2-5-2025\n\nPLAATS\nSimpelveld\n`;
    const text = exampleAgenda.replace(/^Ondertekening bevoegd gezag[\s\S]*$/m, shapes);
    const draft = draftOf(text);
    expectNothingLost(text, draft);
    expect(
      draft.signatories.slice(1).map(({ role, date, place }) => [role.text, date?.iso, place?.text]),
    ).toEqual([
      ['directeur-bestuurder Stichting Proef', '2025-05-01', 'Heerlen'],
      ['Wethouder Onderwijs', '2025-05-02', 'Simpelveld'],
    ]);
  });

  it('a person named elsewhere stays and becomes a finding', () => {
    const draft = draftOf(exampleAgenda.replace('Een student helpt', 'Onze mw. A. van Test helpt'));
    expect(draft.interventions[0]?.fields.activities?.text).toContain('mw. A. van Test');
    expect(codesOf(draft)).toContain('person.name_in_text');
  });
});
