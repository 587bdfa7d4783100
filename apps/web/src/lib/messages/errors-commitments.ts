// Sentences about commitments, consultations and the pages of people.
export const commitmentErrors = {
  'person.not_found': {
    title: 'Deze pagina is er niet',
    what: 'Misschien laat deze persoon niets (meer) aan u zien, of klopt het adres niet helemaal.',
  },
  'profile.bsn': {
    title: 'Er staat een burgerservicenummer in uw tekst',
    what: 'Daarom is er niets bewaard. Wat u invulde, staat er nog. Haal het nummer weg.',
  },
  'profile.personal_data': {
    title: 'Er lijken gegevens in te staan die er niet horen',
    what: 'Er is niets bewaard. Wat u invulde, staat er nog. Haal weg wat hieronder staat. Een telefoonnummer hoort in zijn eigen veld.',
  },
  'commitment.no_such_year': {
    title: 'Dit jaar is er niet',
    what: 'Er is niets veranderd. Kies een jaar uit de lijst.',
  },
  'commitment.not_found': {
    title: 'Deze afspraak is hier niet vastgelegd',
    what: 'Er is niets veranderd. Misschien haalde een andere coördinator haar net weg.',
  },
  'consultation.not_found': {
    title: 'Dit overleg is er niet',
    what: 'Misschien klopt het adres niet helemaal, of is het van een andere gemeente.',
  },
  'consultation.cannot_record': {
    title: 'U spreekt hier niet voor een van beide kanten',
    what: 'Er is niets vastgelegd. Een publiceerder van de gemeente of een coördinator legt een overleg vast. Wie zelf bij de gemeente hoort, doet dat niet namens de alliantie.',
  },
  'consultation.cannot_answer': {
    title: 'U spreekt hier niet voor een van beide kanten',
    what: 'Er is niets veranderd. Wie zelf bij de gemeente hoort, antwoordt niet namens de alliantie.',
  },
  'consultation.stale': {
    title: 'De andere kant was net eerder',
    what: 'Er is niets veranderd door u. Wat u schreef, staat er nog. Lees eerst wat er nu staat.',
  },
  'consultation.not_now': {
    title: 'Dit kan nu niet',
    what: 'Er is niets veranderd. Wat een kant vastlegt, bevestigt alleen de andere kant.',
  },
  'consultation.in_future': {
    title: 'Dit overleg moet nog komen',
    what: 'Er is niets vastgelegd. Wat u schreef, staat er nog. Leg een overleg vast als het is geweest.',
  },
  'consultation.same_day': {
    title: 'Op deze dag is al een overleg vastgelegd',
    what: 'Er is niets vastgelegd. Wat u schreef, staat er nog. Verbeter het overleg dat er al staat, of kies een andere dag.',
  },
  'consultation.not_readable': {
    title: 'Een van de gekozen stukken kan de andere kant niet lezen',
    what: 'Er is niets vastgelegd. Wat u schreef, staat er nog. Kies stukken die voor de alliantie of voor iedereen gepubliceerd zijn.',
  },
  'consultation.words_missing': {
    title: 'Zeg nog waarom',
    what: 'Er is niets vastgelegd. Wat u schreef, staat er nog.',
  },
};
