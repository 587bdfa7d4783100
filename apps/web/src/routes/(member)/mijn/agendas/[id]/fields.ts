// Names of the parts of an agenda, as the refusals of the API point at them.
const labels: Record<string, string> = {
  title: 'Titel',
  periodFrom: 'Begint in',
  periodTo: 'Loopt tot en met',
  mission: 'Missie',
  background: 'Achtergrond',
  goals: 'Doelen',
  actions: 'Acties',
  principles: 'Uitgangspunten',
  bodies: 'Wie overlegt',
  keyFigures: 'Kengetallen',
  commitments: 'Afspraken',
  signatories: 'Ondertekenaars',
};

export const agendaFieldLabel = (field: string): string => labels[field] ?? field;
