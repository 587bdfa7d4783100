// What people ask again and again is kept ready on the connection it was asked over. To plan a question over row rules
// takes PostgreSQL longer than to answer it; a kept one is planned anew only while that pays (plan_cache_mode). Who may
// see what is no part of a plan: the row rules ask for it each time.
import type pg from 'pg';

/** Texts that differ by how much was asked would otherwise never end; what comes after is planned each time. */
const mostKept = 300;
const mostWatched = 1000;

/** The name under which connections keep a statement, or undefined when it is not worth keeping. */
export type NameOf = (text: string) => string | undefined;

/** Names what is asked a second time; one for all connections of a pool. */
export function keptStatements({ most = mostKept } = {}): NameOf {
  const askedOnce = new Set<string>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most) return known;
    if (!askedOnce.delete(text)) {
      if (askedOnce.size >= mostWatched) askedOnce.clear();
      askedOnce.add(text);
      return undefined;
    }
    const name = `kept ${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

/** The same connection; a statement with values, which is one statement always, is kept when `nameOf` has a name for it. */
export function keeping(client: pg.PoolClient, nameOf: NameOf): pg.PoolClient {
  const query = (asked: string | pg.QueryConfig, values?: unknown[]) => {
    const config = typeof asked === 'string' ? { text: asked } : asked;
    const name = values === undefined || values.length === 0 ? undefined : nameOf(config.text);
    return client.query(name === undefined ? config : { ...config, name }, values);
  };
  return Object.assign(Object.create(client) as pg.PoolClient, { query });
}
