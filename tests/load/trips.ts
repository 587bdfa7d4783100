// Loaded before a host (node --import): counts every message this process sends to PostgreSQL, and tells when asked how
// many there were and how long the processor worked.
import pg from 'pg';

let trips = 0;

/** Messages so far, for who measures in this process. */
export const tripsSoFar = (): number => trips;

const { query } = pg.Client.prototype;
// Every way to the database goes through this one method; what it returns and how it is called stays as it was.
pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
  trips += 1;
  return Reflect.apply(query, this, parameters) as unknown;
} as typeof query;

process.on('message', (message) => {
  if (message !== 'spent') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ trips, milliseconds: (user + system) / 1000 });
});
// Listening must not keep a host alive that wants to stop.
process.channel?.unref();
