// Reads the house: every file of ours that a person writes, with what it imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** As written: a package, or a relative path. */
  specifier: string;
  /** The file it names, from the root of the repository; null for a package. */
  file: string | null;
  /** Leaves nothing behind at run time. */
  typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  /** The code: for a Svelte page only what stands in its scripts. */
  code: string;
  text: string;
  imports: Import[];
}

const NOT_OURS = new Set(['node_modules', 'build', 'dist', 'test-results', 'paraglide']);
const READ = /\.(ts|js|mjs|svelte|sql)$/;

/** Every source below apps, packages and tests. */
export function readHouse(): SourceFile[] {
  return ['apps', 'packages', 'tests']
    .flatMap((top) => filesBelow(join(root, top)))
    .filter((path) => READ.test(path))
    .map((path) => parse(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Also used to plant a violation: the rules see no difference. */
export function parse(path: string, text: string): SourceFile {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  return { path, text, code, imports: path.endsWith('.sql') ? [] : importsOf(path, code) };
}

const scriptsOf = (text: string): string =>
  [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');

function importsOf(path: string, code: string): Import[] {
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const file = specifier.startsWith('.') ? posix.normalize(`${dirname(path)}/${specifier}`) : null;
    found.push({ specifier, file, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause));
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const clause = node.exportClause;
      const eachIsType =
        clause !== undefined && ts.isNamedExports(clause) && clause.elements.every((each) => each.isTypeOnly);
      add(node.moduleSpecifier.text, node.isTypeOnly || eachIsType);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((each) => each.isTypeOnly);
}

/** The code without its comments, so that a comment may name what the code may not do. */
export function withoutComments(file: SourceFile): string {
  return file.path.endsWith('.sql')
    ? file.code.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '')
    : file.code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

export const isTest = (path: string): boolean => path.startsWith('tests/') || /\.test\.(ts|mjs)$/.test(path);

/** `apps/web`, `packages/core`, `tests` … */
export const packageOf = (path: string): string =>
  path.startsWith('tests/') ? 'tests' : path.split('/').slice(0, 2).join('/');

const NAMES: Readonly<Record<string, string>> = {
  '@kansenplein/web': 'apps/web',
  '@kansenplein/api': 'apps/api',
  '@kansenplein/core': 'packages/core',
  '@kansenplein/db': 'packages/db',
  '@kansenplein/search': 'packages/search',
  '@kansenplein/documents': 'packages/documents',
  '@kansenplein/toolchain': 'packages/toolchain',
  '@kansenplein/tests': 'tests',
};

/** Which of our packages an import reaches; null for the world outside. */
export function reaches(each: Import): string | null {
  if (each.file !== null) return packageOf(each.file);
  return NAMES[each.specifier.split('/').slice(0, 2).join('/')] ?? null;
}
