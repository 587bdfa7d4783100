// The types of all our TypeScript, each file looked at once. `tsc -p` in every package gives the same answers, but looks
// at `core` again in each package that imports it: here packages with the same settings are one program, and a program
// tells only of files that belong to its own packages.
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

/** Every folder with settings of its own; the pages have a checker of their own, which knows Svelte. */
const projects = ['packages/*/tsconfig.json', 'apps/*/tsconfig.json', 'tests/tsconfig.json']
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .map(dirname)
  .filter((folder) => !existsSync(join(root, folder, 'src', 'app.html')));

/**
 * @typedef {object} Project
 * @property {string} folder
 * @property {ts.ParsedCommandLine} parsed
 */

/** @param {string} name @returns {Project} */
function read(name) {
  const folder = `${root}/${name}`;
  const file = `${folder}/tsconfig.json`;
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return { folder, parsed: ts.parseJsonConfigFileContent(config, ts.sys, folder, undefined, file) };
}

/** What is alike for programs that may be one. @param {Project} project */
const settingsOf = ({ parsed }) => JSON.stringify({ ...parsed.options, configFilePath: undefined });

/** @param {readonly Project[]} together with the same settings */
function diagnosticsOf(together) {
  const own = new Set(together.flatMap(({ parsed }) => parsed.fileNames));
  const [first] = together;
  if (!first) return [];
  const program = ts.createProgram({ rootNames: [...own], options: first.parsed.options });
  // Also what lies in a package and is only imported, such as a file at its root.
  const isOwn = (/** @type {ts.SourceFile} */ { fileName }) =>
    own.has(fileName) ||
    (!fileName.includes('/node_modules/') &&
      together.some(({ folder }) => fileName.startsWith(`${folder}/`)));
  return [
    ...together.flatMap(({ parsed }) => parsed.errors),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program
      .getSourceFiles()
      .filter(isOwn)
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const groups = Map.groupBy(projects.map(read), settingsOf);
const wrong = [...groups.values()].flatMap(diagnosticsOf);
if (wrong.length > 0) {
  console.log(
    ts.formatDiagnostics(wrong, {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (file) => file,
      getNewLine: () => '\n',
    }),
  );
  process.exitCode = 1;
}
