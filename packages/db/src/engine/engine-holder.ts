// A process of its own for the tests: starts the engine, says so on standard output, and holds it until it is told to
// stop (SIGTERM) or killed.
import { EngineError } from './engine-error.ts';
import { startEngine } from './start-engine.ts';

try {
  const engine = await startEngine({ dataDir: process.argv[2] ?? '', log: () => undefined });
  const held = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(held);
    void engine.stop().then(() => console.log(JSON.stringify({ stopped: true })));
  });
  // Last, because whoever reads it may answer with a signal at once.
  console.log(JSON.stringify({ ready: true, appUrl: engine.appUrl, superuserUrl: engine.superuserUrl }));
} catch (error) {
  if (!(error instanceof EngineError)) throw error;
  console.log(JSON.stringify({ ready: false, code: error.code, sentence: error.message }));
}
