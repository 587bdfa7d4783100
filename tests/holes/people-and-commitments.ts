// Holes in pages of people, in consultations, and in what a commitment is derived from.
import { functionHole } from './function-holes.ts';
import type { DatabaseHole, SourceHole } from './hole.ts';
import { sourceHole } from './source-lines.ts';

const step = 'wall.derive_consultation_step()';
const field = 'wall.derive_profile_field()';
const facts = 'packages/core/src/commitments/facts.ts';

export const functionsOfPeople: readonly DatabaseHole[] = [
  functionHole(
    'consultation',
    'who recorded it confirms it',
    step,
    [
      `when 'confirmed' then head.state = 'recorded' and head.by_side <> speaks_for`,
      `when 'confirmed' then true`,
    ],
    'consultation_step',
  ),
  functionHole(
    'consultation',
    'a coordinator speaks about the own municipality',
    'wall.consultation_side(text)',
    ['m.municipality = of_municipality', 'm.municipality is null'],
    'consultation_step',
  ),
  functionHole(
    'consultation',
    'its side is what the statement says',
    step,
    ['new.side := speaks_for;', 'new.side := coalesce(new.side, speaks_for);'],
    'consultation_step',
  ),
  functionHole(
    'page of a person',
    'what is for colleagues is for every member',
    field,
    [`when 'own' then array[wall.colleagues_of(belonging)]`, `when 'own' then array['alliance']`],
    'profile_field',
  ),
  functionHole(
    'page of a person',
    'somebody writes the page of another',
    field,
    ['m.id = new.membership_id and m.account_id = new.account_id and', 'm.id = new.membership_id and'],
    'profile_field',
  ),
  functionHole(
    'page of a person',
    'who shows nothing to anybody is there all the same',
    'wall.derive_profile()',
    [`new.visible_to := array['account:' || new.account_id]`, `new.visible_to := array['alliance']`],
    'profile',
  ),
];

export const linesOfPeople: readonly SourceHole[] = [
  sourceHole(
    'commitment',
    'what only the municipality reads is evidence',
    facts,
    "v.visibility in ('alliance', 'public') and v.withdrawn_at is null and v.published_role is not null",
    'v.withdrawn_at is null and v.published_role is not null',
  ),
  sourceHole(
    'commitment',
    'a consultation counts before the other side confirmed it',
    facts,
    "c.state = 'confirmed'",
    "c.state in ('recorded', 'confirmed')",
  ),
  sourceHole(
    'commitment',
    'a session that only its guests read is evidence',
    facts,
    "v.state in ('held', 'reported') and v.visibility in ('alliance', 'public')",
    "v.state in ('held', 'reported')",
  ),
  sourceHole(
    'commitment',
    'a session counts before it was held',
    facts,
    "v.state in ('held', 'reported') and",
    "v.state <> 'cancelled' and",
  ),
  sourceHole(
    'consultation',
    'it is about what the other side cannot read',
    'packages/core/src/commitments/service-recording.ts',
    "if (wrong.length > 0) throw invalid('consultation.not_readable', wrong);",
    '',
  ),
];
