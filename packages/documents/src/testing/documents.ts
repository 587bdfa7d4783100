/** Documents for the tests: our own examples, and the two real ones where the folder beside the checkout is. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAgenda } from '../read/read-agenda.ts';
import type { AgendaDraft, MunicipalityName, ReadResult } from '../draft.ts';

/** Parkstad, Midden-Groningen, and names that are hard: twice the same, an everyday word, several words. */
export const someMunicipalities: MunicipalityName[] = [
  { code: 'gm0899', name: 'Brunssum' },
  { code: 'gm0917', name: 'Heerlen' },
  { code: 'gm0928', name: 'Kerkrade' },
  { code: 'gm0882', name: 'Landgraaf' },
  { code: 'gm0965', name: 'Simpelveld' },
  { code: 'gm0986', name: 'Voerendaal' },
  { code: 'gm1954', name: 'Beekdaelen' },
  { code: 'gm1952', name: 'Midden-Groningen' },
  { code: 'gm0373', name: 'Bergen (NH.)' },
  { code: 'gm0893', name: 'Bergen (L.)' },
  { code: 'gm0753', name: 'Best' },
  { code: 'gm1945', name: 'Berg en Dal' },
  { code: 'gm0796', name: "'s-Hertogenbosch" },
];

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)), 'utf8');

export const exampleAgenda = fixture('gka-agenda-voorbeeld.txt');
export const exampleAccord = fixture('onderwijskansenakkoord-voorbeeld.txt');

const inputFolder = fileURLToPath(new URL('../../../../../shared/input/', import.meta.url));
export const inputsPresent = existsSync(inputFolder);
const input = (name: string): string => (inputsPresent ? readFileSync(`${inputFolder}${name}`, 'utf8') : '');

export const realAgenda = input('brunssum-gka-agenda-2021-2024.txt');
export const realAccord = input('midden-groningen-onderwijskansenakkoord-2023-2026.txt');

export const readText = (text: string): ReadResult =>
  readAgenda(new TextEncoder().encode(text), 'text/plain', { municipalities: someMunicipalities });

/** The draft of a text that must be read; fails the test with the reader's own sentence otherwise. */
export function draftOf(text: string): AgendaDraft {
  const outcome = readText(text);
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.draft;
}

export const codesOf = (draft: AgendaDraft): string[] => draft.findings.map(({ code }) => code);
