// Parties and schools that the demo's interventions name, by the key of the intervention. All of them are invented.
export interface DemoParty {
  readonly name: string;
  readonly kind:
    'school' | 'child_centre' | 'school_board' | 'library' | 'welfare' | 'childcare' | 'research';
  /** CBS code of where it lies; null: works in many municipalities. */
  readonly locatedIn: string | null;
  readonly brin?: string;
  /** It looks like another on purpose: a coordinator has something to merge. */
  readonly double?: true;
}

const library: DemoParty = { name: 'Bibliotheek Mijnstreek (voorbeeld)', kind: 'library', locatedIn: null };
const board: DemoParty = { name: 'Scholen aan de Geleen (voorbeeld)', kind: 'school_board', locatedIn: null };

export const demoParties: Readonly<Record<string, readonly DemoParty[]>> = {
  'heerlen-huiswerkplek': [
    { name: 'Basisschool De Mijnlamp (voorbeeld)', kind: 'school', locatedIn: 'gm0917', brin: '99ZA' },
    { name: 'Kindcentrum Kleurrijk (voorbeeld)', kind: 'child_centre', locatedIn: 'gm0917', brin: '99ZB' },
    library,
    board,
  ],
  'heerlen-aanwezigheid': [
    { name: 'Basisschool De Mijnlamp (voorbeeld)', kind: 'school', locatedIn: 'gm0917', brin: '99ZA' },
    board,
  ],
  'kerkrade-ouderkamer': [
    { name: 'Basisschool Onder de Linde (voorbeeld)', kind: 'school', locatedIn: 'gm0928', brin: '99ZC' },
    { ...library, name: 'Stichting Bibliotheek Mijnstreek (voorbeeld)', double: true },
  ],
  'simpelveld-voorleestas': [
    { name: 'Peuteropvang Het Heuveltje (voorbeeld)', kind: 'childcare', locatedIn: 'gm0965' },
    library,
  ],
  'groningen-brugfunctionaris': [
    { name: 'Vensterschool Noord (voorbeeld)', kind: 'school', locatedIn: 'gm0014', brin: '99ZD01' },
    { name: 'Onderzoeksgroep Gelijke Start (voorbeeld)', kind: 'research', locatedIn: null },
  ],
};
