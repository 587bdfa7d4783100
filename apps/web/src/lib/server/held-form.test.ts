// What was typed comes back to the one who typed it, on the page where it was typed, and to nobody else.
import { describe, expect, it } from 'vitest';
import { heldAsText, heldFromText } from './held-form.ts';

const place = { account: 'een', path: '/mijn/account' };
const form = { action: 'adres', kept: [{ name: 'adres', value: 'één & "twee"~<b>@kansenplein.example' }] };

describe('a form that waits while somebody is at an issuer', () => {
  it('comes back as it was typed', () => {
    expect(heldFromText(heldAsText(place, form), place)).toEqual(form);
  });

  it('comes back to no other account and on no other page', () => {
    const text = heldAsText(place, form);
    expect(heldFromText(text, { ...place, account: 'ander' })).toBeNull();
    expect(heldFromText(text, { ...place, path: '/mijn/gegevens' })).toBeNull();
  });

  it.each([undefined, '', '{}', '[]', 'null', '["een","/mijn/account","?x=1"]', '["een","/mijn/account",1]'])(
    'is nothing when it is not what was written: %j',
    (text) => expect(heldFromText(text, place)).toBeNull(),
  );
});
