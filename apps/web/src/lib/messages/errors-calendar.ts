// Sentences about calendars.
export const calendarErrors = {
  'calendar.not_found': {
    title: 'Er is geen geheim adres',
    what: 'Er is niets veranderd. Misschien heeft u het al ingetrokken. U kunt een nieuw adres maken.',
  },
};
