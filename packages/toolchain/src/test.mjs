// `npm test`: everything. `npm test -- journeys`: one part; what follows the part goes to vitest.
import { add, closingLine, none, one } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { forgottenParts, parts } from './parts.mjs';
import { asLauncher, Refusal, say } from './run.mjs';

await asLauncher(async () => {
  const wanted = process.argv[2];
  if (wanted !== undefined && !(wanted in parts)) {
    throw new Refusal(`Het onderdeel '${wanted}' bestaat niet. Kies uit: ${Object.keys(parts).join(', ')}.`);
  }
  await ensureInstalled();
  const began = Date.now();
  let total = none;
  for (const [name, part] of Object.entries(parts)) {
    if (wanted !== undefined && wanted !== name) continue;
    say(`${part.title} (${name})`);
    const started = Date.now();
    const counts = await part.run().catch((error) => {
      console.error(error instanceof Refusal ? error.message : error);
      return one(false);
    });
    say(`${part.title}: ${closingLine(counts)} (${Math.round((Date.now() - started) / 1000)} s)`);
    total = add(total, counts);
  }
  for (const name of wanted === undefined ? forgottenParts() : []) {
    console.error(`tests/${name} is geen onderdeel van npm test: niets in die map wordt gedraaid.`);
    total = add(total, one(false));
  }
  say(`Klaar in ${Math.round((Date.now() - began) / 1000)} s.`);
  console.log(closingLine(total));
  return total.failed > 0 ? 1 : 0;
});
