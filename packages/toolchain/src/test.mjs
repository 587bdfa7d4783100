// `npm test`: everything. `npm test -- journeys`: one part; what follows the part goes to vitest.
import { add, closingLine, none, one } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { forgottenParts, parts } from './parts.mjs';
import { asLauncher, Refusal, say } from './run.mjs';

/**
 * Runs a part and tells how it went.
 * @param {string} name
 */
async function play(name) {
  const part = parts[name];
  if (!part) throw new TypeError(`no part ${name}`);
  say(`${part.title} (${name})`);
  const started = Date.now();
  const counts = await part.run().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    return one(false);
  });
  say(`${part.title}: ${closingLine(counts)} (${Math.round((Date.now() - started) / 1000)} s)`);
  return counts;
}

/**
 * The parts in order, those that may stand beside each other in one row.
 * @param {string[]} names
 * @returns {string[][]}
 */
function inRows(names) {
  const beside = names.filter((name) => parts[name]?.alone === false);
  const alone = names.filter((name) => parts[name]?.alone !== false);
  return [beside, ...alone.map((name) => [name])];
}

await asLauncher(async () => {
  const wanted = process.argv[2];
  if (wanted !== undefined && !(wanted in parts)) {
    throw new Refusal(`Het onderdeel '${wanted}' bestaat niet. Kies uit: ${Object.keys(parts).join(', ')}.`);
  }
  await ensureInstalled();
  const began = Date.now();
  let total = none;
  for (const row of inRows(wanted === undefined ? Object.keys(parts) : [wanted]))
    for (const counts of await Promise.all(row.map(play))) total = add(total, counts);
  for (const name of wanted === undefined ? forgottenParts() : []) {
    console.error(`tests/${name} is geen onderdeel van npm test: niets in die map wordt gedraaid.`);
    total = add(total, one(false));
  }
  say(`Klaar in ${Math.round((Date.now() - began) / 1000)} s.`);
  console.log(closingLine(total));
  return total.failed > 0 ? 1 : 0;
});
