// Demo agenda of Emmen. Invented, apart from the name of the municipality.
import type { DemoAgenda } from '../types.ts';

export const emmen: DemoAgenda = {
  key: 'agenda-emmen',
  municipality: 'gm0114',
  kind: 'gka_agenda',
  title: 'GKA-agenda Emmen: vanaf de eerste duizend dagen',
  periodFrom: -1,
  periodTo: 2,
  mission: 'Een kind in Emmen heeft al vóór zijn geboorte mensen om zich heen die samenwerken.',
  background:
    'Emmen heeft een stad en veel dorpen eromheen. De afstand tot voorzieningen verschilt, en daarmee ook de kansen. Gezinnen met geldzorgen wonen vaker ver van hulp. Wij beginnen daarom vroeg en komen naar mensen toe.',
  principles: [
    { title: 'Vroeg beginnen', text: 'Een uur in de eerste duizend dagen bespaart later veel uren.' },
    { title: 'Naar de mensen toe', text: 'Wie niet komt, is niet onwillig. Misschien rijdt er geen bus.' },
  ],
  goals: [
    {
      key: 'emmen-1',
      number: '1',
      title: 'Een veilige en rustige start',
      text: 'Verloskundigen, kraamzorg en jeugdgezondheidszorg werken als één ploeg. Ouders merken daar geen naad van.',
      intendedResults: [
        {
          text: 'Elk gezin met zorgen krijgt huisbezoek vóór de geboorte',
          target: { value: 150, unit: 'gezinnen', year: 1 },
        },
        { text: 'Minder kinderen beginnen aan de voorschool met een grote taalachterstand' },
      ],
      goals: [],
    },
    {
      key: 'emmen-2',
      number: '2',
      title: 'Rekenen en taal met betekenis',
      text: 'Kinderen leren beter als zij begrijpen waarvoor. Bedrijven en buitenplaatsen horen bij het lesrooster.',
      intendedResults: [
        {
          text: 'Acht scholen werken met lessen buiten school',
          target: { value: 8, unit: 'scholen', year: 1 },
        },
      ],
      goals: [],
    },
    {
      key: 'emmen-3',
      number: '3',
      title: 'Dorpen doen mee',
      text: 'Aanbod in de stad is er ook voor kinderen uit de dorpen. Vervoer is een deel van het plan, geen bijzaak.',
      intendedResults: [
        { text: 'Voor elk aanbod na school is er vervoer terug' },
        { text: 'Deelname uit dorpen is even hoog als uit de stad' },
      ],
      goals: [],
    },
  ],
  actions: [
    {
      key: 'emmen-a1',
      text: 'Verloskundige en verpleegkundige gaan samen op huisbezoek.',
      goals: ['emmen-1'],
      status: 'under_way',
      from: -1,
      until: 2,
      who: 'Jeugdgezondheidszorg',
      interventions: ['emmen-babykoffer'],
    },
    {
      key: 'emmen-a2',
      text: 'We trainen vijftien verloskundigen in het gesprek over geld.',
      goals: ['emmen-1'],
      status: 'done',
      from: -1,
      until: 0,
      who: 'Gemeente',
      interventions: ['emmen-babykoffer'],
    },
    {
      key: 'emmen-a3',
      text: 'Acht scholen gaan elke maand rekenen in een tuinbouwkas.',
      goals: ['emmen-2', 'emmen-3'],
      status: 'planned',
      from: 0,
      until: 1,
      who: 'Scholen en tuinders',
      interventions: ['emmen-rekenen-in-de-kas'],
    },
    {
      key: 'emmen-a4',
      text: 'Er komt één bus voor sport, muziek en techniek na schooltijd.',
      goals: ['emmen-3'],
      status: 'under_way',
      from: -1,
      until: -1,
      who: 'Gemeente en vervoerder',
      interventions: [],
    },
    {
      key: 'emmen-a5',
      text: 'De bibliotheek leest voor op de plek waar ouders al zijn: bij de markt en het consultatiebureau.',
      goals: ['emmen-1', 'emmen-2'],
      status: 'planned',
      from: 0,
      until: 1,
      who: 'Bibliotheek',
      interventions: [],
    },
  ],
  bodies: [
    {
      name: 'Coalitie Kansrijke Start',
      text: 'Zorg, welzijn en gemeente, elke twee maanden. Bespreekt wat ouders vertellen.',
    },
    {
      name: 'LEA-overleg',
      text: 'Twee keer per jaar, met een middag waarop scholen elkaar laten zien wat zij doen.',
    },
  ],
  keyFigures: [
    'Gezinnen met huisbezoek vóór de geboorte',
    'Bereik van de voorschool per dorp',
    'Deelname na schooltijd, per stad en dorp',
  ],
  commitments: [
    'Twee keer per jaar bestuurlijk overleg.',
    'Eén kennissessie per jaar, in een dorp.',
    'Meedoen aan de landelijke agenda voor kennisdeling.',
  ],
  signatories: [
    { role: 'Wethouder jeugd en onderwijs', organisation: 'Gemeente Emmen', dateDaysAgo: 430 },
    { role: 'Directeur', organisation: 'Jeugdgezondheidszorg (voorbeeld)', dateDaysAgo: 430 },
  ],
  addenda: [
    {
      key: 'emmen-aanvulling-1',
      title: 'Ook vervoer naar de avondactiviteiten',
      text: 'Uit gesprekken in zes dorpen bleek dat kinderen wel willen, maar niet thuiskomen. Daarom spreken wij af:\n\n- elke activiteit die na acht uur eindigt, heeft vervoer terug\n- de gemeente betaalt de helft, de schoolbesturen samen de andere helft\n- na een jaar kijken wij hoe vol de busjes zitten',
      periodFrom: 0,
      periodTo: 2,
      signedDaysAgo: 95,
      signatories: [
        { role: 'Wethouder jeugd en onderwijs', organisation: 'Gemeente Emmen', dateDaysAgo: 95 },
        { role: 'Bestuurder', organisation: 'Schoolbestuur (voorbeeld)', dateDaysAgo: 95 },
      ],
    },
  ],
  visibility: 'public',
  publishedDaysAgo: 400,
};
