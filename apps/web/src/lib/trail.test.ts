// How the log tells what was refused.
import { describe, expect, it } from 'vitest';
import { reasonSentence } from './trail.ts';

const refused = (reason: string) => reasonSentence({ action: 'access.denied', reason });

describe('a refusal in the log', () => {
  it('of what is not there, or not there for this person, is no fault of ours', () => {
    expect(refused('interventions.get: intervention.not_found')).toBe(
      'Deze pagina is er niet (interventions.get)',
    );
  });
  it('of what somebody may not do says so, also where the code has no sentence of its own', () => {
    expect(refused('interventions.publish: intervention.cannot_publish')).toBe(
      'Dit mag niet met uw huidige rol (interventions.publish)',
    );
  });
});
