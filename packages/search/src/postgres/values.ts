/** Names of the numbers the read model stores. A number never changes its meaning, so they are kept. */
import type { Query } from '../known-words.ts';

export class Values {
  #names = new Map<string, string>();

  /** Makes sure that these are known; asks the database only for new ones. */
  async learn(query: Query, wanted: Iterable<readonly [dimension: string, bit: number]>): Promise<void> {
    for (const [dimension, bit] of wanted) {
      if (bit === 0 && dimension === 'municipality') continue;
      if (this.#names.has(`${dimension} ${bit}`)) continue;
      const rows = await query<{ dimension: string; number: number; value: string }>(
        'select dimension, number, value from wall.search_values()',
        [],
      );
      this.#names = new Map(rows.map((row) => [`${row.dimension} ${row.number}`, row.value]));
      return;
    }
  }

  of(dimension: string, bit: number): string | undefined {
    return this.#names.get(`${dimension} ${bit}`);
  }
}
