// The columns of the short lists.
export const signatoryColumns = [
  { name: 'role', label: 'Functie, geen naam' },
  { name: 'organisation', label: 'Organisatie' },
  { name: 'date', label: 'Datum', kind: 'date' as const },
];

export const titledColumns = [
  { name: 'title', label: 'Naam' },
  { name: 'text', label: 'Toelichting', max: 4000, rows: 2, rich: true },
];
