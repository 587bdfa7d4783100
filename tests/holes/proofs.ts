// The proofs a hole has to get past: where it is likeliest to show first, and only until one notices.
import type { Hole } from './hole.ts';

/** A proof: its short name and what to run of it. The sweep over the catalogue is none: it reads rules, not answers. */
export interface Proof {
  readonly name: string;
  readonly file: string;
  /** Only the tests whose name holds this. */
  readonly only?: string;
  /** It begins by filling an alliance with each kind of row. */
  readonly filled?: true;
  /** What it sends signs people out, so that they must come in while it runs. */
  readonly ownAlliance?: true;
}

const inSql = (file: string): Proof => ({ name: 'matrix in SQL', file: `tests/isolation/${file}.test.ts` });

const generated: Proof = { ...inSql('raw-sql-generated'), filled: true };
const byHand = inSql('raw-sql');
const reach = inSql('raw-sql-reach');
const fixed: Proof = { ...inSql('raw-sql-fixed'), filled: true };
const moves: Proof = { ...inSql('raw-sql-moves'), filled: true };
const finding = inSql('raw-sql-finding');
const related = inSql('related');
const versions = inSql('versions-sql');
const joint = inSql('joint-sql');
const organisations = inSql('organisations-sql');
const communities = inSql('communities-sql');
const consent = inSql('consent');
const filesBySql = inSql('files-sql');
const attached: Proof = { name: 'attachments', file: 'tests/isolation/attachments-sql.test.ts' };
const sessions = inSql('raw-sql-sessions');
const signing = inSql('signing-sql');
const trail = inSql('audit-append-only');
const owner = inSql('owner-sql');
const transactions = inSql('raw-sql-transactions');
const sql: readonly Proof[] = [
  generated,
  byHand,
  fixed,
  moves,
  finding,
  related,
  inSql('review-sql'),
  versions,
  joint,
  organisations,
  communities,
  consent,
  filesBySql,
  attached,
  sessions,
  signing,
  reach,
  transactions,
  trail,
  owner,
];
const matrix: Proof = { name: 'matrix', file: 'tests/isolation/matrix.test.ts' };
const property: Proof = { name: 'property', file: 'tests/isolation/noninterference/noninterference.test.ts' };
const malformed: Proof = {
  name: 'malformed input',
  file: 'tests/isolation/malformed/malformed.test.ts',
  ownAlliance: true,
};
const startUp: Proof = { name: 'start-up', file: 'tests/isolation/start-up.test.ts' };
const files: Proof = { name: 'files', file: 'tests/isolation/files.test.ts' };
const presence: Proof = { name: 'presence', file: 'tests/isolation/presence.test.ts' };
const outsideDemo: Proof = { name: 'outside the demo', file: 'tests/isolation/outside-demo.test.ts' };
const papers: Proof = { name: 'papers', file: 'tests/isolation/papers.test.ts' };
const journey = (name: string, file: string): Proof => ({
  name,
  file: `tests/journeys/${file}.test.ts`,
});
const promises: Proof = {
  name: 'people and commitments',
  file: 'tests/isolation/people-and-commitments-sql.test.ts',
};
const consultations = journey('consultations', 'consultations');
const attachments = journey('attachments', 'attachments');
const bytes = journey('bytes', 'files-kept');
const costs = journey('own part', 'sharing-costs');
const parties = journey('organisations', 'organisations');
const overHttp = journey('over the wire', 'over-the-wire');
const signingIn = journey('signing in', 'signing-in');
const keptQuestions = journey('kept questions', 'saved-searches');
const history = journey('versions', 'versions');
const lineage = journey('lineage', 'lineage');
const together = journey('together', 'together');
const returning = journey('returning', 'returning');
const kindsOfHits = journey('kinds of hits', 'finding-kinds');
const inSearch = (file: string): Proof => ({ name: 'search', file: `tests/search/${file}.test.ts` });
const counts = inSearch('counts-from-bitmaps');
const relay = inSearch('relay');
const twoEngines = inSearch('engine-or-database');

const knowledgeSessions = journey('knowledge sessions', 'knowledge-sessions');

const calendarFeeds = journey('calendar feeds', 'calendar-feeds');
const calendarMail = journey('calendar mail', 'calendar-mail');
const sessionHosts = journey('hosts of sessions', 'session-hosts');
const sessionsBySql = inSql('sessions-sql');
const calendarText: Proof = {
  name: 'calendar text',
  file: 'packages/core/src/calendar-files/calendar-file.test.ts',
};

const notifications: Proof = {
  name: 'notifications',
  file: 'tests/journeys/notifications.test.ts',
};

const toldOfMeetings = journey('told of meetings', 'told-of-meetings');

