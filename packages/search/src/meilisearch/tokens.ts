/**
 * Tenant tokens: what the engine is asked with. Each says in its signed filter what may be found with it, for five
 * minutes. There is no way to make one without a filter: the client's own default would open everything.
 */
import { generateTenantToken } from 'meilisearch/token';
import { checkedScopes } from './documents.ts';
import type { MeilisearchSettings } from './settings.ts';

const lifetime = 5 * 60_000;
/** A token that is about to end is not used any more. */
const margin = 60_000;
const mostKept = 2_000;

/** `visible_to IN [...]`. Throws for no scopes: who carries none asks nothing. */
export function visibleTo(scopes: readonly string[]): string {
  if (scopes.length === 0) throw new TypeError('without scopes there is no question');
  return `visible_to IN [${[...checkedScopes(scopes)]
    .sort()
    .map((each) => `"${each}"`)
    .join(', ')}]`;
}

/** Makes tokens and keeps them for who carries the same scopes. */
export function createTokens({ searchKey, searchKeyUid, index }: MeilisearchSettings) {
  const kept = new Map<string, { token: string; until: number }>();
  return async (scopes: readonly string[], now = Date.now()): Promise<string> => {
    const filter = visibleTo(scopes);
    const found = kept.get(filter);
    if (found && found.until - margin > now) return found.token;
    const until = now + lifetime;
    const token = await generateTenantToken({
      apiKey: searchKey,
      apiKeyUid: searchKeyUid,
      searchRules: { [index]: { filter } },
      expiresAt: new Date(until),
    });
    kept.delete(filter);
    kept.set(filter, { token, until });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return token;
  };
}
