// Holes in communities: in what the wall derives of them, and in the one place where their scopes come from.
import { functionHole } from './function-holes.ts';
import type { DatabaseHole } from './hole.ts';

const community = (name: string, signature: string, from: string, to: string, table: string) =>
  functionHole('community', name, signature, [from, to], table);

const member = 'wall.derive_community_member()';
const thread = 'wall.derive_community_thread()';
const post = 'wall.derive_community_post()';

export const communityHoles: readonly DatabaseHole[] = [
  community(
    'what is said on request is read by the alliance',
    'wall.community_circle(text, uuid)',
    `of_joining = 'open'`,
    `of_joining <> 'invitation'`,
    'community_post',
  ),
  community(
    'one by invitation is there for everybody',
    'wall.derive_community()',
    `new.joining = 'invitation'`,
    `new.joining = ''`,
    'community',
  ),
  community(
    'whoever was blocked and is invited comes back',
    'wall.community_scopes(uuid, text)',
    `m.state in ('member', 'blocked')`,
    `m.state in ('member')`,
    'community',
  ),
  community(
    'who left still carries the scope',
    'wall.community_scopes(uuid, text)',
    `where m.account_id = of_account and m.state = 'member'`,
    `where m.account_id = of_account and m.state in ('member', 'left', 'blocked')`,
    'community_member',
  ),
  community(
    'who acts for nobody keeps its communities',
    'wall.community_scopes(uuid, text)',
    `where of_kind in ('municipality', 'organisation', 'alliance')`,
    `where of_kind is null or of_kind <> 'x'`,
    'community',
  ),
  community(
    'who asks is seen by the readers',
    member,
    `new.visible_to := case when new.state = 'member' then`,
    `new.visible_to := case when new.state <> 'blocked' then`,
    'community_member',
  ),
  community(
    'one makes oneself a moderator',
    member,
    `new.state = 'left' or new.state = 'member' and old.role = 'moderator' and new.role = 'member'`,
    `new.state in ('left', 'member')`,
    'community_member',
  ),
  community(
    'who is blocked lifts it',
    member,
    `when 'blocked' then false`,
    `when 'blocked' then true`,
    'community_member',
  ),
  community(
    'a title on request is public',
    thread,
    `when of_joining = 'open' then '{public}'`,
    `when of_joining in ('open', 'request') then '{public}'`,
    'community_thread',
  ),
  community(
    'what was taken away is still there',
    thread,
    'when new.removed_at is not null then',
    'when false then',
    'community_thread',
  ),
  community(
    'any member closes a thread',
    thread,
    'is not distinct from (old.pinned, old.closed, old.removed_at) or moderating)',
    'is not distinct from (old.pinned, old.closed, old.removed_at) or true)',
    'community_thread',
  ),
  community(
    'any member changes the words of another',
    post,
    'or own and (not thread.closed or moderating))',
    'or true)',
    'community_post',
  ),
  community(
    'one writes in the name of another',
    post,
    'new.account_id := me;',
    'new.account_id := coalesce(new.account_id, me);',
    'community_post',
  ),
  community(
    'outsiders are named',
    post,
    `and m.state = 'member' and m.account_id = any(new.mentions)`,
    `and m.account_id = any(new.mentions) or m.account_id = any(new.mentions)`,
    'community_post',
  ),
  community(
    'what was removed is read by all readers',
    'wall.derive_community_post_earlier()',
    'case when p.removed_at is null then p.visible_to',
    'case when true then p.visible_to',
    'community_post_earlier',
  ),
  community(
    'one values in the name of another',
    'wall.derive_community_reaction()',
    'new.account_id := wall.app_account();',
    'null;',
    'community_reaction',
  ),
  community(
    'names are told to everybody',
    'wall.community_names(uuid, uuid[])',
    'and wall.app_scopes() @> array[wall.community_circle(c.joining, c.id)]',
    '',
    'community_member',
  ),
  community(
    'a thread of a closed circle is moved',
    thread,
    `c.joining <> 'open'`,
    `c.joining = ''`,
    'community_thread',
  ),
];
