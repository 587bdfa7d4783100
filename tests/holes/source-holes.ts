// Holes read off the sources: the door of each procedure, its contract, each right, and the few lines that hold the rest.
import { router } from '@kansenplein/core';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesBeside } from './beside-the-text.ts';
import { calendarSourceHoles } from './calendar-holes.ts';
import { linesOfPeople } from './people-and-commitments.ts';
import type { SourceHole } from './hole.ts';
import { sourceHole as hole, sourceLines } from './source-lines.ts';

const root = join(import.meta.dirname, '../..');
const kernel = 'packages/core/src/kernel/trpc.ts';
const rooms = 'packages/core/src/*/';
const lines: readonly SourceHole[] = [
  ...sourceLines,
  ...linesBeside,
  ...calendarSourceHoles,
  ...linesOfPeople,
];

interface Procedure {
  readonly _def: { readonly meta?: { readonly audience?: unknown } };
}

/** The declaration stays as it is; only what it asks is not asked any more. */
function doors(): SourceHole[] {
  const procedures = router._def.procedures as unknown as Record<string, Procedure>;
  return Object.entries(procedures)
    .filter(([, { _def }]) => _def.meta?.audience !== 'visitor' && _def.meta?.audience !== 'link')
    .map(([name]) => ({
      ...hole(
        'door',
        `${name} lets everybody in`,
        kernel,
        'admit(declaration, entered);',
        `if (path !== '${name}') admit(declaration, entered);`,
      ),
      procedure: name,
    }));
}

/** Procedures that every published noun has: planted once, for all of them, and looked for where most is asked. */
const ofEveryNoun = 'packages/core/src/kernel/version-procedures.ts';

/** The room of a router's file, as the router of the house calls it. */
const roomOf = (file: string) =>
  (file === ofEveryNoun
    ? 'interventions'
    : (/router-(\w+)\.ts$/.exec(file)?.[1] ?? file.split('/').at(-2) ?? '')
  ).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The procedure that asks for a right, where its name does not say so. */
const askedBy: Readonly<Record<string, string>> = {
  canEdit: 'interventions.save',
  canEditAgenda: 'agendas.save',
  canAnswer: 'interventions.answerParticipation',
  canDecline: 'interventions.declineParticipation',
  canReview: 'imports.decide',
  canReadTrail: 'audit.list',
};

/** Rights: `canX = (…) => …` says yes to everybody. */
function rights(): SourceHole[] {
  const procedures = Object.keys(router._def.procedures);
  return globSync(`${rooms}permissions.ts`, { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/export const (can\w+) = (\([\s\S]*?\)) =>/g)].map(
      ({ 0: head, 1: name = '' }) => {
        const verb = name.replace(/^can|Agenda$/g, '').replace(/^./, (letter) => letter.toLowerCase());
        const procedure = askedBy[name] ?? `${roomOf(file)}.${verb}`;
        const planted = hole('right', `${name} is always so`, file, head, `${head} true || `);
        return procedures.includes(procedure) ? { ...planted, procedure } : planted;
      },
    ),
  );
}

/** What a service answers goes out as it is: the columns that no contract lists with it. */
function contracts(): SourceHole[] {
  return [...globSync(`${rooms}router*.ts`, { cwd: root }), ofEveryNoun].flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [
      ...source.matchAll(/^ {2}(\w+): (?:read|write|outside\w*)\([\s\S]*?\n {4}\.(?:query|mutation)\(/gm),
    ].flatMap(({ 0: lines, 1: name = '' }) => {
      const contract = /\n {4}\.output\([\w.]+\)/.exec(lines)?.[0];
      if (!contract) return [];
      const procedure = `${roomOf(file)}.${name}`;
      const without = lines.replace(contract, '');
      return [
        { ...hole('contract', `${procedure} has no output contract`, file, lines, without), procedure },
      ];
    });
  });
}

/** All holes that the sources suggest. */
export const sourceHoles = (): SourceHole[] => [...doors(), ...rights(), ...contracts(), ...lines];

/** Lines of the list above that are nowhere any more: their hole must be described anew. */
export const lostLines = (): string[] =>
  lines
    .filter(({ file, edits }) => {
      const source = readFileSync(join(root, file), 'utf8');
      return edits.some(({ find }) => !source.includes(find));
    })
    .map(({ name, file }) => `${name} (${file})`);
