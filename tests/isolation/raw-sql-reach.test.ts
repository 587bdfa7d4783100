// What role app reaches at all, whatever rows there are: each table with the verbs that it was given, and the functions
// of the wall that are meant for it. Every other is out of reach, also of who knows its name and its arguments.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAlliance, type Alliance } from '../support/alliance.ts';
import { asSuperuser, tryAs } from '../support/sql.ts';
import { calendarFunctions } from './catalogue-calendar.ts';
import { sessionFunctions } from './catalogue-sessions.ts';
import { unlikeCatalogue } from './raw-sql-oracle.ts';

let alliance: Alliance;
beforeAll(async () => {
  alliance = await makeAlliance();
});
afterAll(() => alliance?.close());

/** What the API calls, or a row rule on behalf of who asks. Each limits itself to who asks, or comes before there is one. */
const forApp = {
  'who asks': [
    'acts_for',
    'administrators_of',
    'app_account',
    'app_audiences',
    'app_municipality',
    'app_role',
    'app_scopes',
    'enter',
    'field_hash',
    'field_of',
    'visible_to',
  ],
  'the trail': [
    ...['account_event', 'audit_names', 'event_was_left'],
    ...['record_at_door', 'record_denial', 'record_event', 'record_reading'],
  ],
  finding: [
    ...['search_answered', 'search_compounds', 'search_counts', 'search_generations', 'search_list'],
    ...['search_meant', 'search_page', 'search_place', 'search_rest', 'search_suggest', 'search_values'],
    'search_weights',
    ...['search_related', 'search_themes_of'],
  ],
  following: ['engine_awaits', 'engine_following', 'engine_lag', 'engine_withdrawn'],
  organisations: ['name_key', 'organisation_has_people', 'wider'],
  calendars: calendarFunctions,
  'knowledge sessions': sessionFunctions,
  communities: [
    ...['community_circle', 'community_mentionable', 'community_names', 'decline_community_invitation'],
    ...['in_community', 'moderates', 'offer_question', 'tell_invited'],
  ],
  consultations: ['consultation_side'],
  'kept questions': ['enter_errand'],
  notifications: ['mail_numbers', 'mail_troubles', 'stop_by_link', 'stop_of_link', 'try_mail_again'],
  'taking part': ['colleague_names', 'decline_participation', 'take_turn'],
  'signing in': [
    ...[
      'account_at',
      'first_membership',
      'find_step',
      'keep_in_step',
      'means_of',
      'open_step',
      'password_of',
    ],
    ...['sign_in_candidate', 'try_step', 'use_step'],
  ],
  'login sessions': [
    ...['end_login_session', 'end_login_sessions', 'end_login_sessions_but', 'end_my_login_session'],
    ...['extend_login_session', 'find_login_session', 'move_login_session', 'my_login_sessions'],
    ...['renew_login_session', 'start_login_session'],
  ],
  'second factors': [
    ...['drop_totp', 'keep_recovery_codes', 'keep_totp', 'members_with_factor', 'reseal_totp', 'totp_of'],
    ...[
      'use_recovery_code',
      'use_totp',
      'drop_passkey',
      'drop_passkeys',
      'keep_passkey',
      'passkey_candidate',
    ],
    ...['passkeys_of', 'rename_passkey', 'use_passkey'],
  ],
  issuers: ['drop_identity', 'identity_candidate', 'keep_identity', 'my_identities'],
  links: [
    ...['accept_invitation', 'mail_account', 'open_invitation', 'open_mailed_link', 'opened_link'],
    ...['pending_address', 'queue_mail', 'send_factor_link', 'take_address', 'use_mailed_link'],
  ],
  'the own account': ['erase_own_person', 'export_own_person', 'keep_password', 'rename_account'],
};

it('each table is in the specification, with the verbs that each role has', async () => {
  expect(await unlikeCatalogue(alliance)).toEqual([]);
});

it('the functions that answer app are those that are meant for it', async () => {
  const functions = await asSuperuser<{ name: string; call: string }>(
    alliance.urls.superuserUrl,
    // Arguments come from a question of their own: a null that is known beforehand is answered without a call.
    `select p.proname as name, format('select wall.%I(%s)', p.proname,
       array_to_string(array(select format('(select null::%s)', format_type(t, null)) from unnest(p.proargtypes) t), ', ')) as call
     from pg_proc p where p.pronamespace = 'wall'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype`,
  );
  expect(functions.length).toBeGreaterThan(100);
  const reached = new Set<string>();
  for (const { name, call } of functions) {
    const said = await tryAs(alliance, null, call);
    // Denied by its own name: one that was within reach and is denied another one was reached.
    if (said !== `42501 permission denied for function ${name}`) reached.add(name);
  }
  expect([...reached].sort()).toEqual(Object.values(forApp).flat().sort());
});
