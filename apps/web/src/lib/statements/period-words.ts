// A retention period as people say it.

/** `2 jaar vanaf het inlezen`, `7 dagen vanaf het inloggen`; without hours only from when it runs. */
export function periodInWords({ hours, since }: { hours: number | null; since: string }): string {
  if (hours === null) return `Zonder vaste termijn, vanaf ${since}`;
  const days = hours / 24;
  if (days < 1) return `${hours} uur vanaf ${since}`;
  if (days % 365 === 0) return `${days / 365} jaar vanaf ${since}`;
  return `${days} ${days === 1 ? 'dag' : 'dagen'} vanaf ${since}`;
}

/** What happens when it is over; without a period nothing follows it, so it is told as it is. */
export const afterInWords = ({ hours, after }: { hours: number | null; after: string }): string =>
  hours === null ? after : `Daarna: ${after.slice(0, 1).toLowerCase()}${after.slice(1)}`;
