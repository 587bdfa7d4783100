// What somebody reads about themselves is told in words: no code of a municipality, no number of a row, no English word.
import { describe, expect, it } from 'vitest';
import { secretsIn, toldRow } from './own-data.ts';

const names = {
  municipalities: new Map([['gm0899', 'Brunssum']]),
  organisations: new Map([['8f14e45f-ceea-467f-a3b2-2f0c2f1b7a11', 'Bibliotheek De Proef']]),
};
const id = '0b0b0b0b-1111-4222-8333-444444444444';
const asWords = (row: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    toldRow(
      Object.entries(row).map(([label, value]) => ({ label, value })),
      names,
    ).map(({ label, words }) => [label, words]),
  );

describe('what is kept of somebody', () => {
  it('names municipalities and organisations, and says where an issuer is', () => {
    expect(
      asWords({
        'Uw kenmerk': id,
        Soort: 'municipality',
        Gemeente: 'gm0899',
        Organisatie: '8f14e45f-ceea-467f-a3b2-2f0c2f1b7a11',
        Inlogdienst: 'https://login.brunssum.example/realm',
        Rol: 'administrator',
      }),
    ).toEqual({
      Soort: 'gemeente',
      Gemeente: 'Brunssum',
      Organisatie: 'Bibliotheek De Proef',
      Inlogdienst: 'login.brunssum.example',
      Rol: 'beheerder',
    });
  });

  it('says what one did, to what and why it went wrong, with a way to it', () => {
    const row = {
      Wanneer: '2026-11-22T11:00:00.123456+00:00',
      Gemeente: 'gm0899',
      'Uw kenmerk in het logboek': id,
      Handeling: 'intervention.published',
      Waaraan: id,
      Uitkomst: 'done',
      'Aantal keren': '1',
    };
    expect(asWords(row)).toEqual({
      Wanneer: '22 november 2026 om 12:00:00',
      Gemeente: 'Brunssum',
      Handeling: 'Interventie gepubliceerd',
      Waaraan: 'een interventie',
      Uitkomst: 'gelukt',
    });
    const list = Object.entries(row).map(([label, value]) => ({ label, value }));
    expect(toldRow(list, names).find(({ label }) => label === 'Waaraan')?.href).toBe(
      `/mijn/interventies/${id}`,
    );
    expect(asWords({ Handeling: 'account.signed_in', Reden: 'recovery_code' }).Reden).toBe(
      'Met een herstelcode.',
    );
    expect(
      asWords({ Handeling: 'access.denied', Reden: 'agendas.save: agenda.not_found' }).Reden,
    ).not.toMatch(/agendas?\./);
  });

  it('says once which secrets there are, and shows none', () => {
    const row = [
      { label: 'Kenmerk van de link', value: '(bewaard, niet getoond)' },
      { label: 'Waarvoor', value: 'new_address' },
    ];
    expect(secretsIn([row, row])).toEqual(['Kenmerk van de link']);
    expect(toldRow(row, names).map(({ label }) => label)).toEqual(['Waarvoor']);
  });

  it('turns what only machines read into a moment, a size, a way', () => {
    expect(
      asWords({
        'Laatst gebruikt (periode van dertig seconden)': String(Date.parse('2026-11-22T11:00:00Z') / 30_000),
        'Hoe het apparaat verbonden is': '["internal","hybrid"]',
        'Grootte in bytes': '12345',
        'Bewaard bij de maker van het apparaat': 'false',
        Waarvoor: 'new_password',
        Onderdeel: 'goal/1.2/title',
        Besluit: 'edited',
        Keuze: 'as_is',
      }),
    ).toEqual({
      'Laatst gebruikt rond': '22 november 2026 om 12:00:00',
      'Hoe het apparaat verbonden is': 'in het apparaat zelf, via een telefoon ernaast',
      Grootte: '12.345 bytes',
      'Bewaard bij de maker van het apparaat': 'nee',
      Waarvoor: 'een nieuw wachtwoord kiezen',
      Onderdeel: 'een doel',
      Besluit: 'gewijzigd overgenomen',
      Keuze: 'het klopt zoals het er staat',
    });
  });
});
