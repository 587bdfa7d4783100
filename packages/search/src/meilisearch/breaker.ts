/** A circuit breaker: an engine that failed three times running is left alone for ten seconds, then tried once. */

export interface Breaker {
  /** Whether it may be tried now. The first who asks after the pause tries it; the others wait for how that ends. */
  mayTry(now?: number): boolean;
  succeeded(): void;
  failed(now?: number): void;
}

export function createBreaker({ failures = 3, pause = 10_000 } = {}): Breaker {
  let inARow = 0;
  let openUntil = 0;
  return {
    mayTry(now = Date.now()) {
      if (inARow < failures) return true;
      if (now < openUntil) return false;
      openUntil = now + pause;
      return true;
    },
    succeeded() {
      inARow = 0;
    },
    failed(now = Date.now()) {
      inARow += 1;
      openUntil = now + pause;
    },
  };
}
