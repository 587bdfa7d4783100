// Holes in who is told what: a title read as somebody else, a number of what cannot be seen, a link that stops others.
import { rewritten } from '../support/planting.ts';
import type { DatabaseHole } from './hole.ts';

const told = (
  name: string,
  signature: string,
  [from, to]: readonly [from: string, to: string],
  table = 'notification',
): DatabaseHole => ({
  where: 'database',
  family: 'told',
  name: `told: ${name}`,
  table,
  sql: rewritten(signature, from, to),
});

export const notificationHoles: readonly DatabaseHole[] = [
  told('a mail is read as the municipality that it is about', 'wall.enter_errand(text)', [
    `wall.scopes_of(n.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role)`,
    `wall.scopes_of(n.account_id, m.kind, coalesce(m.municipality, m.organisation_id::text, ''), m.role) || '{municipality:gm1952}'::text[]`,
  ]),
  told('an errand to mail outlives its five minutes', 'wall.enter_errand(text)', [
    'w.errand_until > now()',
    'w.errand_until is not null',
  ]),
  told('who follows is told of what it may not see', 'wall.fan_out(integer)', [
    'scopes && h.seen_by and',
    'h.seen_by is not null and',
  ]),
  told('who writes is told without following, whatever its role', 'wall.fan_out(integer)', [
    '(c.follows or scopes && h.told_to)',
    '(c.follows or h.told_to is not null)',
  ]),
  told('a mail goes out as it was made, whatever the person chose meanwhile', 'wall.way_chosen()', [
    'and n.errand_hash is not null',
    'and n.errand_hash is null',
  ]),
  told('an older errand mails once more', 'wall.tell_digest(text, text, text, text, jsonb, jsonb)', [
    'where n.errand_hash = errand limit 1',
    'where errand is not null limit 1',
  ]),
  told(
    'the link of one stops the mail of everybody',
    'wall.stop_by_link()',
    ['where c.account_id = l.account_id and', 'where c.account_id is not null and'],
    'notification_choice',
  ),
  told(
    'the link of one tells of the question of another',
    'wall.stop_of_link()',
    ['s.id = l.search_id and s.account_id = l.account_id', 's.id = l.search_id'],
    'stop_link',
  ),
  told(
    'one follows with the membership of another',
    'wall.derive_follow()',
    ['m.id = new.membership_id and m.account_id = new.account_id and', 'm.id = new.membership_id and'],
    'follow',
  ),
  told('what begins in a circle is told to whoever once followed it (conversation)', 'wall.post_happened()', [
    "array['community:' || new.community_id], '{}',\n      new.visible_to",
    "array['community:' || new.community_id], '{}',\n      '{public}'::text[]",
  ]),
  told('a session for who is invited is told to everybody (session)', 'wall.session_happened()', [
    "'{}', new.visible_to",
    "'{}', '{public}'::text[]",
  ]),
  told('anybody reads which mail does not arrive', 'wall.mail_troubles()', [
    `'operator' = any(wall.app_scopes()) and`,
    `'public' = any(wall.app_scopes()) and`,
  ]),
];
