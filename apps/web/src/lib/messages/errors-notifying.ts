// Sentences about what is followed, what one is told of, and mail.
export const notifyingErrors = {
  'follow.not_found': {
    title: 'Dit kunt u niet volgen',
    what: 'Er is niets veranderd. Misschien is het ingetrokken, of volgt u het al niet meer.',
  },
  'follow.cannot_follow': {
    title: 'U hoort nu nergens bij',
    what: 'Er is niets veranderd. Volgen is er voor wie bij een gemeente of organisatie hoort.',
  },
  'follow.too_many': {
    title: 'U volgt al tweehonderd dingen',
    what: 'Dit volgt u nog niet. Stop met iets wat u niet meer leest, en volg dit daarna.',
  },
  'notification.not_mailed': {
    title: 'Hierover mailen wij op een andere manier',
    what: 'Uw keuze is niet bewaard. Wie publiceert of beheert krijgt hierover al een mail.',
  },
  'stop.not_found': {
    title: 'Deze link werkt niet meer',
    what: 'Er is niets veranderd. Log in en kies bij uw meldingen of zoekvragen waarover u mail wilt.',
  },
  'mail.not_found': {
    title: 'Deze mail wacht niet meer',
    what: 'Er is niets veranderd. Misschien is zij intussen verstuurd of verwijderd.',
  },
};
