import { createDatabaseFrom, migrate } from '/work/wt/pgsearch/packages/db/src/index.ts';
import { readFileSync } from 'node:fs';
import { fillModel, makeBareModel } from '/work/wt/pgsearch/tests/load/finding-corpus.ts';
const engine = JSON.parse(readFileSync('/tmp/pgs/engine.log','utf8').split('\n').find((l)=>l.startsWith('{'))!);
const size = Number(process.argv[2]); const name = process.argv[3] ?? `f${size}`;
const db = await createDatabaseFrom(engine, null, name);
await migrate(db.ownerUrl);
console.log(await fillModel(db, size), size);
await makeBareModel(db);
