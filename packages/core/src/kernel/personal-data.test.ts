import { describe, expect, it } from 'vitest';
import { findPersonalData, guardPersonalData, isBsn } from './personal-data.ts';

const kinds = (text: string, contact = false) =>
  findPersonalData('goal', text, contact).map(({ kind }) => kind);

describe('the personal data guard', () => {
  it('knows a BSN by its eleven-test', () => {
    expect(isBsn('111222333')).toBe(true);
    expect(isBsn('111222334')).toBe(false);
    expect(isBsn('000000000')).toBe(false);
  });

  it('finds a BSN in running text, also grouped beside the word', () => {
    expect(kinds('Leerling 111222333 krijgt hulp.')).toEqual(['bsn']);
    expect(kinds('BSN: 111.222.333')).toEqual(['bsn']);
  });

  it('takes no amount, year or case number for a BSN', () => {
    expect(kinds('Begroting € 111222333 in 2024/2025, 111222333 euro; zaak 123456789')).toEqual([]);
  });

  it('finds mail addresses, telephone numbers, bank accounts and names', () => {
    expect(kinds('Mail jan@school.example')).toEqual(['email']);
    expect(kinds('Bel 06-12345678 of 0598 373 737')).toEqual(['telephone', 'telephone']);
    expect(kinds('NL91 ABNA 0417 1643 00')).toEqual(['iban']);
    expect(kinds('Vraag mw. A. de Voorbeeld of dhr. Proef')).toEqual(['name', 'name']);
  });

  it('takes no sentence about men and women for a name', () => {
    expect(kinds('De heer en mevrouw komen samen. Gemw. uren: 12.')).toEqual([]);
  });

  it('lets the contact field name a mailbox, never a BSN', () => {
    expect(kinds('onderwijs@gemeente.example', true)).toEqual([]);
    expect(kinds('bsn 111222333', true)).toEqual(['bsn']);
  });

  it('stops a BSN whatever the reason, and the rest only without one', () => {
    const bsn = findPersonalData('goal', 'bsn 111222333');
    const mail = findPersonalData('goal', 'jan@school.example');
    expect(() => guardPersonalData(bsn, 'mag')).toThrow('publication.bsn');
    expect(() => guardPersonalData(mail, ' ')).toThrow('publication.personal_data');
    expect(() => guardPersonalData(mail, 'functioneel adres')).not.toThrow();
  });

  it('stays linear on hostile text', () => {
    const started = performance.now();
    for (const hostile of [
      'a.'.repeat(50_000),
      'dhr. '.repeat(20_000),
      '0'.repeat(100_000),
      'van de '.repeat(20_000),
    ]) {
      findPersonalData('goal', hostile);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
