// Sentences about searching and about questions that are kept.
export const searchErrors = {
  'search.bad_cursor': {
    title: 'Deze bladzijde van de resultaten is er niet',
    what: 'Uw zoekwoorden en filters staan er nog. Begin bij de eerste resultaten en blader vanaf daar.',
  },
  'search.bad_limit': {
    title: 'Zoveel resultaten tegelijk kan niet',
    what: 'Er is niets veranderd. Vraag er hoogstens honderd tegelijk.',
  },
  'search.too_many': {
    title: 'U bewaart al vijftig zoekvragen',
    what: 'Deze is niet bewaard. Gooi er een weg die u niet meer gebruikt, en bewaar deze daarna.',
  },
  'search.not_found': {
    title: 'Deze zoekvraag is er niet',
    what: 'Er is niets veranderd. Misschien heeft u haar al weggegooid.',
  },
  'search.cannot_keep': {
    title: 'U hoort nu nergens bij',
    what: 'Er is niets bewaard. Mail over nieuwe resultaten is er voor wie bij een gemeente of organisatie hoort.',
  },
};
