// What other processes say through PostgreSQL: one connection that only listens. What is said holds ids and numbers, and
// whoever hears it reads the rows through the wall (any role may listen to any channel).
import pg from 'pg';

export interface Heard {
  readonly channel: string;
  readonly payload: string;
}

export interface Listening {
  close(): Promise<void>;
}

const channelName = /^[a-z_]{1,40}$/;
const longestWait = 5_000;

/**
 * Calls `hear` for everything that is said on the channels from now on, in the order of the commits. A connection that
 * breaks is made anew; `again` is called each time one stands, because what was said in between is lost.
 */
export async function listenTo(
  url: string,
  channels: readonly string[],
  { hear, again }: { hear: (what: Heard) => void; again: () => void },
): Promise<Listening> {
  if (!channels.every((channel) => channelName.test(channel)))
    throw new TypeError('a channel has a plain name');
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    let over = false;
    const lost = () => {
      if (over) return;
      over = true;
      void fresh.end().catch(() => undefined);
      if (client === fresh) client = null;
      if (!closed) retry(100);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ channel, payload = '' }) => hear({ channel, payload }));
    await fresh.connect();
    await fresh.query(
      `set application_name = 'listening'; ${channels.map((channel) => `listen ${channel}`).join('; ')}`,
    );
    client = fresh;
    again();
  };
  const retry = (wait: number) => {
    timer = setTimeout(() => {
      connect().catch(() => {
        if (!closed) retry(Math.min(longestWait, wait * 2));
      });
    }, wait);
    timer.unref();
  };

  await connect();
  return {
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
