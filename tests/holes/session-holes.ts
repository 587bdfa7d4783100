// Holes in what the wall derives and gives of knowledge sessions (function-holes.ts).
import { functionHole } from './function-holes.ts';
import type { DatabaseHole } from './hole.ts';

const derives = (name: string, signature: string, from: string, to: string, table: string): DatabaseHole =>
  functionHole('derived', `${name} (knowledge session)`, signature, [from, to], table);

export const sessionHoles = (): readonly DatabaseHole[] => [
  derives(
    'the joining link is seen by whoever reads the programme',
    'wall.derive_session_link()',
    `new.visible_to := array['session:' || parent.id,`,
    `new.visible_to := array['alliance', 'session:' || parent.id,`,
    'session_link',
  ),
  derives(
    'who waits or withdrew reads the joining link',
    'wall.session_scopes(uuid)',
    `and s.state = 'seated'`,
    `and s.state <> 'lapsed'`,
    'session_link',
  ),
  derives(
    'who registered is seen by whoever reads along with the host',
    'wall.derive_session_attendance()',
    `wall.session_host(s.municipality, s.host_community, 'editor')`,
    `wall.session_host(s.municipality, s.host_community, '')`,
    'session_registration',
  ),
  derives(
    'an older programme stays with those it was published to',
    'wall.derive_knowledge_session_version()',
    'when not new.current then array[host]',
    'when false then array[host]',
    'knowledge_session_version',
  ),
  derives(
    'one registers for what one may not see',
    'wall.register_for_session(uuid, text[], text)',
    'v.current and v.visible_to && wall.app_scopes()',
    'v.current',
    'session_registration',
  ),
  derives(
    'a registration of somebody else is withdrawn',
    'wall.own_registration(uuid)',
    'or r.account_id = wall.app_account())',
    'or r.account_id is not null)',
    'session_registration',
  ),
  derives(
    'another host decides about who comes',
    'wall.hosted_registration(uuid)',
    'where r.id = which and wall.app_scopes() @>',
    'where r.id = which or wall.app_scopes() @>',
    'session_registration',
  ),
  derives(
    'one place is given twice',
    'wall.give_seat(uuid, uuid, text, boolean)',
    'room.taken < room.places and',
    'room.taken <= room.places and',
    'session_seat',
  ),
  derives(
    'a newcomer passes who waits',
    'wall.give_seat(uuid, uuid, text, boolean)',
    'and room.waiting = 0',
    'and room.waiting >= 0',
    'session_seat',
  ),
];
