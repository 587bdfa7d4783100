/** What the conformance suite needs of an adapter: fill it, change it, ask it as somebody. */
import type { SearchPort, SearchQuery } from '../port.ts';

export interface TestDocument {
  kind: string;
  id: string;
  /** Who may see it: ['public'], ['alliance'], ['municipality:gm0042'] … */
  scopes: string[];
  municipality: string;
  address: string;
  title: string;
  head: string;
  rest: string;
  themes: string[];
  phases: string[];
  /** How far it is; left out: it says nothing of that. */
  course?: string;
  at: string;
}

export interface AdapterUnderTest {
  /** Empties the index and fills it with these. */
  fill(documents: TestDocument[]): Promise<void>;
  put(document: TestDocument): Promise<void>;
  remove(document: TestDocument): Promise<void>;
  move(document: TestDocument, scopes: string[]): Promise<void>;
  /** Asks as an actor with these scopes. */
  as(scopes: string[]): SearchPort;
  close(): Promise<void>;
}

let made = 0;

/** A public document about nothing in particular; later ones are newer. */
export function document(parts: Partial<TestDocument>): TestDocument {
  made += 1;
  return {
    kind: 'intervention',
    id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    scopes: ['public'],
    municipality: 'gm0001',
    address: `stuk-${made}`,
    title: 'Zonder onderwerp',
    head: 'Korte samenvatting.',
    rest: '',
    themes: [],
    phases: [],
    at: new Date(Date.UTC(2025, 0, 1) + made * 60_000).toISOString(),
    ...parts,
  };
}

export const everything: SearchQuery = {
  text: '',
  kinds: [],
  themes: [],
  phases: [],
  courses: [],
  municipalities: [],
  sort: 'best',
  after: null,
  limit: 20,
  facets: true,
};
