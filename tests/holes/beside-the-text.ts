// Holes in what stands beside a text: who has it open, what goes along with it, whom it names, the part of another
// municipality, and its paper.
import { functionHole } from './function-holes.ts';
import type { DatabaseHole, SourceHole } from './hole.ts';
import { sourceHole } from './source-lines.ts';

const presence = 'wall.derive_presence()';
const organisation = 'wall.derive_organisation()';
const entry = 'wall.participation_entry(participation)';

export const functionsBeside: readonly DatabaseHole[] = [
  functionHole(
    'presence',
    'for whom somebody is here is what the statement says',
    presence,
    [
      'new.by_municipality := wall.app_municipality();',
      'new.by_municipality := coalesce(new.by_municipality, wall.app_municipality());',
    ],
    'agenda_presence',
  ),
  functionHole(
    'presence',
    'somebody is told of for as long as the statement says',
    presence,
    [`least(new.until, now() + interval '2 minutes')`, 'new.until'],
    'agenda_presence',
  ),
  functionHole(
    'attachment',
    'the answer of a participant publishes what its lead attached since',
    'wall.attachments_published()',
    ['case when not new.writable_by && wall.app_scopes() then new.number - 1 end', 'null'],
    'attachment',
  ),
  functionHole(
    'attachment',
    'who brought a file keeps it for good',
    'wall.derive_file()',
    [
      `where a.file_id = new.id), '{}');`,
      `where a.file_id = new.id), '{}') || array['account:' || new.uploaded_by];`,
    ],
    'file',
  ),
  functionHole(
    'attachment',
    'a file that nobody looked over goes along',
    'wall.derive_attachment()',
    ['and f.tells is not null', ''],
    'attachment',
  ),
  functionHole(
    'attachment',
    'who reads the draft changes what goes along with it',
    'wall.derive_attachment()',
    [`coalesce(may, '{}')`, `seen`],
    'attachment',
  ),
  functionHole(
    'attachment',
    'a file that no page holds any more can still be had',
    'wall.attachment_changed()',
    ['delete from file where id = old.file_id;', 'null;'],
    'file',
  ),
  functionHole(
    'organisation',
    'one that is added is known to whom the statement says',
    organisation,
    [`new.reach := 'municipality';\n    new.merged_into`, 'new.merged_into'],
    'organisation',
  ),
  functionHole(
    'organisation',
    'who added one changes it for everybody who knows it by now',
    organisation,
    [
      `else '{operator,alliance:coordinators}' end`,
      `else array_remove(array['operator', 'alliance:coordinators', 'municipality:' || new.municipality || ':editor'], null) end`,
    ],
    'organisation',
  ),
  functionHole(
    'organisation',
    'one that is named to members is known to everybody',
    'wall.wider(text,text)',
    [`when 'alliance' in (one, other) then 'alliance'`, `when 'alliance' in (one, other) then 'public'`],
    'organisation',
  ),
  functionHole(
    'organisation',
    'a merge rewrites what was named, so that it never comes apart',
    'wall.organisation_merged()',
    ['set organisation_id = stands_for where', 'set organisation_id = stands_for, named = stands_for where'],
    'intervention_party',
  ),
  functionHole(
    'own part',
    'the lead writes how a neighbour does it',
    'wall.derive_participation()',
    [`new.local_form := case when tg_op = 'UPDATE' then old.local_form else '' end;`, 'null;'],
    'participation',
  ),
  functionHole(
    'own part',
    'of who left everything is told still',
    entry,
    [
      `case when p.commitment = 'withdrawn' then jsonb_build_object`,
      'case when false then jsonb_build_object',
    ],
    'intervention_version',
  ),
  functionHole(
    'own part',
    'the words of who is asked anew are told in its name',
    entry,
    [`when p.agreed_at is null or p.commitment = 'withdrawn' then ''`, `when false then ''`],
    'intervention_version',
  ),
  functionHole(
    'own part',
    'a part that stays as it is makes a version',
    'wall.participation_changed()',
    ['and (wall.part_of(new), new.local_form) is distinct from (wall.part_of(old), old.local_form)', ''],
    'intervention_version',
  ),
];

