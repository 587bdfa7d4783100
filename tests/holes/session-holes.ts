// Holes in what the wall derives and gives of knowledge sessions (function-holes.ts).
import { functionHole } from './function-holes.ts';
import type { DatabaseHole } from './hole.ts';

const derives = (name: string, signature: string, from: string, to: string, table: string): DatabaseHole =>
  functionHole('derived', `${name} (knowledge session)`, signature, [from, to], table);

/** Those that the proofs of who holds a session, and of whom it is for, notice first (proofs.ts). */
const of =
  (what: 'host' | 'circle') =>
  (name: string, signature: string, from: string, to: string, table: string): DatabaseHole =>
    functionHole('derived', `${name} (${what} of a session)`, signature, [from, to], table);

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
  of('host')(
    'what is for members of a community is read by the alliance',
    'wall.derive_knowledge_session_version()',
    `array[host, 'community:' || parent.host_community]`,
    `array[host, 'alliance']`,
    'knowledge_session_version',
  ),
  of('circle')(
    'a community by invitation holds something for everybody',
    'wall.session_circle_fits(uuid, text)',
    `and c.joining <> 'invitation'`,
    '',
    'knowledge_session_version',
  ),
  of('host')(
    'who left a community keeps the place',
    'wall.community_left_sessions()',
    `set state = 'cancelled'`,
    'set state = r.state',
    'session_registration',
  ),
  of('circle')(
    'another host mails who has a place',
    'wall.mail_participants(uuid, text, text, text, text)',
    `where s.id = which and wall.app_scopes() @>`,
    `where s.id = which or wall.app_scopes() @>`,
    'session_message',
  ),
];
