// On which day something happened: in the Netherlands, as the pages say it.
const day = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** YYYY-MM-DD of a moment. */
export const dayOf = (moment: string | Date): string => day.format(new Date(moment));
