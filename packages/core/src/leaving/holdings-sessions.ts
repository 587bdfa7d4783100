// What a municipality takes along of the knowledge sessions it held (holdings.ts).
import type { Holding } from './holdings.ts';

const scopes = ['visible_to', 'audience', 'writable_by'];
const ofOwnSession =
  'exists (select from knowledge_session s where s.id = t.session_id and s.municipality = $1)';

const holding = (
  table: string,
  what: string,
  key: Holding['key'],
  own = ofOwnSession,
  without: readonly string[] = scopes,
): Holding => ({ table, what, key, own, without, moment: null, atOnce: 50, holds: 'rows' });

const version = ['number', 'integer'] as const;
const session = ['session_id', 'uuid'] as const;

export const sessionHoldings: readonly Holding[] = [
  holding(
    'knowledge_session',
    'Kennissessies: programma’s en verslagen',
    [['id', 'uuid']],
    't.municipality = $1',
  ),
  holding(
    'knowledge_session_version',
    'Kennissessies: alle gepubliceerde versies',
    [session, version],
    't.municipality = $1',
  ),
  holding('session_part', 'Kennissessies: plaatsen', [session, ['part', 'text']], ofOwnSession, []),
  holding(
    'session_outcome',
    'Kennissessies: opbrengst',
    [session, version, ['key', 'text']],
    ofOwnSession,
    [],
  ),
  holding('session_link', 'Kennissessies: links en materiaal', [['id', 'uuid']]),
  holding('session_registration', 'Kennissessies: wie zich aanmeldde', [['id', 'uuid']], ofOwnSession, [
    ...scopes,
    ...['account_id', 'link_hashes', 'tell', 'tell_since'],
  ]),
  holding(
    'session_seat',
    'Kennissessies: plaatsen per aanmelding',
    [
      ['registration_id', 'uuid'],
      ['part', 'text'],
    ],
    ofOwnSession,
    [],
  ),
  holding('session_message', 'Kennissessies: berichten aan deelnemers', [['id', 'uuid']]),
  holding('session_feedback', 'Kennissessies: wat deelnemers ervan vonden', [['id', 'uuid']]),
];
