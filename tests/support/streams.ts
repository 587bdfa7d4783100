// A stream of events as a browser reads it, without a browser: what came, and when it was over.
export interface OpenStream {
  readonly status: number;
  /** Numbers of the changes that were told, in the order in which they came. */
  readonly changes: number[];
  /** Resolves when `fits` holds of what came; rejects after `within` milliseconds. */
  until(fits: (changes: readonly number[]) => boolean, within?: number): Promise<void>;
  /** Resolves with how many milliseconds it took until the other side ended it. */
  over(within?: number): Promise<number>;
  close(): void;
}

const patience = 4_000;

export async function openStream(address: string, secret: string | null, last?: number): Promise<OpenStream> {
  const aborting = new AbortController();
  const response = await fetch(address, {
    signal: aborting.signal,
    headers: {
      ...(secret === null ? {} : { cookie: `kansenplein=${secret}` }),
      ...(last === undefined ? {} : { 'last-event-id': String(last) }),
    },
  });
  const changes: number[] = [];
  let isOver = !response.ok;
  const listeners = new Set<() => void>();
  const read = async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const bytes of response.body ?? []) {
      rest += decoder.decode(bytes as Uint8Array, { stream: true });
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const [, id] = /^id: (\d+)$/m.exec(event) ?? [];
        if (id !== undefined) changes.push(Number(id));
      }
      for (const listener of listeners) listener();
    }
  };
  const reading = response.ok ? read().catch(() => undefined) : Promise.resolve();
  void reading.then(() => {
    isOver = true;
    for (const listener of listeners) listener();
  });
  const when = (fits: () => boolean, within: number, what: string) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(listener);
        reject(new Error(`${what}: not within ${within} ms; came: ${changes.join(', ')}`));
      }, within);
      const listener = () => {
        if (!fits()) return;
        clearTimeout(timer);
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
      listener();
    });
  return {
    status: response.status,
    changes,
    until: (fits, within = patience) => when(() => fits(changes), within, 'news'),
    async over(within = patience) {
      const begun = Date.now();
      await when(() => isOver, within, 'the end');
      return Date.now() - begun;
    },
    close: () => aborting.abort(),
  };
}
