/** Papers with something of everything, in words of our own. */
import type { AddendumPaper, AgendaPaper, InterventionPaper, PaperFrame } from '../write/paper.ts';

const frame: Omit<PaperFrame, 'title'> = {
  municipality: 'Brunssum',
  period: { from: '2024-09-01', to: '2027-08-31' },
  status: 'Vastgesteld',
  version: { number: 3, date: '2025-03-12' },
  provenance: { address: 'https://kansenplein.example/agenda/een-rustige-start-a1', writtenOn: '2026-11-22' },
};

export const joint: InterventionPaper = {
  ...frame,
  number: 1,
  title: 'Eén vast gezicht bij de overstap',
  parties: '- Gemeente Brunssum\n- Gemeenten: Heerlen en Landgraaf (onder voorbehoud)\n- Twee scholen',
  goal: 'Leerlingen weten **bij wie** zij terechtkunnen.\n\nOuders ook.',
  targetGroup: 'Leerlingen van groep 8, met hun ouders.',
  locations: 'Drie kindcentra; zie [de kaart](https://kansenplein.example/kaart).',
  activities:
    'De begeleider komt drie keer langs:\n\n1. in januari\n2. in juni\n3. in de herfst\n\n| Wanneer | Wat |\n|---|---|\n| Januari | Kennismaken |\n| Juni | Overdracht |',
  monitoring: '- Aantal gesprekken\n- Wat leerlingen ervan vinden',
  funding: 'Ieder draagt zijn deel.',
  moreInformation: 'Projectleiding, overstap@brunssum.example',
  participations: [
    {
      municipality: 'Brunssum',
      lead: true,
      commitment: 'confirmed',
      agreed: true,
      condition: '',
      schools: 'De Regenboog',
      pupils: 35,
      amount: { euros: 12_500, per: 'year' },
      share: '60%',
      contact: 'Projectleiding',
    },
    {
      municipality: 'Heerlen',
      lead: false,
      commitment: 'intended',
      agreed: false,
      condition: '',
      schools: 'Twee kindcentra',
      pupils: 20,
      share: '40%',
      contact: '',
      localForm: 'Hier gebeurt het **op school**.\n\n### Waarom\n\n- dichtbij\n- vertrouwd',
    },
    {
      municipality: 'Landgraaf',
      lead: false,
      commitment: 'conditional',
      agreed: true,
      condition: 'als de raad in juni geld vrijmaakt',
      schools: '',
      pupils: null,
      share: '',
      contact: '',
    },
  ],
  totals: ['Geld. Zonder voorbehoud (1 gemeente): € 12.500 per jaar.'],
  details: [{ label: 'Werkzame elementen', text: '- Eén vast gezicht\n- Ook in de zomer contact' }],
};

const signatories = [
  {
    role: 'Wethouder onderwijs',
    organisation: 'Gemeente Brunssum',
    portfolio: 'Jeugd en onderwijs',
    place: 'Brunssum',
    date: '2025-03-01',
  },
];

export const exampleAddendum: AddendumPaper = {
  ...frame,
  title: 'Addendum bij de agenda: de zomerschool erbij',
  period: { from: '2025-07-01', to: '2026-06-30' },
  kind: 'gka_agenda',
  agenda: 'Een rustige start',
  text: [
    { heading: null, text: 'De partners voegen een zomerschool toe.' },
    { heading: 'Wat erbij komt', text: '- Twee weken in juli\n- Op drie scholen' },
  ],
  signatories,
};

export const exampleAgendaPaper: AgendaPaper = {
  ...frame,
  kind: 'gka_agenda',
  title: 'Een rustige start',
  mission: 'Elk kind kan laten zien wat het in zich heeft.',
  background: [
    {
      heading: null,
      text: 'Brunssum werkt al jaren samen.\n\n## Waarom nu\n\nOmdat de overstap te groot is.',
    },
  ],
  pillars: [{ title: 'Verbinding', text: 'School, thuis en buurt.' }],
  principles: [{ title: 'Vroeg beginnen', text: 'Een uur nu scheelt later veel uren.' }],
  goals: [
    {
      number: '1',
      title: 'Een soepele overstap',
      text: 'De zomer tussen twee scholen is lang.',
      results: [
        { text: 'Meer scholen doen mee', target: { value: 11, unit: 'scholen', year: 2025 } },
        { text: 'Ouders voelen zich gehoord', target: null },
      ],
      actions: [
        {
          text: 'Warme overdracht',
          status: 'under_way',
          from: 2024,
          until: 2026,
          who: 'Scholen',
          interventions: [joint.title],
        },
      ],
      goals: [
        {
          number: '1.1',
          title: 'Elk kind een gesprek',
          text: '',
          results: [{ text: 'Iedereen spreekt iemand', target: null }],
          actions: [],
          goals: [],
        },
      ],
    },
  ],
  otherActions: [],
  interventions: [joint],
  bodies: [{ name: 'LEA-overleg', text: 'Komt twee keer per jaar bij elkaar.' }],
  keyFigures: ['Doorstroom naar klas 2'],
  commitments: [{ number: 1, text: 'Praat twee keer per jaar met de alliantie.' }],
  otherAgreements: [{ heading: 'Communicatie', text: 'Elk kwartaal een bericht.' }],
  addenda: [exampleAddendum],
  organisations: '- [Bibliotheek Brunssum](https://kansenplein.example/organisaties/bibliotheek-abcdefghi1)',
  attachments: '- Begroting (Excel)\n- De wijk van boven (afbeelding)',
  signatories,
};