/** Where a hole shows first, if it does: by what its name begins with. */
const likeliest: readonly (readonly [begins: RegExp, proof: Proof])[] = [
  [/^(execute|grant):/, reach],
  [/^derived: .*\(host of a session\)/, sessionHosts],
  [/^derived: .*\(circle of a session\)|session_message/, sessionsBySql],
  [/knowledge session|knowledge_session|of session_/, knowledgeSessions],
  [/^calendar: .*typed/, calendarText],
  [/^calendar: .*(by a mail|does not rise)/, calendarMail],
  [/^calendar:/, calendarFeeds],
  [
    /^told: .*\((conversation|session)\)$|(post|session)_happened|e_(happened|changed|moved) of (community_post|knowledge_session)/,
    toldOfMeetings,
  ],
  [/^told:|_happened|of follow\b|_follow\(|notification|_digest|stop_(of|by)_link|fan_out/, notifications],
  [/^consultation: it is about/, consultations],
  [/^(consultation|page of a person|commitment):|wall\.(derive_(profile|consultation)|profile_)/, promises],
  [/^policy: saved_search_delete|^(composite )?key:/, generated],
  [/^key: organisation/, parties],
  [/saved_search|_alert|errand|question that is kept/, keptQuestions],
  [/^force:/, owner],
  [/^policy: file_removal/, filesBySql],
  [/^policy: participation_insert|^trigger: (b_guard of participation|c_changed of membership)/, byHand],
  [/^definer: wall.derive_intervention_version.*\(2\)/, byHand],
  [/^trigger: c_asked/, consent],
  [
    /^trigger: (b_derive of adoption|a_published_role)|adoption\.source|^refusal: wall.keep_published/,
    versions,
  ],
  [/^definer: wall.keep_published/, history],
  [/^definer: wall.version_published|^adoption:/, lineage],
  [/^trigger: (e_presence|d_follow of \w+_presence)/, presence],
  [/^trigger: d_follow of attachment|^refusal: wall.derive_attachment/, attached],
  [/^trigger: (c_attach|c_changed of attachment)|^definer: wall.attachments_published/, attachments],
  [/^trigger: c_gone of file/, bytes],
  [/^trigger: (a_keep of organisation|c_merged)|^refusal: wall.(derive_)?organisation_merge/, organisations],
  [/^definer: wall.(name_organisations|intervention_names)/, organisations],
  [/^trigger: (b_names|c_merged)/, parties],
  [/^trigger: c_index of organisation/, kindsOfHits],
  [/^trigger: a_changed\w* of search/, counts],
  [/^trigger: engine_|wall.engine_follow\(|^cascade: search_dirty/, relay],
  [/wall.engine_following/, twoEngines],
  [/^refusal: wall.record_event/, outsideDemo],
  [/^cascade:/, moves],
  [/^trigger: .* of audit_(chain|link)|^trigger: a_(keep|whole) of audit_|^refusal: wall.keep_trail/, trail],
  [
    /^trigger: (c_index|a_mirrored)|^derived: (a page of a search|a count of what|what somebody meant)/,
    finding,
  ],
  [/^trigger: (c_(published|withdrawn|retitled)|d_follow of invitation)|^policy: invitation_update/, moves],
  [
    /^trigger: a_keep|^policy: (file_update|\w+_withdrawal_insert)|^refusal: wall.(derive_(file|membership|agenda)|erase|keep_col)/,
    fixed,
  ],
  [/^refusal: wall.guard_participation.*(decline|dated)|^definer: wall.take_turn/, fixed],
  [/^refusal: wall.account_event/, signing],
  [/^refusal: wall.(guard_part|queue|derive)/, byHand],
  [/^definer: .*living|^definer: wall.renew/, sessions],
  [/^definer: wall.rename_account/, fixed],
  [/^definer: wall.search/, finding],
  [/^derived: (how rare|what resembles)|^definer: wall.search_(related|themes_of|count)/, related],
  [/^derived:/, versions],
  [/^wall: a powerful role/, startUp],
  [/^definer: .*nullif|^wall:/, transactions],
  [/^host:|^kernel: errors/, overHttp],
  [/^signing in:/, signingIn],
  [/^right: canUpload|^attachment: a browser/, files],
  [/^presence:/, presence],
  [/^attachment: bytes/, bytes],
  [/^attachment:/, attached],
  [/^attachment:/, attachments],
  [/^community: .*(request is|invitation|left|asks|title|taken away)/, generated],
  [/^community:|community/, communities],
  [/^organisation:/, organisations],
  [/^organisation:/, parties],
  [/^own part:/, joint],
  [/^own part:/, costs],
  [/^paper:/, papers],
  [/^version:/, history],
  [/^review:/, returning],
  [/^right: canEditAgenda/, together],
  [/^definer: wall.(derive|guard)/, byHand],
  [/^definer: .*app_account\(\)'/, signing],
];

/** A proof, begun with an alliance that was made before the hole was there, or after it. */
export interface Step {
  readonly proof: Proof;
  readonly alliance: 'before' | 'after';
}

/**
 * What to try on a hole, in order. Raw SQL never passes the API: whoever weakens only the API is not noticed there. Of a
 * procedure, what the matrix asks that procedure comes first, and the whole matrix after it. An alliance that stands
 * already is quicker; a hole in how rows come to be shows only in one that is made after it.
 */
export function stepsFor(hole: Hole): readonly Step[] {
  const likely = likeliest.filter(([begins]) => begins.test(hole.name)).map(([, proof]) => proof);
  const ofTable =
    hole.where === 'database' && hole.table && likely.length === 0
      ? [{ ...generated, only: ` ${hole.table}: ` }]
      : [];
  const ofProcedure =
    hole.where === 'source' && hole.procedure ? [{ ...matrix, only: ` ${hole.procedure} answers ` }] : [];
  const first: readonly Proof[] = [...ofTable, ...ofProcedure, ...likely];
  const throughSql = hole.where === 'database' || hole.file.startsWith('packages/db/') ? sql : [];
  const rest = [...throughSql, matrix, property, malformed, overHttp, signingIn].filter(
    (proof) => !first.includes(proof),
  );
  return [first, rest].flatMap((proofs) =>
    (['before', 'after'] as const).flatMap((alliance) =>
      proofs
        .filter(({ ownAlliance }) => alliance === 'after' || !ownAlliance)
        .map((proof) => ({ proof, alliance })),
    ),
  );
}