const present = 'packages/core/src/kernel/being-present.ts';
const attaching = 'packages/core/src/files/service-attaching.ts';
const files = 'packages/core/src/files/service.ts';
const ownPart = 'packages/core/src/interventions/service-own-part.ts';
const papers = 'apps/api/src/papers.ts';

/** Lines that hold a promise by themselves, as in source-lines.ts. */
export const linesBeside: readonly SourceHole[] = [
  {
    ...sourceHole(
      'presence',
      'who works beside somebody of elsewhere is told by name',
      present,
      'name: each.code === actor.acting?.key ? (names.get(each.account_id) ?? null) : null,',
      'name: names.get(each.account_id) ?? null,',
    ),
    procedure: 'interventions.present',
  },
  {
    ...sourceHole(
      'presence',
      'nobody asks whether the draft is there',
      present,
      'const row = await of.get(tx, id);',
      'const row = { id };',
    ),
    procedure: 'interventions.present',
  },
  {
    ...sourceHole(
      'attachment',
      'who only takes part attaches to the draft',
      attaching,
      'if (!of.canEdit(actor, row)) throw forbidden(`${of.noun}.read_only`);',
      '',
    ),
    procedure: 'interventions.attach',
  },
  {
    ...sourceHole(
      'attachment',
      'what a file tells of persons needs no reason',
      attaching,
      'if (found.length > 0 && !texts.personalDataReason?.trim())',
      'if (found.length > 999)',
    ),
    procedure: 'interventions.attach',
  },
  sourceHole(
    'attachment',
    'a browser opens the file where it is shown',
    'apps/api/src/files.ts',
    '...downloadHeaders(found.name),',
    '',
  ),
  sourceHole(
    'attachment',
    'bytes that are not those that were kept are handed out',
    files,
    'if (sha256Of(bytes) !== row.sha256)',
    'if (bytes.length < 0)',
  ),
  {
    ...sourceHole(
      'organisation',
      'a text names what its writer may not see',
      'packages/core/src/organisations/service.ts',
      'if (rows.length < wanted.length)',
      'if (rows.length < 0)',
    ),
    procedure: 'interventions.save',
  },
  {
    ...sourceHole(
      'own part',
      'a corrected number is taken for a consent',
      ownPart,
      `if (row.askedAgainAt) throw conflict('participation.answer_first');`,
      '',
    ),
    procedure: 'interventions.saveOwnPart',
  },
  {
    ...sourceHole(
      'own part',
      'what a colleague wrote meanwhile is overwritten',
      ownPart,
      `if (markOf(row) !== seen) throw conflict('participation.changed_meanwhile');`,
      '',
    ),
    procedure: 'interventions.saveOwnPart',
  },
  sourceHole(
    'own part',
    'who was only named is counted as who confirmed',
    'packages/core/src/interventions/reach.ts',
    'const agreed = taking.filter((part) => part.agreed);',
    'const agreed = taking;',
  ),
  sourceHole(
    'paper',
    'who asks is handed the paper of another reader',
    'apps/api/src/paper-desk.ts',
    '.update(JSON.stringify([format, paper]))',
    '.update(JSON.stringify([format, paper.kind, paper.paper.version, paper.paper.provenance]))',
  ),
  sourceHole(
    'paper',
    'a draft goes out as if it were published',
    papers,
    `const concept = publishedOn === null ? 'CONCEPT-' : '';`,
    `const concept = '';`,
  ),
  sourceHole(
    'paper',
    'an address has as many papers written as it likes',
    papers,
    `if (!ready && !(await services.database.attempt('paper', request.origin, mostFrom)))`,
    'if (!ready && mostFrom.points < 0)',
  ),
  sourceHole(
    'paper',
    'the paper of a page tells what is only drafted',
    'packages/core/src/papers/service-agendas.ts',
    'const pages = await printablePages(tx, actor, ids, origin);\n  const printables = new Map(\n    ids.flatMap((id): [string, Printable][] => {\n      const found = pages.get(id);',
    'const pages = await draftsAndPages(tx, actor, ids, origin);\n  const printables = new Map(\n    ids.flatMap((id): [string, Printable][] => {\n      const found = pages.get(id);',
  ),
];
